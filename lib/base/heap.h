// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linterna {

//! Lets the process keep up to 4 MB of memory that it has freed. The C library otherwise gives the end of the heap back
//! to the system as soon as 128 kB of it are free, and has it fetched again page by page: with replies that come and go
//! that took a seventh of the time of a fast check. Call first in main().
void keepFreedMemory();

} // namespace linterna

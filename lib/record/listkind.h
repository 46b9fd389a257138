// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linterna {

//! The two lists of the record, of which the view shows one at a time.
enum class ListKind {
    Cases,  //!< One row for each receipt number.
    Checks, //!< One row for each time that a receipt number was checked.
};

} // namespace linterna

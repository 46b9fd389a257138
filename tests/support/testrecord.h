// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"

namespace linterna::test {

//! A data key of a record.
inline Secret testKey()
{
    return Secret::copyOf(QByteArray(32, 'k'));
}

//! Opens a record in memory; the jobs that follow wait for it.
inline void openInMemory(LocalRecord &record)
{
    (void)record.file().open({.file = {}, .dataKey = testKey()});
}

} // namespace linterna::test

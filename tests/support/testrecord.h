// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"

namespace linterna::test {

//! A data key of a record.
inline Secret testKey()
{
    return Secret::copyOf(QByteArray(32, 'k'));
}

//! Who writes into a record.
inline Author someAuthor()
{
    return {QDateTime(QDate(2026, 11, 22), QTime(10, 43), Qt::UTC), QStringLiteral("Ana Peña")};
}

//! Opens a record in memory; the jobs that follow wait for it.
inline void openInMemory(LocalRecord &record)
{
    (void)record.file().open({.file = {}, .dataKey = testKey()});
}

} // namespace linterna::test

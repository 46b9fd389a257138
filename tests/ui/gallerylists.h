// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace linterna {
class ListView;
}

//! Names of the pictures of the lists.
[[nodiscard]] QStringList listStates();
//! Brings the lists into one of these states.
void showList(linterna::ListView &view, const QString &name);

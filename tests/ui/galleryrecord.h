// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace linterna {

class MainView;
class StatusLine;

//! Names of states of the record's keeping, for pictures.
[[nodiscard]] QStringList recordStates();
//! Brings the window into that state, with the state's dialog open where there is one.
void showRecord(QWidget *window, MainView &view, StatusLine &status, const QString &state);

} // namespace linterna

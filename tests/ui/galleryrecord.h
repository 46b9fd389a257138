// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

namespace linterna {

class MainView;
class StatusLine;

//! States of how the history is kept.
[[nodiscard]] QStringList recordStates();
//! Brings the window into that state, with its dialog open where it has one.
void showRecord(QWidget *window, MainView &view, StatusLine &status, const QString &state);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace linterna {

//! Shows in front of the window what the program is, its version and its licence.
void showAbout(QWidget *window);

//! Shows in front of the window of practice how to work with real cases.
void showHowPracticeEnds(QWidget *window);

} // namespace linterna

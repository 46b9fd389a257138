// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace linterna {

//! Text from outside (what USCIS, a server, the office, a file or a certificate says) on its way to a part of Qt that
//! guesses what is handed to it: markup in a tool tip, a keyboard shortcut in a button or menu, the sign of an unsaved
//! document in a window title. What comes back is shown as the very words that went in. Labels need none of this:
//! TextLabel is plain; a longer text with links goes through safeHtml().

//! For a tool tip, Qt::ToolTipRole included: in lines, also within a word that is too long for one, and with "…" after
//! LongestToolTip characters. Empty for an empty text.
[[nodiscard]] QString toolTipText(const QString &foreign);
//! Sets that tool tip. Assistive technology, which would read a tool tip where no description is set, hears `foreign` itself.
void setToolTipText(QWidget *widget, const QString &foreign);
//! For an action, a menu, a button, or a label that belongs to an entry: one line, at most LongestCaption characters.
[[nodiscard]] QString captionText(const QString &foreign);
//! For a window title, likewise.
[[nodiscard]] QString windowTitleText(const QString &foreign);
void setWindowTitleText(QWidget *window, const QString &foreign);

inline constexpr qsizetype LongestToolTip = 2000;
inline constexpr qsizetype LongestCaption = 200;

} // namespace linterna

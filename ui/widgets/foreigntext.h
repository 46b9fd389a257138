// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace linterna {

//! Prepares text from outside (from USCIS, a server, the office, a file or a certificate) for parts of Qt that
//! interpret text: markup in a tool tip, a keyboard shortcut in a button or menu, the mark of an unsaved document in a
//! window title. The result is shown as exactly the words given. Labels do not need this: TextLabel is plain; a longer
//! text with links goes through safeHtml().

//! Text for a tool tip, also for Qt::ToolTipRole: wrapped into lines, also within words that are too long for one, and
//! cut with "…" at LongestToolTip characters. Empty for an empty text.
[[nodiscard]] QString toolTipText(const QString &foreign);
//! Sets the tool tip of a widget to toolTipText(foreign), and its accessible description, unless one was set elsewhere,
//! to `foreign` as plain text: assistive technology would otherwise read the tool tip's HTML.
void setToolTipText(QWidget *widget, const QString &foreign);
//! Text for an action, a menu, a button, or a label that is an entry's buddy: one line, at most LongestCaption
//! characters.
[[nodiscard]] QString captionText(const QString &foreign);
//! Text for a window title: one line, at most LongestCaption characters.
[[nodiscard]] QString windowTitleText(const QString &foreign);
void setWindowTitleText(QWidget *window, const QString &foreign);

inline constexpr qsizetype LongestToolTip = 2000;
inline constexpr qsizetype LongestCaption = 200;

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

#include <functional>

class QWidget;

namespace linterna {

//! Calls `act` each time that a widget is told of such a change: of language, palette or font.
void onChange(QWidget *widget, QEvent::Type change, std::function<void()> act);

//! Says a view's words now, and anew each time that the program's language changes.
template<class View>
void keepTranslated(View *view, void (View::*say)())
{
    onChange(view, QEvent::LanguageChange, [view, say] { (view->*say)(); });
    (view->*say)();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/focusring.h"

#include <QApplication>
#include <QMenu>
#include <QMenuBar>

namespace linterna {

FocusRing::FocusRing(QObject *parent) : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { moveTo(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::moveTo(QWidget *widget)
{
    // The frame is a child of the window that had the focus, and may have been deleted with it (m_frame is a QPointer).
    delete m_frame;
    if (!widget || widget->isWindow() || qobject_cast<QMenu *>(widget) || qobject_cast<QMenuBar *>(widget))
        return;
    m_frame = new QFocusFrame(widget->window());
    m_frame->setWidget(widget);
}

} // namespace linterna

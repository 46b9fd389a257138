// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/job.h"

#include <QCoreApplication>
#include <QEvent>

namespace linterna {

namespace {

//! One event tells all listeners and ends the job: on many desktops every event that is posted costs a system call.
QEvent::Type tellType()
{
    static const auto type = QEvent::Type(QEvent::registerEventType());
    return type;
}

} // namespace

void Job::tellLater()
{
    QCoreApplication::postEvent(this, new QEvent(tellType()));
}

bool Job::event(QEvent *event)
{
    if (event->type() != tellType())
        return QObject::event(event);
    const QPointer<Job> self(this);
    tell();
    delete self.data();
    return true;
}

} // namespace linterna

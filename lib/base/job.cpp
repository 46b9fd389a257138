// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/job.h"

namespace linterna {

void Job::tellLater()
{
    QMetaObject::invokeMethod(
        this,
        [self = QPointer(this)] {
            self->tell();
            delete self.data(); // unless a listener has done so
        },
        Qt::QueuedConnection);
}

} // namespace linterna

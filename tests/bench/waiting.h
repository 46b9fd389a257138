// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"

#include <QCoreApplication>

#include <optional>

namespace linterna::bench {

//! Runs the event loop until `job` has ended, and returns its result.
template<class T>
Result<T> wait(JobOf<T> *job)
{
    std::optional<Result<T>> got;
    QObject context;
    job->onFinished(&context, [&](const Result<T> &result) { got = result; });
    while (!got)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return *got;
}

} // namespace linterna::bench

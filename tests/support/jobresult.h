// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "tests/support/patience.h"

#include <QEventLoop>
#include <QTimer>

namespace linterna::test {

//! Runs the event loop until `job` has ended, and returns its result; ErrorCode::Timeout, which no test expects, where
//! the job has not ended within `patience`.
template<class T>
Result<T> resultOf(JobOf<T> *job)
{
    std::optional<Result<T>> result;
    QEventLoop loop;
    job->onFinished(&loop, [&](const Result<T> &ended) {
        result = ended;
        loop.quit();
    });
    QTimer::singleShot(patience, &loop, &QEventLoop::quit);
    loop.exec();
    if (!result)
        return Error{.code = ErrorCode::Timeout, .detail = QStringLiteral("the job did not end")};
    return *result;
}

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/job.h"

#include <QTest>

namespace linterna::test {

//! Lets the events run until `job` has ended, and gives its result. A job that has not ended after half a minute gives
//! ErrorCode::Timeout, which no test expects.
template<class T>
Result<T> resultOf(JobOf<T> *job)
{
    std::optional<Result<T>> result;
    QObject context;
    job->onFinished(&context, [&](const Result<T> &ended) { result = ended; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
        return Error{.code = ErrorCode::Timeout, .detail = QStringLiteral("the job did not end")};
    return *result;
}

} // namespace linterna::test

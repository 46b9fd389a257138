// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/guarded.h"
#include "lib/base/job.h"

#include <QThread>

namespace linterna {

//! Runs `work` on a thread of its own, for what may take long and has no owner: a file on a network drive, say. `work`
//! must share nothing with the caller; it runs to its end even where nobody waits any more.
template<class T>
[[nodiscard]] JobOf<T> *inBackground(std::function<Result<T>()> work, QObject *parent)
{
    auto *job = new JobOf<T>(parent);
    const auto result = std::make_shared<Result<T>>(Error{.code = ErrorCode::Cancelled});
    QThread *thread = QThread::create([work = std::move(work), result] { *result = guarded<Result<T>>(work); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    QObject::connect(thread, &QThread::finished, job, [job, result] { job->finish(*result); });
    thread->start();
    return job;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordthread.h"

namespace linterna {

//! Tasks for all that is within scopes (Record::visit() and count()). They go on in slices, between which others are
//! done, and wait until all of the record has been read in. `now` decides what "three days ago" is.
[[nodiscard]] RecordThread::Task<qint64> visitTask(RecordThread &thread, std::shared_ptr<RecordVisitor> visitor,
                                                   VisitScope scope, const QDateTime &now);
[[nodiscard]] RecordThread::Task<std::vector<qint64>> countTask(std::vector<VisitScope> scopes, const QDateTime &now);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historytypes.h"

#include <QSemaphore>

namespace linterna::test {

//! Where the record's thread waits, once it was asked to visit with this: all that it was asked before is done by then.
class RecordGate : public HistoryVisitor
{
public:
    QSemaphore reached;
    QSemaphore open;

    std::optional<Error> begin() override
    {
        reached.release();
        open.acquire();
        return Error{.code = ErrorCode::Cancelled};
    }
    std::optional<Error> row(HistoryRow, std::optional<CheckOutcome>) override { return {}; }
    std::optional<Error> end() override { return {}; }
};

} // namespace linterna::test

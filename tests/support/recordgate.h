// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/recordvisitor.h"

#include <QSemaphore>

namespace linterna::test {

//! Stops the record's thread: it visits this gate after all earlier work, releases `reached`, and waits for `open`.
class RecordGate : public RecordVisitor
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
    std::optional<Error> row(CheckRow, std::optional<CheckOutcome>) override { return {}; }
    std::optional<Error> end() override { return {}; }
};

} // namespace linterna::test

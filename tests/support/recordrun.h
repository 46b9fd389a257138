// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/patience.h"

#include <QTest>

namespace linterna::test {

//! Cost of passphrases in tests: with the real one each takes most of a second.
inline constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};

inline QString receiptNo(int number)
{
    return QStringLiteral("EAC99991%1").arg(number, 5, 10, QChar(u'0'));
}

//! A simulated run of the program, from its start to its end.
struct RecordRun {
    RecordRun(FakeSecretStore &secrets, const QString &file) : keeper(history, secrets, file, cheap) {}
    const RecordState &start(RecordLifecycle::Keep keep = RecordLifecycle::Keep::OnDisk)
    {
        keeper.open(keep);
        [[maybe_unused]] const bool ended = waitFor([this] { return !keeper.isBusy(); });
        return keeper.state();
    }
    bool check(int number)
    {
        return resultOf(history.record(goodOutcome(caseStatus(receiptOf(receiptNo(number)))))).ok();
    }
    //! Receipt numbers of the record in use, oldest first.
    QStringList checks()
    {
        const auto visitor = std::make_shared<CollectingVisitor>();
        if (!resultOf(history.visit(visitor)))
            return {QStringLiteral("closed")};
        QStringList receipts;
        for (const auto &outcome : visitor->outcomes)
            receipts += outcome ? outcome->receipt.toString() : QStringLiteral("unreadable");
        return receipts;
    }
    LocalRecord history{stillClock()};
    RecordLifecycle keeper;
};

} // namespace linterna::test

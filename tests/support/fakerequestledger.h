// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/pacing/requestledger.h"

#include <map>

namespace linterna::test {

//! A request ledger in memory. Holds also what was being written when a simulated program died, as a real one does.
class FakeRequestLedger : public RequestLedger
{
public:
    [[nodiscard]] JobOf<int> *add(const QString &connection, const QString &day, int requests) override
    {
        if (broken)
            return JobOf<int>::finished(Error{.code = ErrorCode::Storage, .detail = QStringLiteral("no room")},
                                        &m_owner);
        int &sum = counts[{connection, day}];
        sum += requests;
        return JobOf<int>::finished(sum, &m_owner);
    }

    std::map<std::pair<QString, QString>, int> counts;
    bool broken = false;

private:
    QObject m_owner;
};

} // namespace linterna::test

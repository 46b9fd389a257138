// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checksource.h"
#include "tests/support/outcomes.h"

namespace linterna::test {

//! A source of checks an hour apart, each of another receipt number: IOE0000000001 and up.
class CountedChecks : public CheckSource
{
public:
    explicit CountedChecks(int count) : m_count(count) {}

    Result<std::optional<ImportedItem>> next() override
    {
        if (m_made == m_count)
            return std::optional<ImportedItem>();
        ImportedCheck check{goodOutcome(caseStatus(receipt(++m_made)))};
        check.outcome.checkedAt = checkedAt(m_made);
        return std::optional<ImportedItem>(std::move(check));
    }
    [[nodiscard]] static ReceiptNumber receipt(int number)
    {
        return receiptOf(QStringLiteral("IOE%1").arg(number, 10, 10, QLatin1Char('0')));
    }
    [[nodiscard]] static QDateTime checkedAt(int number) { return someTime().addSecs(number * 3600LL); }

private:
    int m_count;
    int m_made = 0;
};

} // namespace linterna::test

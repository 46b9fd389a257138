// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

#include <map>

namespace linterna::test {

//! Keeps track of a CheckService's promise: each check that is asked for ends exactly once, and one more time where it
//! was stopped and asked for again.
class Ledger
{
public:
    void asked(const ReceiptNumber &receipt, const QString &connection)
    {
        Line &line = m_lines[receipt];
        if (!line.open)
            line = {.open = true, .connection = connection};
        else if (line.stop != Stop::No)
            line.again = true, line.againOf = connection;
    }
    void stopped(const ReceiptNumber &receipt)
    {
        Line &line = m_lines[receipt];
        line.again = false;
        if (line.stop == Stop::No)
            line.stop = Stop::Asked;
    }
    void allStopped()
    {
        for (auto &[receipt, line] : m_lines)
            stopped(receipt);
    }
    //! Another connection is chosen: checks asked for from now on need an end of their own, even where one of that
    //! receipt number is being recorded.
    void left()
    {
        for (auto &[receipt, line] : m_lines)
            line.again = false, line.stop = Stop::Left;
    }
    //! Notes the end of a check; returns what is wrong with it, empty where nothing is.
    QByteArray told(const CheckOutcome &outcome)
    {
        Line &line = m_lines[outcome.receipt];
        const bool cancelled = !outcome.result.ok() && outcome.result.error().code == ErrorCode::Cancelled;
        if (!line.open)
            return "an end that nobody waits for";
        if (cancelled && line.stop == Stop::No)
            return "cancelled although nobody stopped it";
        if (outcome.connection != line.connection)
            return "an outcome of another connection";
        // A check that was being recorded when it was stopped ends with its outcome, which also answers those who asked
        // again meanwhile.
        if (line.again && (line.stop == Stop::Left || cancelled))
            line = {.open = true, .connection = line.againOf};
        else
            line = {};
        return {};
    }
    //! Whether a check of this receipt number is wanted and was not stopped.
    [[nodiscard]] bool wanted(const ReceiptNumber &receipt) const
    {
        const auto line = m_lines.find(receipt);
        return line != m_lines.end() && line->second.open && line->second.stop == Stop::No;
    }
    [[nodiscard]] int open() const
    {
        int count = 0;
        for (const auto &[receipt, line] : m_lines)
            count += line.open;
        return count;
    }

private:
    enum class Stop { No, Asked, Left };
    struct Line {
        bool open = false;
        QString connection = {};
        Stop stop = Stop::No;
        bool again = false;
        QString againOf = {};
    };
    std::map<ReceiptNumber, Line> m_lines;
};

} // namespace linterna::test

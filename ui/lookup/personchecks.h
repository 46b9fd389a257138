// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

#include <QSet>

namespace linterna {

//! The receipt numbers that a person asked for last, and how far they are. Checks asked for earlier are no longer
//! waited for: their answers go to the history and not onto the card.
class PersonChecks
{
public:
    void begin(const std::vector<ReceiptNumber> &receipts);
    //! Whether that receipt number belongs to the last request and its answer has not come yet.
    [[nodiscard]] bool isAwaited(const ReceiptNumber &receipt) const { return m_awaited.contains(receipt); }
    //! To be called when a check has ended, or was cancelled.
    void end(const CheckOutcome &outcome);
    //! Receipt numbers of the last request that were not asked for, because the service is closed.
    [[nodiscard]] const std::vector<ReceiptNumber> &notAsked() const { return m_notAsked; }
    [[nodiscard]] int total() const { return m_total; }
    [[nodiscard]] int done() const { return m_total - int(m_awaited.size()); }
    [[nodiscard]] bool allDone() const { return m_awaited.isEmpty(); }

    //! Whether answers are to be shown on the card: not after the person has turned to the history (turnAway()).
    [[nodiscard]] bool isFollowed() const { return m_followed; }
    void turnAway() { m_followed = false; }

private:
    QSet<ReceiptNumber> m_awaited;
    std::vector<ReceiptNumber> m_notAsked;
    int m_total = 0;
    bool m_followed = true;
};

} // namespace linterna

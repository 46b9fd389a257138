// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/personchecks.h"

namespace linterna {

void PersonChecks::begin(const std::vector<ReceiptNumber> &receipts)
{
    m_awaited = QSet<ReceiptNumber>(receipts.begin(), receipts.end());
    m_notAsked.clear();
    m_total = int(m_awaited.size());
    m_followed = true;
}

void PersonChecks::end(const CheckOutcome &outcome)
{
    m_awaited.remove(outcome.receipt);
    if (!outcome.asked)
        m_notAsked.push_back(outcome.receipt);
}

} // namespace linterna

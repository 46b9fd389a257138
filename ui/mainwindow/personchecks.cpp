// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/personchecks.h"

namespace linterna {

void PersonChecks::begin(const std::vector<ReceiptNumber> &receipts)
{
    m_awaited = QSet<ReceiptNumber>(receipts.begin(), receipts.end());
    m_total = int(m_awaited.size());
    m_followed = true;
}

void PersonChecks::end(const ReceiptNumber &receipt)
{
    m_awaited.remove(receipt);
}

} // namespace linterna

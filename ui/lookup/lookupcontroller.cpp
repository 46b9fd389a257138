// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/lookupcontroller.h"

#include "ui/lookup/lookupbar.h"

namespace linterna {

LookupController::LookupController(CheckService &checks, LookupBar &bar, QObject *parent)
    : QObject(parent), m_checks(checks), m_bar(bar)
{
    connect(&m_bar, &LookupBar::checkRequested, this,
            [this](const std::vector<ReceiptNumber> &receipts) { start(receipts, OutsideHours::Tell); });
    connect(&m_checks, &CheckService::progress, this, &LookupController::showProgress);
    connect(&m_checks, &CheckService::finished, this, &LookupController::finish);
}

void LookupController::lookUp(const std::vector<ReceiptNumber> &receipts)
{
    if (receipts.empty())
        return;
    m_bar.setReceipts(receipts);
    m_bar.submit();
}

void LookupController::askAnyway()
{
    if (const auto receipts = m_notAsked; !receipts.empty())
        start(receipts, OutsideHours::Ask);
}

void LookupController::start(const std::vector<ReceiptNumber> &receipts, OutsideHours outsideHours)
{
    m_awaited = QSet<ReceiptNumber>(receipts.begin(), receipts.end());
    m_notAsked.clear();
    m_total = int(m_awaited.size());
    m_followed = true;
    emit begun();
    m_bar.setProgress(0, m_total);
    emit progress(receipts.front(), {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
    for (const ReceiptNumber &receipt : receipts)
        m_checks.check(receipt, AskedBy::Person, outsideHours);
}

void LookupController::showProgress(const ReceiptNumber &receipt, const CheckProgress &now)
{
    const bool behindOthers = now.phase == CheckProgress::Phase::Queued && m_total > 1;
    if (m_awaited.contains(receipt) && m_followed && !behindOthers)
        emit progress(receipt, now);
}

void LookupController::finish(const CheckOutcome &outcome)
{
    m_bar.checkEnded(outcome.receipt);
    if (!m_awaited.remove(outcome.receipt))
        return;
    if (!outcome.asked)
        m_notAsked.push_back(outcome.receipt);
    m_bar.setProgress(m_total - int(m_awaited.size()), m_total);
    const bool wasStopped = !outcome.result.ok() && outcome.result.error().code == ErrorCode::Cancelled;
    if (m_followed && wasStopped)
        emit stopped(outcome);
    else if (m_followed)
        emit answered(outcome);
    if (m_awaited.isEmpty())
        emit ended();
}

} // namespace linterna

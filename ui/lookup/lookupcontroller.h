// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"

#include <QSet>

namespace linterna {

class LookupBar;

//! What becomes of receipt numbers between the entry and the card: asks for them, follows the ones that the person
//! asked for last, and tells what is to be shown of these. Answers to earlier ones are recorded and not shown.
class LookupController : public QObject
{
    Q_OBJECT
public:
    //! `bar`: where the person enters receipt numbers, and is told how many of them are checked. Both must outlive this.
    LookupController(CheckService &checks, LookupBar &bar, QObject *parent = nullptr);

    //! Looks these receipt numbers up as if the person had typed them. An empty list changes nothing, so that what the
    //! person is typing meanwhile stays.
    void lookUp(const std::vector<ReceiptNumber> &receipts);
    //! Asks now for those receipt numbers of the last lookup that were not asked for because the service is closed.
    void askAnyway();
    //! To be called when the person has turned to the history: nothing is told to be shown until the next lookup.
    void turnAway() { m_followed = false; }

signals:
    //! A lookup of the person begins.
    void begun();
    //! How far the check is that the person looks at.
    void progress(const linterna::ReceiptNumber &receipt, const linterna::CheckProgress &progress);
    //! An answer, or an error, that the person waits for.
    void answered(const linterna::CheckOutcome &outcome);
    //! The check that the person waits for was stopped.
    void stopped(const linterna::CheckOutcome &outcome);
    //! Nothing of the last lookup is under way any more.
    void ended();

private:
    void start(const std::vector<ReceiptNumber> &receipts, OutsideHours outsideHours);
    void showProgress(const ReceiptNumber &receipt, const CheckProgress &now);
    void finish(const CheckOutcome &outcome);

    CheckService &m_checks;
    LookupBar &m_bar;
    //! Receipt numbers of the last lookup whose answer has not come yet.
    QSet<ReceiptNumber> m_awaited;
    std::vector<ReceiptNumber> m_notAsked;
    int m_total = 0;
    bool m_followed = true;
};

} // namespace linterna

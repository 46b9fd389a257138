// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/record.h"
#include "ui/caseactions/undostack.h"

namespace linterna {

class CaseCard;
class CaseDetailsDialog;

//! Details that the office writes about cases: shows them on the card, lets the person edit them, and stores them.
class CaseEdits : public QObject
{
    Q_OBJECT
public:
    CaseEdits(Record &history, CaseCard &card, UndoStack &steps, QObject *parent = nullptr);

    //! Opens the dialog for the case on the card; does nothing where there is none, or its details are still being
    //! read.
    void edit();

private:
    void load();
    void write(const ReceiptNumber &receipt, const CaseDetails &details);
    using Said = std::function<void(const CaseDetails &before)>;
    //! Stores `details`, then calls `done` with whether they were written and, if so, `said` with the details before.
    void put(const ReceiptNumber &receipt, const CaseDetails &details, Said said, UndoStack::Done done = {});
    //! Tells the dialog how many earlier values there are.
    void countEarlier(const ReceiptNumber &receipt, CaseDetailsDialog *dialog);
    void removeEarlier(const ReceiptNumber &receipt, CaseDetailsDialog *dialog);
    void undoRemoval(const ReceiptNumber &receipt, qint64 number, const UndoStack::Done &done);
    [[nodiscard]] UndoStack::Step stepOfRemoval(const ReceiptNumber &receipt, qint64 number);
    [[nodiscard]] UndoStack::Step stepOf(const ReceiptNumber &receipt, const CaseDetails &before,
                                         const CaseDetails &after);

    Record &m_history;
    CaseCard &m_card;
    UndoStack &m_steps;
};

} // namespace linterna

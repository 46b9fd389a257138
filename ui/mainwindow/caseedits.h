// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"
#include "mainwindow/recordsteps.h"

namespace linterna {

class CaseCard;

//! What the office writes about cases: brings it to the card, lets it be edited, and keeps it.
class CaseEdits : public QObject
{
    Q_OBJECT
public:
    CaseEdits(HistoryStore &history, CaseCard &card, RecordSteps &steps, QObject *parent = nullptr);

    //! Opens the dialog for the case that the card shows; nothing where it shows none, or its details are still being read.
    void edit();

private:
    void load();
    void write(const ReceiptNumber &receipt, const CaseDetails &details);
    using Said = std::function<void(const CaseDetails &before)>;
    //! Writes, and then does and says what belongs to it.
    void put(const ReceiptNumber &receipt, const CaseDetails &details, Said said, RecordSteps::Done done = {});
    [[nodiscard]] RecordSteps::Step stepOf(const ReceiptNumber &receipt, const CaseDetails &before,
                                           const CaseDetails &after);

    HistoryStore &m_history;
    CaseCard &m_card;
    RecordSteps &m_steps;
};

} // namespace linterna

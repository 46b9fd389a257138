// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"

#include <QUndoStack>

namespace linterna {

class CaseCard;

//! What the office writes about cases: brings it to the card, lets it be edited, keeps it, and takes it back.
class CaseEdits : public QObject
{
    Q_OBJECT
public:
    CaseEdits(HistoryStore &history, CaseCard &card, QObject *parent = nullptr);
    ~CaseEdits() override;

    //! Opens the dialog for the case that the card shows; nothing where it shows none, or its details are still being read.
    void edit();
    //! Writes what stood there before the last edit that was not undone yet, whatever the card shows.
    void undo();
    void redo();
    //! Receipt numbers whose edit undo() and redo() would concern; empty where there is nothing to do.
    [[nodiscard]] QString undoText() const { return m_stack.undoText(); }
    [[nodiscard]] QString redoText() const { return m_stack.redoText(); }

signals:
    //! undoText() or redoText() is another than before.
    void changed();

private:
    class Step;
    void load();
    void write(const ReceiptNumber &receipt, const CaseDetails &details);
    //! Writes, and then says and does what belongs to it.
    void put(const ReceiptNumber &receipt, const CaseDetails &details, std::function<void(const CaseDetails &before)> done);

    HistoryStore &m_history;
    CaseCard &m_card;
    QUndoStack m_stack;
    bool m_writing = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mainwindow/caseedits.h"

#include "casecard/casecard.h"
#include "casecard/casedetailsdialog.h"
#include "common/errortext.h"

namespace linterna {

namespace {
//! Nobody takes back more, and each holds a note.
constexpr int mostSteps = 100;
} // namespace

//! An edit that has been written. Writing takes time and may fail, so that the stack moves only afterwards, and a step
//! does nothing by itself.
class CaseEdits::Step : public QUndoCommand
{
public:
    Step(ReceiptNumber receipt_, CaseDetails before_, CaseDetails after_)
        : QUndoCommand(receipt_.toString()), receipt(std::move(receipt_)), before(std::move(before_)),
          after(std::move(after_))
    {
    }
    ReceiptNumber receipt;
    CaseDetails before;
    CaseDetails after;
};

CaseEdits::CaseEdits(HistoryStore &history, CaseCard &card, QObject *parent)
    : QObject(parent), m_history(history), m_card(card)
{
    m_stack.setUndoLimit(mostSteps);
    connect(&m_card, &CaseCard::caseShown, this, &CaseEdits::load);
    connect(&m_card, &CaseCard::editRequested, this, &CaseEdits::edit);
    connect(&m_card, &CaseCard::undoRequested, this, &CaseEdits::undo);
    connect(&m_history, &HistoryStore::changed, this, &CaseEdits::load);
    connect(&m_stack, &QUndoStack::indexChanged, this, &CaseEdits::changed);
}

CaseEdits::~CaseEdits()
{
    m_stack.disconnect(this); // it tells of its own end, when nobody can listen any more
}

void CaseEdits::load()
{
    if (!m_card.outcome())
        return;
    const ReceiptNumber receipt = m_card.outcome()->receipt;
    m_history.findCase(receipt)->onFinished(this, [this, receipt](const Result<CaseRow> &row) {
        if (!m_card.outcome() || m_card.outcome()->receipt != receipt)
            return; // another one is shown by now
        if (row && !row->unreadable)
            m_card.setDetails(row->details);
        else if (!row && row.error().code == ErrorCode::NotRecognized)
            m_card.setDetails(CaseDetails{}); // shown, but not recorded yet
    });
}

void CaseEdits::edit()
{
    if (!m_card.outcome() || !m_card.details())
        return;
    const ReceiptNumber receipt = m_card.outcome()->receipt;
    auto *dialog = new CaseDetailsDialog(receipt, *m_card.details(), m_card.window());
    connect(dialog, &CaseDetailsDialog::saved, this,
            [this, receipt, before = *m_card.details()](const CaseDetails &details) {
                if (details != before)
                    write(receipt, details);
            });
    dialog->open();
}

void CaseEdits::write(const ReceiptNumber &receipt, const CaseDetails &details)
{
    put(receipt, details, [this, receipt, details](const CaseDetails &before) {
        m_stack.push(new Step(receipt, before, details));
        m_card.say(tr("Details of %1 saved").arg(receipt.toString()), true);
    });
}

void CaseEdits::undo()
{
    if (m_writing || !m_stack.canUndo())
        return;
    const auto *step = static_cast<const Step *>(m_stack.command(m_stack.index() - 1));
    put(step->receipt, step->before, [this, receipt = step->receipt.toString()](const CaseDetails &) {
        m_stack.undo();
        m_card.say(tr("Edit of %1 undone").arg(receipt), false);
    });
}

void CaseEdits::redo()
{
    if (m_writing || !m_stack.canRedo())
        return;
    const auto *step = static_cast<const Step *>(m_stack.command(m_stack.index()));
    put(step->receipt, step->after, [this, receipt = step->receipt.toString()](const CaseDetails &) {
        m_stack.redo();
        m_card.say(tr("Edit of %1 done again").arg(receipt), true);
    });
}

void CaseEdits::put(const ReceiptNumber &receipt, const CaseDetails &details,
                    std::function<void(const CaseDetails &before)> done)
{
    m_writing = true;
    m_history.editCase(receipt, details)
        ->onFinished(this, [this, receipt, done = std::move(done)](const Result<CaseDetails> &before) {
            m_writing = false;
            if (before)
                done(*before);
            else
                m_card.say(tr("The details of %1 were not saved: %2")
                               .arg(receipt.toString(), errorLine(before.error(), QDateTime::currentDateTimeUtc())),
                           false);
            load();
        });
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/caseactions/caseedits.h"

#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"
#include "ui/words/errortext.h"

#include <QPointer>

#include <memory>

namespace linterna {

CaseEdits::CaseEdits(Record &history, CaseCard &card, UndoStack &steps, QObject *parent)
    : QObject(parent), m_history(history), m_card(card), m_steps(steps)
{
    connect(&m_card, &CaseCard::caseShown, this, &CaseEdits::load);
    connect(&m_card, &CaseCard::editRequested, this, &CaseEdits::edit);
    connect(&m_card, &CaseCard::undoRequested, &m_steps, &UndoStack::undo);
    connect(&m_history, &Record::changed, this, &CaseEdits::load);
    // The card's undo button undoes the last step: when that becomes another one, the offer ends.
    connect(&m_steps, &UndoStack::changed, &m_card, [this] { m_card.say({}, false); });
}

void CaseEdits::load()
{
    if (!m_card.outcome())
        return;
    const ReceiptNumber receipt = m_card.outcome()->receipt;
    m_history.findCase(receipt)->onFinished(this, [this, receipt](const Result<CaseRow> &row) {
        if (!m_card.outcome() || m_card.outcome()->receipt != receipt)
            return; // another case is shown by now
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
    connect(dialog, &CaseDetailsDialog::earlierValuesUnwanted, this,
            [this, receipt, dialog] { removeEarlier(receipt, dialog); });
    dialog->open();
    countEarlier(receipt, dialog);
}

void CaseEdits::countEarlier(const ReceiptNumber &receipt, CaseDetailsDialog *dialog)
{
    m_history.countEarlierValues(receipt)->onFinished(
        dialog, [dialog](const Result<Deletion> &earlier) { dialog->setEarlierValues(earlier ? earlier->edits : 0); });
}

void CaseEdits::removeEarlier(const ReceiptNumber &receipt, CaseDetailsDialog *dialog)
{
    m_history.deleteEarlierValues(receipt)->onFinished(
        this, [this, receipt, dialog = QPointer(dialog)](const Result<Deletion> &removed) {
            if (!removed)
                m_card.say(tr("Nothing was removed: %1").arg(errorLine(removed.error())), false);
            if (dialog)
                countEarlier(receipt, dialog);
            if (!removed || removed->edits == 0)
                return;
            m_steps.push(stepOfRemoval(receipt, removed->number));
            m_card.say(tr("Earlier details of %1 removed").arg(receipt.toString()), true);
        });
}

UndoStack::Step CaseEdits::stepOfRemoval(const ReceiptNumber &receipt, qint64 number)
{
    const auto last = std::make_shared<qint64>(number); // removing again gives another one
    return {.name = {.kind = UndoStack::Kind::EarlierDetails, .receipt = receipt.toString(), .cases = 1},
            .undo = [this, receipt, last](const UndoStack::Done &done) { undoRemoval(receipt, *last, done); },
            .redo =
                [this, receipt, last](const UndoStack::Done &done) {
                    m_history.deleteEarlierValues(receipt)->onFinished(
                        this, [this, receipt, last, done](const Result<Deletion> &again) {
                            if (again)
                                *last = again->number;
                            done(again.ok());
                            m_card.say(again ? tr("Earlier details of %1 removed").arg(receipt.toString())
                                             : tr("Nothing was removed: %1").arg(errorLine(again.error())),
                                       again.ok());
                        });
                }};
}

void CaseEdits::undoRemoval(const ReceiptNumber &receipt, qint64 number, const UndoStack::Done &done)
{
    m_history.undoDeletion(number)->onFinished(this, [this, receipt, done](const Result<Nothing> &back) {
        const bool gone = !back && back.error().code == ErrorCode::Invalid; // purged: not offered again
        done(back.ok() || gone);
        m_card.say(back       ? tr("Earlier details of %1 are back").arg(receipt.toString())
                       : gone ? tr("The earlier details of %1 are out of the file for good").arg(receipt.toString())
                              : tr("They are not back: %1").arg(errorLine(back.error())),
                   false);
    });
}

void CaseEdits::write(const ReceiptNumber &receipt, const CaseDetails &details)
{
    put(receipt, details, [this, receipt, details](const CaseDetails &before) {
        m_steps.push(stepOf(receipt, before, details));
        m_card.say(tr("Details of %1 saved").arg(receipt.toString()), true);
    });
}

UndoStack::Step CaseEdits::stepOf(const ReceiptNumber &receipt, const CaseDetails &before, const CaseDetails &after)
{
    const auto way = [this, receipt](const CaseDetails &details, bool isUndo) {
        return [this, receipt, details, isUndo](const UndoStack::Done &done) {
            const auto said = [this, name = receipt.toString(), isUndo](const CaseDetails &) {
                m_card.say((isUndo ? tr("Edit of %1 undone") : tr("Edit of %1 done again")).arg(name), !isUndo);
            };
            put(receipt, details, said, done);
        };
    };
    return {.name = {.receipt = receipt.toString(), .cases = 1}, .undo = way(before, true), .redo = way(after, false)};
}

void CaseEdits::put(const ReceiptNumber &receipt, const CaseDetails &details, Said said, UndoStack::Done done)
{
    m_history.editCase(receipt, details)
        ->onFinished(
            this, [this, receipt, said = std::move(said), done = std::move(done)](const Result<CaseDetails> &before) {
                if (done)
                    done(before.ok());
                if (before)
                    said(*before);
                else
                    m_card.say(
                        tr("The details of %1 were not saved: %2").arg(receipt.toString(), errorLine(before.error())),
                        false);
                load();
            });
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/differencereview.h"

#include "ui/exchange/differencesdialog.h"
#include "ui/words/errortext.h"

#include <memory>
#include <utility>

namespace linterna {

DifferenceReview::DifferenceReview(Record &history, UndoStack &steps, const Clock &clock, QWidget *window)
    : QObject(window), m_history(history), m_steps(steps), m_clock(clock), m_window(window)
{
    connect(&m_history, &Record::changed, this, &DifferenceReview::look);
    connect(&m_history, &Record::replaced, this, &DifferenceReview::look);
}

void DifferenceReview::find(const Found &found)
{
    m_history.conflicts()->onFinished(this, [this, found](const Result<std::vector<FieldConflict>> &conflicts) {
        if (!conflicts)
            return found(conflicts.error());
        m_history.foreignDeletions()->onFinished(
            this, [found, conflicts = *conflicts](const Result<std::vector<ForeignDeletion>> &deletions) {
                found(deletions ? Result<Differences>(Differences{.conflicts = conflicts, .deletions = *deletions})
                                : Result<Differences>(deletions.error()));
            });
    });
}

void DifferenceReview::look()
{
    if (std::exchange(m_looking, true)) {
        m_changed = true;
        return;
    }
    find([this](const Result<Differences> &found) {
        m_looking = false;
        if (std::exchange(m_changed, false))
            return look();
        emit waiting(found && (!found->conflicts.empty() || !found->deletions.empty()));
    });
}

void DifferenceReview::open()
{
    if (m_dialog)
        return;
    find([this](const Result<Differences> &found) {
        if (!found)
            return fail(found.error());
        if (found->conflicts.empty() && found->deletions.empty())
            return emit told(tr("There are no differences any more."), false, false);
        show(*found);
    });
}

void DifferenceReview::show(Differences found)
{
    const auto cut = [&found](auto &all) {
        if (all.size() <= MostAtOnce)
            return;
        found.more += qint64(all.size() - MostAtOnce);
        all.erase(all.begin() + MostAtOnce, all.end());
    };
    cut(found.conflicts);
    cut(found.deletions);
    // Jobs end in their order: with the last client all are there.
    const auto whole = std::make_shared<Differences>(std::move(found));
    const auto ask = [this, whole] { showWhole(*whole); };
    if (whole->conflicts.empty())
        return ask();
    for (std::size_t i = 0; i < whole->conflicts.size(); ++i) {
        const ReceiptNumber receipt = whole->conflicts[i].receipt;
        const bool last = i + 1 == whole->conflicts.size();
        m_history.findCase(receipt)->onFinished(this, [whole, receipt, last, ask](const Result<CaseRow> &row) {
            if (row)
                whole->clients.insert(receipt, row->details.client);
            if (last)
                ask();
        });
    }
}

void DifferenceReview::showWhole(const Differences &found)
{
    if (m_dialog)
        return;
    m_dialog = new DifferencesDialog(found, m_clock.now(), m_window);
    connect(m_dialog, &DifferencesDialog::applied, this, &DifferenceReview::apply);
    m_dialog->open();
}

void DifferenceReview::apply(const DifferenceChoices &choices)
{
    struct Progress {
        std::size_t left = 0;
        int settled = 0;
        std::optional<Error> error = {};
    };
    const auto progress = std::make_shared<Progress>(Progress{.left = choices.values.size()});
    for (const auto &[conflict, value] : choices.values) {
        m_history.settleConflict(conflict, value)->onFinished(this, [this, progress](const Result<Nothing> &settled) {
            if (settled)
                ++progress->settled;
            else
                progress->error = settled.error();
            if (--progress->left > 0)
                return;
            if (progress->error)
                fail(*progress->error);
            else
                emit told(tr("%Ln difference(s) settled", nullptr, progress->settled), false, false);
        });
    }
    for (const auto &[deletion, deleteHere] : choices.deletions)
        answer(deletion, deleteHere);
}

void DifferenceReview::answer(const ForeignDeletion &deletion, bool deleteHere)
{
    m_history.answerDeletion(deletion.event, deleteHere)
        ->onFinished(this, [this, deletion, deleteHere](const Result<Deletion> &removed) {
            if (!removed)
                return fail(removed.error());
            if (!deleteHere)
                return emit told(tr("What another desk deleted stays here."), false, false);
            if (removed->number == 0)
                return; // was answered meanwhile
            emit deleted(deletion.cases);
            m_steps.push(stepOf(deletion, *removed));
            sayDeleted(*removed);
        });
}

UndoStack::Step DifferenceReview::stepOf(const ForeignDeletion &deletion, const Deletion &removed)
{
    const auto number = std::make_shared<qint64>(removed.number);
    return {.name = {.kind = UndoStack::Kind::ForeignDeletion, .cases = int(removed.cases)},
            .undo = [this, number](const UndoStack::Done &done) { undo(*number, done); },
            .redo = [this, deletion, number](const UndoStack::Done &done) { deleteAgain(deletion, number, done); }};
}

void DifferenceReview::undo(qint64 number, const UndoStack::Done &done)
{
    m_history.undoDeletion(number)->onFinished(this, [this, done](const Result<Nothing> &back) {
        const bool gone = !back && back.error().code == ErrorCode::Invalid; // was purged: not offered again
        done(back.ok() || gone);
        if (gone)
            emit told(tr("The deletion cannot be undone any more: it was already taken out of the file."), true, false);
        else if (back)
            emit told(tr("What another desk deleted is back"), false, false);
        else
            emit told(tr("The deletion was not undone. %1").arg(errorLine(back.error())), true, false);
    });
}

void DifferenceReview::deleteAgain(const ForeignDeletion &deletion, const std::shared_ptr<qint64> &number,
                                   const UndoStack::Done &done)
{
    m_history.answerDeletion(deletion.event, true)
        ->onFinished(this, [this, deletion, number, done](const Result<Deletion> &again) {
            const bool deletedAgain = again && again->number != 0;
            if (deletedAgain)
                *number = again->number;
            done(deletedAgain);
            if (!again)
                return fail(again.error());
            if (!deletedAgain)
                return;
            emit deleted(deletion.cases);
            sayDeleted(*again);
        });
}

void DifferenceReview::sayDeleted(const Deletion &removed)
{
    emit told(tr("%Ln check(s) deleted, as at the other desk", nullptr, int(removed.checks)), false, true);
}

void DifferenceReview::fail(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        emit told(tr("Not all differences were settled. %1").arg(errorLine(error)), true, false);
}

} // namespace linterna

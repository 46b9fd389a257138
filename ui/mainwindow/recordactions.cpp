// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/recordactions.h"

#include "lib/net/servertime.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/caseactions/undostack.h"
#include "ui/casecard/casecard.h"
#include "ui/exchange/differencereview.h"
#include "ui/exchange/exportdialog.h"
#include "ui/list/listfeed.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/print/printing.h"
#include "ui/recordkeeping/retention.h"
#include "ui/words/errortext.h"

#include <algorithm>

namespace linterna {

RecordActions::RecordActions(Parts parts, QWidget *window)
    : QObject(window), m_parts(parts), m_window(window),
      m_deletion(new CaseDeletion(parts.history, parts.steps, parts.folder, window)),
      m_retention(new Retention(parts.history, parts.settings, parts.clock, parts.built, parts.steps, parts.clockBanner,
                                window)),
      m_review(new DifferenceReview(parts.history, parts.steps, parts.clock, window))
{
    connectLists();
    connectDeletion();
    connectReview();
    connectMenus();
}

void RecordActions::connectLists()
{
    connect(&m_parts.view, &ListView::exportRequested, this, &RecordActions::exportList);
    connect(&m_parts.view, &ListView::rowsExportRequested, this, &RecordActions::exportRows);
    connect(&m_parts.view, &ListView::printRequested, this, [this](const ListSelection &rows) { print(rows.ids); });
    connect(&m_parts.view, &ListView::deleteRequested, this,
            [this](const ListSelection &rows) { m_deletion->ask(rows.receipts); });
    connect(&m_parts.view, &ListView::deleteClientRequested, this, [this](const ListSelection &rows) {
        if (!rows.receipts.empty())
            m_deletion->askClientOf(rows.receipts.front());
    });
    connect(&m_parts.view, &ListView::undoRequested, &m_parts.steps, &UndoStack::undo);
}

void RecordActions::connectDeletion()
{
    connect(m_deletion, &CaseDeletion::told, this, &RecordActions::say);
    connect(m_retention, &Retention::told, this, &RecordActions::say);
    connect(m_deletion, &CaseDeletion::deleted, this, &RecordActions::leaveDeletedCases);
    connect(m_retention, &Retention::deleted, this, &RecordActions::leaveDeletedCheck);
    connect(&m_parts.history, &Record::replaced, this, [this] {
        m_parts.steps.forget();
        m_parts.card.showEmpty();
    });
    // The list's undo button undoes the last step: when that becomes another one, the offer ends.
    connect(&m_parts.steps, &UndoStack::changed, this, [this] {
        m_parts.view.endUndoOffer();
        m_parts.menus.setSteps(m_parts.steps.toUndo(), m_parts.steps.toRedo());
    });
}

void RecordActions::connectReview()
{
    connect(&m_parts.menus, &WindowMenus::reviewRequested, m_review, &DifferenceReview::open);
    connect(m_review, &DifferenceReview::waiting, &m_parts.menus, &WindowMenus::setDifferences);
    connect(m_review, &DifferenceReview::told, this, &RecordActions::say);
    connect(m_review, &DifferenceReview::deleted, this, &RecordActions::leaveDeletedCases);
}

void RecordActions::connectMenus()
{
    const WindowMenus *menus = &m_parts.menus;
    connect(menus, &WindowMenus::exportRequested, this, &RecordActions::exportList);
    connect(menus, &WindowMenus::printListRequested, this, [this] { print({}); });
    connect(menus, &WindowMenus::retentionRequested, m_retention, &Retention::choose);
    connect(menus, &WindowMenus::undoRequested, &m_parts.steps, &UndoStack::undo);
    connect(menus, &WindowMenus::redoRequested, &m_parts.steps, &UndoStack::redo);
    connect(menus, &WindowMenus::deleteCaseRequested, this, [this] {
        if (shown())
            m_deletion->ask({*shown()});
    });
    connect(menus, &WindowMenus::deleteClientRequested, this, [this] {
        if (shown())
            m_deletion->askClientOf(*shown());
    });
}

std::optional<ReceiptNumber> RecordActions::shown() const
{
    const auto &outcome = m_parts.card.outcome();
    return outcome ? std::optional(outcome->receipt) : std::nullopt;
}

void RecordActions::leaveDeletedCases(const std::vector<ReceiptNumber> &receipts)
{
    if (shown() && std::ranges::find(receipts, *shown()) != receipts.end())
        m_parts.card.showEmpty();
}

void RecordActions::leaveDeletedCheck(const QDateTime &before)
{
    if (!shown() || m_parts.card.outcome()->checkedAt >= before)
        return;
    const ReceiptNumber receipt = *shown();
    m_parts.history.findCase(receipt)->onFinished(this, [this, receipt, before](const Result<CaseRow> &row) {
        const bool gone = row ? !row->details.onHold : row.error().code == ErrorCode::NotRecognized;
        if (gone && shown() == receipt && m_parts.card.outcome()->checkedAt < before)
            m_parts.card.showEmpty();
    });
}

void RecordActions::showRecordState(const RecordState &state)
{
    if (m_forThisRunOnly && *m_forThisRunOnly != state.isForThisRunOnly())
        m_parts.steps.forget();
    m_forThisRunOnly = state.isForThisRunOnly();
    m_retention->run();
    m_review->look();
}

void RecordActions::noteAnswer(const CheckOutcome &outcome)
{
    if (const auto time = serverTimeOf(outcome))
        m_retention->noteServerTime(time->says, time->onThisComputer);
}

void RecordActions::exportList()
{
    const ListWish &wish = m_parts.view.wish();
    ListSelection rows{.list = wish.list};
    if (const auto *table = m_parts.view.findChild<ListTable *>(); table && wish.list == ListKind::Cases)
        rows = table->chosen();
    // A single selected row is no choice for the export: one is selected whenever a case is looked at.
    if (rows.list != wish.list || rows.ids.size() < 2)
        rows = {.list = wish.list};
    exportRows(rows);
}

void RecordActions::exportRows(const ListSelection &rows)
{
    if (m_counting) // counting may take long; one dialog is enough
        return;
    ExportScope scope{.wish = m_parts.view.wish(), .selected = rows.ids};
    scope.wish.list = rows.list;
    auto *job = m_parts.history.count(scope.visits());
    m_counting = job;
    job->onFinished(this, [this, scope](const Result<std::vector<qint64>> &counts) mutable {
        if (!counts)
            return say(errorLine(counts.error()), true, false);
        scope.counts = *counts;
        askExport(scope);
    });
}

void RecordActions::askExport(const ExportScope &scope)
{
    auto *dialog = new ExportDialog(m_parts.history, m_parts.settings, m_parts.clock, scope, m_window);
    connect(dialog, &ExportDialog::exported, this, [this](const QString &message) { say(message, false, false); });
    dialog->open();
}

void RecordActions::print(const std::vector<qint64> &ids)
{
    const ListQuery query = m_parts.feed.query();
    if (m_parts.view.wish().list == ListKind::Cases)
        printPage(m_parts.history.cases(query), ids);
    else
        printPage(m_parts.history.checks(query), ids);
}

template<class Page>
void RecordActions::printPage(JobOf<Page> *job, const std::vector<qint64> &ids)
{
    job->onFinished(this, [this, ids](const Result<Page> &page) {
        if (!page)
            return say(errorLine(page.error()), true, false);
        auto rows = page->rows;
        if (!ids.empty())
            std::erase_if(rows, [&](const auto &row) { return std::ranges::find(ids, row.id) == ids.end(); });
        askPrint({.rows = std::move(rows), .total = page->total, .at = m_parts.clock.now()});
    });
}

void RecordActions::askPrint(const ListPaper &list)
{
    if (list.count() == 0)
        say(tr("There is nothing to print."), false, false);
    else
        m_parts.printing.askList(list, PrintWay::Printer);
}

void RecordActions::say(const QString &message, bool wrong, bool canUndo)
{
    m_parts.view.setMessage(message, wrong, canUndo);
    m_parts.view.announce(message);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerylists.h"

#include "tests/ui/samples.h"
#include "ui/filter/datepopover.h"
#include "ui/filter/namedialog.h"
#include "ui/filter/savedfilters.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/list/columnmenu.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/words/errortext.h"

#include <QLineEdit>
#include <QSplitter>

#include <functional>
#include <map>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace {

ListRows pageOf(ListKind list, int count, qint64 total, qint64 skipped = 0)
{
    ListRows page = list == ListKind::Cases ? listRows(samples::casePage(count, total))
                                            : listRows(samples::checkPage(count, total));
    page.skipped = skipped;
    return page;
}

RecordFilter someFilter()
{
    return {.categories = {StatusCategory::ActionNeeded, StatusCategory::Appointment},
            .formTypes = {u"I-485"_s, u"I-765"_s},
            .tags = {u"urgent"_s},
            .changedSince = SinceDay{.daysAgo = 7},
            .notConfirmedForDays = 30};
}

std::vector<SavedFilter> savedFilters()
{
    return {{u"Urgent, no news"_s, someFilter()}, {u"Refused this year"_s, {.categories = {StatusCategory::Refused}}}};
}

void allColumns(ListView &view, ListKind list)
{
    ColumnLayout layout(list);
    for (const ListColumn column : columnsOf(list))
        layout.setShown(column, true);
    view.state().setColumns(list, layout);
    if (auto *splitter = view.window()->findChild<QSplitter *>())
        splitter->setSizes({720, 400});
}

//! As the person would: the view itself knows what is wished for.
void filterBy(ListView &view, const RecordFilter &filter)
{
    view.showFilter(filter);
}

const std::map<QString, std::function<void(ListView &)>> &scenes()
{
    static const std::map<QString, std::function<void(ListView &)>> all{
        {u"thousand-rows"_s,
         [](ListView &v) {
             v.setPage(pageOf(ListKind::Cases, 2000, 123456, 2000));
             v.findChild<ListTable *>()->setFocus();
         }},
        {u"list-checks"_s,
         [](ListView &v) {
             v.state().setList(ListKind::Checks);
             v.setPage(pageOf(ListKind::Checks, 2000, 1'000'000));
         }},
        {u"list-nothing"_s,
         [](ListView &v) {
             v.findChild<QLineEdit *>()->setText(u"garcía approved"_s);
             v.setPage({});
         }},
        {u"list-upgrading"_s,
         [](ListView &v) {
             v.setPage({});
             v.setUpgrading();
         }},
        {u"list-reading"_s, [](ListView &v) { v.setPage({.complete = false}); }},
        {u"list-reading-more"_s,
         [](ListView &v) {
             ListRows page = pageOf(ListKind::Cases, 300, 300);
             page.complete = false;
             v.setPage(std::move(page));
         }},
        {u"list-failed"_s,
         [](ListView &v) { v.setFailed(errorLine(Error{.code = ErrorCode::Storage, .detail = u"disk I/O error"_s})); }},
        {u"list-filter"_s,
         [](ListView &v) {
             v.setChoices({.formTypes = {u""_s, u"I-130"_s, u"I-485"_s, u"I-765"_s}, .tags = {u"urgent"_s}});
             filterBy(v, someFilter());
             v.setPage(pageOf(ListKind::Cases, 214, 214));
             v.openFilter();
         }},
        {u"list-filter-empty"_s,
         [](ListView &v) {
             v.setChoices({.formTypes = {u""_s, u"I-130"_s, u"I-485"_s, u"I-765"_s}, .tags = {u"urgent"_s}});
             v.openFilter();
         }},
        {u"list-saved-filters-none"_s, [](ListView &v) { (new SavedFiltersDialog({}, v.window()))->open(); }},
        {u"list-chips"_s,
         [](ListView &v) {
             filterBy(v, someFilter());
             v.setPage(pageOf(ListKind::Cases, 34, 34));
         }},
        {u"list-dense"_s,
         [](ListView &v) {
             v.state().setDense(true);
             v.setPage(pageOf(ListKind::Cases, 214, 214));
             v.select(212);
         }},
        {u"list-columns"_s,
         [](ListView &v) {
             allColumns(v, ListKind::Cases);
             v.state().setSort(ListKind::Cases, ListSort::Client, false);
             v.setPage(pageOf(ListKind::Cases, 214, 214));
         }},
        {u"list-columns-checks"_s,
         [](ListView &v) {
             v.state().setList(ListKind::Checks);
             allColumns(v, ListKind::Checks);
             v.state().setDense(true);
             v.setPage(pageOf(ListKind::Checks, 214, 214));
         }},
        {u"list-selected"_s,
         [](ListView &v) {
             auto *table = v.findChild<ListTable *>();
             table->setFocus();
             table->selectRow(1);
             for (const int row : {2, 4})
                 table->selectionModel()->select(table->model()->index(row, 0),
                                                 QItemSelectionModel::Select | QItemSelectionModel::Rows);
         }},
        {u"list-columns-menu"_s, [](ListView &v) { v.findChild<ColumnMenu *>()->popup({}); }},
        {u"list-date"_s, [](ListView &v) { (new DatePopover(samples::now().date(), &v))->openAt(&v); }},
        {u"list-save-filter"_s,
         [](ListView &v) {
             auto *dialog = new NameDialog(
                 {SavedFilters::tr("Save this filter"), u"Urgent, no news"_s, {u"Urgent, no news"_s}, true},
                 v.window());
             dialog->open();
         }},
        {u"list-saved-filters"_s, [](ListView &v) { (new SavedFiltersDialog(savedFilters(), v.window()))->open(); }},
    };
    return all;
}

} // namespace

QStringList listStates()
{
    QStringList names;
    for (const auto &[name, arrange] : scenes())
        names += name;
    return names;
}

void showList(ListView &view, const QString &name)
{
    scenes().at(name)(view);
}

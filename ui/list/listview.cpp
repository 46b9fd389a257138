// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listview.h"

#include "ui/filter/filterpanel.h"
#include "ui/filter/savedfilters.h"
#include "ui/list/listfoot.h"
#include "ui/list/listhead.h"
#include "ui/list/listmessage.h"
#include "ui/list/listmodel.h"
#include "ui/list/listnote.h"
#include "ui/list/listtable.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/translation.h"

#include <QMetaMethod>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linterna {

ListView::ListView(const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_state(new ListState(this)), m_columnMenu(new ColumnMenu(*m_state, this)),
      m_saved(new SavedFilters([this] { return wish().criteria.filter; }, this)),
      m_head(new ListHead(*m_state, m_columnMenu)), m_stack(new QStackedWidget), m_place(new QWidget),
      m_table(new ListTable(environment, *m_state)), m_note(new ListNote), m_filter(new FilterPanel(environment)),
      m_message(new ListMessage), m_foot(new ListFoot(environment)), m_announcer(new Announcer(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    build();
    connectParts();
    connectTable();
    keepTranslated(this, &ListView::retranslate);
}

void ListView::build()
{
    auto *inset = new QVBoxLayout(m_place);
    inset->setContentsMargins(4, 0, 4, 4);
    inset->addWidget(m_table);
    m_filter->setSavedMenu(m_saved->menu());
    for (QWidget *each : {m_place, static_cast<QWidget *>(m_note), static_cast<QWidget *>(m_filter)})
        m_stack->addWidget(each);
    m_body = m_note;
    m_stack->setCurrentWidget(m_body);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_message);
    layout->addWidget(m_foot);
}

void ListView::connectParts()
{
    connect(m_state, &ListState::wishChanged, m_filter,
            [this](const ListWish &wanted) { m_filter->setFilter(wanted.criteria.filter, wanted.list); });
    connect(m_head, &ListHead::filterRequested, this, [this] {
        if (m_stack->currentWidget() == m_filter)
            closeFilter();
        else
            openFilter();
    });
    connect(m_head, &ListHead::leftDownwards, m_table, [this] { m_table->setFocus(Qt::TabFocusReason); });
    connect(m_filter, &FilterPanel::filterChosen, m_state, &ListState::setFilter);
    connect(m_filter, &FilterPanel::closed, this, &ListView::closeFilter);
    connect(m_filter, &FilterPanel::saveRequested, m_saved, &SavedFilters::askToSave);
    connect(m_saved, &SavedFilters::filterChosen, m_state, &ListState::setFilter);
    connect(m_saved, &SavedFilters::changed, this, &ListView::savedFiltersChanged);
    connect(m_note, &ListNote::clearRequested, this, [this] { showFilter({}); });
    connect(m_note, &ListNote::retryRequested, this, &ListView::retryRequested);
    connect(m_foot, &ListFoot::startRequested, this, &ListView::newestRequested);
    connect(m_foot, &ListFoot::backRequested, this, &ListView::laterRequested);
    connect(m_foot, &ListFoot::onRequested, this, &ListView::earlierRequested);
    connect(m_foot, &ListFoot::dateChosen, this, &ListView::dateRequested);
    connect(m_foot, &ListFoot::exportRequested, this, &ListView::exportRequested);
    connect(m_message, &ListMessage::undoRequested, this, &ListView::undoRequested);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, this, &ListView::focusSearch);
}

void ListView::connectTable()
{
    connect(m_table, &ListTable::rowChosen, this, &ListView::rowChosen);
    connect(m_table, &ListTable::rowMenuRequested, this, &ListView::showRowMenu);
    connect(m_table, &ListTable::deleteRequested, this, [this] { emit deleteRequested(m_table->chosen()); });
    connect(m_table, &ListTable::headerMenuRequested, this, [this](int section, const QPoint &where) {
        m_columnMenu->setSection(section);
        m_columnMenu->popup(where);
    });
    connect(m_columnMenu, &QMenu::aboutToHide, this, [this] { m_columnMenu->setSection(-1); });
}

void ListView::setPage(ListRows page, bool stays)
{
    if (page.list != wish().list)
        return;
    const bool whole = qint64(page.rows.size()) >= page.size;
    m_table->setRows(page.list, std::move(page.rows), stays, whole);
    m_table->setAccessibleName(page.list == ListKind::Cases ? tr("Cases") : tr("Checks"));
    m_foot->setRange(page.skipped, page.size, page.total,
                     wish().criteria.sort != ListSort::Newest ? ListFoot::Order::Other
                         : wish().criteria.reversed           ? ListFoot::Order::OldestFirst
                                                              : ListFoot::Order::NewestFirst);
    m_foot->setComplete(page.complete);
    m_filter->setMatches(page.total);
    if (page.size == 0)
        m_note->setKind(!page.complete                         ? ListNote::Kind::Reading
                            : wish().criteria.filter.isEmpty() ? ListNote::Kind::Empty
                                                               : ListNote::Kind::Nothing,
                        page.list);
    m_body = page.size == 0 ? m_note : m_place;
    showBody();
}

void ListView::addRows(std::vector<ListRow> rows, bool last)
{
    m_table->addRows(std::move(rows), last);
}

void ListView::setFailed(const QString &why)
{
    m_note->setKind(ListNote::Kind::Failed, wish().list, why);
    m_table->setRows(wish().list, {}, false, true);
    m_foot->setRange(0, 0, 0, ListFoot::Order::Other);
    m_foot->setComplete(true);
    m_filter->setMatches(0);
    m_body = m_note;
    showBody();
}

void ListView::setUpgrading()
{
    if (m_body == m_note)
        m_note->setKind(ListNote::Kind::Upgrading, wish().list);
}

void ListView::showBody()
{
    if (m_stack->currentWidget() != m_filter)
        m_stack->setCurrentWidget(m_body);
}

void ListView::setChoices(const FilterChoices &choices)
{
    m_filter->setChoices(choices);
}

void ListView::setSavedFilters(std::vector<SavedFilter> filters)
{
    m_saved->setFilters(std::move(filters));
}

void ListView::select(qint64 check)
{
    m_table->mark(check);
}

void ListView::sayTimes()
{
    m_table->sayTimes();
}

void ListView::setMessage(const QString &message, bool wrong, bool canUndo)
{
    m_message->say(message, wrong, canUndo);
}

void ListView::endUndoOffer()
{
    m_message->endOffer();
}

void ListView::announce(const QString &message)
{
    m_announcer->announce(message);
}

void ListView::openFilter()
{
    emit choicesWanted();
    m_head->setFilterOpen(true);
    m_stack->setCurrentWidget(m_filter);
    m_foot->hide();
    m_filter->focusFirst();
}

void ListView::closeFilter()
{
    m_stack->setCurrentWidget(m_body);
    m_head->setFilterOpen(false);
    m_foot->show();
    m_head->focusFilter();
}

void ListView::focusSearch()
{
    m_head->focusSearch();
}

void ListView::showRowMenu(const QPoint &where)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("&Copy"), m_table, &ListTable::copyChosen);
    copy->setShortcut(QKeySequence::Copy);
    const ListSelection rows = m_table->chosen();
    const auto add = [&](const QString &text, void (ListView::*wanted)(const ListSelection &), bool possible) {
        if (isSignalConnected(QMetaMethod::fromSignal(wanted)) && possible)
            return menu->addAction(text, this, [this, wanted, rows] { (this->*wanted)(rows); });
        return static_cast<QAction *>(nullptr);
    };
    add(tr("Check &again"), &ListView::checkAgainRequested, !rows.receipts.empty());
    if (rows.list == ListKind::Cases && rows.receipts.size() == 1)
        menu->addAction(tr("&Show all its checks"), this, [this, text = rows.receipts.front().toString()] {
            m_state->show(ListKind::Checks, {.text = text});
        });
    add(tr("&Print…"), &ListView::printRequested, true);
    add(tr("&Export…"), &ListView::rowsExportRequested, true);
    menu->addSeparator();
    const bool one = rows.receipts.size() == 1;
    QAction *removal =
        add(one ? tr("&Delete case…") : tr("&Delete cases…"), &ListView::deleteRequested, !rows.receipts.empty());
    if (removal)
        removal->setShortcut(Qt::Key_Delete);
    add(tr("Delete everything about this &client…"), &ListView::deleteClientRequested, !rows.client.isEmpty());
    menu->popup(where);
}

void ListView::retranslate()
{
    m_table->setAccessibleName(m_table->rows().list() == ListKind::Cases ? tr("Cases") : tr("Checks"));
    m_table->retranslate();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listtable.h"

#include "ui/list/listdelegate.h"
#include "ui/list/listheader.h"
#include "ui/list/listmodel.h"
#include "ui/list/rowcopy.h"
#include "ui/widgets/accessibleitems.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace linterna {

namespace {

//! Width of a column in pixels until a person changes it: room for a number of letters of the system's font.
int usualWidth(ListColumn column, const QFontMetrics &metrics)
{
    if (column == ListColumn::Case)
        return ListDelegate::caseWidth() + metrics.averageCharWidth() * 14;
    if (column == ListColumn::Status)
        return ListDelegate::statusWidth();
    const int letters = column == ListColumn::Title || column == ListColumn::Note                         ? 34
        : column == ListColumn::Form || column == ListColumn::AskedBy || column == ListColumn::HttpStatus ? 11
                                                                                                          : 20;
    return letters * metrics.averageCharWidth() + 16;
}

} // namespace

//! Selection and scroll position, to be restored when the same page is read anew.
struct ListTable::Place {
    Selected selected;
    qint64 top = 0; //!< Id of the row at the upper edge; 0 at the very start. `above`: pixels of it out of view.
    int above = 0;
};

ListTable::ListTable(const ViewEnvironment &environment, ListState &state, QWidget *parent)
    : QTableView(parent), m_state(state), m_model(new ListModel(environment, this)), m_delegate(new ListDelegate(this)),
      m_header(new ListHeader(this))
{
    reportItemsTruly();
    setModel(m_model);
    setItemDelegate(m_delegate);
    setHorizontalHeader(m_header);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    auto *corner = new QWidget; // between the scroll bars, in the ground colour
    corner->setBackgroundRole(QPalette::Base);
    corner->setAutoFillBackground(true);
    setCornerWidget(corner);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_header->setResizeContentsPrecision(0); // measures only rows in view
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &ListTable::selectionEnded);
    connectHeader();
    connect(&m_state, &ListState::wishChanged, this, &ListTable::showSort);
    connect(&m_state, &ListState::columnsChanged, this, [this] { showColumns(m_model->list()); });
    connect(&m_state, &ListState::denseChanged, this, &ListTable::showDense);
    showDense();
    arrange();
}

void ListTable::connectHeader()
{
    connect(m_header, &QHeaderView::sectionResized, this,
            [this](int section, int, int width) { noteWidth(section, width); });
    connect(m_header, &QHeaderView::sectionClicked, this, &ListTable::sortBySection);
    connect(m_header, &QWidget::customContextMenuRequested, this, [this](const QPoint &where) {
        emit headerMenuRequested(m_header->logicalIndexAt(where), m_header->viewport()->mapToGlobal(where));
    });
    // The model has its columns in the order shown, and not the header: assistive technology reads the model's order.
    connect(m_header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (m_arranging)
            return;
        m_layout.move(from, to);
        QMetaObject::invokeMethod(this, &ListTable::arrange, Qt::QueuedConnection);
        m_state.setColumns(m_model->list(), m_layout);
    });
}

void ListTable::showColumns(ListKind list)
{
    if (m_layout == m_state.columns(list))
        return;
    m_layout = m_state.columns(list);
    arrange();
}

void ListTable::arrange()
{
    const QScopedValueRollback arranging(m_arranging, true);
    const QScopedValueRollback filling(m_filling, true);
    const Place before = place();
    std::vector<ListColumn> columns;
    for (const ColumnLayout::Shown &each : m_layout.shown())
        columns.push_back(each.column);
    const int count = int(columns.size());
    for (int visual = 0; visual < m_header->count();
         ++visual) // undoes the header's own move: the model has moved the column
        m_header->moveSection(m_header->visualIndex(visual), visual);
    m_header->setStretchLastSection(false);
    m_model->setColumns(columns);
    const bool two = count <= 2; // two columns fill the width without a scroll bar
    for (int i = 0; i < count; ++i) {
        const ColumnLayout::Shown &each = m_layout.shown()[std::size_t(i)];
        m_header->setSectionResizeMode(i,
                                       !two         ? QHeaderView::Interactive
                                           : i == 0 ? QHeaderView::Stretch
                                                    : QHeaderView::Fixed);
        if (!two || i > 0)
            m_header->resizeSection(i, !two && each.width > 0 ? each.width : usualWidth(each.column, fontMetrics()));
    }
    m_header->setStretchLastSection(!two);
    setHorizontalScrollBarPolicy(two ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setMinimumWidth(ListDelegate::caseWidth() + ListDelegate::statusWidth() + verticalScrollBar()->sizeHint().width());
    showSort();
    restore(before, true);
}

void ListTable::noteWidth(int section, int width)
{
    const int count = m_header->count();
    if (m_arranging || count <= 2 || section == count - 1) // these columns get the room that is left
        return;
    m_layout.setWidth(section, width);
    m_state.setColumns(m_model->list(), m_layout);
}

void ListTable::showDense()
{
    m_delegate->setDense(m_state.isDense());
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(ListDelegate::rowHeight(m_state.isDense()));
    viewport()->update();
}

void ListTable::showSort()
{
    const ListSort sort = m_state.wish().criteria.sort;
    int sorted = -1;
    for (int i = 0; sorted < 0 && i < m_model->columnCount(); ++i) {
        if (sortOf(m_model->column(i)) == sort)
            sorted = i;
    }
    // Unless reversed, texts sort from A on and times from the newest on.
    const bool time = sort == ListSort::Newest || sort == ListSort::Confirmed || sort == ListSort::Changed;
    m_header->setSorted(sorted, time == m_state.wish().criteria.reversed);
}

void ListTable::sortBySection(int section)
{
    const auto sort = sortOf(m_model->column(section));
    if (!sort)
        return;
    const ListWish &wish = m_state.wish();
    if (*sort != wish.criteria.sort)
        m_state.setSort(wish.list, *sort, false);
    else if (!wish.criteria.reversed)
        m_state.setSort(wish.list, *sort, true);
    else
        m_state.setSort(wish.list, ListSort::Newest, false);
}

ListTable::Place ListTable::place() const
{
    Place place{.selected = m_toSelect}; // rows that may not have arrived yet
    for (const int row : chosenNumbers())
        place.selected.rows += m_model->row(row)->id;
    if (const ListRow *row = m_model->row(currentIndex())) {
        place.selected.current = row->id;
        place.selected.column = currentIndex().column();
    }
    const int height = verticalHeader()->defaultSectionSize();
    const int offset = verticalScrollBar()->value();
    if (const ListRow *top = m_model->row(offset / height); top && offset > 0) {
        place.top = top->id;
        place.above = offset % height;
    }
    return place;
}

void ListTable::restore(const Place &place, bool stays)
{
    selectionModel()->clearSelection();
    m_toSelect = place.selected;
    reselect(0);
    executeDelayedItemsLayout();
    const int top = place.top == 0 || !stays ? -1 : m_model->rowOf(place.top);
    verticalScrollBar()->setValue(top < 0 ? 0 : top * verticalHeader()->defaultSectionSize() + place.above);
}

void ListTable::reselect(int firstRow)
{
    QItemSelection selection;
    const int last = std::max(0, m_model->columnCount() - 1);
    for (int row = firstRow; !m_toSelect.rows.isEmpty() && row < m_model->rowCount(); ++row) {
        const int begin = row;
        while (row < m_model->rowCount() && m_toSelect.rows.contains(m_model->row(row)->id))
            ++row;
        if (row > begin)
            selection.append(QItemSelectionRange(m_model->index(begin, 0), m_model->index(row - 1, last)));
    }
    selectionModel()->select(selection, QItemSelectionModel::Select);
    const int current = m_toSelect.current == 0 ? -1 : m_model->rowOf(m_toSelect.current);
    if (current >= firstRow)
        selectionModel()->setCurrentIndex(m_model->index(current, std::min(m_toSelect.column, last)),
                                          QItemSelectionModel::NoUpdate);
}

void ListTable::setRows(ListKind list, std::vector<ListRow> rows, bool stays, bool whole)
{
    showColumns(list);
    const QScopedValueRollback filling(m_filling, true);
    const Place before = list == m_model->list() ? place() : Place();
    m_model->setRows(list, std::move(rows));
    restore(before, stays);
    if (whole)
        m_toSelect = {};
    if (m_wanted != 0)
        mark(m_wanted);
    m_told = selectionModel()->hasSelection() ? m_told : 0;
}

void ListTable::addRows(std::vector<ListRow> rows, bool last)
{
    const QScopedValueRollback filling(m_filling, true);
    const int firstRow = m_model->rowCount();
    m_model->addRows(std::move(rows));
    setAutoScroll(false); // would scroll to the row that becomes current again
    reselect(firstRow);
    setAutoScroll(true);
    if (last)
        m_toSelect = {};
    if (m_wanted != 0 && m_model->rowOfCheck(m_wanted) >= 0)
        mark(m_wanted);
}

void ListTable::sayTimes()
{
    m_model->sayTimes();
}

void ListTable::mark(qint64 check)
{
    const QScopedValueRollback filling(m_filling, true);
    m_wanted = check;
    m_toSelect = {};
    selectOnly(check == 0 ? -1 : m_model->rowOfCheck(check));
}

void ListTable::selectOnly(int row)
{
    if (row < 0) {
        selectionModel()->clear();
        m_told = 0;
        return;
    }
    m_wanted = 0;
    m_told = m_model->row(row)->id;
    const QModelIndex index = m_model->index(row, 0);
    setCurrentIndex(index);
    selectRow(row);
    scrollTo(index);
}

void ListTable::selectionEnded()
{
    if (m_filling)
        return;
    m_toSelect = {};
    m_wanted = 0;
    const std::vector<int> numbers = chosenNumbers();
    if (numbers.size() != 1)
        return; // with several rows the card keeps showing the last case
    const ListRow *row = m_model->row(numbers.front());
    if (row->id == m_told)
        return;
    m_told = row->id;
    emit rowChosen(row->id, row->check);
}

std::vector<int> ListTable::chosenNumbers() const
{
    // Selection ranges, not selectedIndexes(): after Ctrl+A there are 2,000 rows of a dozen cells.
    std::vector<int> numbers;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            numbers.push_back(row);
    }
    std::ranges::sort(numbers);
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

ListSelection ListTable::chosen() const
{
    ListSelection chosen{.list = m_model->list()};
    for (const int number : chosenNumbers()) {
        const ListRow *row = m_model->row(number);
        chosen.ids.push_back(row->id);
        if (row->check != 0)
            chosen.checks.push_back(row->check);
        if (row->receipt && std::ranges::find(chosen.receipts, *row->receipt) == chosen.receipts.end())
            chosen.receipts.push_back(*row->receipt);
        if (chosen.ids.size() == 1)
            chosen.client = row->details.client;
        else if (chosen.client != row->details.client)
            chosen.client.clear();
    }
    return chosen;
}

void ListTable::copyChosen() const
{
    if (const std::vector<int> numbers = chosenNumbers(); !numbers.empty())
        QApplication::clipboard()->setMimeData(copiedRows(*m_model, numbers));
}

void ListTable::retranslate()
{
    showDense();
    arrange(); // widths depend on the language
}

void ListTable::keyPressEvent(QKeyEvent *event)
{
    if (event == QKeySequence::Copy) {
        copyChosen();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier && selectionModel()->hasSelection()) {
        emit deleteRequested();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void ListTable::contextMenuEvent(QContextMenuEvent *event)
{
    if (!selectionModel()->hasSelection())
        return;
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit rowMenuRequested(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center()) : event->globalPos());
}

void ListTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // QTableView reports the current row as focused even when another widget has the keyboard focus; an answer that
    // arrives changes the current row while the person types elsewhere.
    if (hasFocus())
        QTableView::currentChanged(current, previous);
    else
        QAbstractItemView::currentChanged(current, previous); // NOLINT(bugprone-parent-virtual-call)
}

void ListTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && currentIndex().isValid())
        scrollTo(currentIndex());
}

void ListTable::resizeEvent(QResizeEvent *event)
{
    const bool seen = QRect(QPoint(), event->oldSize()).intersects(visualRect(currentIndex()));
    QTableView::resizeEvent(event);
    if (seen && event->oldSize().height() > event->size().height())
        scrollTo(currentIndex());
}

QModelIndex ListTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Home and End go to the first and last row, not to the first and last cell of a row.
    if (action == MoveHome || action == MoveEnd)
        modifiers |= Qt::ControlModifier;
    return QTableView::moveCursor(action, modifiers);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testprogram.h"
#include "ui/list/liststate.h"

#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_liststate {

//! What the person wants to see of the record: each list has its own look, the filter is common to both.
class TestListState : public QObject
{
    Q_OBJECT
private slots:
    void eachListHasItsOwnOrder()
    {
        ListState state;
        QSignalSpy wished(&state, &ListState::wishChanged);
        state.setSort(ListKind::Checks, ListSort::Client, true);
        QCOMPARE(wished.size(), 0); // the other list is shown
        state.setFilter({.text = u"garcía"_s});
        state.setList(ListKind::Checks);
        QVERIFY(state.wish() == (ListWish{ListKind::Checks, {{.text = u"garcía"_s}, ListSort::Client, true}}));
        QVERIFY(wished.last()[0].value<ListWish>() == state.wish());
        state.setSort(ListKind::Checks, ListSort::Client, false);
        QCOMPARE(wished.size(), 3);
        state.setList(ListKind::Cases);
        QCOMPARE(state.wish().criteria.sort, ListSort::Newest);
    }
    void whatChangesNothingIsNotTold()
    {
        ListState state;
        QSignalSpy wished(&state, &ListState::wishChanged);
        QSignalSpy columns(&state, &ListState::columnsChanged);
        QSignalSpy dense(&state, &ListState::denseChanged);
        for (int i = 0; i < 2; ++i) {
            ColumnLayout layout(ListKind::Checks);
            layout.setShown(ListColumn::Note, true);
            state.show(ListKind::Checks, {.failed = true});
            state.setColumns(ListKind::Checks, layout);
            state.setDense(true);
        }
        QCOMPARE(wished.size() + columns.size() + dense.size(), 3);
        QVERIFY(state.columns(ListKind::Cases) == ColumnLayout(ListKind::Cases));
    }
};

LINTERNA_TEST(TestListState)

} // namespace test_liststate

#include "test_liststate.moc"

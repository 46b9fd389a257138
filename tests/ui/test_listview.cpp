// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/list/listmodel.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/style/theme.h"
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_listview {

class TestListView : public QObject
{
    Q_OBJECT
private:
    struct View {
        View()
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            view.resize(400, 560);
            view.show();
            view.activateWindow();
            (void)QTest::qWaitForWindowActive(&view, test::patience);
        }
        ListTable *table() { return view.findChild<ListTable *>(); }
        const ListModel &model() { return table()->rows(); }
        QPushButton *button(const QString &name) { return test::visibleButtonIn(&view, name); }
        QString labels()
        {
            QString all;
            for (const QLabel *label : view.findChildren<QLabel *>()) {
                if (label->isVisible())
                    all += label->text() + u'\n';
            }
            return all;
        }
        void showCases(int count, qint64 total, qint64 skipped = 0, bool stays = false)
        {
            ListRows page = listRows(samples::casePage(count, total));
            page.skipped = skipped;
            view.setPage(std::move(page), stays);
        }
        QStringList menu()
        {
            QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
            QApplication::sendEvent(table()->viewport(), &event);
            QStringList texts;
            for (QMenu *each : view.findChildren<QMenu *>()) {
                if (!each->isVisible())
                    continue;
                for (const QAction *action : each->actions())
                    texts += action->text();
                each->close();
            }
            texts.removeAll(QString());
            return texts;
        }
        LanguageSwitcher languages;
        Theme theme;
        ListView view{{.now = samples::now, .openUrl = {}}};
    };
    static ListWish wishOf(const QSignalSpy &spy) { return spy.last()[0].value<ListWish>(); }

private slots:
    void rowsHaveTwoLinesOf48PixelsOrOneOf28()
    {
        View v;
        v.showCases(3, 3);
        QCOMPARE(v.table()->rowHeight(0), 48);
        v.view.state().setDense(true);
        QCOMPARE(v.table()->rowHeight(0), 28);
        QVERIFY(!v.view.grab().isNull());
    }

    void fault62_tableHasRoleAndName()
    {
        View v;
        v.showCases(3, 3);
        QAccessibleInterface *table = QAccessible::queryAccessibleInterface(v.table());
        QCOMPARE(table->role(), QAccessible::Table);
        QCOMPARE(table->text(QAccessible::Name), u"Cases"_s);
        QCOMPARE(table->tableInterface()->rowCount(), 3);
        QCOMPARE(table->tableInterface()->columnCount(), 2);
        QAccessibleInterface *tabs = QAccessible::queryAccessibleInterface(v.view.findChild<QTabBar *>());
        QCOMPARE(tabs->role(), QAccessible::PageTabList);
        QCOMPARE(tabs->child(1)->text(QAccessible::Name), u"Checks"_s);
    }

    void restOfAPageComesWithoutAJump()
    {
        View v;
        ListRows page = listRows(samples::casePage(40, 40));
        v.view.setPage(page);
        v.table()->selectRow(30);
        const std::vector<qint64> chosen = v.table()->chosen().ids;
        const auto part = [&](int begin, int end) {
            return std::vector<ListRow>(page.rows.begin() + begin, page.rows.begin() + end);
        };
        ListRows first = page;
        first.rows = part(0, 10);
        v.view.setPage(first); // it looks for something else, and the row is further down
        v.view.setPage(first);
        QCOMPARE(v.model().rowCount(), 10);
        v.view.addRows(part(10, 20), false);
        v.view.addRows(part(20, 40), true);
        QCOMPARE(v.model().rowCount(), 40);
        QCOMPARE(v.table()->chosen().ids, chosen);
        QCOMPARE(v.table()->verticalScrollBar()->value(), 0);
        QVERIFY(v.labels().contains(u"1–40 of 40"_s));

        v.view.setPage(first);
        v.view.select(page.rows[5].check); // what is marked is alone selected
        v.view.addRows(part(10, 40), true);
        QCOMPARE(v.table()->chosen().ids, std::vector<qint64>{page.rows[5].id});

        v.view.setPage(page);
        v.table()->selectRow(30);
        v.view.setPage(first);
        v.view.addRows(part(10, 20), true); // it is not in this one
        v.view.setPage(page);
        QVERIFY(v.table()->chosen().ids.empty());
    }

    void choosingEmitsOnceAndIsKept()
    {
        View v;
        QSignalSpy chosen(&v.view, &ListView::rowChosen);
        v.showCases(10, 10);
        QCOMPARE(chosen.size(), 0); // nobody chose
        v.table()->setFocus();
        QTest::keyClick(v.table(), Qt::Key_Down);
        QTest::keyClick(v.table(), Qt::Key_Down);
        QVERIFY(!chosen.isEmpty());
        const qint64 id = chosen.last()[0].toLongLong();
        chosen.clear();
        v.showCases(11, 11, 0, true); // one more came
        QCOMPARE(chosen.size(), 0);
        QCOMPARE(v.model().row(v.table()->currentIndex())->id, id);
        QCOMPARE(v.table()->chosen().ids, std::vector{id});
        v.view.select(5);
        QCOMPARE(v.table()->chosen().ids, std::vector<qint64>{5});
        QCOMPARE(chosen.size(), 0);
    }

    void aCheckIsMarkedAsSoonAsItIsThere()
    {
        View v;
        v.showCases(10, 10);
        v.view.select(11);
        QVERIFY(v.table()->chosen().ids.empty());
        v.showCases(11, 11, 0, true);
        QCOMPARE(v.table()->chosen().ids, std::vector<qint64>{11});
    }

    void severalAreKeptById()
    {
        View v;
        QSignalSpy chosen(&v.view, &ListView::rowChosen);
        v.showCases(100, 100);
        v.table()->setFocus();
        v.table()->selectRow(1);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(v.table(), Qt::Key_Down, Qt::ShiftModifier);
        const std::vector<qint64> ids{99, 98, 97, 96};
        QCOMPARE(v.table()->chosen().ids, ids);
        QCOMPARE(chosen.size(), 1); // the card stays with the first while others join it
        v.showCases(101, 101, 0, true);
        QCOMPARE(v.table()->chosen().ids, ids);
        QCOMPARE(chosen.size(), 1);
    }

    //! A new check pushes all rows down; what somebody reads stays under the eye.
    void nothingJumpsWhenRowsCome()
    {
        View v;
        v.showCases(500, 500);
        v.table()->verticalScrollBar()->setValue(48 * 100 + 7);
        v.showCases(501, 501, 0, true);
        QCOMPARE(v.table()->verticalScrollBar()->value(), 48 * 101 + 7);
        v.table()->verticalScrollBar()->setValue(0);
        v.showCases(502, 502, 0, true); // whoever is at the top wants to see what is new
        QCOMPARE(v.table()->verticalScrollBar()->value(), 0);
        v.table()->verticalScrollBar()->setValue(500);
        v.showCases(503, 503); // another search
        QCOMPARE(v.table()->verticalScrollBar()->value(), 0);
    }

    void pagesOnlyWhereThereAreMore()
    {
        View v;
        v.showCases(214, 214);
        QVERIFY(v.labels().contains(u"1–214 of 214"_s));
        QVERIFY(!v.button(u"Earlier"_s));
        QVERIFY(v.button(u"Go to date…"_s));
        v.showCases(99, 99);
        QVERIFY(!v.button(u"Go to date…"_s));
        QSignalSpy earlier(&v.view, &ListView::earlierRequested);
        QSignalSpy later(&v.view, &ListView::laterRequested);
        QSignalSpy newest(&v.view, &ListView::newestRequested);
        v.showCases(2000, 1'000'000);
        QVERIFY(v.labels().contains(u"1–2,000 of 1,000,000"_s));
        QVERIFY(!v.button(u"Later"_s)->isEnabled() && !v.button(u"Newest"_s)->isEnabled());
        v.button(u"Earlier"_s)->click();
        v.showCases(2000, 1'000'000, 2000);
        v.button(u"Later"_s)->click();
        v.button(u"Newest"_s)->click();
        QCOMPARE(earlier.size() + later.size() + newest.size(), 3);
        v.view.state().setSort(ListKind::Cases, ListSort::Newest, true); // the oldest first: what comes next is later
        v.showCases(2000, 1'000'000);
        QVERIFY(!v.button(u"Earlier"_s)->isEnabled() && !v.button(u"Oldest"_s)->isEnabled());
        v.button(u"Later"_s)->click();
        QCOMPARE(earlier.size(), 2);
        v.view.state().setSort(ListKind::Cases, ListSort::Client, false);
        v.showCases(2000, 1'000'000, 2000); // by name there is no earlier and no date
        QVERIFY(v.button(u"Next page"_s) && v.button(u"Previous page"_s) && !v.button(u"Go to date…"_s));
    }

    void eachLetterIsWishedFor()
    {
        View v;
        QSignalSpy wished(&v.view.state(), &ListState::wishChanged);
        v.table()->setFocus();
        QTest::keyClick(&v.view, Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"gar"_s);
        QCOMPARE(wished.size(), 3);
        QCOMPARE(wishOf(wished).criteria.filter.text, u"gar"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(wishOf(wished).criteria.filter.text, QString());
    }

    void theOtherListHasItsOwnOrderAndColumns()
    {
        View v;
        QSignalSpy wished(&v.view.state(), &ListState::wishChanged);
        ColumnLayout layout(ListKind::Checks);
        layout.setShown(ListColumn::AskedBy, true);
        v.view.state().setColumns(ListKind::Checks, layout);
        v.view.state().setSort(ListKind::Cases, ListSort::Client, true);
        v.showCases(10, 10);
        v.view.findChild<QTabBar *>()->setCurrentIndex(1);
        QCOMPARE(wishOf(wished).list, ListKind::Checks);
        QCOMPARE(wishOf(wished).criteria.sort, ListSort::Newest);
        v.showCases(11, 11); // came too late
        QCOMPARE(v.model().rowCount(), 10);
        v.view.setPage(listRows(samples::checkPage(12, 12)));
        QCOMPARE(v.model().rowCount(), 12);
        QCOMPARE(v.model().column(2), ListColumn::AskedBy);
        v.view.findChild<QTabBar *>()->setCurrentIndex(0);
        QCOMPARE(wishOf(wished).criteria.sort, ListSort::Client);
        QVERIFY(wishOf(wished).criteria.reversed);
    }

    void aHeadingSortsThreeWays()
    {
        View v;
        v.showCases(10, 10);
        QSignalSpy wished(&v.view.state(), &ListState::wishChanged);
        const auto click = [&] {
            QTest::mouseClick(v.table()->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(40, 8));
            return std::pair(wishOf(wished).criteria.sort, wishOf(wished).criteria.reversed);
        };
        QCOMPARE(click(), std::pair(ListSort::Receipt, false));
        QCOMPARE(click(), std::pair(ListSort::Receipt, true));
        QCOMPARE(click(), std::pair(ListSort::Newest, false));
        QCOMPARE(wished.size(), 3);
    }

    void columnsByMenu()
    {
        View v;
        v.showCases(10, 10);
        QSignalSpy changed(&v.view.state(), &ListState::columnsChanged);
        auto *menu = v.view.findChild<ColumnMenu *>();
        const auto choose = [&](QMenu *in, const QString &text) {
            emit in->aboutToShow();
            for (QAction *action : in->actions()) {
                if (action->text() == text)
                    return action->trigger();
            }
            QFAIL(qPrintable(text));
        };
        choose(menu, u"Note"_s);
        choose(menu, u"Client"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(v.model().columnCount(), 4);
        menu->setSection(3);
        choose(menu, u"To the left"_s);
        QCOMPARE(v.model().column(2), ListColumn::Client);
        menu->setSection(1);
        choose(menu, u"Hide this column"_s);
        QCOMPARE(v.model().column(1), ListColumn::Client);
        choose(menu, u"Dense rows"_s);
        QCOMPARE(v.table()->rowHeight(0), 28);
        choose(menu, u"Usual columns"_s);
        QVERIFY(v.view.state().columns(ListKind::Cases) == ColumnLayout(ListKind::Cases));
    }

    void columnsByHand()
    {
        View v;
        v.view.resize(900, 560);
        ColumnLayout layout(ListKind::Cases);
        for (const ListColumn column : {ListColumn::Client, ListColumn::Form, ListColumn::Note})
            layout.setShown(column, true);
        v.view.state().setColumns(ListKind::Cases, layout);
        v.showCases(10, 10);
        QSignalSpy changed(&v.view.state(), &ListState::columnsChanged);
        v.table()->horizontalHeader()->moveSection(3, 2);    // as a drag ends
        QTRY_COMPARE(v.model().column(2), ListColumn::Form); // the model itself: assistive technology reads it
        QCOMPARE(v.table()->horizontalHeader()->visualIndex(2), 2);
        v.table()->horizontalHeader()->resizeSection(2, 222);
        QCOMPARE(changed.last()[1].value<ColumnLayout>().toSettings().at(2), u"form:222"_s);
        v.view.resize(300, 560);
        QVERIFY(v.table()->horizontalScrollBar()->maximum() > 0);
    }

    void copiedAsATable()
    {
        View v;
        v.showCases(10, 10);
        v.table()->setFocus();
        v.table()->selectAll();
        QTest::keyClick(v.table(), Qt::Key_C, Qt::ControlModifier);
        const QString text = QApplication::clipboard()->text();
        QCOMPARE(text.count(u'\n'), 11);
        QVERIFY(text.startsWith(u"Receipt number\tClient\t"_s));
        QVERIFY(QApplication::clipboard()->mimeData()->hasHtml());
    }

    void theMenuOffersWhatIsThere()
    {
        View v;
        v.showCases(10, 10);
        QCOMPARE(v.menu(), QStringList()); // nothing is selected
        v.table()->selectRow(2);
        QCOMPARE(v.menu(), QStringList({u"&Copy"_s, u"&Show all its checks"_s}));
        ListSelection asked;
        connect(&v.view, &ListView::checkAgainRequested, this, [&](const ListSelection &rows) { asked = rows; });
        QCOMPARE(v.menu(), QStringList({u"&Copy"_s, u"Check &again"_s, u"&Show all its checks"_s}));
        emit v.view.checkAgainRequested(v.table()->chosen());
        QCOMPARE(asked.ids, std::vector<qint64>{8});
        QCOMPARE(asked.receipts.front().toString(), u"SRC9999133404"_s);
    }

    void aCaseLeadsToItsChecks()
    {
        View v;
        v.view.showFilter({.failed = true});
        v.showCases(10, 10);
        v.table()->selectRow(2);
        QSignalSpy wished(&v.view.state(), &ListState::wishChanged);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(v.table()->viewport(), &event);
        for (QAction *each : v.view.findChildren<QAction *>()) {
            if (each->text() == u"&Show all its checks"_s)
                each->trigger();
        }
        QCOMPARE(wished.size(), 1);
        QVERIFY(wishOf(wished).list == ListKind::Checks);
        QVERIFY(wishOf(wished).criteria.filter == RecordFilter{.text = u"SRC9999133404"_s});
    }

    void anUpgradeIsNoEmptyHistory()
    {
        View v;
        v.view.setUpgrading();
        QVERIFY(v.labels().contains(u"Bringing your history up to date…"_s));
        v.languages.setLanguage(u"es"_s);
        QTRY_VERIFY(v.labels().contains(u"Actualizando su historial…"_s));
        v.showCases(3, 3);
        QVERIFY(!v.labels().contains(u"Actualizando su historial…"_s));
        v.view.setUpgrading(); // rows that are there stay
        QVERIFY(!v.labels().contains(u"Actualizando su historial…"_s));
    }
    void eachStateSaysWhatItIs()
    {
        View v;
        v.view.setPage({});
        QVERIFY(v.labels().contains(u"No cases yet"_s));
        QVERIFY(!v.button(u"Export history"_s)->isEnabled());
        QVERIFY(!v.table()->isVisible());
        v.view.setPage({.complete = false});
        QVERIFY(v.labels().contains(u"Reading the history…"_s));
        ListRows some = listRows(samples::casePage(3, 3));
        some.complete = false;
        v.view.setPage(some);
        QVERIFY(v.labels().contains(u"The history is still being read"_s));
        v.showCases(3, 3);
        QVERIFY(!v.labels().contains(u"The history is still being read"_s));
        v.view.findChild<QLineEdit *>()->setText(u"x"_s);
        v.view.setPage({});
        QVERIFY(v.labels().contains(u"Nothing matches"_s));
        QSignalSpy wished(&v.view.state(), &ListState::wishChanged);
        v.button(u"Clear the filter"_s)->click();
        QVERIFY(wishOf(wished).criteria.filter.isEmpty());
        QCOMPARE(v.view.findChild<QLineEdit *>()->text(), QString());
        QSignalSpy again(&v.view, &ListView::retryRequested);
        v.view.setFailed(u"disk I/O error"_s);
        QVERIFY(v.labels().contains(u"disk I/O error"_s));
        v.button(u"Try again"_s)->click();
        QCOMPARE(again.size(), 1);
    }

    void theFilterOpensInPlaceAndCloses()
    {
        View v;
        v.showCases(10, 10);
        QSignalSpy choices(&v.view, &ListView::choicesWanted);
        v.button(u"Filter"_s)->click();
        QCOMPARE(choices.size(), 1);
        QVERIFY(!v.table()->isVisible());
        v.button(u"Approved"_s)->click();
        QCOMPARE(v.view.wish().criteria.filter.categories.size(), std::size_t(1));
        v.showCases(7, 7);
        QVERIFY(v.button(u"Show 7 cases"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(v.table()->isVisible());
        QCOMPARE(QApplication::focusWidget(), v.button(u"Filter (1)"_s));
        QVERIFY(v.button(u"Approved"_s)); // as a chip
    }
};

LINTERNA_TEST(TestListView)

} // namespace test_listview

#include "test_listview.moc"

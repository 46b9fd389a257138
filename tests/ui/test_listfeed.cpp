// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "lib/localrecord/localrecord.h"
#include "tests/support/countedchecks.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"
#include "tests/ui/samples.h"
#include "ui/filter/savedfilters.h"
#include "ui/list/listfeed.h"
#include "ui/list/listmodel.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/widgets/announcer.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_listfeed {

namespace {

//! Number of all checks in the record, to which every test may add some.
int count = 2345;
constexpr int pageLength = 2000;

//! A view, and what it showed since it was made.
struct Desk {
    explicit Desk(LocalRecord &record, const QString &list = u"checks"_s) : store(record)
    {
        settings.setList(list);
        feed = std::make_unique<ListFeed>(store, settings, view);
        QObject::connect(view.findChild<ListTable *>()->model(), &QAbstractItemModel::modelReset, &view, [this] {
            if (rows() == 0)
                return; // the columns of a list are set before its rows
            shown.push_back(rows());
            if (onFirstRows)
                std::exchange(onFirstRows, {})();
        });
        QObject::connect(view.findChild<ListTable *>()->model(), &QAbstractItemModel::rowsInserted, &view,
                         [this] { shown.push_back(rows()); });
        view.resize(400, 560);
        view.show();
    }
    const ListModel &model() const { return table()->rows(); }
    int rows() const { return model().rowCount(); }
    qint64 idAt(int row) const { return model().row(row)->id; }
    bool reaches(
        int wanted, const std::function<bool()> &also = [] { return true; }) const
    {
        return waitFor([&] { return rows() == wanted && also(); });
    }
    //! The newest page, whole.
    bool opens()
    {
        feed->reload();
        return reaches(pageLength);
    }
    //! All that was asked for before has been answered, and nothing else is asked for.
    bool rests()
    {
        (void)resultOf(store.savedFilters());
        return waitFor([&] {
            const auto before = shown;
            (void)resultOf(store.savedFilters());
            QCoreApplication::processEvents();
            return before == shown;
        });
    }
    QString range() const
    {
        for (const QLabel *label : view.findChildren<QLabel *>()) {
            if (label->text().contains(u" of "))
                return label->text();
        }
        return {};
    }
    QStringList savedNames() const
    {
        QStringList names;
        for (const SavedFilter &each : view.findChild<SavedFilters *>()->filters())
            names << each.name;
        return names;
    }
    ListTable *table() const { return view.findChild<ListTable *>(); }
    std::vector<qint64> chosen() const { return table()->chosen().ids; }

    QTemporaryDir folder;
    LocalRecord &store;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    ListView view{{.now = samples::now, .openUrl = {}}};
    std::unique_ptr<ListFeed> feed;
    std::vector<int> shown; //!< Number of rows after each change.
    std::function<void()> onFirstRows;
};

using Steps = std::vector<int>;
const Steps fullPage{100, 600, 1100, 1600, 2000};

} // namespace

class TestListFeed : public QObject
{
    Q_OBJECT
private:
    std::unique_ptr<LocalRecord> m_store;
    LanguageSwitcher m_languages;

    void recordOne()
    {
        CheckOutcome outcome = goodOutcome(caseStatus(CountedChecks::receipt(++count)));
        outcome.checkedAt = CountedChecks::checkedAt(count);
        (void)m_store->record(outcome);
    }

private slots:
    void initTestCase()
    {
        m_languages.setLanguage(u"en"_s);
        m_store = std::make_unique<LocalRecord>(stillClock());
        QVERIFY(resultOf(m_store->file().open({.file = {}, .dataKey = testKey()})).ok());
        QCOMPARE(resultOf(m_store->importAll(std::make_shared<CountedChecks>(count)))->checks, count);
    }

    void asksForNothingBeforeTheRecordIsOpen()
    {
        Desk desk(*m_store);
        emit m_store->changed();
        desk.view.showFilter({.failed = true});
        QVERIFY(desk.rests());
        QVERIFY(desk.shown.empty());
    }

    void showsAScreenAtOnceAndThenTheRestOfThePage_data()
    {
        QTest::addColumn<QString>("list");
        QTest::newRow("checks") << u"checks"_s;
        QTest::newRow("cases") << u"cases"_s;
    }
    void showsAScreenAtOnceAndThenTheRestOfThePage()
    {
        QFETCH(QString, list);
        Desk desk(*m_store, list);
        QString first;
        desk.onFirstRows = [&] {
            QMetaObject::invokeMethod(
                &desk.view, [&] { first = desk.range(); }, Qt::QueuedConnection);
        };
        QVERIFY(desk.opens());
        QCOMPARE(desk.shown, fullPage);
        const QString range = u"1–2,000 of %1"_s.arg(QLocale(QLocale::English).toString(count));
        QCOMPARE(first, range); // the buttons below do not change when the rest comes
        QCOMPARE(desk.range(), range);
        for (int row = 0; row < pageLength; ++row)
            QCOMPARE(desk.model().row(row)->receipt, CountedChecks::receipt(count - row));
    }

    void turnsThePages()
    {
        Desk desk(*m_store);
        QVERIFY(desk.opens());
        emit desk.view.earlierRequested();
        QVERIFY(desk.reaches(count - pageLength));
        QCOMPARE(desk.idAt(0), count - pageLength);
        QCOMPARE(desk.range(), u"2,001–%1 of %1"_s.arg(QLocale(QLocale::English).toString(count)));
        emit desk.view.earlierRequested(); // there is none
        QVERIFY(desk.rests());
        QCOMPARE(desk.idAt(0), count - pageLength);
        emit desk.view.laterRequested();
        QVERIFY(desk.reaches(pageLength));
        QCOMPARE(desk.idAt(0), count);
        emit desk.view.earlierRequested();
        QVERIFY(desk.reaches(count - pageLength));
        emit desk.view.newestRequested();
        QVERIFY(desk.reaches(pageLength));
        QCOMPARE(desk.idAt(0), count);
    }

    void goesToADate()
    {
        Desk desk(*m_store);
        QVERIFY(desk.opens());
        const QDate day = CountedChecks::checkedAt(500).toLocalTime().date();
        int newest = 500;
        while (CountedChecks::checkedAt(newest + 1).toLocalTime().date() == day)
            ++newest;
        emit desk.view.dateRequested(day);
        QVERIFY(desk.reaches(newest));
        QCOMPARE(desk.idAt(0), newest);
        emit desk.view.laterRequested();
        QVERIFY(desk.reaches(pageLength));
        QCOMPARE(desk.idAt(0), count);
    }

    //! The rows after a page are known only when it has come; the press is not lost meanwhile.
    void earlierWaitsForThePageToBeWhole()
    {
        Desk desk(*m_store);
        desk.onFirstRows = [&] { emit desk.view.earlierRequested(); };
        desk.feed->reload();
        QVERIFY(desk.reaches(count - pageLength));
        QVERIFY(desk.rests());
        QCOMPARE(desk.idAt(0), count - pageLength);
        Steps expected = fullPage;
        expected.push_back(100);
        QCOMPARE(Steps(desk.shown.begin(), desk.shown.begin() + 6), expected);
    }

    void whatIsWantedMeanwhileIsNotKeptWaiting()
    {
        Desk desk(*m_store);
        const QString last = CountedChecks::receipt(count).toString();
        desk.onFirstRows = [&] { desk.view.showFilter({.text = last}); };
        desk.feed->reload();
        QVERIFY(desk.reaches(1));
        QVERIFY(desk.rests());
        QCOMPARE(desk.idAt(0), count);
        QVERIFY(std::ranges::find(desk.shown, pageLength) == desk.shown.end());
        desk.view.showFilter({});
        QVERIFY(desk.reaches(pageLength));
    }

    void aPageThatStaysIsNeverShorterMeanwhile_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("what");
        for (const QString &list : {u"checks"_s, u"cases"_s}) {
            for (const QString &what : {u"recorded"_s, u"edited"_s, u"deleted"_s}) // the last is read in from the start
                QTest::addRow("%s, %s", qPrintable(list), qPrintable(what)) << list << what;
        }
    }
    void aPageThatStaysIsNeverShorterMeanwhile()
    {
        QFETCH(QString, list);
        QFETCH(QString, what);
        Desk desk(*m_store, list);
        QVERIFY(desk.opens());
        desk.table()->selectRow(1500);
        const std::vector<qint64> selected = desk.chosen();
        const ReceiptNumber above = *desk.model().row(desk.table()->rowAt(0))->receipt;
        desk.shown.clear();
        qint64 deletion = 0;
        if (what == u"recorded"_s)
            recordOne();
        else if (what == u"edited"_s)
            (void)m_store->editCase(CountedChecks::receipt(count), {.client = u"Someone"_s});
        else
            m_store->deleteCases({CountedChecks::receipt(count)})
                ->onFinished(this, [&deletion](const Result<Deletion> &done) { deletion = done->number; });
        const ReceiptNumber first = CountedChecks::receipt(what == u"deleted"_s ? count - 1 : count);
        QVERIFY(waitFor([&] {
            const ListRow *row = desk.model().row(0);
            return !desk.shown.empty() && row && row->receipt == first
                && (what != u"edited"_s || row->details.client == u"Someone"_s);
        }));
        QVERIFY(desk.rests());
        for (const int rows : desk.shown)
            QCOMPARE(rows, pageLength);
        QCOMPARE(desk.chosen(), selected);
        QCOMPARE(desk.model().row(desk.table()->rowAt(0))->receipt, above);
        if (what == u"deleted"_s)
            QVERIFY(resultOf(m_store->undoDeletion(deletion)).ok());
    }

    void checksThatComeWhileAPageIsReadAreShownAfterIt()
    {
        Desk desk(*m_store);
        desk.onFirstRows = [&] { recordOne(); };
        desk.feed->reload();
        QVERIFY(desk.reaches(pageLength, [&] { return desk.idAt(0) == count; }));
        QVERIFY(desk.rests());
        QCOMPARE(desk.idAt(pageLength - 1), count - pageLength + 1);
        const Steps first(desk.shown.begin(), desk.shown.begin() + 3);
        QCOMPARE(first, (Steps{100, 600, pageLength})); // what would have come next no longer fitted
    }

    void aPageThatIsGoneGivesWayToTheNewest()
    {
        Desk desk(*m_store);
        desk.view.showFilter({.from = CountedChecks::checkedAt(count).toLocalTime().date()});
        desk.feed->reload();
        QVERIFY(waitFor([&] { return desk.rows() > 0; }));
        desk.view.showFilter({});
        QVERIFY(desk.reaches(pageLength));
        emit desk.view.earlierRequested();
        QVERIFY(desk.reaches(count - pageLength));
        const auto removed = resultOf(m_store->deleteChecksBefore(CountedChecks::checkedAt(count - pageLength + 1)));
        QCOMPARE(removed->checks, count - pageLength);
        QVERIFY(desk.reaches(pageLength));
        QCOMPARE(desk.idAt(0), count);
        QVERIFY(resultOf(m_store->undoDeletion(removed->number)).ok());
    }

    void selectionIsKeptHoweverLateItsRowComes()
    {
        Desk desk(*m_store);
        QVERIFY(desk.opens());
        ListTable *table = desk.table();
        table->selectRow(1500);
        table->selectionModel()->select(table->model()->index(3, 0),
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        const std::vector<qint64> before = desk.chosen();
        QCOMPARE(before.size(), std::size_t(2));
        QSignalSpy chosen(&desk.view, &ListView::rowChosen);
        emit desk.view.newestRequested(); // the same rows, and piece by piece
        desk.shown.clear();
        QVERIFY(waitFor([&] { return desk.shown == fullPage; }));
        QCOMPARE(desk.chosen(), before);
        QCOMPARE(table->verticalScrollBar()->value(), 0); // and the page is shown from its top
        desk.onFirstRows = [&] { emit desk.view.newestRequested(); };
        emit desk.view.newestRequested();
        desk.shown.clear();
        QVERIFY(waitFor([&] { return std::ranges::count(desk.shown, 100) == 2 && desk.rows() == pageLength; }));
        QCOMPARE(desk.chosen(), before);
        recordOne();
        QVERIFY(desk.reaches(pageLength, [&] { return desk.idAt(0) == count; }));
        QCOMPARE(desk.chosen(), before);
        QCOMPARE(chosen.size(), 0);
    }

    void aCheckThatIsToBeMarkedIsMarkedWhenItComes()
    {
        Desk desk(*m_store);
        desk.view.select(count - 1234);
        QVERIFY(desk.opens());
        QCOMPARE(desk.chosen(), std::vector<qint64>{count - 1234});
    }

    void aCheckThatIsChosenIsLoadedAndOfSeveralTheLast()
    {
        Desk desk(*m_store);
        QVERIFY(desk.opens());
        std::vector<ReceiptNumber> loaded;
        connect(desk.feed.get(), &ListFeed::loaded, this,
                [&](const CheckOutcome &outcome) { loaded.push_back(outcome.receipt); });
        for (int row = 0; row < 5; ++row)
            desk.view.findChild<ListTable *>()->selectRow(row);
        QVERIFY(desk.rests());
        QCOMPARE(loaded, std::vector{CountedChecks::receipt(count - 4)});
    }

    void saysHowManyWereFoundOnceTheTypingEnds()
    {
        Desk desk(*m_store);
        QVERIFY(desk.opens());
        QSignalSpy said(desk.view.findChild<Announcer *>(), &Announcer::announced);
        const QString receipt = CountedChecks::receipt(17).toString();
        for (qsizetype length = 8; length <= receipt.size(); ++length)
            desk.view.showFilter({.text = receipt.first(length)});
        QVERIFY(waitFor([&] { return !said.empty(); }));
        QCOMPARE(said[0][0].toString(), u"1 check found"_s);
        recordOne(); // the page stays, and nobody asked
        QVERIFY(desk.rests());
        QCOMPARE(said.size(), 1);
    }

    void theListsLookAsTheyWereLeft()
    {
        Desk desk(*m_store, u"cases"_s);
        ColumnLayout columns(ListKind::Cases);
        columns.setShown(ListColumn::Client, true);
        desk.view.state().setColumns(ListKind::Cases, columns);
        desk.view.state().setSort(ListKind::Cases, ListSort::Receipt, true);
        desk.view.state().setDense(true);
        ListView again{{.now = samples::now, .openUrl = {}}};
        const ListFeed feed(*m_store, desk.settings, again);
        QCOMPARE(again.wish().list, ListKind::Cases);
        QCOMPARE(again.wish().criteria.sort, ListSort::Receipt);
        QCOMPARE(again.wish().criteria.reversed, true);
        QCOMPARE(feed.query().criteria.sort, ListSort::Receipt);
        QCOMPARE(feed.query().criteria.reversed, true);
        QVERIFY(again.state().isDense());
        QVERIFY(again.state().columns(ListKind::Cases) == columns);
    }

    //! A backup that was restored brings its own cases and its own saved filters.
    void anotherRecordInItsPlace()
    {
        QTemporaryDir folder;
        const Secret key = testKey();
        LocalRecord other{stillClock()};
        QVERIFY(resultOf(other.file().open({folder.filePath(u"other.db"_s), key})).ok());
        QVERIFY(resultOf(other.importAll(std::make_shared<CountedChecks>(3))).ok());
        QVERIFY(resultOf(other.saveFilters({{u"Theirs"_s, {.failed = true}}})).ok());
        LocalRecord store{stillClock()};
        QVERIFY(resultOf(store.file().open({folder.filePath(u"history.db"_s), key, RecordRole::Owner})).ok());
        QVERIFY(resultOf(store.record(goodOutcome())).ok());
        Desk desk(store);
        desk.view.showFilter({.text = u"EAC"_s});
        desk.feed->reload();
        QVERIFY(desk.reaches(1));
        QVERIFY(resultOf(store.file().replaceWith(*resultOf(other.file().copy()), Replace::KeepOther)).ok());
        desk.view.showFilter({});
        QVERIFY(desk.reaches(3));
        desk.view.openFilter();
        QVERIFY(waitFor([&] { return desk.savedNames() == QStringList{u"Theirs"_s}; }));
    }

    void saysWhyARecordCannotBeRead()
    {
        LocalRecord closed{stillClock()};
        Desk desk(closed);
        desk.feed->reload();
        QVERIFY(waitFor([&] {
            for (const QLabel *label : desk.view.findChildren<QLabel *>()) {
                if (label->isVisible() && label->text() == u"The list cannot be shown")
                    return true;
            }
            return false;
        }));
        QVERIFY(resultOf(closed.file().open({.file = {}, .dataKey = testKey()})).ok());
        QVERIFY(resultOf(closed.record(goodOutcome())).ok());
        emit desk.view.retryRequested();
        QVERIFY(desk.reaches(1));
    }
};

LINTERNA_TEST(TestListFeed)

} // namespace test_listfeed

#include "test_listfeed.moc"

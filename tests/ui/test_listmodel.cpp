// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/list/listmodel.h"
#include "ui/list/rowcopy.h"
#include "ui/list/rowwords.h"

#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_listmodel {

//! Texts of the lists, and what is copied to the clipboard and stored in the settings.
class TestListModel : public QObject
{
    Q_OBJECT
private:
    const ViewEnvironment environment{.now = samples::now, .openUrl = {}};
    LanguageSwitcher languages;

    static ListRow caseRow(int number) { return listRows(samples::casePage(10, 10)).rows[std::size_t(number)]; }
    static ListRow checkRow(int number) { return listRows(samples::checkPage(10, 10)).rows[std::size_t(number)]; }

private slots:
    void init() { languages.setLanguage(u"en"_s); }

    //! A row is measured each time it is painted.
    void fault61_aTitleOfAMegabyteIsCut()
    {
        ListRow row = checkRow(0);
        row.title = {QString(1'000'000, u'w'), u"título "_s.repeated(100'000)};
        row.formType = QString(1'000'000, u'f');
        row.details.client = QString(1'000'000, u'c');
        QVERIFY(wordsOf(row, samples::now()).detail.size() < 1000);
        QVERIFY(wordsOf(row, samples::now()).detail.endsWith(u"w…"_s));
        row.details.note = u"line\n"_s.repeated(100'000);
        for (const ListColumn column : columnsOf(ListKind::Checks))
            QVERIFY(cellText(row, column, ListKind::Checks, samples::now()).size() <= 300);
    }

    void rowsAreReadWhole()
    {
        ListModel model(environment);
        model.setRows(ListKind::Checks, listRows(samples::checkPage(10, 10)).rows);
        const auto spoken = [&](int row, int column) {
            return model.index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(spoken(1, 0), u"IOE1234563403, Changed · I-765 · Request for Additional Evidence Was Sent"_s);
        QCOMPARE(spoken(1, 1), u"Action needed, today 12:12"_s);
        QCOMPARE(spoken(2, 1), u"Not recognized, today 9:42"_s);
        QCOMPARE(spoken(6, 1), u"No answer, yesterday 23:42"_s);
        languages.setLanguage(u"es"_s); // words are made when asked for
        QCOMPARE(spoken(1, 0), u"IOE1234563403, Cambió · I-765 · Se Envió Solicitud De Evidencia Adicional"_s);
        QCOMPARE(spoken(1, 1), u"Acción requerida, hoy 12:12"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Estado"_s);
    }

    void moreRowsAreJoinedBelow()
    {
        ListModel model(environment);
        std::vector<ListRow> rows = listRows(samples::checkPage(10, 10)).rows;
        const std::vector<ListRow> more(rows.begin() + 4, rows.end());
        rows.resize(4);
        model.setRows(ListKind::Checks, rows);
        const QPersistentModelIndex third = model.index(2, 0);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.addRows({});
        model.addRows(more);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted[0][1].toInt(), 4);
        QCOMPARE(inserted[0][2].toInt(), 9);
        QCOMPARE(reset.size(), 0); // what stood there stays: an assistive technology reads on where it was
        QVERIFY(third.isValid() && third.row() == 2);
        QCOMPARE(model.rowOf(more.back().id), 9);
    }

    //! A check that failed never hides the last good status of its case, and is not kept quiet either.
    void aFailedCheckLeavesTheStatusOfTheCase()
    {
        const RowWords words = wordsOf(caseRow(6), samples::now());
        QCOMPARE(words.status, u"Received"_s);
        QCOMPARE(words.when, u"9 Nov"_s);
        QCOMPARE(words.detail, u"No answer yesterday 23:42 · García, María · I-90 · Case Was Received"_s);
        QCOMPARE(wordsOf(caseRow(2), samples::now()).status, u"Not recognized"_s); // there was never a good one
        QCOMPARE(cellText(caseRow(2), ListColumn::Category, ListKind::Cases, samples::now()), QString());
    }

    void aChangeIsNewsForAWeek()
    {
        ListRow row = caseRow(1);
        QVERIFY(isNews(row, samples::now()));
        row.changedAt = samples::now().addDays(-6);
        row.confirmedAt = samples::now();
        QVERIFY(isNews(row, samples::now()));
        row.changedAt = samples::now().addDays(-8);
        QVERIFY(!isNews(row, samples::now()));
        row.confirmedAt = row.changedAt; // nobody has looked since
        QVERIFY(isNews(row, samples::now()));
        row.change = Change::First;
        QVERIFY(!isNews(row, samples::now()));
    }

    void unreadableRowSaysSo()
    {
        ListModel model(environment);
        ListRow row;
        row.id = 7;
        row.checkedAt = samples::now();
        row.unreadable = true;
        model.setRows(ListKind::Cases, {row});
        QVERIFY(model.index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"Cannot be read"_s));
    }

    //! The accessibility bus is told of these alone.
    void onlyShownColumnsExist()
    {
        ListModel model(environment);
        model.setRows(ListKind::Cases, listRows(samples::casePage(3, 3)).rows);
        QCOMPARE(model.columnCount(), 2);
        model.setColumns({ListColumn::Case, ListColumn::Tags, ListColumn::Client});
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(2, 1).data().toString(), u"employment, urgent"_s);
        QCOMPARE(model.index(2, 2).data().toString(), u"Li Wei · file 00017"_s);
    }

    //! A check keeps what the server answered; a case has many checks, and none of this.
    void checksShowTheHttpStatusWhereWanted()
    {
        ListModel model(environment);
        model.setRows(ListKind::Checks, listRows(samples::checkPage(10, 10)).rows);
        QVERIFY(!ColumnLayout(ListKind::Checks).shows(ListColumn::HttpStatus));
        ColumnLayout cases(ListKind::Cases);
        cases.setShown(ListColumn::HttpStatus, true);
        QVERIFY(cases == ColumnLayout(ListKind::Cases));
        ColumnLayout layout(ListKind::Checks);
        layout.setShown(ListColumn::HttpStatus, true);
        QCOMPARE(layout.toSettings().last(), u"http-status:0"_s);
        model.setColumns({ListColumn::Case, ListColumn::HttpStatus});
        QCOMPARE(model.index(1, 1).data().toString(), u"200"_s);
        QCOMPARE(model.index(2, 1).data().toString(), u"404"_s);
        QCOMPARE(model.index(6, 1).data().toString(), QString()); // there was no reply
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"HTTP status"_s);
        const std::unique_ptr<QMimeData> copied(copiedRows(model, {2, 6}));
        QVERIFY(copied->text().startsWith(u"Receipt number\tClient\tForm\tTitle\tHTTP status\n"_s));
        QVERIFY(copied->text().contains(u"\t404\n"_s));
        QVERIFY(copied->text().endsWith(u"\t\n"_s));
        languages.setLanguage(u"es"_s);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"Estado HTTP"_s);
    }

    void columnsComeBackFromTheSettings()
    {
        ColumnLayout layout(ListKind::Cases);
        layout.setShown(ListColumn::Client, true);
        layout.setShown(ListColumn::Note, true);
        layout.move(3, 1);
        layout.setWidth(1, 300);
        layout.setShown(ListColumn::Case, false); // cannot go
        QCOMPARE(layout.toSettings(), QStringList({u"case:0"_s, u"note:300"_s, u"status:0"_s, u"client:0"_s}));
        QVERIFY(ColumnLayout(ListKind::Cases, layout.toSettings()) == layout);
        // From a newer version, of the other list, twice, or by a slip of the hand.
        const QStringList odd{u"moon:9"_s, u"asked-by:1"_s, u"status:-5"_s, u"status:7"_s, u"form:99999"_s, u""_s};
        QCOMPARE(ColumnLayout(ListKind::Cases, odd).toSettings(),
                 QStringList({u"case:0"_s, u"status:0"_s, u"form:4000"_s}));
        QVERIFY(ColumnLayout(ListKind::Checks, {}) == ColumnLayout(ListKind::Checks));
    }

    void nothingMovesBeforeTheCase()
    {
        ColumnLayout layout(ListKind::Checks);
        layout.setShown(ListColumn::Form, true);
        layout.move(2, 0);
        QCOMPARE(layout.toSettings(), QStringList({u"case:0"_s, u"form:0"_s, u"status:0"_s}));
        layout.move(0, 2);
        layout.move(7, 1);
        QCOMPARE(layout.shown().front().column, ListColumn::Case);
    }

    void sortsHaveNames()
    {
        for (const ListSort sort : sortsOf(ListKind::Cases)) {
            for (const bool reversed : {false, true})
                QCOMPARE(sortFromName(sortName(sort, reversed)), std::pair(sort, reversed));
        }
        QCOMPARE(sortFromName(u"moon reversed"_s), std::pair(ListSort::Newest, false));
        QCOMPARE(sortsOf(ListKind::Checks).size() + 1, sortsOf(ListKind::Cases).size());
    }

    void copiedRowsAreATableWithHeadings()
    {
        ListModel model(environment);
        model.setRows(ListKind::Cases, listRows(samples::casePage(10, 10)).rows);
        const std::unique_ptr<QMimeData> data(copiedRows(model, {0, 2}));
        QCOMPARE(data->text(),
                 u"Receipt number\tClient\tForm\tTitle\tStatus\tLast confirmed\n"
                 "EAC9999103402\tGarcía, María\tI-130\tCase Approval Was Affirmed\tApproved\t2026-11-22 14:42\n"
                 "SRC9999133404\tLi Wei · file 00017\t\t\tNot recognized\t\n"_s);
        QVERIFY(data->html().contains(u"<tr><th>Receipt number</th><th>Client</th>"_s));
        QVERIFY(data->html().contains(u"<td>García, María</td>"_s));
    }

    void fault63_noCopiedCellIsAFormula()
    {
        ListModel model(environment);
        ListRow row = caseRow(0);
        row.details.client = u"=HYPERLINK(\"http://x\",\"y\")"_s;
        row.details.note = u"one\ttwo\nthree <b>&"_s;
        model.setRows(ListKind::Cases, {row});
        model.setColumns({ListColumn::Case, ListColumn::Note});
        const std::unique_ptr<QMimeData> data(copiedRows(model, {0}));
        QVERIFY(data->text().contains(u"\t'=HYPERLINK"_s));
        QVERIFY(data->html().contains(u"<td>'=HYPERLINK(&quot;"_s));
        QVERIFY(data->text().endsWith(u"\tone two three <b>&\n"_s)); // a cell stays a cell
        QVERIFY(data->html().contains(u"three &lt;b&gt;&amp;"_s));
    }
};

LINTERNA_TEST(TestListModel)

} // namespace test_listmodel

#include "test_listmodel.moc"

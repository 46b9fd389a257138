// SPDX-License-Identifier: GPL-3.0-or-later
// Exporting and printing the lists through the window.
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "tests/ui/windowbench.h"
#include "ui/exchange/exportdialog.h"
#include "ui/list/listview.h"
#include "ui/print/printquestion.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QTableView>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordactions {

class TestRecordActions : public QObject
{
    Q_OBJECT
private:
    static ListView *view(const WindowBench &b) { return b.window->findChild<ListView *>(); }
    static QTableView *table(const WindowBench &b) { return b.window->findChild<QTableView *>(); }
    static bool rows(WindowBench &b, int count)
    {
        return b.until([&] { return table(b)->model()->rowCount() == count; });
    }
    static bool record(WindowBench &b, const QString &receipt, bool good = true)
    {
        CheckOutcome outcome = goodOutcome(caseStatus(receiptOf(receipt)));
        outcome.checkedAt = b.clock.now();
        if (!good)
            outcome.result = Error{.code = ErrorCode::Offline};
        return resultOf(b.history.record(outcome)).ok();
    }
    static bool says(const WindowBench &b, const QString &text)
    {
        for (const QLabel *label : view(b)->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(text))
                return true;
        }
        return false;
    }
    static void trigger(const WindowBench &b, const QString &text)
    {
        for (QAction *each : b.window->findChildren<QAction *>()) {
            if (each->text() == text)
                each->trigger();
        }
    }
    template<class Dialog>
    static Dialog *dialog(WindowBench &b)
    {
        (void)b.until([&] { return b.window->findChild<Dialog *>() != nullptr; });
        return b.window->findChild<Dialog *>();
    }

private slots:
    //! As the list has them: cases whose last check failed, a line each, with their last good answer.
    void exportsTheListedCases()
    {
        WindowBench b;
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"LIN9999106501"_s));
        QVERIFY(record(b, u"LIN9999106501"_s, false));
        QVERIFY(record(b, u"WAC9999103403"_s, false));
        QVERIFY(record(b, u"WAC9999103403"_s));
        QVERIFY(rows(b, 3));
        view(b)->showFilter({.failed = true});
        QVERIFY(rows(b, 1));
        b.button(u"Export history"_s)->click();
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QCOMPARE(exporting->form().count(), 1);
        const QString file = b.folder.filePath(u"out.csv"_s);
        exporting->exportTo(file);
        QVERIFY(b.until([&] { return says(b, u"1 case exported to "_s + file); }));
        const QByteArray bytes = bytesOf(file);
        QCOMPARE(bytes.count("\r\n"), 2);
        QVERIFY(bytes.contains("LIN9999106501") && bytes.contains("Case Approval Was Affirmed")
                && bytes.contains(",offline,"));
    }
    void exportsTheListedChecks()
    {
        WindowBench b;
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"LIN9999106501"_s, false));
        QVERIFY(record(b, u"LIN9999106501"_s, false));
        view(b)->state().setList(ListKind::Checks);
        view(b)->showFilter({.failed = true});
        QVERIFY(rows(b, 2));
        table(b)->selectAll();
        b.button(u"Export history"_s)->click();
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QCOMPARE(exporting->form().count(), 2);
        QVERIFY(exporting->form().options().scope.ids.empty());
        const QString file = b.folder.filePath(u"out.csv"_s);
        exporting->exportTo(file);
        QVERIFY(b.until([&] { return says(b, u"2 checks exported to "_s + file); }));
        const QByteArray bytes = bytesOf(file);
        QVERIFY(bytes.contains("LIN9999106501") && !bytes.contains("EAC9999103402"));
    }
    //! Counting the rows takes a while where the record is still being read in.
    void asksOnceHoweverOftenItIsPressed()
    {
        WindowBench b;
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(rows(b, 1));
        for (int i = 0; i < 3; ++i)
            b.button(u"Export history"_s)->click();
        QVERIFY(dialog<ExportDialog>(b));
        QVERIFY(resultOf(b.history.count({}))); // whatever was asked before has come
        QCOMPARE(b.window->findChildren<ExportDialog *>().size(), 1);
        delete dialog<ExportDialog>(b);
        b.button(u"Export history"_s)->click();
        QVERIFY(dialog<ExportDialog>(b));
    }
    //! One selected row is only the case looked at; several are a choice to export.
    void severalSelectedCasesAreExported()
    {
        WindowBench b;
        for (const QString &receipt : {u"EAC9999103402"_s, u"LIN9999106501"_s, u"WAC9999103403"_s})
            QVERIFY(record(b, receipt));
        QVERIFY(rows(b, 3));
        table(b)->selectRow(0);
        b.button(u"Export history"_s)->click();
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QVERIFY(exporting->form().options().scope.ids.empty());
        QCOMPARE(exporting->form().count(), 3);
        delete exporting;
        table(b)->selectionModel()->select(table(b)->model()->index(1, 0),
                                           QItemSelectionModel::Select | QItemSelectionModel::Rows);
        trigger(b, u"&Export history…"_s);
        exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QCOMPARE(exporting->form().options().scope.what, VisitScope::What::Cases);
        QCOMPARE(exporting->form().options().scope.ids, (std::vector<qint64>{3, 2}));
        QCOMPARE(exporting->form().count(), 2);
    }

    void exportsSelectedRows_data()
    {
        QTest::addColumn<ListKind>("list");
        QTest::newRow("checks") << ListKind::Checks;
        QTest::newRow("cases") << ListKind::Cases;
    }
    //! From the rows' menu also a single row.
    void exportsSelectedRows()
    {
        QFETCH(ListKind, list);
        WindowBench b;
        QVERIFY(record(b, u"LIN9999106501"_s));
        QVERIFY(record(b, u"LIN9999106501"_s));
        QVERIFY(record(b, u"EAC9999103402"_s));
        emit view(b)->rowsExportRequested({.list = list, .ids = {1}, .checks = {2}});
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        const ExportOptions options = exporting->form().options();
        QCOMPARE(options.line(), list == ListKind::Cases ? ExportOptions::Line::Case : ExportOptions::Line::Check);
        QCOMPARE(options.scope.ids, std::vector<qint64>{1});
        QCOMPARE(exporting->form().count(), 1);
    }

    void printsTheListAndSaysWhereThereIsNone()
    {
        WindowBench b;
        trigger(b, u"Pri&nt the list…"_s);
        QVERIFY(b.until([&] { return says(b, u"There is nothing to print."_s); }));
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"LIN9999106501"_s));
        QVERIFY(rows(b, 2));
        trigger(b, u"Pri&nt the list…"_s);
        QVERIFY(dialog<PrintQuestion>(b));
    }
};

LINTERNA_TEST(TestRecordActions)

} // namespace test_recordactions

#include "test_recordactions.moc"

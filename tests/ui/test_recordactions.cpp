// SPDX-License-Identifier: GPL-3.0-or-later
// The lists into a file and onto paper, through the window.
#include "export/exportdialog.h"
#include "history/historyview.h"
#include "print/printquestion.h"
#include "support/jobresult.h"
#include "support/outcomes.h"
#include "ui/windowbench.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QTableView>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

class TestRecordActions : public QObject
{
    Q_OBJECT
private:
    static HistoryView *view(const WindowBench &b) { return b.window->findChild<HistoryView *>(); }
    static bool rows(WindowBench &b, int count)
    {
        return b.until([&] { return b.window->findChild<QTableView *>()->model()->rowCount() == count; });
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
    void exportsWhatIsListed()
    {
        WindowBench b;
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"LIN9999106501"_s, false));
        QVERIFY(rows(b, 2)); // cases; what is exported are checks
        view(b)->showFilter({.failed = true});
        QVERIFY(rows(b, 1));
        b.button(u"Export history"_s)->click();
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QCOMPARE(exporting->form().checks(), 1);
        const QString file = b.folder.filePath(u"out.csv"_s);
        exporting->exportTo(file);
        QVERIFY(b.until([&] { return says(b, u"1 check exported to "_s + file); }));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray bytes = written.readAll();
        QVERIFY(bytes.contains("LIN9999106501") && !bytes.contains("EAC9999103402"));
    }

    void exportsSelectedRows()
    {
        WindowBench b;
        QVERIFY(record(b, u"EAC9999103402"_s));
        QVERIFY(record(b, u"LIN9999106501"_s));
        emit view(b)->rowsExportRequested({.list = ListKind::Checks, .ids = {2}, .checks = {2}});
        auto *exporting = dialog<ExportDialog>(b);
        QVERIFY(exporting);
        QCOMPARE(exporting->form().checks(), 1);
        QCOMPARE(exporting->form().options().scope.ids, std::vector<qint64>{2});
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

QTEST_MAIN(TestRecordActions)
#include "test_recordactions.moc"

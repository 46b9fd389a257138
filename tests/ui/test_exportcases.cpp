// SPDX-License-Identifier: GPL-3.0-or-later
// The export dialog as it comes from the list of cases.
#include "tests/support/testprogram.h"
#include "tests/ui/exportbench.h"
#include "ui/exchange/columnchoice.h"
#include "ui/widgets/disclosure.h"

#include <QFileDialog>
#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;

namespace test_exportcases {

class TestExportCases : public QObject
{
    Q_OBJECT
private slots:
    //! From the list of cases: the listed ones, a line each, and it is said so.
    void casesAreALineEach()
    {
        ExportScope scope = someCases();
        scope.selected.clear();
        scope.counts.erase(scope.counts.begin(), scope.counts.begin() + 2);
        const ExportBench bench(scope);
        QVERIFY(bench.shows(u"37 listed cases, one line each."_s) && bench.shows(u"Export cases"_s));
        const ExportOptions options = bench.dialog->form().options();
        QCOMPARE(options.scope.what, VisitScope::What::Cases);
        QCOMPARE(options.scope.criteria.filter, scope.wish.criteria.filter);
        QVERIFY(options.scope.ids.empty());
        // In the order in which they are listed.
        QCOMPARE(options.scope.criteria.sort, ListSort::Client);
        QVERIFY(options.scope.criteria.reversed);
        QCOMPARE(options.headers.value(u"last_outcome"_s), u"Last outcome"_s);
        QCOMPARE(options.headers.value(u"checked_at"_s), u"Status as of (UTC)"_s);
        QCOMPARE(bench.dialog->form().count(), 37);
    }
    void selectedCasesComeFirst()
    {
        const ExportBench bench(someCases());
        const ExportForm &form = bench.dialog->form();
        QVERIFY(bench.shows(u"3 selected cases, one line each."_s));
        QCOMPARE(form.options().scope.what, VisitScope::What::Cases);
        QCOMPARE(form.options().scope.ids, (std::vector<qint64>{7, 8, 9}));
        bench.press(u"Each check"_s);
        QVERIFY(bench.shows(u"Every check of the selected cases: 12."_s) && bench.shows(u"Export checks"_s));
        QCOMPARE(form.options().scope.what, VisitScope::What::ChecksOfCases);
        QCOMPARE(form.options().scope.ids, (std::vector<qint64>{7, 8, 9}));
        QCOMPARE(form.options().headers.value(u"checked_at"_s), u"Checked at (UTC)"_s);
        QVERIFY(!form.options().headers.contains(u"last_outcome"_s));
        bench.press(u"Listed (37)"_s);
        QVERIFY(bench.shows(u"Every check of the listed cases: 412."_s));
        QCOMPARE(form.options().scope.criteria.filter, someCases().wish.criteria.filter);
        QCOMPARE(form.count(), 412);
        bench.press(u"All (1,200)"_s);
        QVERIFY(bench.shows(u"The whole history: 12,345 checks."_s));
        QCOMPARE(form.options().scope.what, VisitScope::What::Checks);
        QVERIFY(form.options().scope.criteria.filter.isEmpty() && form.options().scope.ids.empty());
        bench.press(u"Each case"_s);
        QVERIFY(bench.shows(u"The whole history: 1,200 cases, one line each."_s));
        QCOMPARE(form.options().scope.what, VisitScope::What::Cases);
        QCOMPARE(form.count(), 1'200);
    }
    void writesCasesAndSaysSo()
    {
        ExportBench bench(allCases());
        (void)resultOf(bench.history.record(badOutcome({.code = ErrorCode::Closed})));
        QSignalSpy exported(bench.dialog, &ExportDialog::exported);
        bench.press(u"Fixed names for programs"_s);
        bench.dialog->exportTo(bench.file());
        bench.dialog->showProgress(1, 4);
        QVERIFY(bench.shows(u"1 of 4 cases written"_s));
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(exported[0][0].toString(), u"1 case exported to %1"_s.arg(bench.file()));
        QCOMPARE(bench.bytes().count("EAC9999103402"), 1);
        QVERIFY(bench.bytes().contains("Case Approval Was Affirmed") && bench.bytes().endsWith(",closed,\r\n"));
    }
    void theFileOfCasesIsCalledSo()
    {
        const ExportBench bench(allCases());
        bench.press(u"Masked"_s);
        bench.press(u"Choose a file…"_s);
        auto *files = bench.dialog->findChild<QFileDialog *>();
        QVERIFY(files && files->selectedFiles().constFirst().contains(u"linterna-cases-masked-2026-11-23"_s));
    }
    //! A complete copy is made of checks; what was chosen for those stays.
    void aCompleteCopyIsOfChecks()
    {
        ExportBench bench(allCases());
        QVERIFY(!bench.button(u"A complete copy"_s)->isEnabled());
        QVERIFY(bench.shows(u"For a complete copy: “Each check”."_s));
        bench.press(u"Each check"_s);
        bench.press(u"A complete copy"_s);
        QVERIFY(!bench.button(u"Masked"_s)->isEnabled());
        bench.press(u"Each case"_s);
        QVERIFY(bench.button(u"A table to read"_s)->isChecked() && bench.button(u"Masked"_s)->isEnabled());
        QCOMPARE(bench.dialog->form().options().kind, ExportOptions::Kind::Everyday);
        bench.press(u"Each check"_s);
        QCOMPARE(bench.dialog->form().options().kind, ExportOptions::Kind::Complete);
        bench.press(u"Each case"_s);
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        bench.open(allChecks());
        QCOMPARE(bench.dialog->form().options().kind, ExportOptions::Kind::Complete);
    }
    void columnsOfCasesAreRememberedApart()
    {
        ExportBench bench(allCases());
        const auto columns = bench.dialog->findChildren<ColumnChoice *>();
        bench.dialog->findChild<Disclosure *>()->setOpen(true);
        QVERIFY(!columns[0]->isVisible() && columns[1]->isVisible());
        columns[1]->setColumns({u"receipt_number"_s, u"last_outcome"_s});
        bench.press(u"Each check"_s);
        QVERIFY(columns[0]->isVisible() && !columns[1]->isVisible());
        for (int i = 0; i < columns[0]->count(); ++i)
            columns[0]->button(i)->click();
        bench.press(u"Choose a file…"_s);
        QCOMPARE(bench.said(), u"Choose at least one column."_s);
        columns[0]->setColumns({u"title_en"_s});
        bench.press(u"Each case"_s);
        QVERIFY(bench.dialog->form().problem().isEmpty());
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes(), "\xef\xbb\xbfReceipt number,Last outcome\r\nEAC9999103402,ok\r\n"_ba);
        bench.open(allCases());
        QCOMPARE(bench.dialog->form().options().columns, QStringList{u"title_en"_s});
        QCOMPARE(bench.dialog->form().options().caseColumns, (QStringList{u"receipt_number"_s, u"last_outcome"_s}));
    }
    void casesChangeTheirLanguageWhileOpen()
    {
        ExportBench bench(someCases());
        bench.languages.setLanguage(u"es"_s);
        QCoreApplication::processEvents();
        QVERIFY(bench.button(u"Seleccionados (3)"_s) && bench.button(u"Consulta"_s));
        QVERIFY(bench.shows(u"3 casos seleccionados, una línea por caso."_s) && bench.shows(u"Exportar casos"_s));
        QCOMPARE(bench.dialog->form().options().headers.value(u"last_checked_at"_s), u"Última consulta (UTC)"_s);
    }
};

LINTERNA_TEST(TestExportCases)

} // namespace test_exportcases

#include "test_exportcases.moc"

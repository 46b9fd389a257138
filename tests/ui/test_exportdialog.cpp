// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/recordgate.h"
#include "tests/support/testprogram.h"
#include "tests/ui/exportbench.h"
#include "ui/exchange/columnchoice.h"
#include "ui/exchange/exportwords.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/progressline.h"

#include <QFileDialog>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace linterna;
using namespace linterna::test;

namespace test_exportdialog {

class TestExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void theFirstExportIsATableToRead()
    {
        const ExportBench bench;
        const ExportOptions options = bench.dialog->form().options();
        QCOMPARE(options.kind, ExportOptions::Kind::Everyday);
        QCOMPARE(options.format, ExportOptions::Format::Csv);
        QCOMPARE(options.headers.value(u"receipt_number"_s), u"Receipt number"_s);
        QVERIFY(!options.masked && options.columns.isEmpty() && options.scope.ids.empty());
        QVERIFY(!bench.button(u"Selected (0)"_s));
    }
    void whatIsSelectedComesFirst()
    {
        const ExportBench bench(someChecks());
        QCOMPARE(bench.dialog->form().options().scope.ids, (std::vector<qint64>{7, 9}));
        QCOMPARE(bench.dialog->form().count(), 2);
        bench.press(u"Listed (214)"_s);
        QCOMPARE(bench.dialog->form().options().scope.criteria.filter, someChecks().wish.criteria.filter);
        QVERIFY(bench.dialog->form().options().scope.ids.empty());
        bench.press(u"All (12,345)"_s);
        QVERIFY(bench.dialog->form().options().scope.criteria.filter.isEmpty());
        QCOMPARE(bench.dialog->form().count(), 12'345);
    }
    void writesWhatWasChosenAndSaysSo()
    {
        ExportBench bench;
        QSignalSpy exported(bench.dialog, &ExportDialog::exported);
        bench.press(u"Masked"_s);
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(exported.size(), 1);
        QCOMPARE(exported[0][0].toString(), u"2 checks exported to %1"_s.arg(bench.file()));
        QVERIFY(bench.bytes().contains("EAC••••••3402") && bench.bytes().contains("Receipt number,"));
        QCOMPARE(bench.settings.exportFolder(), bench.folder.path());
    }
    void choicesAreRemembered()
    {
        ExportBench bench;
        for (const QString &text : {u"Masked"_s, u"JSON Lines for programs"_s, u"Español"_s, u"CSV for spreadsheets"_s,
                                    u"Fixed names for programs"_s})
            bench.press(text);
        bench.dialog->findChild<ColumnChoice *>()->setColumns({u"receipt_number"_s, u"title_es"_s});
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes(),
                 "\xef\xbb\xbfreceipt_number,title_es\r\n"
                     + QByteArray("EAC••••••3402,Aprobación De Caso Reafirmada\r\n").repeated(2));
        bench.open(allChecks());
        const ExportOptions options = bench.dialog->form().options();
        QVERIFY(options.masked && options.headers.isEmpty());
        QCOMPARE(options.languages, ExportOptions::Languages::Spanish);
        QCOMPARE(options.columns, (QStringList{u"receipt_number"_s, u"title_es"_s}));
    }
    void aCompleteCopyHidesWhatDoesNotCount()
    {
        ExportBench bench;
        bench.press(u"A complete copy"_s);
        for (const QString &text : {u"Masked"_s, u"Español"_s, u"Fixed names for programs"_s})
            QVERIFY2(!bench.button(text)->isEnabled(), qPrintable(text));
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QVERIFY(bench.bytes().contains(",mended,check\r\n"));
        QVERIFY(bench.bytes().contains("EAC9999103402"));
    }
    void withoutAnyColumnThereIsNothingToWrite()
    {
        ExportBench bench;
        auto *columns = bench.dialog->findChild<ColumnChoice *>();
        bench.dialog->findChild<Disclosure *>()->setOpen(true);
        for (int i = 0; i < columns->count(); ++i)
            columns->button(i)->click();
        bench.press(u"Choose a file…"_s);
        QCOMPARE(bench.said(), u"Choose at least one column."_s);
        QVERIFY(!bench.dialog->findChild<QFileDialog *>());
        columns->button(0)->click();
        QCOMPARE(bench.said(), QString());
    }
    void asksForAFileOfThatKind()
    {
        ExportBench bench;
        bench.press(u"JSON Lines for programs"_s);
        bench.press(u"Choose a file…"_s);
        auto *files = bench.dialog->findChild<QFileDialog *>();
        QVERIFY(files);
        QCOMPARE(files->defaultSuffix(), u"jsonl"_s);
        QVERIFY(files->selectedFiles().constFirst().endsWith(u".jsonl"_s));
        files->setDirectory(bench.folder.path());
        files->selectFile(u"mine.jsonl"_s);
        files->findChild<QLineEdit *>()->setText(bench.file(u"mine.jsonl"_s));
        QMetaObject::invokeMethod(files, "accept");
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes(u"mine.jsonl"_s).count('\n'), 2);
    }
    void beginsInTheFolderOfTheLastExport()
    {
        ExportBench bench;
        bench.settings.setExportFolder(bench.folder.path());
        bench.press(u"Choose a file…"_s);
        auto *files = bench.dialog->findChild<QFileDialog *>();
        QVERIFY(files);
        QCOMPARE(files->directory().canonicalPath(), QDir(bench.folder.path()).canonicalPath());
    }
    void fault66_anotherPlaceIsOffered()
    {
        ExportBench bench;
        bench.dialog->exportTo(bench.file(u"none/out.csv"_s));
        QVERIFY(waitFor([&] { return !bench.said().isEmpty(); }));
        QVERIFY2(bench.said().contains(bench.file(u"none/out.csv"_s))
                     && bench.said().contains(u"Choose another place"_s),
                 qPrintable(bench.said()));
        QVERIFY(bench.button(u"Choose a file…"_s)->isEnabled());
        bench.dialog->exportTo(bench.file());
        QVERIFY(waitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes().count('\n'), 3);
    }
    void stoppingKeepsTheOldFile()
    {
        ExportBench bench;
        QFile old(bench.file());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const auto gate = std::make_shared<RecordGate>();
        (void)bench.history.visit(gate);
        bench.dialog->exportTo(bench.file());
        QVERIFY(bench.dialog->findChild<ProgressLine *>()->isVisible());
        QVERIFY(!bench.button(u"Masked"_s)->isEnabled());
        bench.press(u"Stop"_s);
        QVERIFY(waitFor([&] { return !bench.said().isEmpty(); }));
        QCOMPARE(bench.said(), u"Stopped. Nothing was written."_s);
        QVERIFY(!bench.dialog->findChild<ProgressLine *>()->isVisible());
        gate->open.release();
        QVERIFY(resultOf(bench.history.checks({.pageSize = 1}))); // whatever was under way has ended
        QCOMPARE(bench.bytes(), "old"_ba);
        bench.press(u"Cancel"_s);
        QVERIFY(waitFor([&] { return !bench.dialog; }));
    }
    void showsHowFarItIs()
    {
        ExportBench bench;
        bench.dialog->exportTo(bench.file());
        bench.dialog->showProgress(1, 4);
        auto *line = bench.dialog->findChild<ProgressLine *>();
        QCOMPARE(line->value() * 4, line->maximum());
        QVERIFY(bench.shows(u"1 of 4 checks written"_s));
    }
    void everyColumnHasAWordInBothLanguages()
    {
        LanguageSwitcher languages;
        languages.setLanguage(u"en"_s);
        const QMap<QString, QString> english = columnWords(ExportOptions::Line::Case);
        QCOMPARE(english.size(), columnWords(ExportOptions::Line::Check).size() + 3);
        QVERIFY(english.value(u"checked_at"_s) != columnWord(u"checked_at"_s, ExportOptions::Line::Check));
        languages.setLanguage(u"es"_s);
        const QMap<QString, QString> spanish = columnWords(ExportOptions::Line::Case);
        for (auto it = english.begin(); it != english.end(); ++it) {
            QVERIFY2(it.value() != it.key(), qPrintable(it.key()));
            QVERIFY2(spanish.value(it.key()) != it.value(), qPrintable(it.key()));
        }
        QCOMPARE(spanish.value(u"receipt_number"_s), u"Número de recibo"_s);
    }
    void aListOfChecksKnowsNoCases()
    {
        const ExportBench bench(someChecks());
        QVERIFY(!bench.isVisible(u"Each case"_s) && !bench.isVisible(u"Each check"_s));
        QVERIFY(bench.shows(u"Export checks"_s));
    }
    void scrollsOnlyWhereThereIsNoRoom()
    {
        ExportBench bench;
        bench.window.resize(1400, 1200);
        for (const ExportScope &scope : {allChecks(), someCases()}) {
            delete bench.dialog;
            bench.open(scope);
            QCoreApplication::processEvents();
            QCOMPARE(bench.dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum(), 0);
        }
        bench.press(u"Columns"_s);
        QTRY_VERIFY(bench.dialog->findChild<QScrollArea *>()->verticalScrollBar()->maximum() > 0);
    }
    void changesItsLanguageWhileOpen()
    {
        ExportBench bench(someChecks());
        bench.languages.setLanguage(u"es"_s);
        QCoreApplication::processEvents();
        QCOMPARE(bench.dialog->windowTitle(), u"Exportar"_s);
        QVERIFY(bench.button(u"Seleccionadas (2)"_s));
        QCOMPARE(bench.dialog->form().options().headers.value(u"client"_s), u"Cliente"_s);
    }
};

LINTERNA_TEST(TestExportDialog)

} // namespace test_exportdialog

#include "test_exportdialog.moc"

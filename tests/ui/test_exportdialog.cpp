// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/disclosure.h"
#include "common/notice.h"
#include "common/progressline.h"
#include "common/segments.h"
#include "common/theme.h"
#include "export/columnchoice.h"
#include "export/exportdialog.h"
#include "export/exportwords.h"
#include "i18n/languageswitcher.h"
#include "support/jobresult.h"
#include "support/outcomes.h"
#include "support/recordgate.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Bench {
    explicit Bench(const ExportScope &scope = {.all = 2}, const QString &language = u"en"_s) : settings(folder.filePath(u"settings.ini"_s))
    {
        languages.setLanguage(language);
        theme.apply(Settings::Theme::Light);
        window.resize(1024, 640);
        window.show();
        if (!resultOf(history.open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})))
            qFatal("no record");
        for (int i = 0; i < 2; ++i)
            (void)resultOf(history.record(goodOutcome()));
        open(scope);
    }
    void open(const ExportScope &scope)
    {
        dialog = new ExportDialog(history, settings, scope, &window);
        dialog->open();
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *each : dialog->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    void press(const QString &text) const
    {
        QPushButton *found = button(text);
        QVERIFY2(found && found->isVisible() && found->isEnabled(), qPrintable(text));
        found->click();
    }
    [[nodiscard]] QString said() const
    {
        QStringList all;
        for (const Notice *notice : dialog->findChildren<Notice *>()) {
            if (notice->isVisible())
                all << notice->text();
        }
        return all.join(u'\n');
    }
    [[nodiscard]] QString file(const QString &name = u"out.csv"_s) const { return folder.filePath(name); }
    [[nodiscard]] QByteArray bytes(const QString &name = u"out.csv"_s) const
    {
        QFile opened(file(name));
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    Settings settings;
    LanguageSwitcher languages;
    Theme theme;
    HistoryStore history;
    QWidget window;
    QPointer<ExportDialog> dialog;
};

ExportScope someOf()
{
    return {.filter = {.text = u"x"_s}, .listed = 214, .selected = {7, 9}, .all = 12'345};
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT
private slots:
    void theFirstExportIsATableToRead()
    {
        const Bench bench;
        const ExportOptions options = bench.dialog->form().options();
        QCOMPARE(options.kind, ExportOptions::Kind::Everyday);
        QCOMPARE(options.format, ExportOptions::Format::Csv);
        QCOMPARE(options.headers.value(u"receipt_number"_s), u"Receipt number"_s);
        QVERIFY(!options.masked && options.columns.isEmpty() && options.scope.ids.empty());
        QVERIFY(!bench.button(u"Selected (0)"_s));
    }
    void whatIsSelectedComesFirst()
    {
        const Bench bench(someOf());
        QCOMPARE(bench.dialog->form().options().scope.ids, (std::vector<qint64>{7, 9}));
        QCOMPARE(bench.dialog->form().checks(), 2);
        bench.press(u"Listed (214)"_s);
        QCOMPARE(bench.dialog->form().options().scope.filter, someOf().filter);
        QVERIFY(bench.dialog->form().options().scope.ids.empty());
        bench.press(u"All (12,345)"_s);
        QVERIFY(bench.dialog->form().options().scope.filter.isEmpty());
        QCOMPARE(bench.dialog->form().checks(), 12'345);
    }
    void writesWhatWasChosenAndSaysSo()
    {
        Bench bench;
        QSignalSpy exported(bench.dialog, &ExportDialog::exported);
        bench.press(u"Masked"_s);
        bench.dialog->exportTo(bench.file());
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
        QCOMPARE(exported.size(), 1);
        QCOMPARE(exported[0][0].toString(), u"2 checks exported to %1"_s.arg(bench.file()));
        QVERIFY(bench.bytes().contains("EAC••••••3402") && bench.bytes().contains("Receipt number,"));
        QCOMPARE(bench.settings.exportFolder(), bench.folder.path());
    }
    void choicesAreRemembered()
    {
        Bench bench;
        for (const QString &text : {u"Masked"_s, u"JSON Lines for programs"_s, u"Español"_s, u"CSV for spreadsheets"_s, u"Fixed names for programs"_s})
            bench.press(text);
        bench.dialog->findChild<ColumnChoice *>()->setColumns({u"receipt_number"_s, u"title_es"_s});
        bench.dialog->exportTo(bench.file());
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes(), "\xef\xbb\xbfreceipt_number,title_es\r\n" + QByteArray("EAC••••••3402,Aprobación De Caso Reafirmada\r\n").repeated(2));
        bench.open({.all = 2});
        const ExportOptions options = bench.dialog->form().options();
        QVERIFY(options.masked && options.headers.isEmpty());
        QCOMPARE(options.languages, ExportOptions::Languages::Spanish);
        QCOMPARE(options.columns, (QStringList{u"receipt_number"_s, u"title_es"_s}));
    }
    void aCompleteCopyHidesWhatDoesNotCount()
    {
        Bench bench;
        bench.press(u"A complete copy"_s);
        for (const QString &text : {u"Masked"_s, u"Español"_s, u"Fixed names for programs"_s})
            QVERIFY2(!bench.button(text)->isEnabled(), qPrintable(text));
        bench.dialog->exportTo(bench.file());
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
        QVERIFY(bench.bytes().contains(",mended,check\r\n"));
        QVERIFY(bench.bytes().contains("EAC9999103402"));
    }
    void withoutAnyColumnThereIsNothingToWrite()
    {
        Bench bench;
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
        Bench bench;
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
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes(u"mine.jsonl"_s).count('\n'), 2);
    }
    void fault66_anotherPlaceIsOffered()
    {
        Bench bench;
        bench.dialog->exportTo(bench.file(u"none/out.csv"_s));
        QVERIFY(QTest::qWaitFor([&] { return !bench.said().isEmpty(); }));
        QVERIFY2(bench.said().contains(bench.file(u"none/out.csv"_s)) && bench.said().contains(u"Choose another place"_s), qPrintable(bench.said()));
        QVERIFY(bench.button(u"Choose a file…"_s)->isEnabled());
        bench.dialog->exportTo(bench.file());
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
        QCOMPARE(bench.bytes().count('\n'), 3);
    }
    void stoppingKeepsTheOldFile()
    {
        Bench bench;
        QFile old(bench.file());
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const auto gate = std::make_shared<RecordGate>();
        (void)bench.history.visit(gate);
        bench.dialog->exportTo(bench.file());
        QVERIFY(bench.dialog->findChild<ProgressLine *>()->isVisible());
        QVERIFY(!bench.button(u"Masked"_s)->isEnabled());
        bench.press(u"Stop"_s);
        QVERIFY(QTest::qWaitFor([&] { return !bench.said().isEmpty(); }));
        QCOMPARE(bench.said(), u"Stopped. Nothing was written."_s);
        QVERIFY(!bench.dialog->findChild<ProgressLine *>()->isVisible());
        gate->open.release();
        QVERIFY(resultOf(bench.history.page(1))); // whatever was under way has ended
        QCOMPARE(bench.bytes(), "old"_ba);
        bench.press(u"Cancel"_s);
        QVERIFY(QTest::qWaitFor([&] { return !bench.dialog; }));
    }
    void showsHowFarItIs()
    {
        Bench bench;
        bench.dialog->exportTo(bench.file());
        bench.dialog->showProgress(1, 4);
        auto *line = bench.dialog->findChild<ProgressLine *>();
        QCOMPARE(line->value() * 4, line->maximum());
        bool found = false;
        for (const QLabel *label : bench.dialog->findChildren<QLabel *>())
            found = found || label->text() == u"1 of 4 checks written"_s;
        QVERIFY(found);
    }
    void everyColumnHasAWordInBothLanguages()
    {
        LanguageSwitcher languages;
        languages.setLanguage(u"en"_s);
        const QMap<QString, QString> english = columnWords();
        languages.setLanguage(u"es"_s);
        const QMap<QString, QString> spanish = columnWords();
        for (auto it = english.begin(); it != english.end(); ++it) {
            QVERIFY2(it.value() != it.key(), qPrintable(it.key()));
            QVERIFY(!spanish.value(it.key()).isEmpty());
        }
        QCOMPARE(spanish.value(u"receipt_number"_s), u"Número de recibo"_s);
    }
    void changesItsLanguageWhileOpen()
    {
        Bench bench(someOf());
        bench.languages.setLanguage(u"es"_s);
        QCoreApplication::processEvents();
        QCOMPARE(bench.dialog->windowTitle(), u"Exportar"_s);
        QVERIFY(bench.button(u"Seleccionadas (2)"_s));
        QCOMPARE(bench.dialog->form().options().headers.value(u"client"_s), u"Cliente"_s);
    }
};

QTEST_MAIN(TestExportDialog)
#include "test_exportdialog.moc"

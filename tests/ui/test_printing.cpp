// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "lib/settings/settings.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/pdftext.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/print/listsheet.h"
#include "ui/print/printing.h"
#include "ui/print/sheetpainter.h"
#include "ui/print/sheetprogressdialog.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_printing {

namespace {

std::shared_ptr<ListSheet> listOf(int count)
{
    return std::make_shared<ListSheet>(
        ListPaper{.rows = samples::caseRows(count), .total = count, .at = samples::now()});
}

//! Five pages; whoever paints the second does not want it any more.
class StoppingSheet : public Sheet
{
public:
    explicit StoppingSheet(int &painted) : m_painted(painted) {}
    QString title() const override { return u"stopped"_s; }
    const SheetFonts &fonts() const override { return m_fonts; }
    QPageLayout::Orientation orientation(QPaintDevice &, qreal) const override { return QPageLayout::Portrait; }
    std::unique_ptr<SheetPages> layOut(QPaintDevice &, const QSizeF &, SheetProgress &progress) const override
    {
        return std::make_unique<Pages>(m_painted, progress);
    }

private:
    class Pages : public SheetPages
    {
    public:
        Pages(int &painted, SheetProgress &progress) : m_painted(painted), m_progress(progress) {}
        int count() const override { return 5; }
        void paint(QPainter &, int page) const override
        {
            ++m_painted;
            m_progress.stopped = m_progress.stopped || page == 1;
        }
        SheetFoot foot(int) const override { return {}; }

    private:
        int &m_painted;
        SheetProgress &m_progress;
    };
    int &m_painted;
    SheetFonts m_fonts = SheetFonts::ofSystem();
};

} // namespace

class TestPrinting : public QObject
{
    Q_OBJECT
private:
    template<class Button>
    [[nodiscard]] Button *find(const QString &text) const
    {
        for (auto *each : m_window.findChildren<Button *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private slots:
    void init()
    {
        m_languages.setLanguage(u"en"_s);
        m_window.show();
    }

    void cleanup() { qDeleteAll(m_window.findChildren<QDialog *>()); }

    void asksThenSaves()
    {
        Printing printing(m_settings, m_clock, false, &m_window);
        QSignalSpy said(&printing, &Printing::said);
        printing.askCase(samples::answered(samples::affirmed()), {.client = u"García"_s}, PrintWay::Pdf);
        QVERIFY(find<QRadioButton>(u"English"_s)->isChecked());
        find<QRadioButton>(u"Español"_s)->click();
        find<QCheckBox>(u"With client or file number"_s)->click();
        find<QPushButton>(u"Save as PDF…"_s)->click();
        auto *dialog = m_window.findChild<QFileDialog *>();
        QVERIFY(dialog);
        QCOMPARE(QFileInfo(dialog->selectedFiles().value(0)).fileName(), u"EAC9999103402 2026-11-23.pdf"_s);
        const QString file = path(u"case.pdf"_s);
        emit dialog->fileSelected(file);
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said[0][0].toString(), u"Saved as %1"_s.arg(file));
        const PdfText text(bytesOf(file));
        QVERIFY(text.all.contains(u"Aprobación De Caso Reafirmada"_s));
        QVERIFY(!text.all.contains(u"García"_s));
        QCOMPARE(QFile::permissions(file) & ~(QFile::ReadUser | QFile::WriteUser),
                 QFile::ReadOwner | QFile::WriteOwner);
        QCOMPARE(m_settings.exportFolder(), m_folder.path());
    }

    void listIsMaskedWhenAskedFor()
    {
        Printing printing(m_settings, m_clock, true, &m_window);
        QSignalSpy said(&printing, &Printing::said);
        printing.askList({.rows = samples::caseRows(3), .total = 3, .at = samples::now()}, PrintWay::Pdf);
        QVERIFY(m_window.findChild<PrintQuestion *>()->windowTitle() == u"3 lines on paper"_s);
        find<QCheckBox>(u"Mask receipt numbers and leave names out"_s)->click();
        find<QPushButton>(u"Save as PDF…"_s)->click();
        emit m_window.findChild<QFileDialog *>()->fileSelected(path(u"list.pdf"_s));
        QTRY_COMPARE(said.size(), 1);
        const PdfText text(bytesOf(path(u"list.pdf"_s)));
        QVERIFY(text.all.contains(u"EAC••••••3402"_s));
        QVERIFY(text.all.contains(u"PRACTICE"_s));
        QVERIFY(!text.all.contains(u"García"_s));
    }

    void trap10_failureKeepsTheOldFileAndSaysWhy()
    {
        Printing printing(m_settings, m_clock, false, &m_window);
        QSignalSpy said(&printing, &Printing::said);
        printing.save(listOf(3), {}, path(u"no/such/folder/list.pdf"_s));
        QTRY_VERIFY(m_window.findChild<Question *>());
        QCOMPARE(m_window.findChild<Question *>()->windowTitle(), u"The PDF was not saved"_s);
        QCOMPARE(said.size(), 0);
        QFile old(path(u"kept.pdf"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        {
            const FullDisk full(1000);
            printing.save(listOf(3), {}, old.fileName());
            QTRY_COMPARE(m_window.findChildren<Question *>().size(), 2);
        }
        QCOMPARE(bytesOf(old.fileName()), "old"_ba);
        QCOMPARE(said.size(), 0);
    }

    void fault67_aNameThatIsNotUtf8IsRefused()
    {
        const QString name = path(QFile::decodeName("caf\xe9.pdf"));
        Printing printing(m_settings, m_clock, false, &m_window);
        QSignalSpy said(&printing, &Printing::said);
        const qsizetype before = m_window.findChildren<Question *>().size();
        printing.save(listOf(3), {}, name);
        QTRY_COMPARE(m_window.findChildren<Question *>().size(), before + 1);
        QCOMPARE(said.size(), 0);
        QVERIFY(QDir(QFileInfo(name).path()).entryList({u"caf*"_s}, QDir::Files).isEmpty());
    }

    //! Qt cannot call back what went to a printer; half a document would come out. So it stops before the first page or not
    //! at all.
    void onAPrinterAllOfItComesOut()
    {
        QPrinter printer(QPrinter::HighResolution);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(path(u"whole.pdf"_s));
        SheetProgress progress;
        int painted = 0;
        QVERIFY(paintSheet(StoppingSheet(painted), printer, progress));
        QCOMPARE(painted, 5);
        progress.stopped = true;
        QCOMPARE(paintSheet(StoppingSheet(painted), printer, progress).error().code, ErrorCode::Cancelled);
        QCOMPARE(painted, 5);
    }

    void stoppedLeavesTheFileAlone()
    {
        QFile old(path(u"old.pdf"_s));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        SheetWriter writer;
        const auto progress = std::make_shared<SheetProgress>();
        JobOf<Nothing> *job = writer.save(listOf(2000), {}, old.fileName(), progress);
        std::optional<ErrorCode> code;
        job->onFinished(this, [&](const Result<Nothing> &result) {
            code = result.ok() ? ErrorCode::Storage : result.error().code;
        });
        auto *dialog = new SheetProgressDialog(job, progress, &m_window);
        dialog->reject();
        QTRY_VERIFY(code.has_value());
        QCOMPARE(*code, ErrorCode::Cancelled);
        QVERIFY(progress->stopped);
        QCOMPARE(bytesOf(old.fileName()), "old"_ba);
    }

    void aWriterThatEndsWaitsForItsThread()
    {
        const auto progress = std::make_shared<SheetProgress>();
        {
            SheetWriter writer;
            (void)writer.save(listOf(2000), {}, path(u"never.pdf"_s), progress);
        }
        QVERIFY(progress->stopped);
        QVERIFY(!QFile::exists(path(u"never.pdf"_s)));
    }

    void printsOnAPrinter()
    {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(path(u"printed.pdf"_s));
        SheetWriter writer;
        std::optional<bool> ok;
        writer.print(listOf(60), printer, std::make_shared<SheetProgress>())
            ->onFinished(this, [&](const Result<Nothing> &result) { ok = result.ok(); });
        QTRY_VERIFY(ok.has_value());
        QVERIFY(*ok);
        const PdfText text(bytesOf(path(u"printed.pdf"_s)));
        QVERIFY(text.pages.size() > 1);
        QVERIFY(text.all.contains(u"EAC9999103402"_s));
    }

    void progressCountsToTheEnd()
    {
        SheetWriter writer;
        const auto progress = std::make_shared<SheetProgress>();
        bool done = false;
        writer.save(listOf(100), {}, path(u"counted.pdf"_s), progress)->onFinished(this, [&](const auto &) {
            done = true;
        });
        QTRY_VERIFY(done);
        QVERIFY(progress->total > 100);
        QCOMPARE(progress->done.load(), progress->total.load());
    }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    Settings m_settings{m_folder.filePath(u"settings.ini"_s)};
    LanguageSwitcher m_languages;
    QWidget m_window;
};

LINTERNA_TEST(TestPrinting)

} // namespace test_printing

#include "test_printing.moc"

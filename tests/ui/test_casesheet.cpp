// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/responseparser.h"
#include "lib/i18n/languagescope.h"
#include "lib/i18n/languageswitcher.h"
#include "lib/text/safehtml.h"
#include "tests/support/fixture.h"
#include "tests/support/pdftext.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/print/casedocument.h"
#include "ui/print/casesheet.h"
#include "ui/print/sheetpainter.h"

#include <QDir>
#include <QImage>
#include <QPdfWriter>
#include <QTcpServer>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_casesheet {

namespace {

CasePaper paperOf(const CheckOutcome &outcome, const QStringList &languages = {u"en"_s})
{
    return {.outcome = outcome,
            .details = {.client = u"García, file 00017"_s, .note = u"Call her sister first"_s, .tags = {u"urgent"_s}},
            .languages = languages};
}

PdfText textOf(const CasePaper &paper)
{
    SheetProgress progress;
    const Result<QByteArray> pdf = pdfOf(CaseSheet(paper), {}, progress);
    return PdfText(pdf ? *pdf : QByteArray());
}

CheckOutcome saying(const QString &title, const QString &text)
{
    CaseStatus status = samples::affirmed();
    status.title = {title, title};
    status.description = {text, text};
    return samples::answered(status);
}

//! The letters of a text without white space: where lines end plays no part.
QString letters(QString text)
{
    return text.remove(QRegularExpression(u"\\s"_s));
}

} // namespace

class TestCaseSheet : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void saysEverything()
    {
        const PdfText paper = textOf(paperOf(samples::answered(samples::withHistory(), Change::Status)));
        for (const QString &words :
             {u"Case status"_s, u"Case Was Transferred And A New Office Has Jurisdiction"_s, u"SRC9999102777"_s,
              u"García, file 00017"_s, u"I-765"_s, u"Update"_s, u"5 Sep 2023"_s, u"22 November 2026 14:42, UTC"_s,
              u"status changed since 3 May 2026 14:10"_s, u"USCIS sandbox"_s, u"a person, for this case"_s,
              u"The approval of your case"_s, u"18 May 2023 We received your fingerprints."_s, u"Page 1 of 1"_s,
              u"independent program, not made or endorsed by USCIS"_s, u"The official notice is what counts"_s})
            QVERIFY2(paper.all.contains(words), qPrintable(words + u" is not in: "_s + paper.all));
    }

    void isInTheLanguageWanted()
    {
        const CheckOutcome outcome = samples::answered(samples::withHistory(), Change::Status);
        m_languages.setLanguage(u"es"_s);
        const QString english = textOf(paperOf(outcome)).all;
        QVERIFY2(english.contains(u"Receipt number"_s) && english.contains(u"22 November 2026"_s), qPrintable(english));
        QVERIFY(!english.contains(u"Número de recibo"_s));
        QCOMPARE(QCoreApplication::translate("linterna::CaseSheet", "Receipt number"), u"Número de recibo"_s);
        m_languages.setLanguage(u"en"_s);
        const QString spanish = textOf(paperOf(outcome, {u"es"_s})).all;
        for (const QString &words :
             {u"Estado del caso"_s, u"Número de recibo"_s, u"Caso Fue Transferido"_s, u"22 de noviembre de 2026"_s,
              u"Cronología"_s, u"18 de mayo de 2023"_s, u"Página 1 de 1"_s, u"Lo que vale es el aviso oficial"_s})
            QVERIFY2(spanish.contains(words), qPrintable(words + u" is not in: "_s + spanish));
        for (const QString &words : {u"Receipt"_s, u"November"_s, u"Asked"_s, u"Page"_s, u"changed since"_s})
            QVERIFY2(!spanish.contains(words), qPrintable(words + u" is in: "_s + spanish));
        QCOMPARE(QCoreApplication::translate("linterna::CaseSheet", "Receipt number"), u"Receipt number"_s);
    }

    void bothLanguagesHavePagesOfTheirOwn()
    {
        const PdfText paper = textOf(paperOf(samples::answered(samples::affirmed()), {u"en"_s, u"es"_s}));
        QCOMPARE(paper.pages.size(), 2);
        QVERIFY(paper.pages[0].contains(u"Case Approval Was Affirmed"_s));
        QVERIFY(paper.pages[0].contains(u"Page 1 of 2"_s));
        QVERIFY(paper.pages[1].contains(u"Aprobación De Caso Reafirmada"_s));
        QVERIFY(paper.pages[1].contains(u"Página 2 de 2"_s));
    }

    void failedCheckTellsTheLastKnownStatus()
    {
        const Error closed{
            .code = ErrorCode::Closed, .httpStatus = 503, .serverMessage = u"Unavailable at this time."_s};
        const QString known = textOf(paperOf(samples::failed(closed, true))).all;
        for (const QString &words : {u"The last check, on 22 November 2026 14:42"_s, u"got no answer"_s,
                                     u"The service said: “Unavailable at this time.”"_s,
                                     u"Last known status of 3 May 2026 14:10"_s, u"Case Approval Was Affirmed"_s})
            QVERIFY2(known.contains(words), qPrintable(words + u" is not in: "_s + known));
        QVERIFY(!known.contains(u"today"_s));
        const QString unknown = textOf(paperOf(samples::failed(Error{.code = ErrorCode::NotRecognized}, false))).all;
        QVERIFY2(unknown.contains(u"No status is known"_s), qPrintable(unknown));
    }

    void keepsWhatIsNotForEverybody()
    {
        const PdfText paper = textOf(paperOf(samples::answered(samples::affirmed())));
        QVERIFY(!paper.all.contains(u"sister"_s));
        QVERIFY(!paper.all.contains(u"urgent"_s));
        QCOMPARE(paper.facts[u"Title"_s], u"Case status"_s);
        for (const QString &fact : paper.facts)
            QVERIFY2(!fact.contains(u"EAC"_s) && !fact.contains(u"García"_s), qPrintable(fact));
    }

    void practiceIsSaidOnEveryPage()
    {
        CasePaper paper = paperOf(saying(u"Long"_s, u"We sent a request for evidence. "_s.repeated(300)));
        paper.practice = true;
        const PdfText text = textOf(paper);
        QVERIFY(text.pages.size() > 2);
        for (const QString &page : text.pages)
            QVERIFY2(page.contains(u"PRACTICE: invented data, not from USCIS"_s), qPrintable(page));
    }

    void longTextIsWholeOverManyPages()
    {
        QStringList words;
        for (int i = 0; i < 6000; ++i)
            words += u"w%1"_s.arg(i);
        const PdfText paper = textOf(paperOf(saying(u"Case Was Received"_s, words.join(u' '))));
        QVERIFY(paper.pages.size() > 5);
        QStringList found = paper.all.split(u' ');
        static const QRegularExpression ours(u"^w[0-9]+$"_s);
        QCOMPARE(found.filter(ours), words);
        for (int page = 0; page < paper.pages.size(); ++page) {
            QVERIFY(paper.pages[page].contains(u"Page %1 of %2"_s.arg(page + 1).arg(paper.pages.size())));
            QVERIFY(paper.pages[page].contains(u"EAC9999103402"_s));
        }
    }

    void nothingReachesTheEdge()
    {
        // A word of 600 letters is broken, and the margin stays white.
        SheetProgress progress;
        const auto pdf =
            pdfOf(CaseSheet(paperOf(saying(u"W"_s.repeated(120), u"<p>"_s + u"M"_s.repeated(600)))), {}, progress);
        QVERIFY(pdf);
        const QByteArray png =
            PdfText::run(u"pdftoppm"_s, {u"-r"_s, u"50"_s, u"-png"_s, u"-f"_s, u"1"_s, u"-l"_s, u"1"_s, u"-"_s}, *pdf);
        const QImage page = QImage::fromData(png);
        QCOMPARE(page.size(), QSize(425, 550));
        const int margin = 34; // of 39 pixels on the right, 49 on the left
        for (int y = 0; y < page.height(); ++y) {
            for (int x = 0; x < margin; ++x) {
                QCOMPARE(page.pixel(x, y), qRgb(255, 255, 255));
                QCOMPARE(page.pixel(page.width() - 1 - x, y), qRgb(255, 255, 255));
            }
        }
        const PdfText text(*pdf);
        QCOMPARE(text.all.count(u'M'), 600 + 1); // "Modified"
        QCOMPARE(text.all.count(u'W'), 120);
    }

    void fault57_hostileTextStaysText_data()
    {
        QTest::addColumn<QString>("html");
        const QDir folder(QStringLiteral(LINTERNA_FIXTURES "/html"));
        for (const QFileInfo &file : folder.entryInfoList({u"*.html"_s}, QDir::Files))
            QTest::newRow(qPrintable(file.fileName())) << QString::fromUtf8(fixture(u"html/"_s + file.fileName()));
        QTest::newRow("picture")
            << u"<img src=http://127.0.0.1:1/x.png>Before<object data=/etc/passwd></object>After"_s;
    }
    void fault57_hostileTextStaysText()
    {
        QFETCH(QString, html);
        QTcpServer listening;
        QVERIFY(listening.listen(QHostAddress::LocalHost));
        html += u"<img src=\"http://127.0.0.1:%1/x.png\">"_s.arg(listening.serverPort());
        const CasePaper paper = paperOf(saying(u"Case Was Received"_s, html));
        SheetProgress progress;
        QPdfWriter device(u"/dev/null"_s);
        const CaseDocument document(caseWordsOf(paper, u"en"_s), SheetFonts::ofSystem(), device, QSizeF(5000, 6000));
        // Every letter that may be shown stands in the document, in its order.
        QVERIFY(letters(document.toPlainText()).contains(letters(safeHtml(html).text)));
        QVERIFY(pdfOf(CaseSheet(paper), {}, progress));
        QVERIFY(!listening.waitForNewConnection(0));
    }

    void linksAreWrittenOutWhereTheTextHidesThem()
    {
        const QString hidden =
            textOf(paperOf(saying(u"T"_s, u"Go <a href=\"https://egov.uscis.gov/x?y=1\">here</a>."_s))).all;
        QVERIFY2(hidden.contains(u"Links in this text here: https://egov.uscis.gov/x?y=1"_s), qPrintable(hidden));
        QVERIFY(!textOf(paperOf(samples::answered(samples::affirmed()))).all.contains(u"Links in this text"_s));
    }

    void stoppedGivesNothing()
    {
        SheetProgress progress;
        progress.stopped = true;
        const Result<QByteArray> pdf = pdfOf(CaseSheet(paperOf(samples::answered(samples::affirmed()))), {}, progress);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::Cancelled);
    }

    void scopesNest()
    {
        const auto word = [] { return QCoreApplication::translate("linterna::CaseSheet", "Receipt number"); };
        {
            const LanguageScope spanish(u"es"_s);
            QCOMPARE(word(), u"Número de recibo"_s);
            {
                const LanguageScope english(u"en"_s);
                QCOMPARE(word(), u"Receipt number"_s);
                QCOMPARE(spokenLocale().language(), QLocale::English);
            }
            QCOMPARE(word(), u"Número de recibo"_s);
            QVERIFY(spokenSpanish());
        }
        QCOMPARE(word(), u"Receipt number"_s);
        QVERIFY(!spokenSpanish());
    }

private:
    LanguageSwitcher m_languages;
};

LINTERNA_TEST(TestCaseSheet)

} // namespace test_casesheet

#include "test_casesheet.moc"

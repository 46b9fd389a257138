// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/pdftext.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/print/listsheet.h"
#include "ui/print/sheetpainter.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_listsheet {

namespace {

ListPaper cases(int count)
{
    return {.rows = samples::caseRows(count), .total = 123456, .at = samples::now()};
}

PdfText textOf(const ListPaper &paper)
{
    SheetProgress progress;
    const Result<QByteArray> pdf = pdfOf(ListSheet(paper), {}, progress);
    return PdfText(pdf ? *pdf : QByteArray());
}

CaseRow named(const QString &client, const QString &title)
{
    CaseRow row = samples::caseRows(1).front();
    row.details.client = client;
    row.title = {title, title};
    return row;
}

} // namespace

class TestListSheet : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_languages.setLanguage(u"en"_s); }

    void everyLineIsThereOnce()
    {
        const ListPaper list = cases(2000);
        const PdfText paper = textOf(list);
        for (const CaseRow &row : std::get<std::vector<CaseRow>>(list.rows))
            QVERIFY2(paper.all.count(row.receipt->toString()) == 1, qPrintable(row.receipt->toString()));
        QVERIFY(paper.all.contains(u"2,000 of 123,456, as of 22 November 2026 15:42"_s));
        QVERIFY(paper.all.contains(u"García, file 00017"_s));
    }

    void everyPageHasHeadingsAndFoot()
    {
        const PdfText paper = textOf(cases(200));
        QVERIFY(paper.pages.size() > 4);
        for (int page = 0; page < paper.pages.size(); ++page) {
            const QString text = paper.pages[page].simplified();
            QVERIFY2(text.contains(u"Receipt number Client or file number Status Form Last confirmed Changed"_s),
                     qPrintable(text));
            QVERIFY2(text.contains(u"Page %1 of %2"_s.arg(page + 1).arg(paper.pages.size())), qPrintable(text));
            QVERIFY2(text.contains(u"not made or endorsed by USCIS"_s), qPrintable(text));
        }
    }

    void isInTheLanguageWanted()
    {
        ListPaper list = cases(10);
        list.language = u"es"_s;
        const QString spanish = textOf(list).all;
        for (const QString &words :
             {u"Casos"_s, u"Número de recibo"_s, u"Aprobación De Caso Reafirmada"_s, u"22 nov 2026"_s,
              u"Última confirmación"_s, u"Página 1 de 1"_s, u"10 de 123,456"_s})
            QVERIFY2(spanish.contains(words), qPrintable(words + u" is not in: "_s + spanish));
        for (const QString &words : {u"Receipt"_s, u"Case "_s, u"Nov "_s, u"never"_s})
            QVERIFY2(!spanish.contains(words), qPrintable(words + u" is in: "_s + spanish));
    }

    void maskedHasNoNames()
    {
        ListPaper list = cases(60);
        std::get<std::vector<CaseRow>>(list.rows)[1].title.en = u"Decision on EAC9999103402"_s;
        list.masked = true;
        const PdfText paper = textOf(list);
        QVERIFY(paper.all.contains(u"EAC••••••3402"_s));
        QVERIFY(paper.all.contains(u"receipt numbers masked, without names"_s));
        QVERIFY2(!paper.all.contains(QRegularExpression(u"[A-Z]{3}[0-9]{10}"_s)), qPrintable(paper.all));
        for (const QString &name : {u"García"_s, u"Ommeren"_s, u"Nguy"_s, u"Client"_s})
            QVERIFY2(!paper.all.contains(name), qPrintable(name));
    }

    void failedCheckKeepsTheLastKnownStatus()
    {
        CaseRow row = samples::caseRows(1).front();
        row.error = ErrorCode::Offline;
        row.checkedAt = samples::now();
        const QString text = textOf({.rows = std::vector{row}, .total = 1, .at = samples::now()}).all;
        QVERIFY2(text.contains(u"Case Approval Was Affirmed"_s)
                     && text.contains(u"Last check 22 Nov 2026: No connection"_s),
                 qPrintable(text));
    }

    void checksHaveTheirOwnColumns()
    {
        ListPaper list{.rows = samples::checkPage(10, 214).rows, .total = 214, .at = samples::now()};
        for (CheckRow &row : std::get<std::vector<CheckRow>>(list.rows))
            row.details = {};
        const QString text = textOf(list).all;
        QVERIFY2(text.contains(u"Checks 10 of 214"_s), qPrintable(text));
        QVERIFY2(text.contains(u"Receipt number Status Form Checked Changed"_s), qPrintable(text));
        QVERIFY2(text.contains(u"EAC9999103402 Case Approval Was Affirmed I-130 22 Nov 2026 14:42 first check"_s),
                 qPrintable(text));
    }

    void liesAcrossOnlyWhereItMust()
    {
        const ListPaper narrow{.rows = std::vector{named(u"Li"_s, u"Received"_s)}, .total = 1, .at = samples::now()};
        QCOMPARE(textOf(narrow).facts[u"Page size"_s], u"612 x 792 pts (letter)"_s);
        QCOMPARE(textOf(cases(20)).facts[u"Page size"_s], u"792 x 612 pts (letter)"_s);
    }

    void fault57_hostileLineStaysALine()
    {
        // Longer than a client may be, and a title of a whole book: both are bounded, and nothing beside them is lost.
        const QString title = u"<b>A</b>&amp;<script>x()</script> \u202Edesrever "_s + u"Word"_s.repeated(50'000);
        const ListPaper list{.rows = std::vector{named(u"<i>x</i>\n=1+1 \u05E9\u05DC\u05D5\u05DD"_s, title),
                                                 named(u"N"_s.repeated(200), u"Next"_s)},
                             .total = 2,
                             .at = samples::now()};
        const PdfText paper = textOf(list);
        QVERIFY2(paper.all.contains(u"<i>x</i> =1+1"_s), qPrintable(paper.all.left(3000)));
        QVERIFY(paper.all.contains(u"Next"_s));
        QVERIFY(!paper.all.contains(u"x()"_s));
        QCOMPARE(paper.all.count(u'N'), 200 + 5); // "Next", "Nov" twice, "November" twice
        QVERIFY(paper.pages.size() <= 2);
        QVERIFY(paper.all.contains(u'…'));
    }

    void unreadableLineSaysSo()
    {
        CaseRow row;
        row.unreadable = true;
        const QString text = textOf({.rows = std::vector{row}, .total = 1, .at = samples::now()}).all;
        QVERIFY2(text.contains(u"unreadable"_s), qPrintable(text));
    }

    void emptyListIsAPage()
    {
        const PdfText paper = textOf({.rows = std::vector<CaseRow>{}, .total = 0, .at = samples::now()});
        QCOMPARE(paper.pages.size(), 1);
        QVERIFY(paper.all.contains(u"0 of 0"_s));
    }

    void stopsBetweenLines()
    {
        SheetProgress progress;
        progress.stopped = true;
        const Result<QByteArray> pdf = pdfOf(ListSheet(cases(2000)), {}, progress);
        QVERIFY(!pdf);
        QCOMPARE(pdf.error().code, ErrorCode::Cancelled);
    }

private:
    LanguageSwitcher m_languages;
};

LINTERNA_TEST(TestListSheet)

} // namespace test_listsheet

#include "test_listsheet.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/exportchoices.h"
#include "lib/exchange/maskedtext.h"
#include "lib/exchange/recordexport.h"
#include "lib/exchange/rowwriters.h"
#include "lib/text/isomoment.h"
#include "tests/support/outcomes.h"
#include "tests/support/strictcsv.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_exportoptions {

using Languages = ExportOptions::Languages;

namespace {

CheckOutcome mendedOutcome()
{
    CaseStatus status = caseStatus();
    status.title.en = u"Case EAC9999103402 Was Approved"_s;
    status.repaired = true;
    status.mended = {{u"current_case_status_desc_en"_s, 4}};
    return goodOutcome(status);
}

CheckRow rowOf(const CheckOutcome &outcome)
{
    CheckRow row{{.id = 1, .receipt = outcome.receipt, .checkedAt = outcome.checkedAt}, outcome.connection};
    row.details = {.client = u"00017"_s,
                   .note = u"Ask García,\nthen \"wait\""_s,
                   .tags = {u"urgent"_s, u"2024"_s},
                   .onHold = true};
    return row;
}

QByteArray written(const ExportOptions &options, const std::vector<CheckOutcome> &outcomes)
{
    QByteArray bytes;
    const auto writer = rowWriterFor(options);
    writer->begin(bytes);
    for (const CheckOutcome &outcome : outcomes)
        writer->row(bytes, rowOf(outcome), outcome);
    return bytes;
}

//! The first row of cells by the header's names.
QMap<QString, QString> firstRow(const ExportOptions &options, const CheckOutcome &outcome = mendedOutcome())
{
    const auto rows = readStrictCsv(written(options, {outcome}));
    QMap<QString, QString> cells;
    if (!rows || rows->size() != 2)
        return cells;
    for (qsizetype i = 0; i < (*rows)[0].size(); ++i)
        cells.insert((*rows)[0][i], (*rows)[1].value(i, u"missing"_s));
    return cells;
}

QStringList header(const ExportOptions &options)
{
    const auto rows = readStrictCsv(written(options, {}));
    return rows && rows->size() == 1 ? rows->front() : QStringList();
}

} // namespace

class TestExportOptions : public QObject
{
    Q_OBJECT
private slots:
    //! People's own programs read them: no name and no place may change, ever.
    void namesAndOrderAreAPromise()
    {
        const QStringList promised =
            u"checked_at receipt_number form_type outcome category change title_en title_es description_en description_es "
            "submitted_date modified_date timeline timeline_es connection asked_by http_status server_message client note "
            "tags on_hold mended"_s.split(u' ');
        QCOMPARE(header({}), promised);
        QCOMPARE(header({.kind = ExportOptions::Kind::Complete}), promised + QStringList{u"check"_s});
        const QStringList ofCases{u"last_checked_at"_s, u"last_outcome"_s, u"changed_at"_s};
        QCOMPARE(header({.scope = {.what = VisitScope::What::Cases}}), promised + ofCases);
        QCOMPARE(header({.scope = {.what = VisitScope::What::ChecksOfCases}}), promised);
    }
    void ofTheCase()
    {
        const auto cells = firstRow({});
        QCOMPARE(cells.value(u"client"_s), u"'00017"_s);
        QCOMPARE(cells.value(u"note"_s), u"Ask García,\nthen \"wait\""_s);
        QCOMPARE(cells.value(u"tags"_s), u"urgent | 2024"_s);
        QCOMPARE(cells.value(u"on_hold"_s), u"yes"_s);
        QCOMPARE(cells.value(u"mended"_s), u"current_case_status_desc_en: 4"_s);
    }
    void onlyTheWantedLanguage()
    {
        const QStringList english = header({.languages = Languages::English});
        QVERIFY(english.contains(u"title_en"_s) && english.contains(u"timeline"_s) && english.contains(u"client"_s));
        QVERIFY(english.filter(QRegularExpression(u"_es$"_s)).isEmpty());
        const QStringList spanish = header({.languages = Languages::Spanish});
        QVERIFY(spanish.contains(u"title_es"_s) && spanish.contains(u"timeline_es"_s));
        QVERIFY(spanish.filter(QRegularExpression(u"_en$|^timeline$"_s)).isEmpty());
    }
    void onlyTheWantedColumns()
    {
        QCOMPARE(header({.columns = {u"client"_s, u"receipt_number"_s, u"unknown"_s}}),
                 (QStringList{u"receipt_number"_s, u"client"_s}));
        // One alone: a line without anything would be no row.
        QCOMPARE(written({.columns = {u"server_message"_s}}, {goodOutcome()}),
                 "\xef\xbb\xbf"
                 "\"server_message\"\r\n\"\"\r\n"_ba);
    }
    void casesHaveColumnsOfTheirOwn()
    {
        ExportOptions options{.columns = {u"client"_s}, .caseColumns = {u"changed_at"_s, u"receipt_number"_s}};
        QCOMPARE(header(options), QStringList{u"client"_s});
        options.scope.what = VisitScope::What::Cases;
        QCOMPARE(header(options), (QStringList{u"receipt_number"_s, u"changed_at"_s}));
        const ExportOptions again = choicesFromWords(wordsOfChoices(options));
        QCOMPARE(again.columns, options.columns);
        QCOMPARE(again.caseColumns, (QStringList{u"receipt_number"_s, u"changed_at"_s}));
    }
    //! Moments and outcomes name nobody.
    void maskedCasesStillSayWhatHappenedLast()
    {
        const ExportOptions options{.masked = true, .scope = {.what = VisitScope::What::Cases}};
        QByteArray bytes;
        const auto writer = rowWriterFor(options);
        writer->begin(bytes);
        CaseRow ofCase{{.error = ErrorCode::Closed, .checkedAt = someTime()}};
        ofCase.changedAt = someTime();
        ofCase.lastCheck = 2;
        writer->row(bytes, rowOf(mendedOutcome()), mendedOutcome(), &ofCase);
        QVERIFY2(bytes.endsWith(",2026-11-22T10:42:00Z,closed,2026-11-22T10:42:00Z\r\n"), bytes.constData());
        for (const char *gone : {"9999103402", "00017", "Garc", "urgent", "client"})
            QVERIFY2(!bytes.contains(gone), gone);
    }
    void headersInTheLanguageShown()
    {
        const ExportOptions options{
            .columns = {u"receipt_number"_s, u"client"_s},
            .headers = {{u"receipt_number"_s, u"Número de recibo"_s}, {u"client"_s, u"=Cliente"_s}}};
        QCOMPARE(header(options), (QStringList{u"Número de recibo"_s, u"'=Cliente"_s}));
    }
    void jsonLinesHaveTheSameNames()
    {
        ExportOptions options{.format = ExportOptions::Format::JsonLines};
        const QByteArray lines =
            written(options, {mendedOutcome(), badOutcome({.code = ErrorCode::Closed, .httpStatus = 503})});
        QCOMPARE(lines.count('\n'), 2);
        const QJsonObject good = QJsonDocument::fromJson(lines.split('\n')[0]).object();
        QCOMPARE(good.keys().size(), header({}).size());
        QCOMPARE(good.value(u"receipt_number"_s).toString(), u"EAC9999103402"_s);
        QCOMPARE(good.value(u"client"_s).toString(), u"00017"_s); // no spreadsheet reads this
        QCOMPARE(good.value(u"http_status"_s).toInt(), 200);
        QCOMPARE(good.value(u"on_hold"_s), QJsonValue(true));
        QCOMPARE(good.value(u"tags"_s).toArray(), (QJsonArray{u"urgent"_s, u"2024"_s}));
        QCOMPARE(good.value(u"timeline"_s).toArray().size(), 2);
        const QJsonObject bad = QJsonDocument::fromJson(lines.split('\n')[1]).object();
        QVERIFY(bad.contains(u"title_en"_s) && bad.value(u"title_en"_s).isNull());
        QCOMPARE(bad.value(u"outcome"_s).toString(), u"closed"_s);
    }
    void maskedHoldsNoNumberAndNoName_data()
    {
        QTest::addColumn<ExportOptions::Format>("format");
        QTest::newRow("CSV") << ExportOptions::Format::Csv;
        QTest::newRow("JSON Lines") << ExportOptions::Format::JsonLines;
    }
    void maskedHoldsNoNumberAndNoName()
    {
        QFETCH(ExportOptions::Format, format);
        CheckOutcome odd = mendedOutcome();
        odd.connection = u"Office EAC 99 991 03402"_s;
        CheckOutcome bad = badOutcome({.code = ErrorCode::Server, .serverMessage = u"García, EAC9999103402"_s});
        const QByteArray bytes = written({.format = format, .masked = true}, {odd, bad});
        QVERIFY(bytes.contains("EAC••••••3402"));
        QVERIFY(bytes.contains("Case EAC••••••3402 Was Approved"));
        QVERIFY(bytes.contains("2023-09-05")); // dates stay
        for (const char *gone : {"9999103402", "99 991", "Garc", "00017", "urgent", "affirmed it", "server_message",
                                 "client", "note", "tags"})
            QVERIFY2(!bytes.contains(gone), gone);
    }
    void maskedTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("masked");
        QTest::newRow("none") << u"On September 5, 2023, Form I-130"_s << u"On September 5, 2023, Form I-130"_s;
        QTest::newRow("two") << u"EAC9999103402, ioe0123456789."_s << u"EAC••••••3402, ioe••••••6789."_s;
        QTest::newRow("grouped") << u"EAC-99-991-03402 or EAC 9999103402"_s << u"EAC••••••3402 or EAC••••••3402"_s;
        QTest::newRow("asterisk") << u"EAC*999103402 EAC%2A999103402"_s << u"EAC••••••3402 EAC••••••3402"_s;
        QTest::newRow("parcel") << u"number 9205590153708500012345 ended"_s << u"number •••••••••••••••••••••• ended"_s;
        QTest::newRow("glued") << u"xEAC9999103402"_s << u"xEAC••••••••••"_s;
        QTest::newRow("alien registration number") << u"A012345678"_s << u"A•••••••••"_s;
        QTest::newRow("date and time") << u"2023-09-05T14:28:46"_s << u"2023-09-05T14:28:46"_s;
        QTest::newRow("other digits") << u"٩٩٩٩١٠٣٤٠٢"_s << u"••••••••••"_s;
    }
    void maskedTexts()
    {
        QFETCH(QString, text);
        QTEST(maskedText(text), "masked");
    }
    void momentsAreThoseOfQt()
    {
        for (const qint64 ms : {0LL, -1LL, 1'700'000'000'123LL, 951'782'400'000LL, -62'135'596'800'000LL,
                                253'402'300'799'999LL, 253'402'300'800'000LL}) {
            const QDateTime moment = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
            QCOMPARE(isoMoment(moment), moment.toString(Qt::ISODate));
            QCOMPARE(isoMomentWithMs(moment), moment.toString(Qt::ISODateWithMs));
        }
        QCOMPARE(momentFromIso(isoMomentWithMs(someTime())), someTime());
        QCOMPARE(isoMoment({}) + isoMomentWithMs({}), QString());
        QVERIFY(momentFromIso(u""_s) && !momentFromIso(u""_s)->isValid());
        QVERIFY(!momentFromIso(u"yesterday"_s) && !momentFromIso(u"2026-11-22T10:42:00"_s));
    }
};

LINTERNA_TEST(TestExportOptions)

} // namespace test_exportoptions

#include "test_exportoptions.moc"

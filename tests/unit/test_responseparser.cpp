// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/responseparser.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_responseparser {

namespace {

ReceiptNumber receipt(QStringView text = u"EAC9999103402")
{
    return *ReceiptNumber::fromText(text);
}

Result<CaseStatus> parsed(const QString &file, const ReceiptNumber &asked = receipt())
{
    return parseCaseStatus(test::fixture(u"casestatus/"_s + file), asked);
}

//! The reply about EAC9999103402 with `payload` in case_status.
Result<CaseStatus> withPayload(const QByteArray &payload)
{
    return parseCaseStatus(R"({"case_status":{"receiptNumber":"EAC9999103402",)" + payload + "}}", receipt());
}

} // namespace

class TestResponseParser : public QObject
{
    Q_OBJECT
private slots:
    void officialSample()
    {
        const auto result = parsed(u"affirmed.json"_s);
        QVERIFY(result);
        QCOMPARE(result->receipt, receipt());
        QCOMPARE(result->formType, u"I-130"_s);
        QCOMPARE(result->submittedDate, u"09-05-2023 14:28:46"_s);
        QCOMPARE(result->modifiedDate, u"09-05-2023 14:28:46"_s);
        QCOMPARE(result->title.en, u"Case Approval Was Affirmed"_s);
        QCOMPARE(result->title.es, u"Aprobación De Caso Reafirmada"_s);
        QVERIFY(
            result->description.en.contains(u"go to <a href=\"https://www.uscis.gov/addresschange\" target=\"_blank\">"
                                            "www.uscis.gov/addresschange</a> to"_s));
        QVERIFY(result->description.es.startsWith(u"Se ratificó la aprobación"_s));
        QVERIFY(result->history.empty());
        QCOMPARE(result->message, u"Query was successful for payload {'receipt_number': 'EAC9999103402'}"_s);
        QVERIFY(!result->repaired && result->mended.empty());
    }

    void historyNewestFirst()
    {
        const auto result = parsed(u"history-unsorted.json"_s, receipt(u"EAC9999103403"));
        QVERIFY(result);
        QStringList order;
        for (const TimelineEntry &entry : result->history)
            order +=
                entry.dateText + u'|' + entry.text.en.section(u' ', 0, 1) + u'|' + entry.text.es.section(u' ', 0, 0);
        // Equal days and undated entries keep the order in which they were sent; what holds nothing is no entry.
        const QStringList expected{u"2023-09-05|We approved|Aprobamos"_s,
                                   u"2023-09-05T10:11:12Z|Same day,|"_s,
                                   u"03-15-2023|Sibling service's|"_s,
                                   u"2023-02-02|We received|Recibimos"_s,
                                   u"|Blank date.|Fecha"_s,
                                   u"soon|Odd date.|"_s};
        QCOMPARE(order, expected);
        QCOMPARE(result->history[2].date, std::optional(QDate(2023, 3, 15)));
        QCOMPARE(result->history[1].date, std::optional(QDate(2023, 9, 5)));
    }

    void fault34_datesAsSent_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QDate>("date");
        QTest::newRow("the API's") << u"2023-09-05"_s << QDate(2023, 9, 5);
        QTest::newRow("the sibling's") << u"09-05-2023"_s << QDate(2023, 9, 5);
        QTest::newRow("with a time") << u"09-05-2023 14:28:46"_s << QDate(2023, 9, 5);
        QTest::newRow("ISO with a time") << u" 2023-09-05T14:28:46.000+00:00"_s << QDate(2023, 9, 5);
        for (const QString &odd :
             {u"0"_s, u"0000-00-00"_s, u"2023-02-30"_s, u"2023-9-5"_s, u"20230905"_s, u"13-13-2023"_s, u"2023-09-055"_s,
              u"05/09/2023"_s, u"1693872000"_s, u"null"_s, u"T"_s})
            QTest::newRow(qPrintable(odd)) << odd << QDate();
    }
    void fault34_datesAsSent()
    {
        QFETCH(QString, sent);
        QFETCH(QDate, date);
        const auto result = withPayload("\"current_case_status_text_en\":\"x\",\"submittedDate\":\"" + sent.toUtf8()
                                        + "\",\"hist_case_status\":[{\"date\":\"" + sent.toUtf8() + "\"}]");
        QVERIFY(result);
        QCOMPARE(result->submittedDate, sent);
        QCOMPARE(result->history.at(0).dateText, sent);
        QCOMPARE(result->history.at(0).date.value_or(QDate()), date);
    }

    //! In no time zone is an hour lost that USCIS wrote.
    void fault34_anyHourIsADate_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QDateTime>("read");
        const auto at = [](int hour) { return QDateTime(QDate(2024, 3, 10), QTime(hour, 30, 59), Qt::UTC); };
        QTest::newRow("clocks skip it") << u"03-10-2024 02:30:59"_s << at(2);
        QTest::newRow("they do not") << u" 03-10-2024 14:30:59\n"_s << at(14);
        for (const QString &odd :
             {u""_s, u"03-10-2024"_s, u"03-10-2024T02:30:59"_s, u"03-10-2024 2:30:59"_s, u"03-10-2024  02:30:59"_s,
              u"03-10-2024 02:30:59 AM"_s, u"13-10-2024 02:30:59"_s, u"02-30-2024 02:30:59"_s, u"03-10-2024 24:00:00"_s,
              u"3-10-2024 02:30:59"_s, u"00-00-0000 00:00:00"_s})
            QTest::newRow(qPrintable(u"odd: "_s + odd)) << odd << QDateTime();
    }
    void fault34_anyHourIsADate()
    {
        QFETCH(QString, sent);
        QFETCH(QDateTime, read);
        const QByteArray zone = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        QCOMPARE(parseTorchDateTime(sent).value_or(QDateTime()), read);
        qputenv("TZ", zone);
    }

    void fault34_ioeHasNoDates()
    {
        const auto result = parsed(u"ioe.json"_s, receipt(u"IOE9999999999"));
        QVERIFY(result);
        QCOMPARE(result->formType, u"OS155A"_s);
        QVERIFY(result->submittedDate.isNull() && result->modifiedDate.isNull());
        QVERIFY(result->history.empty());
        QVERIFY(!parseTorchDateTime(result->submittedDate));
    }

    void payloadAtRoot()
    {
        const auto result = parsed(u"at-root.json"_s);
        QVERIFY(result);
        QCOMPARE(result->title.en, u"Case Was Approved"_s);
    }

    void fault32_noSpanish()
    {
        const auto result = parsed(u"no-spanish.json"_s);
        QVERIFY(result);
        QCOMPARE(result->title, (BilingualText{u"Case Was Approved"_s, {}}));
        QCOMPARE(result->description, (BilingualText{u"We approved your case."_s, {}}));
        QCOMPARE(result->modifiedDate, u"00-00-0000 00:00:00"_s);
        QVERIFY(result->submittedDate.isEmpty());
    }

    void fault33_otherTypesAreMissing()
    {
        const auto result = parsed(u"odd-types.json"_s);
        QVERIFY(result);
        CaseStatus expected{.receipt = receipt(),
                            .formType = {},
                            .submittedDate = {},
                            .modifiedDate = {},
                            .title = {},
                            .description = {},
                            .history = {},
                            .message = {}};
        expected.title.en = u"Case Was Approved"_s;
        QCOMPARE(*result, expected);
    }

    void fault33_oneTextIsEnough_data()
    {
        QTest::addColumn<QByteArray>("field");
        for (const char *field : {"current_case_status_text_en", "current_case_status_text_es",
                                  "current_case_status_desc_en", "current_case_status_desc_es"})
            QTest::newRow(field) << QByteArray(field);
    }
    void fault33_oneTextIsEnough()
    {
        QFETCH(QByteArray, field);
        QVERIFY(withPayload('"' + field + "\":\"x\""));
        QCOMPARE(withPayload('"' + field + "\":\" \"").error().code, ErrorCode::Unreadable);
        QCOMPARE(withPayload('"' + field + "\":7").error().code, ErrorCode::Unreadable);
    }

    void fault36_lastOfDuplicateKeysCounts()
    {
        const auto result = parsed(u"duplicate-keys.json"_s);
        QVERIFY(result);
        QCOMPARE(result->title.en, u"Case Was Approved"_s);
    }

    void fault31_otherReceipt_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("fault31 plain") << u"other-receipt.json"_s;
        QTest::newRow("fault31 repaired") << u"broken-other-receipt.txt"_s;
    }
    void fault31_otherReceipt()
    {
        QFETCH(QString, file);
        const auto result = parsed(file);
        QVERIFY(!result);
        QCOMPARE(result.error(), (Error{.code = ErrorCode::Mismatch, .httpStatus = 200}));
    }

    void receiptInOtherWriting()
    {
        const QByteArray reply = R"({"receiptNumber":" eac9999103402\t","current_case_status_text_en":"x"})";
        QVERIFY(parseCaseStatus(reply, receipt()));
        const QByteArray spaced = R"({"receiptNumber":"EAC 9999103402","current_case_status_text_en":"x"})";
        QCOMPARE(parseCaseStatus(spaced, receipt()).error().code, ErrorCode::Mismatch);
    }

    void fault37_brokenCharacters()
    {
        const auto result = parsed(u"broken-characters.json"_s);
        QVERIFY(result);
        QCOMPARE(result->title.en, u"Lone \uFFFD high"_s);
        QCOMPARE(result->title.es, u"Bajo \uFFFD solo"_s);
        QCOMPARE(result->description.en, u"bad \uFFFD\uFFFD( utf-8, raw \uFFFD and escaped \uFFFD NUL"_s);
        QCOMPARE(result->description.es, u"latin-1 aprobaci\uFFFDn \U0001F600"_s);
        for (const QString &text : {result->title.en, result->title.es, result->description.en, result->description.es})
            QCOMPARE(QString::fromUtf8(text.toUtf8()), text);
    }

    void fault29_mended()
    {
        const auto result = parsed(u"broken-href.txt"_s, receipt(u"EAC9999103400"));
        QVERIFY(result);
        QVERIFY(result->repaired);
        // The Spanish text was whole.
        QCOMPARE(result->mended, (std::vector<MendedField>{{u"current_case_status_desc_en"_s, 2}}));
        QCOMPARE(result->title.en, u"Case Was Received"_s);
        QCOMPARE(result->description.en, u"See <a href=\"https://egov.uscis.gov\">status</a> for details."_s);
        QCOMPARE(result->description.es, u"Vea <a href=\"https://egov.uscis.gov\">estado</a>."_s);

        const auto several = parsed(u"broken-several.txt"_s);
        QVERIFY(several);
        QVERIFY(several->repaired);
        QCOMPARE(
            several->mended,
            (std::vector<MendedField>{{u"current_case_status_desc_en"_s, 8}, {u"current_case_status_desc_es"_s, 2}}));
        QVERIFY(several->description.en.endsWith(u"or <a class=x href=\"https://egov.uscis.gov/\" >egov</a>."_s));
        QVERIFY(several->description.es.startsWith(
            u"Vea <a href=\"https://www.uscis.gov/addresschange\">dirección</a> y"_s));
    }

    //! RFC 8259 knows no largest number, and no field that is of use here is one.
    void aNumberBeyondADoubleIsNoBother()
    {
        const auto result = parseCaseStatus(test::fixture(u"casestatus/number-too-large.json"_s), receipt());
        QVERIFY(result);
        QVERIFY(!result->title.en.isEmpty());
    }

    void unreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto file = [](const char *name) { return test::fixture(u"casestatus/"_s + QLatin1StringView(name)); };
        const QString echo = u"Query was successful for payload {'receipt_number': 'EAC9999103402'}"_s;
        QTest::newRow("empty") << QByteArray() << QString();
        QTest::newRow("a list") << "[]"_ba << QString();
        QTest::newRow("an empty object") << "{}"_ba << QString();
        QTest::newRow("case_status null") << file("null-case.json") << echo;
        QTest::newRow("no text") << file("no-text.json") << echo;
        QTest::newRow("receipt of another type") << "{\"receiptNumber\":9999103402}"_ba << QString();
        QTest::newRow("fault29 quotes elsewhere") << file("broken-outside-tag.txt") << QString();
        QTest::newRow("fault29 cut off") << file("truncated.txt") << QString();
        QTest::newRow("fault30 HTML") << file("captive-portal.html") << u"Sign in to Airport Wi-Fi"_s;
        QTest::newRow("an error in a 200") << R"({"fault":{"faultstring":"Not now"}})"_ba << u"Not now"_s;
        QTest::newRow("fault39 deep") << "{\"case_status\":" + QByteArray(100'000, '[') << QString();
        QTest::newRow("fault39 deep objects") << "{\"a\":"_ba.repeated(100'000) << QString();
        QTest::newRow("raw line break in a string")
            << "{\"receiptNumber\":\"EAC9999103402\",\"current_case_status_text_en\":\"a\nb\"}"_ba << QString();
    }
    void unreadable()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto result = parseCaseStatus(body, receipt());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Unreadable);
        QCOMPARE(result.error().httpStatus, 200);
        QCOMPARE(result.error().serverMessage, message);
        QVERIFY(!result.error().detail.isEmpty());
    }
};

LINTERNA_TEST(TestResponseParser)

} // namespace test_responseparser

#include "test_responseparser.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fixture.h"
#include "tests/support/practicebench.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_practicecases {

namespace {

//! "EAC9999103 403 404" is EAC9999103403 and EAC9999103404.
QStringList expanded(const QString &text)
{
    QStringList parts = text.split(u' ');
    const QString stem = parts.takeFirst();
    for (QString &part : parts)
        part.prepend(stem);
    return parts;
}

//! As USCIS publishes them.
QStringList withHistory()
{
    return expanded(QStringLiteral("EAC9999103 403 404 405 410 411 416 419"))
        + expanded(QStringLiteral("LIN9999106 498 499 504 505 506"))
        + expanded(QStringLiteral("SRC9999102 777 778 779 780 781 782 783 784 785 786 787"))
        + expanded(QStringLiteral("SRC9999132 710 719"));
}

QStringList withoutHistory()
{
    return expanded(QStringLiteral("EAC9999103 400 402 406 407 408 409 412 413 414 415 420 421"))
        + expanded(QStringLiteral("EAC9999103 424 425 426 428 429 431 432"))
        + expanded(QStringLiteral("LIN9999106 501 507")) + expanded(QStringLiteral("SRC9999132 694 695 706 707"));
}

struct Seen {
    const char *receipt;
    const char *form;
    const char *title;
};

//! Seen by others on the live sandbox.
constexpr Seen seenLive[] = {
    {"EAC9999103403", "I-130", "Case Was Approved"},
    {"WAC0000000000", "I-131", "Withdrawal Acknowledgement Notice Was Sent"},
    {"WAC0000000001", "I-751", "Case Was Transferred And A New Office Has Jurisdiction"},
    {"WAC1234567890", "I-129", "Request For Premium Processing Services Was Received"},
    {"WAC9999999999", "I-751", "Case Was Received At My Local Office"},
    {"LIN0000000000", "I-751", "Case Was Received At My Local Office"},
    {"SRC0000000000", "I-765", "Case Was Received"},
    {"MSC0000000000", "I-485", "Case Accepted By The USCIS Lockbox"},
    {"YSC0000000000", "I-751", "Case Accepted By The USCIS Lockbox"},
    {"YSC0000000001", "I-140G", "Biometrics Appointment Was Scheduled"},
    {"IOE9999999999", "OS155A", "Case Accepted By The USCIS Lockbox"},
    {"IOE1234567890", "I-765", "Case Was Approved"},
};

} // namespace

class TestPracticeCases : public QObject
{
    Q_OBJECT

    std::unique_ptr<PracticeBench> m_bench;
    QByteArray m_token;

    HttpAnswer get(const QString &receipt) { return m_bench->getCase(receipt, m_token); }
    QJsonObject status(const QString &receipt) { return get(receipt).json()[u"case_status"].toObject(); }

private slots:
    void initTestCase()
    {
        m_bench = std::make_unique<PracticeBench>(PracticeBench::unlimited());
        m_token = m_bench->token();
    }

    void knowsThePublishedReceiptsAndThoseSeenLive()
    {
        QStringList expected = withHistory() + withoutHistory();
        QCOMPARE(expected.size(), 50);
        for (const Seen &seen : seenLive) {
            if (!expected.contains(QLatin1StringView(seen.receipt)))
                expected += QLatin1StringView(seen.receipt);
        }
        QCOMPARE(expected.size(), 61);
        QStringList known = PracticeServer::receipts();
        known.sort();
        expected.sort();
        QCOMPARE(known, expected);
    }
    void officialSampleIsGivenByteByByte()
    {
        const HttpAnswer answer = get(QStringLiteral("EAC9999103402"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, "application/json");
        QCOMPARE(answer.body, fixture(QStringLiteral("samples/case-status-EAC9999103402.json")));
        QVERIFY(!answer.body.isEmpty());
    }
    void oneReceiptHasTheBrokenHref()
    {
        const HttpAnswer answer = get(QStringLiteral("EAC9999103400"));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, fixture(QStringLiteral("samples/case-status-broken-href.txt")));
        QVERIFY(!answer.body.isEmpty());
        for (const QString &receipt : PracticeServer::receipts()) {
            QJsonParseError error;
            const auto document = QJsonDocument::fromJson(get(receipt).body, &error);
            QCOMPARE(document.isNull(), receipt == u"EAC9999103400");
        }
    }
    void seenFormsAndTitles()
    {
        for (const Seen &seen : seenLive) {
            const QJsonObject status = this->status(QLatin1StringView(seen.receipt));
            QCOMPARE(status[u"formType"].toString(), QLatin1StringView(seen.form));
            QCOMPARE(status[u"current_case_status_text_en"].toString(), QLatin1StringView(seen.title));
        }
    }

    void everyCaseIsWhole_data()
    {
        QTest::addColumn<QString>("receipt");
        for (const QString &receipt : PracticeServer::receipts()) {
            if (receipt != u"EAC9999103400")
                QTest::newRow(qPrintable(receipt)) << receipt;
        }
    }
    void everyCaseIsWhole()
    {
        QFETCH(QString, receipt);
        const HttpAnswer answer = get(receipt);
        QCOMPARE(answer.status, 200);
        const QJsonObject whole = answer.json();
        QCOMPARE(whole[u"message"].toString(),
                 QStringLiteral("Query was successful for payload {'receipt_number': '%1'}").arg(receipt));
        const QJsonObject status = whole[u"case_status"].toObject();
        QCOMPARE(status[u"receiptNumber"].toString(), receipt);
        QVERIFY(!status[u"formType"].toString().isEmpty());
        static const QRegularExpression placeholder(QStringLiteral("\\{[a-z_]*\\}"));
        for (const auto *key : {u"current_case_status_text_en", u"current_case_status_text_es",
                                u"current_case_status_desc_en", u"current_case_status_desc_es"}) {
            const QString text = status[QStringView(key)].toString();
            QVERIFY(!text.trimmed().isEmpty());
            QVERIFY2(!placeholder.match(text).hasMatch(), qPrintable(text));
        }
        QVERIFY(status[u"current_case_status_desc_en"].toString().contains(receipt));
        QVERIFY(status[u"current_case_status_desc_es"].toString().contains(receipt));
        static const QRegularExpression date(QStringLiteral("^\\d\\d-\\d\\d-20\\d\\d \\d\\d:\\d\\d:\\d\\d$"));
        const bool dateless = receipt.startsWith(u"IOE");
        QCOMPARE(status.contains(u"submittedDate"), !dateless);
        QCOMPARE(status.contains(u"modifiedDate"), !dateless);
        QCOMPARE(date.match(status[u"submittedDate"].toString()).hasMatch(), !dateless);
        QCOMPARE(date.match(status[u"modifiedDate"].toString()).hasMatch(), !dateless);
        checkHistory(status, receipt);
    }
    void checkHistory(const QJsonObject &status, const QString &receipt)
    {
        QVERIFY(status.contains(u"hist_case_status"));
        const QJsonValue history = status[u"hist_case_status"];
        if (!withHistory().contains(receipt)) {
            QVERIFY(history.isNull());
            return;
        }
        const qsizetype entries = history.toArray().size();
        QVERIFY(entries == 2 || entries == 3);
        for (const QJsonValue &entry : history.toArray()) {
            QVERIFY(QDate::fromString(entry[u"date"].toString(), Qt::ISODate).isValid());
            for (const auto *key : {u"completed_text_en", u"completed_text_es"}) {
                const QString text = entry[QStringView(key)].toString();
                QVERIFY(!text.isEmpty() && !text.contains(u'{'));
            }
        }
    }

    void wordingIsFilledIn()
    {
        const HttpAnswer answer = get(QStringLiteral("EAC9999103405"));
        QCOMPARE(answer.body, fixture(QStringLiteral("practice/EAC9999103405.json")));
        QVERIFY(answer.body.contains("<a href='https://tools.usps.com/go/TrackConfirmAction_input?origTrackNum=92"));
        QVERIFY(answer.body.contains("El 12 de Marzo de 2023, el servicio postal recogi\\u00F3"));
        const QString early = status(QStringLiteral("EAC9999103425"))[u"current_case_status_desc_es"].toString();
        static const QRegularExpression twoDigits(QStringLiteral("^El [0-9]{2} de [A-Z][a-z]+ de 20[0-9]{2}, "));
        QVERIFY2(twoDigits.match(early).hasMatch(), qPrintable(early));
    }
    void beyondAsciiOnlyAsEscapes()
    {
        for (const QString &receipt : PracticeServer::receipts()) {
            if (receipt == u"EAC9999103402")
                continue; // the official sample has it both ways
            for (const char c : get(receipt).body)
                QVERIFY2(static_cast<unsigned char>(c) < 0x80, qPrintable(receipt));
        }
    }
    void titlesShowEveryKindOfStatus()
    {
        QSet<QString> titles;
        for (const QString &receipt : PracticeServer::receipts())
            titles += status(receipt)[u"current_case_status_text_en"].toString();
        QFile file(QStringLiteral(":/practice/status-texts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QSet<QString> missing;
        QSet<QString> met;
        for (const QJsonValue text : QJsonDocument::fromJson(file.readAll()).array()) {
            const bool shown = titles.contains(text[u"en_title"].toString());
            (shown ? met : missing) += text[u"category"].toString();
        }
        missing -= met;
        QVERIFY2(missing.isEmpty(), qPrintable(missing.values().join(u' ')));
        QVERIFY(met.size() > 25);
        QVERIFY(titles.size() > 45);
        QVERIFY(titles.contains(QStringLiteral(" Premium Processing Fee Will Be Refunded")));
        QVERIFY(titles.contains(QStringLiteral("Response To USCIS&#039; Request For Evidence Was Received")));
    }
    void sameReceiptSameBytesAlways()
    {
        PracticeBench other(PracticeBench::unlimited());
        other.clock.pass(std::chrono::hours(24 * 400));
        const QByteArray otherToken = other.token();
        for (const QString &receipt : PracticeServer::receipts())
            QCOMPARE(other.getCase(receipt, otherToken).body, get(receipt).body);
    }

    void reservedReceiptsGiveTheirError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QString>("part");
        const QByteArray json = "application/json";
        QTest::newRow("401") << 401 << json << QStringLiteral("Invalid Access Token");
        QTest::newRow("403") << 403 << json << QStringLiteral("service.InvalidAPICallAsNoApiProductMatchFound");
        QTest::newRow("404") << 404 << json << QStringLiteral("Case Status Online does not recognize the receipt");
        QTest::newRow("422") << 422 << json << QStringLiteral("The application receipt number is not formatted");
        QTest::newRow("429") << 429 << json << QStringLiteral("Spike Arrest Violation");
        QTest::newRow("500") << 500 << QByteArray("text/html") << QStringLiteral("<html>");
        QTest::newRow("503") << 503 << json << QStringLiteral("The Case Status API Sandbox is unavailable");
    }
    void reservedReceiptsGiveTheirError()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, contentType);
        QFETCH(QString, part);
        const QString receipt = QStringLiteral("PRA0000000%1").arg(status);
        QVERIFY(PracticeServer::reservedReceipts().contains(receipt));
        const HttpAnswer answer = get(receipt);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.contentType, contentType);
        QVERIFY2(answer.body.contains(part.toLatin1()), answer.body.constData());
        if (status == 401 || status == 429) // as the specification documents them: flat, the code a number
            QCOMPARE(answer.json(), QJsonObject({{QStringLiteral("code"), status}, {QStringLiteral("message"), part}}));
        QCOMPARE(m_bench->getCase(receipt, "no such token").status, 401);
        QVERIFY(m_bench->getCase(receipt, "no such token").body.contains("invalid_access_token"));
    }
    void closedIsGivenByteByByte()
    {
        const QByteArray expected = fixture(QStringLiteral("samples/error-503-closed.json"));
        QVERIFY(expected.startsWith("\n\n  {"));
        QCOMPARE(get(QStringLiteral("PRA0000000503")).body, expected);
    }

    void otherReceipts_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<int>("status");
        QTest::newRow("unknown") << "EAC0000099999" << 404;
        QTest::newRow("unknown prefix") << "ZZZ1234567890" << 404;
        QTest::newRow("asterisk") << "EAC*123456789" << 404;
        QTest::newRow("encoded asterisk") << "EAC%2A123456789" << 404;
        QTest::newRow("encoded asterisk, small") << "eac%2a123456789" << 404;
        QTest::newRow("reserved prefix, other number") << "PRA0000000418" << 404;
        QTest::newRow("lower case") << "eac9999103403" << 200;
        QTest::newRow("short") << "EAC999910340" << 422;
        QTest::newRow("long") << "EAC99991034022" << 422;
        QTest::newRow("letter") << "EAC99991O3402" << 422;
        QTest::newRow("asterisk elsewhere") << "EAC1*23456789" << 422;
        QTest::newRow("asterisk and ten digits") << "EAC*1234567890" << 422;
        QTest::newRow("encoded slash") << "EAC%2F999103402" << 422;
        QTest::newRow("path") << "EAC9999103402/x" << 422;
        QTest::newRow("newline at the end") << "EAC9999103402%0A" << 422;
        QTest::newRow("other digits") << "EAC%D9%A9%D9%A9%D9%A9%D9%A9%D9%A1%D9%A0%D9%A3%D9%A4%D9%A0%D9%A2" << 422;
        QTest::newRow("empty") << "" << 422;
        QTest::newRow("no percent-encoding") << "EAC%zz" << 422;
    }
    void otherReceipts()
    {
        QFETCH(QString, segment);
        QFETCH(int, status);
        const HttpAnswer answer = get(segment);
        QCOMPARE(answer.status, status);
        if (status == 200)
            return;
        QCOMPARE(answer.contentType, "application/json");
        QCOMPARE(answer.json().keys(), QStringList(QStringLiteral("message"))); // and no code
        QCOMPARE(answer.json()[u"message"].toString().contains(u"not formatted correctly"), status == 422);
    }
};

LINTERNA_TEST(TestPracticeCases)

} // namespace test_practicecases

#include "test_practicecases.moc"

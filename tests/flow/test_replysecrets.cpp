// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/log.h"
#include "lib/exchange/recordexport.h"
#include "lib/net/transcripttext.h"
#include "tests/support/jobresult.h"
#include "tests/support/road.h"
#include "tests/support/spellings.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_replysecrets {

namespace {

const QByteArray token = "t0k-en.of+today/42==";
const QByteArray swappedToken = "another-t0ken.of+somebody/77==";
const QByteArray apiKey = "k3y-0f/the+subscription";
const QByteArray secret = "secret of Gossip"; // as Road gives it

//! Replies as a server may write them that sends back what it was sent, or answers another request.
constexpr std::array places{
    "{\"message\":\"it was %1\"}",
    "{\"error\":\"invalid_client\",\"error_description\":\"you sent %1\"}",
    "{\"error\":{\"code\":\"%1\",\"message\":\"x\"}}",
    "{\"fault\":{\"faultstring\":\"no %1\",\"detail\":{\"errorcode\":\"x\"}}}",
    "{\"nextAccessTime\":\"%1\",\"code\":\"900800\"}",
    "<html><head><title>Bad request %1</title></head><body>%1</body></html>",
    "<e><message>%1</message></e>",
    "it was %1",
    "{\"case_status\":{\"receiptNumber\":\"%2\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"Was %1\","
    "\"current_case_status_desc_en\":\"It is <a href=\\\"https://www.uscis.gov/?x=%1\\\">%1</a>\"},\"message\":\"%1\"}",
    "{\"case_status\":{\"receiptNumber\":\"%2\",\"current_case_status_text_en\":\"x\",\"hist_case_status\":[{\"date\":\"%1\","
    "\"completed_text_en\":\"%1\"}]}}",
    "{\"receiptNumber\":\"%1\"}",
};

//! Replies that hold a token which this program was never given.
constexpr std::array tokenReplies{
    "{\"access_token\":\"%1\",\"token_type\":\"Bearer\",\"expires_in\":1799}",
    "{\"\\u0061ccess\\u005ftoken\":\"%1\"}",
    "{\"message\":\"{\\\"access_token\\\":\\\"%1\\\"}\"}",
    "{\"error\":\"x\",\"message\":\"x\",\"refresh_token\":\"%1\"}",
    "<html><title>access_token=%1</title></html>",
    "access_token=%1&token_type=bearer",
    "{\"id_token\":\"%1",
};

QByteArray filled(QByteArray pattern, const QByteArray &value, const SeenRequest &request)
{
    return pattern.replace("%2", request.url.fileName().toLatin1()).replace("%1", value);
}

QByteArray inCharset(const QByteArray &utf8, const QByteArray &charset)
{
    if (charset != "utf-16")
        return utf8;
    const QString text = QString::fromUtf8(utf8);
    return "\xFF\xFE" + QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
}

//! All that was said while it lives, as it was handed over.
class LogCopy
{
public:
    LogCopy()
    {
        copy = this;
        m_before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &message) {
            copy->m_text += message.toUtf8() + '\n';
        });
    }
    ~LogCopy() { qInstallMessageHandler(m_before); }
    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    static inline LogCopy *copy = nullptr;
    QtMessageHandler m_before;
    QByteArray m_text;
};

//! A road that answers checks with what the test says, and all that a check leaves behind.
struct GossipRoad {
    GossipRoad() : road([this](const SeenRequest &request) { return answer(request); })
    {
        Connection connection = testConnection("Gossip");
        connection.headers = {{"X-API-Key", apiKey}};
        connection.tokenParameters = {{"subscription-key", apiKey}};
        road.network = road.use(connection, [this](const SeenRequest &request) { return answer(request); });
    }
    FakeReply answer(const SeenRequest &request)
    {
        if (isToken(request))
            return tokenAnswer ? tokenAnswer(request) : FakeReply{.body = tokenBody(token, "1799")};
        return caseAnswer(request);
    }
    const CheckOutcome &check()
    {
        const int number = int(road.outcomes.size());
        road.check(number, number + 1, AskedBy::Person);
        if (!road.waitFor(std::size_t(number) + 1))
            qFatal("a check did not end");
        return road.outcomes.back();
    }
    //! Record, complete export, technical details, what is shown, and the log.
    QByteArray everything(const CheckOutcome &told)
    {
        const CheckOutcome kept = *resultOf(road.history.load(told.id));
        QByteArray all = log.text();
        for (const CheckOutcome *each : {&told, &kept}) {
            all += each->rawReply + '\n';
            if (each->result.ok())
                all += textOf(each->result.value());
            else
                all += (each->result.error().serverMessage + u'\n' + each->result.error().detail).toUtf8();
            for (const HttpTranscript &transcript : each->transcripts) {
                all += transcript.replyBody + '\n';
                all += (requestText(transcript, ReceiptNumbers::Shown) + u'\n'
                        + replyText(transcript, ReceiptNumbers::Shown))
                           .toUtf8();
            }
        }
        return all + exported();
    }
    static QByteArray textOf(const CaseStatus &status)
    {
        QString text = status.title.en + u'\n' + status.description.en + u'\n' + status.message;
        for (const TimelineEntry &entry : status.history)
            text += u'\n' + entry.dateText + u'\n' + entry.text.en;
        return text.toUtf8();
    }
    QByteArray exported()
    {
        const QString path = folder.filePath(u"all.jsonl"_s);
        ExportOptions options;
        options.format = ExportOptions::Format::JsonLines;
        options.kind = ExportOptions::Kind::Complete;
        if (!resultOf(exportRecord(road.history, path, options)))
            qFatal("no export");
        QFile file(path);
        (void)file.open(QIODevice::ReadOnly);
        QByteArray all = file.readAll();
        // Bytes stand there in Base64.
        static const QRegularExpression base64(u"\"([A-Za-z0-9+/=]{16,})\""_s);
        for (auto match = base64.globalMatch(QString::fromUtf8(all)); match.hasNext();)
            all += '\n' + QByteArray::fromBase64(match.next().captured(1).toLatin1());
        return all;
    }

    LogCopy log;
    QTemporaryDir folder;
    FakeNetwork::Answer tokenAnswer;
    FakeNetwork::Answer caseAnswer;
    Road road;
};

//! An eye of its own: it undoes nothing but one spelling at a time, as a person with a tool would.
bool gives(const QByteArray &all, const QByteArray &hidden, const QByteArray &spelled)
{
    return all.contains(hidden) || (spelled.size() >= 8 && all.contains(spelled))
        || all.contains(hidden.toPercentEncoding()) || all.contains(hidden.toBase64(QByteArray::OmitTrailingEquals));
}

} // namespace

//! No reply, of whatever kind, carries a secret into what is kept or shown; and no reply is read in another encoding than
//! its own.
class TestReplySecrets : public QObject
{
    Q_OBJECT
private slots:
    //! Random spellings in random places; the seed of a failure is its number.
    void fault71_echoedSecretsGoNowhere()
    {
        GossipRoad gossip;
        const std::array hidden{token, secret, apiKey};
        const std::array charsets{QByteArray("utf-8"), QByteArray("utf-16")};
        for (unsigned seed = 0; seed < 150; ++seed) {
            Chance chance(seed);
            const QByteArray &one = chance.of(hidden);
            const QByteArray spelled = spelledSomehow(one, chance);
            const QByteArray pattern = chance.of(places);
            const int status = chance.of(std::array{200, 200, 400, 403, 404, 422});
            const QByteArray charset = chance.of(charsets);
            gossip.caseAnswer = [&](const SeenRequest &request) {
                return FakeReply{.status = status,
                                 .body = inCharset(filled(pattern, spelled, request), charset),
                                 .headers = {{"Content-Type", "application/json; charset=" + charset},
                                             {"X-You-Sent", spelledAsPercent(one)},
                                             {"X-Session", one}}};
            };
            const CheckOutcome outcome = gossip.check();
            const QByteArray all = gossip.everything(outcome);
            const QByteArray where = QByteArray::number(seed) + ": " + pattern;
            QVERIFY2(!gives(all, one, spelled), where.constData());
            QVERIFY2(outcome.rawReply.isEmpty(), where.constData());
            QVERIFY2(all.contains("••••••"), where.constData());
        }
    }
    void fault71_aTokenOfAnotherGoesNowhere_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<int>("status");
        for (const char *pattern : tokenReplies) {
            for (const int status : {200, 404, 422})
                QTest::addRow("%d %s", status, pattern) << QByteArray(pattern) << status;
        }
    }
    void fault71_aTokenOfAnotherGoesNowhere()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(int, status);
        GossipRoad gossip;
        gossip.caseAnswer = [&](const SeenRequest &request) {
            return FakeReply{.status = status, .body = filled(pattern, swappedToken, request)};
        };
        const CheckOutcome outcome = gossip.check();
        QVERIFY(!outcome.result.ok());
        QVERIFY(!gives(gossip.everything(outcome), swappedToken, swappedToken));
        QVERIFY(outcome.rawReply.isEmpty());
    }
    void fault71_whatTheTokenEndpointEchoesGoesNowhere()
    {
        for (unsigned seed = 0; seed < 40; ++seed) {
            Chance chance(seed);
            const QByteArray spelled = spelledSomehow(secret, chance);
            const QByteArray pattern = chance.of(places);
            GossipRoad gossip;
            gossip.caseAnswer = [](const SeenRequest &request) { return FakeReply{.body = goodBody(request.url)}; };
            gossip.tokenAnswer = [&](const SeenRequest &request) {
                return FakeReply{.status = chance.of(std::array{200, 400, 401, 403}),
                                 .body = filled(pattern, spelled, request),
                                 .headers = {{"X-Debug", spelledAsHtml(secret)}}};
            };
            const CheckOutcome outcome = gossip.check();
            QVERIFY(!outcome.result.ok());
            QVERIFY2(!gives(gossip.everything(outcome), secret, spelled), QByteArray::number(seed).constData());
        }
    }
    //! A key in a header or a parameter of the connection is sent, and shown nowhere.
    void fault71_keysOfTheConnectionGoNowhere()
    {
        GossipRoad gossip;
        gossip.caseAnswer = [](const SeenRequest &request) { return FakeReply{.body = goodBody(request.url)}; };
        const CheckOutcome outcome = gossip.check();
        QVERIFY(outcome.result.ok());
        QVERIFY(!outcome.rawReply.isEmpty());
        const QByteArray all = gossip.everything(outcome);
        QVERIFY(!gives(all, apiKey, apiKey));
        QVERIFY(all.contains("X-API-Key: ••••••"));
        QVERIFY(all.contains("subscription-key=••••••"));
        for (const SeenRequest &request : gossip.road.network->seen())
            QVERIFY(std::ranges::count(request.headers, std::pair(QByteArray("X-API-Key"), apiKey)) == 1);
    }
    void fault71_whereARedirectPointedAndTheScopeToo()
    {
        GossipRoad gossip;
        gossip.caseAnswer = [](const SeenRequest &) {
            return FakeReply{.status = 302, .headers = {{"Location", "https://sign-in.example/" + token + "/x"}}};
        };
        gossip.tokenAnswer = [](const SeenRequest &) {
            return FakeReply{.body = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"scope\":\"s "
                                 + token + "\"}"};
        };
        const CheckOutcome outcome = gossip.check();
        QCOMPARE(codeOf(outcome), "redirected"_ba);
        QVERIFY(outcome.result.error().detail.contains("sign-in.example"_L1));
        QVERIFY(!gives(gossip.everything(outcome), token, token));
        QCOMPARE(gossip.road.tokens().details()->scope, u"s ••••••"_s);
    }

    void fault86_theDeclaredEncodingIsRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("code");
        const QByteArray pattern =
            "{\"receiptNumber\":\"EAC0000000000\",\"current_case_status_text_en\":\"Se aprob%1\"}";
        QTest::newRow("UTF-8") << QByteArray(pattern).replace("%1", "ó") << "application/json"_ba
                               << "ok"_ba;
        QTest::newRow("ISO-8859-1") << QByteArray(pattern).replace("%1", "\xF3") << "text/json; charset=ISO-8859-1"_ba
                                    << "ok"_ba;
        QTest::newRow("UTF-16") << inCharset(QByteArray(pattern).replace("%1", "ó"), "utf-16") << "application/json"_ba
                                << "ok"_ba;
        QTest::newRow("not declared") << QByteArray(pattern).replace("%1", "\xF3") << "application/json"_ba
                                      << "unreadable"_ba;
        QTest::newRow("declared wrongly")
            << QByteArray(pattern).replace("%1", "\xF3") << "application/json; charset=utf-8"_ba
            << "unreadable"_ba;
        QTest::newRow("not known") << QByteArray(pattern).replace("%1", "ó") << "application/json; charset=x-klingon"_ba
                                   << "unreadable"_ba;
    }
    void fault86_theDeclaredEncodingIsRead()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, code);
        GossipRoad gossip;
        gossip.caseAnswer = [&](const SeenRequest &) {
            return FakeReply{.body = body, .headers = {{"Content-Type", contentType}}};
        };
        const CheckOutcome outcome = gossip.check();
        QCOMPARE(codeOf(outcome), code);
        QVERIFY(!gossip.everything(outcome).contains("\xEF\xBF\xBD"));
        if (outcome.result.ok())
            QCOMPARE(outcome.result->title.en, u"Se aprobó"_s);
        else
            QVERIFY(!outcome.result.error().detail.isEmpty());
    }
    //! The status decides; words that cannot be read are left out.
    void fault86_anErrorsWordsToo()
    {
        GossipRoad gossip;
        for (const auto &[contentType, words] :
             {std::pair("application/json"_ba, QString()),
              std::pair("application/json; charset=windows-1252"_ba, u"No se encontró"_s)}) {
            gossip.caseAnswer = [&](const SeenRequest &) {
                return FakeReply{.status = 404,
                                 .body = "{\"message\":\"No se encontr\xF3\"}",
                                 .headers = {{"Content-Type", contentType}}};
            };
            const CheckOutcome outcome = gossip.check();
            QCOMPARE(codeOf(outcome), "not-recognized"_ba);
            QCOMPARE(outcome.result.error().serverMessage, words);
        }
    }
    void fault86_aTokenReplyToo()
    {
        GossipRoad gossip;
        gossip.caseAnswer = [](const SeenRequest &request) { return FakeReply{.body = goodBody(request.url)}; };
        gossip.tokenAnswer = [](const SeenRequest &) {
            return FakeReply{.body = inCharset(tokenBody(token, "1799"), "utf-16")};
        };
        QCOMPARE(codeOf(gossip.check()), "ok"_ba);
        QCOMPARE(gossip.road.network->seen().back().authorization, "Bearer " + token);
    }
};

LINTERNA_TEST(TestReplySecrets)

} // namespace test_replysecrets

#include "test_replysecrets.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/httpclient.h"
#include "tests/support/fakeclock.h"
#include "tests/support/rawserver.h"
#include "tests/support/sessioncounter.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslKey>
#include <QTest>

#ifdef LINTERNA_SANITIZED
// The address sanitizer's own function; gcc installs no header that declares it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes(); // NOLINT(bugprone-reserved-identifier)
#endif

using namespace linterna;
using namespace linterna::test;
using namespace std::chrono_literals;

namespace test_httpclient {

namespace {

//! Memory of this process that is in use, in bytes. The address sanitizer keeps what was freed for a while, so that under
//! it only what is allocated counts.
qint64 residentMemory()
{
#ifdef LINTERNA_SANITIZED
    return static_cast<qint64>(__sanitizer_get_current_allocated_bytes());
#else
    QFile file(QStringLiteral("/proc/self/statm"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() * 4096 : -1;
#endif
}

//! A client with the system's network and the test's clock.
struct Client {
    std::optional<Result<HttpReply>> send(const QUrl &url, const QString &caFile = {})
    {
        return send({.url = url, .caFile = caFile});
    }
    std::optional<Result<HttpReply>> send(HttpRequest request)
    {
        std::optional<Result<HttpReply>> got;
        http.send(std::move(request))->onFinished(&context, [&](const Result<HttpReply> &reply) { got = reply; });
        (void)waitFor([&] { return got.has_value(); });
        return got;
    }
    FakeClock clock;
    HttpClient http{clock, [this] {
                        auto manager = std::make_unique<QNetworkAccessManager>();
                        managers.emplace_back(manager.get());
                        return manager;
                    }};
    std::vector<QPointer<QNetworkAccessManager>> managers;
    QObject context;
};

const raw::Script good{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}};
const raw::Script once{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}", {{"Connection", "close"}})}, raw::Close{}};

QSslConfiguration serverTls(const OpensslFiles &files)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate::fromPath(files.certificate()).value(0));
    QFile key(files.key());
    if (!key.open(QIODevice::ReadOnly))
        qFatal("no key");
    tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    return tls;
}

ErrorCode codeOf(const std::optional<Result<HttpReply>> &got)
{
    return got && !got->ok() ? got->error().code : ErrorCode::Invalid;
}

} // namespace

//! HttpClient against servers that send what no HTTP library would.
class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void givesEveryStatusAsAReply()
    {
        for (const int status : {200, 400, 401, 403, 404, 422, 429, 500, 503}) {
            RawServer server(
                {{raw::ReadRequest{}, raw::Send{raw::reply(status, "{\"message\":\"m\"}", {{"Retry-After", "5"}})}}});
            const auto got = Client().send(server.url());
            QVERIFY(got && got->ok());
            QCOMPARE((*got)->status, status);
            QCOMPARE((*got)->body, QByteArray("{\"message\":\"m\"}"));
            QCOMPARE((*got)->header("retry-after"), QByteArray("5"));
        }
    }

    void sendsWhatItShouldAndNoMore()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}}});
        HttpRequest request{.method = HttpRequest::Method::Post,
                            .url = server.url(QStringLiteral("/oauth/accesstoken")),
                            .headers = {{"demo_id", "1234"}}};
        request.secretHeaders.emplace_back("Authorization", Secret::copyOf("Basic abc"));
        request.body = Secret::copyOf("grant_type=client_credentials");
        QVERIFY(Client().send(std::move(request))->ok());
        const QByteArray seen = server.requests().at(0).toLower();
        QVERIFY(seen.startsWith("post /oauth/accesstoken http/1.1\r\n"));
        for (const char *field : {"demo_id: 1234", "authorization: basic abc", "accept: application/json",
                                  "accept-encoding: identity", "content-type: application/x-www-form-urlencoded"})
            QVERIFY2(seen.contains(QByteArray("\r\n") + field + "\r\n"), field);
        QVERIFY(seen.endsWith("\r\n\r\ngrant_type=client_credentials"));
        QVERIFY(!seen.contains("cookie"));
    }

    void keepsNoCookies()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}", {{"Set-Cookie", "a=b"}})}}, good});
        Client client;
        QVERIFY(client.send(server.url())->ok());
        QVERIFY(client.send(server.url())->ok());
        QVERIFY(!server.requests().back().toLower().contains("cookie"));
    }

    void fault09_redirects_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {301, 302, 303, 307, 308})
            QTest::addRow("%d", status) << status;
    }
    void fault09_redirects()
    {
        QFETCH(int, status);
        RawServer target({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}}});
        RawServer server({{raw::ReadRequest{},
                           raw::Send{raw::reply(
                               status, {}, {{"Location", target.url(QStringLiteral("/steal?q=1")).toEncoded()}})}}});
        HttpRequest request{.method = HttpRequest::Method::Post, .url = server.url()};
        request.secretHeaders.emplace_back("Authorization", Secret::copyOf("Bearer abc"));
        request.body = Secret::copyOf("client_secret=s");
        const auto got = Client().send(std::move(request));
        QCOMPARE(codeOf(got), ErrorCode::Redirected);
        QCOMPARE(got->error().detail, target.url(QStringLiteral("/steal")).toString());
        QCOMPARE(target.bytesReceived(), 0);
    }

    void fault13_slowLoris_data()
    {
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("head") << QByteArray("HTTP/1.1 200 OK\r\nX: ");
        QTest::newRow("body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
        QTest::newRow("nothing at all") << QByteArray();
    }
    void fault13_slowLoris()
    {
        QFETCH(QByteArray, start);
        raw::Script script{raw::ReadRequest{}};
        if (!start.isEmpty()) {
            script.push_back(raw::Send{start});
            script.push_back(raw::Drip{QByteArray(100'000, 'a'), 1, 5ms});
        }
        RawServer server({script});
        Client client;
        std::optional<Result<HttpReply>> got;
        client.http.send({.url = server.url()})->onFinished(this, [&](const Result<HttpReply> &reply) { got = reply; });
        QTRY_VERIFY(server.requests().size() == 1
                    && (start.isEmpty() || server.connections()[0].bytesSent > start.size() + 10));
        client.clock.pass(29'999ms); // bytes keep coming: an idle timer would never ring
        QVERIFY(!got);
        client.clock.pass(1ms);
        QTRY_VERIFY(got);
        QCOMPARE(codeOf(got), ErrorCode::Timeout);
        QTRY_VERIFY(server.connections()[0].ended);
    }

    void fault14_cutShort_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("by length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1}");
        QTest::newRow("chunked") << QByteArray(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n");
        QTest::newRow("404 by length") << QByteArray("HTTP/1.1 404 X\r\nContent-Length: 100\r\n\r\n{\"a\":1}");
        QTest::newRow("404 chunked") << QByteArray(
            "HTTP/1.1 404 X\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{\"a\":1}\r\n");
    }
    void fault14_cutShort()
    {
        QFETCH(QByteArray, bytes);
        RawServer server({{raw::ReadRequest{}, raw::Send{bytes}, raw::Close{}}});
        QCOMPARE(codeOf(Client().send(server.url())), ErrorCode::Offline);
    }

    void fault15_compressedReplyIsNotUnpacked()
    {
        // A hundred megabytes of zeros in a hundred kilobytes; not one byte of it is unpacked.
        const QByteArray packed = qCompress(QByteArray(100'000'000, '0')).mid(4);
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, packed, {{"Content-Encoding", "deflate"}})}}});
        const qint64 before = residentMemory();
        const auto got = Client().send(server.url());
        QVERIFY(residentMemory() - before < 50 * 1024 * 1024);
        QCOMPARE(codeOf(got), ErrorCode::Unreadable);
    }

    void fault16_reset()
    {
        RawServer server({{raw::ReadRequest{}, raw::Reset{}}});
        QCOMPARE(codeOf(Client().send(server.url())), ErrorCode::Offline);
    }

    void fault17_nobodyThere()
    {
        quint16 port = 0;
        {
            const RawServer gone({{raw::Close{}}});
            port = gone.port();
        }
        const auto got = Client().send(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port)));
        QCOMPARE(codeOf(got), ErrorCode::Offline);
        QCOMPARE(got->error().detail, QStringLiteral("127.0.0.1: ConnectionRefusedError"));
    }
    void fault17_unknownHost()
    {
        QCOMPARE(codeOf(Client().send(QUrl(QStringLiteral("https://no-such-host.invalid/case-status/EAC9999103402")))),
                 ErrorCode::Offline);
    }

    void fault35_tooMuch_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("announced") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n");
        QTest::newRow("not announced") << QByteArray("HTTP/1.1 200 OK\r\n\r\n");
        QTest::newRow("error page") << QByteArray("HTTP/1.1 500 Oops\r\n\r\n");
    }
    void fault35_tooMuch()
    {
        QFETCH(QByteArray, head);
        RawServer server({{raw::ReadRequest{}, raw::Send{head}, raw::Flood{QByteArray(65536, 'x'), 50 * 1024 * 1024}}});
        Client client;
        const qint64 before = residentMemory();
        const auto got = client.send(server.url());
        QCOMPARE(codeOf(got), ErrorCode::TooLarge);
        QTRY_VERIFY(server.connections()[0].ended);
        QVERIFY2(server.connections()[0].bytesSent < 16 * 1024 * 1024,
                 QByteArray::number(server.connections()[0].bytesSent).constData());
        QVERIFY(residentMemory() - before < 50 * 1024 * 1024);
    }
    void fault35_tooMuchFromSixAtOnce()
    {
        const raw::Script flood{raw::ReadRequest{}, raw::Send{"HTTP/1.1 200 OK\r\n\r\n"},
                                raw::Flood{QByteArray(65536, 'x'), 50 * 1024 * 1024}};
        RawServer server({flood});
        Client client;
        const qint64 before = residentMemory();
        int refused = 0;
        for (int i = 0; i < 6; ++i) {
            client.http.send({.url = server.url()})->onFinished(this, [&](const Result<HttpReply> &reply) {
                refused += !reply.ok() && reply.error().code == ErrorCode::TooLarge;
            });
        }
        QTRY_COMPARE(refused, 6);
        for (std::size_t i = 0; i < 6; ++i)
            QTRY_VERIFY(server.connections()[i].ended);
        QVERIFY(residentMemory() - before < 50 * 1024 * 1024);
    }
    void exactlyTheCapIsTaken()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, QByteArray(1024 * 1024, 'x'))}}});
        const auto got = Client().send(server.url());
        QVERIFY(got && got->ok());
        QCOMPARE((*got)->body.size(), 1024 * 1024);
    }

    void garbage()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{"SSH-2.0-OpenSSH_9.2\r\n\0\1\2"}, raw::Close{}}});
        QCOMPARE(codeOf(Client().send(server.url())), ErrorCode::Offline);
    }

    void cancelLeavesTheServerAlone()
    {
        RawServer server({{raw::ReadRequest{}}});
        Client client;
        std::optional<Result<HttpReply>> got;
        auto *job = client.http.send({.url = server.url()});
        job->onFinished(this, [&](const Result<HttpReply> &reply) { got = reply; });
        QTRY_COMPARE(server.requests().size(), std::size_t(1));
        job->cancel();
        QTRY_VERIFY(got);
        QCOMPARE(codeOf(got), ErrorCode::Cancelled);
        QTRY_VERIFY(server.connections()[0].ended);
    }
    void goesAwayWithRequestsUnderWay()
    {
        RawServer server({{raw::ReadRequest{}}});
        std::optional<Result<HttpReply>> got;
        {
            Client client;
            client.http.send({.url = server.url()})->onFinished(this, [&](const Result<HttpReply> &reply) {
                got = reply;
            });
            QTRY_COMPARE(server.requests().size(), std::size_t(1));
        }
        QTRY_VERIFY(got);
        QCOMPARE(codeOf(got), ErrorCode::Cancelled);
    }

    void plainHttpOnlyToThisComputer()
    {
        QCOMPARE(codeOf(Client().send(QUrl(QStringLiteral("http://example.org/")))), ErrorCode::Invalid);
        QCOMPARE(codeOf(Client().send(QUrl(QStringLiteral("ftp://127.0.0.1/")))), ErrorCode::Invalid);
    }

    void aMissingCaFileIsNamed()
    {
        const auto got = Client().send(QUrl(QStringLiteral("https://127.0.0.1:1/")), QStringLiteral("/no/such/ca.pem"));
        QCOMPARE(codeOf(got), ErrorCode::Tls);
        QVERIFY(got->error().detail.contains(QLatin1StringView("/no/such/ca.pem")));
    }

    void fault18_selfSignedIsRefusedUnlessTrusted()
    {
        const OpensslFiles files;
        RawServer server({good}, serverTls(files));
        const auto refused = Client().send(server.url());
        QCOMPARE(codeOf(refused), ErrorCode::Tls);
        QVERIFY(refused->error().tls.has_value());
        QCOMPARE(refused->error().tls->kind, TlsProblem::Kind::SelfSigned);
        QVERIFY(server.requests().empty());
        const auto accepted = Client().send(server.url(), files.certificate());
        QVERIFY2(accepted->ok(), accepted->ok() ? "" : qPrintable(accepted->error().detail));
    }

    //! The second resumes the TLS session of the first.
    void eachTranscriptNamesTheTlsVersion()
    {
        const OpensslFiles files;
        RawServer server({good}, serverTls(files));
        Client client;
        for (int i = 0; i < 2; ++i) {
            const auto transcript = std::make_shared<HttpTranscript>();
            const auto got =
                client.send({.url = server.url(), .caFile = files.certificate(), .transcript = transcript});
            QVERIFY(got && got->ok());
            QCOMPARE(transcript->tlsVersion, QStringLiteral("TLSv1.3"));
        }
        QCOMPARE(server.connections().size(), std::size_t(2));
    }

    //! As the server counts it. Another client, which may trust others, begins anew.
    void resumesTheTlsSessionOfTheRequestBefore()
    {
        const SessionCounter server;
        for (int client = 0; client < 2; ++client) {
            Client fresh;
            const auto first = fresh.send(server.url(), server.certificate());
            QVERIFY(first && first->ok());
            QCOMPARE((*first)->body, QByteArray("new"));
            for (int i = 0; i < 3; ++i) {
                const auto next = fresh.send(server.url(), server.certificate());
                QVERIFY(next && next->ok());
                QCOMPARE((*next)->body, QByteArray("resumed"));
            }
        }
    }

    void aListenerMayWaitForOtherReplies()
    {
        RawServer server({once});
        Client client;
        int others = 0;
        std::optional<int> status;
        client.http.send({.url = server.url()})->onFinished(this, [&](const Result<HttpReply> &reply) {
            for (int i = 0; i < 3; ++i) {
                const auto other = client.send(server.url());
                others += other && other->ok();
            }
            status = reply.ok() ? reply->status : 0;
        });
        QTRY_COMPARE(status, 200);
        QCOMPARE(others, 3);
    }

    void repliesDoNotPileUp()
    {
        RawServer server({once});
        Client client;
        for (int i = 0; i < 5; ++i)
            QVERIFY(client.send(server.url())->ok());
        settle();
        QCOMPARE(client.managers.size(), std::size_t(5));
        for (const auto &manager : client.managers)
            QVERIFY(!manager);
    }
};

LINTERNA_TEST(TestHttpClient)

} // namespace test_httpclient

#include "test_httpclient.moc"

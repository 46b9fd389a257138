// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/casestatusclient.h"
#include "lib/connections/fieldrules.h"
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/rawserver.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_addresses {

//! What stands in the first line of a request, on the wire.
class TestAddresses : public QObject
{
    Q_OBJECT
private slots:
    void fault83_goOutByteForByte_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"", "/", "/a//b/", "/a;b=c,d", "/a%2Fb", "/%2F%2F/", "/a%20b%3B%25", "/A/b~c",
                                 "/a:b@c!$&'()*+,=", "/%C3%B1", "/%00", "/...", "/a%3Fb%23c"})
            QTest::addRow("%s", *path ? path : "(none)") << QString::fromLatin1(path);
    }
    void fault83_goOutByteForByte()
    {
        QFETCH(QString, path);
        RawServer server(
            {{raw::ReadRequest{},
              raw::Send{raw::reply(200, R"({"access_token":"t","token_type":"Bearer","expires_in":1799})")}},
             {raw::ReadRequest{}, raw::Send{raw::reply(404, "{}")}}});
        const QString entered = u"http://127.0.0.1:%1"_s.arg(server.port()) + path;
        const auto url = serviceUrlFrom(entered);
        QVERIFY(url);
        const Connection connection = test::connectionTo(u"Raw"_s, *url, *url);

        FakeClock clock;
        HttpClient http(clock);
        RateLimiter limiter({.requestsPerSecond = 0}, clock);
        MemorySecretStore secrets;
        (void)resultOf(secrets.write(connection.secretKey(), Secret::copyOf("s3cret")));
        TokenProvider tokens(connection, http, limiter, secrets, clock);
        CaseStatusClient client(connection, http, limiter, tokens, clock);
        (void)resultOf(client.ask(*ReceiptNumber::fromText(u"EAC9999103402"), RateLimiter::Priority::Person));

        QCOMPARE(server.requests().size(), std::size_t(2));
        const QByteArray sent = path.isEmpty() ? "/"_ba : path.toLatin1();
        QCOMPARE(server.requests()[0].left(server.requests()[0].indexOf("\r\n")), "POST " + sent + " HTTP/1.1");
        const QByteArray between = sent.endsWith('/') ? "" : "/";
        QCOMPARE(server.requests()[1].left(server.requests()[1].indexOf("\r\n")),
                 "GET " + sent + between + "case-status/EAC9999103402 HTTP/1.1");
    }
};

LINTERNA_TEST(TestAddresses)

} // namespace test_addresses

#include "test_addresses.moc"

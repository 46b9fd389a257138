// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpsender.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"

#include <QSslSocket>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_tls {

namespace {

using Kind = TlsProblem::Kind;

const QDateTime longAgo(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC);
const QDateTime ended(QDate(2025, 5, 3), QTime(12, 0), Qt::UTC);
const QDateTime farAhead(QDate(2091, 2, 3), QTime(4, 5), Qt::UTC);
const QString local = u"subjectAltName=IP:127.0.0.1"_s;
const QString elsewhere = u"subjectAltName=DNS:gateway.example,DNS:api.example,IP:10.1.2.3"_s;

const raw::Script answering{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}};

//! The one refusal of a server; a reason to look at where there is none.
TlsProblem problemOf(const Result<HttpReply> &reply)
{
    if (reply || reply.error().code != ErrorCode::Tls || !reply.error().tls)
        return {.kind = Kind::Other, .names = {reply ? u"a reply came"_s : reply.error().detail}};
    return *reply.error().tls;
}

} // namespace

//! Refusals by real servers: which check failed is told, and no byte of a request goes out.
class TestTls : public QObject
{
    Q_OBJECT
private:
    TestCertificateAuthority m_office;

    void refuses(RawServer &server, const QString &caFile, const TlsProblem &expected)
    {
        const TlsProblem problem = problemOf(HttpSender().post(server.url(), caFile));
        QCOMPARE(tlsProblemName(problem.kind), tlsProblemName(expected.kind));
        QCOMPARE(problem.date, expected.date);
        QCOMPARE(problem.names, expected.names);
        // The server has seen us leave, and nothing before that.
        QTRY_VERIFY(server.failedHandshakes() == 1
                    || (server.connections().size() == 1 && server.connections()[0].ended));
        QCOMPARE(server.bytesReceived(), 0);
        QVERIFY(server.requests().empty());
    }

private slots:
    void initTestCase()
    {
        m_office.make(u"root"_s, {.subject = u"/CN=County Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(u"old root"_s,
                      {.subject = u"/CN=Old Root"_s, .extensions = TestCertificateAuthority::authority, .to = ended});
        m_office.make(u"intermediate"_s,
                      {.subject = u"/CN=County Intermediate"_s,
                       .extensions = TestCertificateAuthority::intermediate,
                       .issuer = u"root"_s});
        m_office.make(u"good"_s, {.subject = u"/CN=good gateway"_s});
        m_office.make(u"expired"_s, {.to = ended});
        m_office.make(u"expired, signed"_s, {.issuer = u"root"_s, .to = ended});
        m_office.make(u"of the old root"_s, {.issuer = u"old root"_s});
        m_office.make(u"not yet"_s, {.from = farAhead, .to = farAhead.addYears(1)});
        m_office.make(u"not yet, signed"_s, {.issuer = u"root"_s, .from = farAhead, .to = farAhead.addYears(1)});
        m_office.make(u"elsewhere"_s, {.subject = u"/CN=gateway.example"_s, .extensions = elsewhere});
        m_office.make(u"elsewhere, signed"_s,
                      {.subject = u"/CN=gateway.example"_s, .extensions = elsewhere, .issuer = u"root"_s});
        m_office.make(
            u"by common name"_s,
            {.subject = u"/CN=old.example"_s, .extensions = u"keyUsage=digitalSignature"_s, .issuer = u"root"_s});
        m_office.make(u"signed"_s, {.issuer = u"root"_s});
        m_office.make(u"signed twice"_s, {.issuer = u"intermediate"_s});
        m_office.make(u"everything wrong"_s, {.extensions = elsewhere, .to = ended});
    }

    void fault18_refused_data()
    {
        QTest::addColumn<QStringList>("chain");
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<TlsProblem>("expected");
        const auto add = [](const char *name, const QStringList &chain, const QString &trusted,
                            const TlsProblem &expected) { QTest::newRow(name) << chain << trusted << expected; };
        add("self-signed", {u"good"_s}, {}, {.kind = Kind::SelfSigned, .names = {u"good gateway"_s}});
        add("self-signed, another imported", {u"good"_s}, u"root"_s,
            {.kind = Kind::SelfSigned, .names = {u"good gateway"_s}});
        add("expired", {u"expired"_s}, {}, {.kind = Kind::Expired, .date = ended});
        add("expired, imported", {u"expired"_s}, u"expired"_s, {.kind = Kind::Expired, .date = ended});
        add("expired, its authority imported", {u"expired, signed"_s}, u"root"_s,
            {.kind = Kind::Expired, .date = ended});
        add("authority expired", {u"of the old root"_s}, u"old root"_s, {.kind = Kind::Expired, .date = ended});
        add("authority expired, sent along", {u"of the old root"_s, u"old root"_s}, u"old root"_s,
            {.kind = Kind::Expired, .date = ended});
        add("not yet valid", {u"not yet"_s}, {}, {.kind = Kind::NotYetValid, .date = farAhead});
        add("not yet valid, imported", {u"not yet"_s}, u"not yet"_s, {.kind = Kind::NotYetValid, .date = farAhead});
        add("not yet valid, its authority imported", {u"not yet, signed"_s}, u"root"_s,
            {.kind = Kind::NotYetValid, .date = farAhead});
        const QStringList names{u"gateway.example"_s, u"api.example"_s, u"10.1.2.3"_s};
        add("wrong host", {u"elsewhere"_s}, {}, {.kind = Kind::WrongHost, .names = names});
        add("wrong host, imported", {u"elsewhere"_s}, u"elsewhere"_s, {.kind = Kind::WrongHost, .names = names});
        add("wrong host, its authority imported", {u"elsewhere, signed"_s}, u"root"_s,
            {.kind = Kind::WrongHost, .names = names});
        add("wrong host by common name", {u"by common name"_s}, u"root"_s,
            {.kind = Kind::WrongHost, .names = {u"old.example"_s}});
        add("unknown issuer, not sent", {u"signed"_s}, {}, {.kind = Kind::UnknownIssuer, .names = {u"County Root"_s}});
        add("unknown issuer, sent along", {u"signed"_s, u"root"_s}, {},
            {.kind = Kind::UnknownIssuer, .names = {u"County Root"_s}});
        add("unknown issuer, intermediate missing", {u"signed twice"_s}, u"root"_s,
            {.kind = Kind::UnknownIssuer, .names = {u"County Intermediate"_s}});
        add("expired and more", {u"everything wrong"_s}, {}, {.kind = Kind::Expired, .date = ended});
    }
    void fault18_refused()
    {
        QFETCH(QStringList, chain);
        QFETCH(QString, trusted);
        QFETCH(TlsProblem, expected);
        RawServer server({answering}, m_office.server(chain));
        refuses(server, trusted.isEmpty() ? QString() : m_office.certificate(trusted), expected);
    }

    void fault18_nothingNewerThanTls11()
    {
        RawServer server({answering}, m_office.outdatedServer(u"good"_s));
        refuses(server, m_office.certificate(u"good"_s), {.kind = Kind::WeakProtocol});
    }

    void fault18_outdatedServerIsReal()
    {
        // A client of its time is served: what is refused above is the age, nothing else.
        RawServer server({answering}, m_office.outdatedServer(u"good"_s));
        QSslSocket socket;
        QSslConfiguration tls = m_office.outdatedServer(u"good"_s);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setSslConfiguration(tls);
        socket.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
        QTRY_VERIFY(socket.isEncrypted());
        QVERIFY(socket.sessionProtocol() != QSsl::TlsV1_2 && socket.sessionProtocol() != QSsl::TlsV1_3);
    }

    void fault18_answersInTls11Unasked()
    {
        // A server hello of TLS 1.1, from a server that does not look at what was offered.
        const QByteArray hello = QByteArray::fromHex("160302002a"
                                                     "02000026"
                                                     "0302")
            + QByteArray(32, 'r')
            + QByteArray::fromHex("00"
                                  "c013"
                                  "00");
        RawServer server({{raw::Send{hello}}});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        QCOMPARE(problemOf(HttpSender().post(url)), TlsProblem{.kind = Kind::WeakProtocol});
        QVERIFY(!server.connections()[0].received.contains("client_secret"));
    }

    void fault18_noTlsAtAll()
    {
        RawServer server({{raw::Send{"HTTP/1.1 400 Bad Request\r\n\r\n"}}});
        QUrl url = server.url();
        url.setScheme(u"https"_s);
        const auto reply = HttpSender().post(url);
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::Tls);
        QCOMPARE(reply.error().tls, std::optional(TlsProblem{.kind = Kind::Other}));
        QVERIFY(!server.connections()[0].received.contains("client_secret"));
    }

    void fault18_selfSignedWorksWhenImported()
    {
        RawServer server({answering}, m_office.server({u"good"_s}));
        const auto reply = HttpSender().post(server.url(), m_office.certificate(u"good"_s));
        QVERIFY2(reply.ok(), reply ? "" : qPrintable(reply.error().detail));
        QVERIFY(server.requests().at(0).endsWith("client_secret=s"));
    }

    void fault18_importedForOneConnectionOnly()
    {
        // Each connection has a client of its own, and what one trusts the other does not, at the same time.
        RawServer server({answering}, m_office.server({u"good"_s}));
        HttpSender trusting;
        QVERIFY(trusting.post(server.url(), m_office.certificate(u"good"_s)).ok());
        const TlsProblem refused = problemOf(HttpSender().post(server.url()));
        QCOMPARE(tlsProblemName(refused.kind), tlsProblemName(Kind::SelfSigned));
        QCOMPARE(server.requests().size(), std::size_t(1));
    }

    void fault18_aMissingFileOfTrustRefuses()
    {
        RawServer server({answering}, m_office.server({u"good"_s}));
        const auto reply = HttpSender().post(server.url(), m_office.path(u"gone.pem"_s));
        QCOMPARE(problemOf(reply), TlsProblem{.kind = Kind::CertificateFile});
        QVERIFY(server.connections().empty());
        QCOMPARE(server.failedHandshakes(), 0);
    }
};

LINTERNA_TEST(TestTls)

} // namespace test_tls

#include "test_tls.moc"

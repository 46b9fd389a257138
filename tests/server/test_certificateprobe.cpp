// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificateprobe.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"
#include "tests/support/trustingcomputer.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace test_certificateprobe {

namespace {

const raw::Script listening{raw::ReadRequest{}};
const QString here = u"127.0.0.1"_s;

QStringList subjectsOf(const ServerCertificates &seen)
{
    QStringList subjects;
    for (const CertificateFacts &each : seen.chain)
        subjects += each.subject;
    return subjects;
}

} // namespace

class TestCertificateProbe : public QObject
{
    Q_OBJECT
private:
    TestCertificateAuthority m_office;
    FakeClock m_clock;

    Result<ServerCertificates> look(quint16 port)
    {
        CertificateProbe probe(m_clock);
        return resultOf(probe.ask(here, port));
    }
    void sawNothingOf(RawServer &server)
    {
        QTRY_VERIFY(server.failedHandshakes() == 1
                    || (server.connections().size() == 1 && server.connections()[0].ended));
        QCOMPARE(server.bytesReceived(), 0);
    }

private slots:
    void initTestCase()
    {
        m_office.make(u"root"_s, {.subject = u"/CN=Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(u"intermediate"_s,
                      {.subject = u"/CN=Intermediate"_s,
                       .extensions = TestCertificateAuthority::intermediate,
                       .issuer = u"root"_s});
        m_office.make(u"server"_s, {.subject = u"/CN=server"_s, .issuer = u"intermediate"_s});
        m_office.make(u"alone"_s, {.subject = u"/CN=alone"_s});
        m_office.make(u"elsewhere"_s,
                      {.subject = u"/CN=elsewhere"_s, .extensions = u"subjectAltName=DNS:gateway.example"_s});
    }

    void chainOfAServerThatNobodyKnows()
    {
        RawServer server({listening}, m_office.server({u"server"_s, u"intermediate"_s, u"root"_s}));
        const auto seen = look(server.port());
        QVERIFY2(seen.ok(), seen ? "" : qPrintable(seen.error().detail));
        QCOMPARE(subjectsOf(*seen), QStringList({u"server"_s, u"Intermediate"_s, u"Root"_s}));
        QCOMPARE(seen->chain.back(), readCertificates(m_office.pem(u"root"_s))->front());
        QCOMPARE(seen->refused,
                 std::optional(TlsProblem{.kind = TlsProblem::Kind::UnknownIssuer, .names = {u"Root"_s}}));
        sawNothingOf(server);
    }

    void chainOfATrustedServer()
    {
        const TrustingComputer trusting(m_office.certificate(u"root"_s));
        RawServer server({listening}, m_office.server({u"server"_s, u"intermediate"_s}));
        const auto seen = look(server.port());
        QVERIFY2(seen.ok(), seen ? "" : qPrintable(seen.error().detail));
        QCOMPARE(subjectsOf(*seen).first(2), QStringList({u"server"_s, u"Intermediate"_s}));
        QCOMPARE(seen->refused, std::nullopt);
        sawNothingOf(server);
    }

    void saysWhatTrustWouldNotCure()
    {
        RawServer server({listening}, m_office.server({u"elsewhere"_s}));
        const auto seen = look(server.port());
        QVERIFY(seen.ok());
        QCOMPARE(seen->refused,
                 std::optional(TlsProblem{.kind = TlsProblem::Kind::WrongHost, .names = {u"gateway.example"_s}}));
        sawNothingOf(server);
    }

    void takesNoMoreThanAFew()
    {
        QStringList many{u"server"_s};
        for (int i = 0; i < 15; ++i)
            many += u"root"_s;
        RawServer server({listening}, m_office.server(many));
        const auto seen = look(server.port());
        QVERIFY(seen.ok());
        QCOMPARE(seen->chain.size(), std::size_t(mostCertificates));
    }

    void deadline()
    {
        RawServer silent({listening}); // takes the hello, says nothing
        CertificateProbe probe(m_clock);
        std::optional<Result<ServerCertificates>> got;
        probe.ask(here, silent.port())->onFinished(this, [&](const auto &result) { got = result; });
        QTRY_VERIFY(silent.bytesReceived() > 0);
        m_clock.pass(CertificateProbe::deadline - 1ms);
        QVERIFY(!got);
        m_clock.pass(1ms);
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Timeout);
        QTRY_VERIFY(silent.connections()[0].ended);
    }

    void cancelLeaves()
    {
        RawServer silent({listening});
        CertificateProbe probe(m_clock);
        std::optional<Result<ServerCertificates>> got;
        auto *job = probe.ask(here, silent.port());
        job->onFinished(this, [&](const auto &result) { got = result; });
        QTRY_VERIFY(silent.bytesReceived() > 0);
        job->cancel();
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(silent.connections()[0].ended);
    }

    void goesAwayWhileLooking()
    {
        RawServer silent({listening});
        std::optional<Result<ServerCertificates>> got;
        {
            CertificateProbe probe(m_clock);
            probe.ask(here, silent.port())->onFinished(this, [&](const auto &result) { got = result; });
            QTRY_VERIFY(silent.bytesReceived() > 0);
        }
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(silent.connections()[0].ended);
    }

    void nobodyThere()
    {
        quint16 port = 0;
        {
            const RawServer gone({listening});
            port = gone.port();
        }
        const auto seen = look(port);
        QVERIFY(!seen);
        QCOMPARE(seen.error(), (Error{.code = ErrorCode::Offline, .detail = u"127.0.0.1: ConnectionRefusedError"_s}));
    }

    void noCertificateToBeSeen_data()
    {
        QTest::addColumn<bool>("outdated");
        QTest::addColumn<TlsProblem::Kind>("kind");
        QTest::newRow("no TLS at all") << false << TlsProblem::Kind::Other;
        QTest::newRow("TLS 1.1 only") << true << TlsProblem::Kind::WeakProtocol;
    }
    void noCertificateToBeSeen()
    {
        QFETCH(bool, outdated);
        QFETCH(TlsProblem::Kind, kind);
        RawServer server({{raw::Send{"220 mail.example ready\r\n"}}},
                         outdated ? std::optional(m_office.outdatedServer(u"alone"_s)) : std::nullopt);
        const auto seen = look(server.port());
        QVERIFY(!seen);
        QCOMPARE(seen.error().code, ErrorCode::Tls);
        QCOMPARE(seen.error().tls, std::optional(TlsProblem{.kind = kind}));
    }

    void needsHostAndPort()
    {
        CertificateProbe probe(m_clock);
        const auto withoutHost = resultOf(probe.ask({}, 443));
        const auto withoutPort = resultOf(probe.ask(here, 0));
        QCOMPARE(withoutHost.error().code, ErrorCode::Invalid);
        QCOMPARE(withoutPort.error().code, ErrorCode::Invalid);
    }
};

LINTERNA_TEST(TestCertificateProbe)

} // namespace test_certificateprobe

#include "test_certificateprobe.moc"

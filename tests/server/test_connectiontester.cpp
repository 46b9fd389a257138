// SPDX-License-Identifier: GPL-3.0-or-later
// A test of a connection asks the service like any check: it waits for its turn, and counts for the day.
#include "checks/connectiontester.h"
#include "sandbox/practiceserver.h"
#include "support/fakerequestledger.h"
#include "support/fakesecretstore.h"
#include "support/jobresult.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_connectiontester {

class TestConnectionTester : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    FakeSecretStore m_secrets;

    static Connection connectionTo(const PracticeServer &server, int perDay)
    {
        Connection connection;
        connection.name = QStringLiteral("Office");
        connection.proxy.kind = ProxyChoice::Kind::None;
        connection.tokenUrl = QUrl(server.baseUrl().toString() + QStringLiteral("/oauth/accesstoken"));
        connection.apiUrl = server.baseUrl();
        connection.clientId = PracticeServer::clientId();
        connection.requestsPerDay = perDay;
        return connection;
    }
    static Secret secret() { return Secret::copyOf(PracticeServer::clientSecret().toUtf8()); }

private slots:
    void itsTwoRequestsCountForTheDay()
    {
        PracticeServer server(m_clock);
        QVERIFY(server.start({}).ok());
        FakeRequestLedger ledger;
        Pacers pacers(m_clock, &ledger);
        ConnectionTester tester(m_secrets, pacers, m_clock);
        const Connection connection = connectionTo(server, 10);
        const auto report = resultOf(tester.test(connection, secret()));
        QVERIFY(report.ok() && report->works());
        QCOMPARE(server.tokenRequests(), 1);
        QCOMPARE(server.caseRequests(), 1);
        QCOMPARE(pacers.of(connection).left(), std::optional(8));
        // The live pacer keeps its limits, whatever stands in a draft that is tried.
        Connection draft = connection;
        draft.requestsPerDay = 100;
        QVERIFY(resultOf(tester.test(draft, secret()))->works());
        QCOMPARE(pacers.of(connection).left(), std::optional(6));
    }

    void itStopsWhereTheDayIsSpent()
    {
        PracticeServer server(m_clock);
        QVERIFY(server.start({}).ok());
        FakeRequestLedger ledger;
        Pacers pacers(m_clock, &ledger);
        ConnectionTester tester(m_secrets, pacers, m_clock);
        const auto report = resultOf(tester.test(connectionTo(server, 1), secret()));
        QVERIFY(report.ok() && !report->works());
        QCOMPARE(report->steps.back().what, ConnectionTestStep::What::Lookup);
        QCOMPARE(report->steps.back().error->code, ErrorCode::QuotaSpent);
        QCOMPARE(server.tokenRequests(), 1);
        QCOMPARE(server.caseRequests(), 0);
    }
};

LINTERNA_TEST(TestConnectionTester)

} // namespace test_connectiontester

#include "test_connectiontester.moc"

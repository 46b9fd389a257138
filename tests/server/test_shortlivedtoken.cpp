// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "lib/localrecord/localrecord.h"
#include "lib/sandbox/practiceserver.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QTest>
#include <QTimer>

using namespace linterna;
using namespace linterna::test;

namespace test_shortlivedtoken {

namespace {

//! How many token requests are under way at once.
struct TokenRequests {
    int now = 0;
    int most = 0;
};

//! Counts them.
class CountingNetwork : public QNetworkAccessManager
{
public:
    explicit CountingNetwork(TokenRequests &requests) : m_requests(requests) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *body) override
    {
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
        if (operation == PostOperation) {
            m_requests.most = std::max(m_requests.most, ++m_requests.now);
            connect(reply, &QNetworkReply::finished, this, [this] { --m_requests.now; });
        }
        return reply;
    }

private:
    TokenRequests &m_requests;
};

} // namespace

//! Real time and real HTTP: what the same test on a fake clock (test_checkflow) cannot know.
class TestShortLivedToken : public QObject
{
    Q_OBJECT
private slots:
    void aCheckEverySecondForThirtySeconds()
    {
        SystemClock clock;
        PracticeServer server(clock);
        PracticeServer::Options options;
        options.tokenLifetime = std::chrono::seconds(4);
        options.requestsPerDay = 0;
        QVERIFY(server.start(options).ok());

        const Connection connection = connectionTo(
            QStringLiteral("Practice"), QUrl(server.baseUrl().toString() + QStringLiteral("/oauth/accesstoken")),
            server.baseUrl(), PracticeServer::clientId());
        FakeSecretStore secrets;
        secrets.secrets.insert(connection.secretKey(), Secret::copyOf(PracticeServer::clientSecret().toUtf8()));
        LocalRecord history{clock};
        openInMemory(history);
        RateLimiters limiters(clock);
        ConnectionInUse inUse(secrets, limiters, clock);
        CheckService checks(history, inUse.active, clock);
        TokenRequests tokenRequests;
        inUse.use(connection, [&] { return std::make_unique<CountingNetwork>(tokenRequests); });
        std::vector<CheckOutcome> outcomes;
        connect(&checks, &CheckService::finished, this,
                [&](const CheckOutcome &outcome) { outcomes.push_back(outcome); });

        const QStringList receipts = PracticeServer::receipts();
        std::vector<int> waited; // in the seconds in which there was no token at hand
        int second = 0;
        QTimer everySecond;
        everySecond.setTimerType(Qt::PreciseTimer);
        const auto check = [&] {
            if (!inUse.active.session()->tokens().current())
                waited.push_back(second);
            checks.check(*ReceiptNumber::fromText(receipts[second % receipts.size()]), AskedBy::Person);
            if (++second == 30)
                everySecond.stop();
        };
        connect(&everySecond, &QTimer::timeout, this, check);
        check();
        everySecond.start(1000);

        QTRY_COMPARE(outcomes.size(), std::size_t(30));
        for (const CheckOutcome &outcome : outcomes)
            QVERIFY2(outcome.result.ok(),
                     outcome.result.ok() ? "" : qPrintable(errorCodeName(outcome.result.error().code)));
        QCOMPARE(waited, std::vector<int>{0}); // none but the first
        QCOMPARE(server.caseRequests(), 30);   // none was refused and repeated
        QCOMPARE(tokenRequests.most, 1);
        QVERIFY2(server.tokenRequests() >= 7 && server.tokenRequests() <= 12,
                 QByteArray::number(server.tokenRequests()).constData());
    }
};

LINTERNA_TEST(TestShortLivedToken)

} // namespace test_shortlivedtoken

#include "test_shortlivedtoken.moc"

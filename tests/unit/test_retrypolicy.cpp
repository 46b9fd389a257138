// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/pacing/retrypolicy.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace std::chrono_literals;

namespace test_retrypolicy {

using Delay = std::optional<std::chrono::milliseconds>;

class TestRetryPolicy : public QObject
{
    Q_OBJECT
    const QDateTime m_now{QDate(2026, 11, 23), QTime(15, 0), Qt::UTC};

private slots:
    void fault16_twoMoreTriesWithBackoff()
    {
        const Error reset{.code = ErrorCode::Offline};
        QCOMPARE(retryDelay(reset, 1, m_now, 0), Delay(1s));
        QCOMPARE(retryDelay(reset, 2, m_now, 0), Delay(4s));
        QCOMPARE(retryDelay(reset, 3, m_now, 0), Delay());
        QCOMPARE(retryDelay(reset, 1, m_now, 1), Delay(1250ms));
    }
    void retryAfterIsHonoured()
    {
        Error error{.code = ErrorCode::RateLimited, .httpStatus = 429, .retryAt = m_now.addSecs(5)};
        QCOMPARE(retryDelay(error, 1, m_now, 0), Delay(5s));
        error.retryAt = m_now.addSecs(-5); // past: own wait
        QCOMPARE(retryDelay(error, 1, m_now, 0), Delay(1s));
        error.retryAt = m_now.addSecs(86400); // nobody sits and waits for that
        QCOMPARE(retryDelay(error, 1, m_now, 0), Delay());
    }
    void neverRepeated_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 405, 422})
            QTest::addRow("%d", status) << status;
    }
    void neverRepeated()
    {
        QFETCH(int, status);
        QCOMPARE(retryDelay(Error{.code = errorCodeForHttpStatus(status), .httpStatus = status}, 1, m_now, 0), Delay());
    }
    void notRepeatedByCode()
    {
        for (const ErrorCode code :
             {ErrorCode::Tls, ErrorCode::Redirected, ErrorCode::BadCredentials, ErrorCode::Unreadable,
              ErrorCode::Mismatch, ErrorCode::TooLarge, ErrorCode::InterimReply, ErrorCode::Closed,
              ErrorCode::QuotaSpent, ErrorCode::KeychainLocked, ErrorCode::Cancelled, ErrorCode::Timeout,
              ErrorCode::ProxySignIn, ErrorCode::ProxyRefused, ErrorCode::ProxyMethod, ErrorCode::ProxyDenied,
              ErrorCode::ProxySilent})
            QCOMPARE(retryDelay(Error{.code = code}, 1, m_now, 0), Delay());
    }
};

LINTERNA_TEST(TestRetryPolicy)

} // namespace test_retrypolicy

#include "test_retrypolicy.moc"

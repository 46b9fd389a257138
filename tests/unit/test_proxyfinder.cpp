// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/proxyfinder.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testprogram.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_proxyfinder {

namespace {

const QUrl uscis(u"https://api.example/oauth"_s);
const QNetworkProxy office(QNetworkProxy::HttpProxy, u"proxy.example"_s, 3128);

ProxyChoice manual()
{
    return {.kind = ProxyChoice::Kind::Manual, .host = u"10.0.0.1"_s, .port = 8080};
}

} // namespace

class TestProxyFinder : public QObject
{
    Q_OBJECT
    FakeClock m_clock;

    //! What the finder says in the end.
    std::optional<Result<QNetworkProxy>> ask(ProxyFinder &finder, const ProxyChoice &choice, const QUrl &url)
    {
        std::optional<Result<QNetworkProxy>> got;
        finder.find(choice, url)->onFinished(this, [&](const Result<QNetworkProxy> &proxy) { got = proxy; });
        (void)waitFor([&] { return got.has_value(); });
        return got;
    }

private slots:
    void thisComputerIsNeverAskedForThroughAProxy_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url :
             {"http://127.0.0.1:8080/", "http://localhost/", "https://[::1]:8443/", "https://127.9.9.9/"})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void thisComputerIsNeverAskedForThroughAProxy()
    {
        QFETCH(QString, url);
        ProxyFinder finder(m_clock, [](const QNetworkProxyQuery &) { return QList{office}; });
        for (const ProxyChoice &choice : {ProxyChoice(), manual()}) {
            const auto proxy = finder.known(choice, QUrl(url));
            QVERIFY(proxy);
            QCOMPARE(proxy->type(), QNetworkProxy::NoProxy);
        }
    }
    void noneAndManualAreKnownAtOnce()
    {
        ProxyFinder finder(m_clock, [](const QNetworkProxyQuery &) { return QList{office}; });
        QCOMPARE(finder.known({.kind = ProxyChoice::Kind::None}, uscis)->type(), QNetworkProxy::NoProxy);
        QCOMPARE(*finder.known(manual(), uscis), QNetworkProxy(QNetworkProxy::HttpProxy, u"10.0.0.1"_s, 8080));
    }
    void theSystemIsAskedOnceAServerAndOnAThreadOfItsOwn()
    {
        std::atomic<int> asked = 0;
        std::atomic<QThread *> where = nullptr;
        ProxyFinder finder(m_clock, [&](const QNetworkProxyQuery &query) {
            ++asked;
            where = QThread::currentThread();
            return QList{query.peerHostName() == "api.example"_L1 ? office : QNetworkProxy(QNetworkProxy::NoProxy)};
        });
        QVERIFY(!finder.known({}, uscis));
        QCOMPARE(**ask(finder, {}, uscis), office);
        QVERIFY(where.load() != QThread::currentThread());
        QCOMPARE(*finder.known({}, QUrl(u"https://api.example/case-status/EAC9999103402"_s)), office);
        QCOMPARE(**ask(finder, {}, uscis), office);
        QCOMPARE(asked.load(), 1);
        QCOMPARE((*ask(finder, {}, QUrl(u"https://other.example"_s)))->type(), QNetworkProxy::NoProxy);
        QCOMPARE(asked.load(), 2);
        finder.forget();
        QVERIFY(!finder.known({}, uscis));
    }
    void whatCannotCarryOurRequestsIsPassedOver()
    {
        ProxyFinder finder(m_clock, [](const QNetworkProxyQuery &) {
            return QList{QNetworkProxy(QNetworkProxy::FtpCachingProxy, u"ftp.example"_s, 1), office};
        });
        QCOMPARE(**ask(finder, {}, uscis), office);
        ProxyFinder empty(m_clock, [](const QNetworkProxyQuery &) { return QList<QNetworkProxy>(); });
        QCOMPARE((*ask(empty, {}, uscis))->type(), QNetworkProxy::NoProxy);
    }
    void aSystemThatDoesNotSayIsGivenUp()
    {
        auto answer = std::make_shared<QSemaphore>();
        ProxyFinder finder(m_clock, [answer](const QNetworkProxyQuery &) {
            answer->acquire();
            return QList{office};
        });
        std::optional<Result<QNetworkProxy>> got;
        finder.find({}, uscis)->onFinished(this, [&](const Result<QNetworkProxy> &proxy) { got = proxy; });
        m_clock.pass(ProxyFinder::LookupLimit - std::chrono::milliseconds(1));
        QVERIFY(!got);
        m_clock.pass(std::chrono::milliseconds(1));
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Timeout);
        answer->release();
        QTRY_VERIFY(finder.known({}, uscis)); // what comes late still counts for the next
    }
    void itMayGoWhileTheSystemIsAsked()
    {
        auto answer = std::make_shared<QSemaphore>();
        auto left = std::make_shared<QSemaphore>();
        std::optional<Result<QNetworkProxy>> got;
        {
            ProxyFinder finder(m_clock, [answer, left](const QNetworkProxyQuery &) {
                answer->acquire();
                left->release();
                return QList{office};
            });
            finder.find({}, uscis)->onFinished(this, [&](const Result<QNetworkProxy> &proxy) { got = proxy; });
        }
        QTRY_VERIFY(got);
        QCOMPARE(got->error().code, ErrorCode::Cancelled);
        answer->release();
        QVERIFY(left->tryAcquire(1, 20'000));
    }
};

LINTERNA_TEST(TestProxyFinder)

} // namespace test_proxyfinder

#include "test_proxyfinder.moc"

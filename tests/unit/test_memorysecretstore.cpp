// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;

namespace test_memorysecretstore {

namespace {

template<class T>
std::optional<Result<T>> resultOf(JobOf<T> *job)
{
    std::optional<Result<T>> seen;
    job->onFinished(qApp, [&seen](const Result<T> &result) { seen.emplace(result); });
    Q_ASSERT(!seen); // always later
    QCoreApplication::processEvents();
    return seen;
}

} // namespace

class TestMemorySecretStore : public QObject
{
    Q_OBJECT
private slots:
    void keepsWhatItWasGiven()
    {
        MemorySecretStore store;
        const QByteArray odd("\0:%+/&=\xC3\xB1\xFF", 10);
        QVERIFY(resultOf(store.write(QStringLiteral("a"), Secret::copyOf(odd)))->ok());
        QVERIFY(resultOf(store.write(QStringLiteral("b"), Secret::copyOf("other")))->ok());
        QCOMPARE(resultOf(store.read(QStringLiteral("a")))->value().view(), QByteArrayView(odd));
        QVERIFY(resultOf(store.write(QStringLiteral("a"), Secret::copyOf("new")))->ok());
        QCOMPARE(resultOf(store.read(QStringLiteral("a")))->value().view(), QByteArrayView("new"));
        QCOMPARE(resultOf(store.read(QStringLiteral("b")))->value().view(), QByteArrayView("other"));
    }
    void nothingStoredReadsAsEmpty()
    {
        MemorySecretStore store;
        QVERIFY(resultOf(store.read(QStringLiteral("a")))->value().isEmpty());
        QVERIFY(resultOf(store.write(QStringLiteral("a"), Secret::copyOf("x")))->ok());
        QVERIFY(resultOf(store.remove(QStringLiteral("a")))->ok());
        QVERIFY(resultOf(store.read(QStringLiteral("a")))->value().isEmpty());
        QVERIFY(resultOf(store.remove(QStringLiteral("never there")))->ok());
    }
    void fault48_forgetsWithTheRun()
    {
        QVERIFY(MemorySecretStore().isForThisRunOnly());
        {
            MemorySecretStore store;
            QVERIFY(resultOf(store.write(QStringLiteral("a"), Secret::copyOf("x")))->ok());
        }
        MemorySecretStore next;
        QVERIFY(resultOf(next.read(QStringLiteral("a")))->value().isEmpty());
    }
    void aResultIsDeliveredThoughTheStoreDied()
    {
        auto store = std::make_unique<MemorySecretStore>();
        std::optional<Result<Secret>> seen;
        store->read(QStringLiteral("a"))->onFinished(this, [&](const Result<Secret> &result) { seen.emplace(result); });
        store.reset();
        QCoreApplication::processEvents();
        QVERIFY(seen); // finished before the store died, so it still tells
    }
};

LINTERNA_TEST(TestMemorySecretStore)

} // namespace test_memorysecretstore

#include "test_memorysecretstore.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/job.h"
#include "tests/support/testprogram.h"

#include <QEventLoop>
#include <QTest>

using namespace linterna;

namespace test_job {

class TestJob : public QObject
{
    Q_OBJECT
    using IntJob = JobOf<int>;

private slots:
    void finishesOnceAndLater()
    {
        auto *job = new IntJob;
        std::vector<int> seen;
        job->onFinished(this, [&](const Result<int> &result) { seen.push_back(result.value()); });
        job->finish(1);
        job->finish(2);
        QVERIFY(seen.empty()); // never from inside the call that finished it
        QCoreApplication::processEvents();
        QCOMPARE(seen, std::vector{1});
    }
    void everyListenerIsCalled()
    {
        auto *job = new IntJob;
        int calls = 0;
        for (int i = 0; i < 500; ++i)
            job->onFinished(this, [&](const Result<int> &) { ++calls; });
        job->finish(1);
        QCoreApplication::processEvents();
        QCOMPARE(calls, 500);
    }
    void aListenerThatComesLateIsCalled()
    {
        auto *job = IntJob::finished(7);
        int value = 0;
        job->onFinished(this, [&](const Result<int> &result) { value = result.value(); });
        QCOMPARE(value, 0);
        QCoreApplication::processEvents();
        QCOMPARE(value, 7);
    }
    void cancelFinishes()
    {
        auto *job = new IntJob;
        int told = 0;
        connect(job, &Job::cancelled, this, [&] { ++told; });
        std::optional<ErrorCode> code;
        job->onFinished(this, [&](const Result<int> &result) { code = result.error().code; });
        job->cancel();
        job->cancel();
        QCoreApplication::processEvents();
        QCOMPARE(code, std::optional(ErrorCode::Cancelled));
        QCOMPARE(told, 1);
    }
    void deathOfWhatItWaitedForFinishes()
    {
        auto *job = new IntJob;
        auto dependency = std::make_unique<QObject>();
        job->endWith(dependency.get());
        std::optional<ErrorCode> code;
        job->onFinished(this, [&](const Result<int> &result) { code = result.error().code; });
        dependency.reset();
        QCoreApplication::processEvents();
        QCOMPARE(code, std::optional(ErrorCode::Cancelled));
    }
    void itsOwnDeathFinishes()
    {
        std::optional<ErrorCode> code;
        {
            IntJob job;
            job.onFinished(this, [&](const Result<int> &result) { code = result.error().code; });
        }
        QVERIFY(!code);
        QCoreApplication::processEvents();
        QCOMPARE(code, std::optional(ErrorCode::Cancelled));
    }
    void aDeadContextIsNotCalled()
    {
        auto *job = new IntJob;
        int calls = 0;
        auto early = std::make_unique<QObject>();
        auto late = std::make_unique<QObject>();
        job->onFinished(early.get(), [&](const Result<int> &) { ++calls; });
        job->onFinished(late.get(), [&](const Result<int> &) { ++calls; });
        early.reset(); // before the end
        job->finish(1);
        late.reset(); // between the end and the call
        QCoreApplication::processEvents();
        QCOMPARE(calls, 0);
    }
    void deletesItself()
    {
        QPointer<IntJob> job = new IntJob;
        job->finish(1);
        QVERIFY(job);
        QCoreApplication::processEvents();
        QVERIFY(!job);
    }
    //! Nobody is forgotten, whatever a listener does to the job and to those who wait with it.
    void aListenerMayEndTheJob()
    {
        QPointer<IntJob> job = new IntJob;
        std::vector<int> seen;
        auto second = std::make_unique<QObject>();
        job->onFinished(this, [&](const Result<int> &result) {
            seen.push_back(result.value());
            second.reset();
            delete job.data();
        });
        job->onFinished(second.get(), [&](const Result<int> &) { seen.push_back(-1); });
        job->onFinished(this, [&](const Result<int> &result) { seen.push_back(result.value() + 1); });
        job->finish(1);
        QCoreApplication::processEvents();
        QVERIFY(!job);
        QCOMPARE(seen, (std::vector{1, 2}));
    }
    void deathBetweenTheEndAndTheCallStillTells()
    {
        std::vector<int> seen;
        {
            IntJob job;
            job.onFinished(this, [&](const Result<int> &result) { seen.push_back(result.value()); });
            job.finish(3);
        }
        QVERIFY(seen.empty());
        QCoreApplication::processEvents();
        QCOMPARE(seen, std::vector{3});
    }
    //! A chain without end leaves room: what was asked for after one link has its turn before the next.
    void aChainOfJobsLeavesRoomForOthers()
    {
        int links = 0;
        QObject chain; // ends with this test
        std::function<void()> next = [&] {
            ++links;
            IntJob::finished(links)->onFinished(&chain, [&](const Result<int> &) { next(); });
        };
        next();
        bool otherHadItsTurn = false;
        QMetaObject::invokeMethod(
            this, [&] { otherHadItsTurn = true; }, Qt::QueuedConnection);
        while (!otherHadItsTurn)
            QCoreApplication::processEvents();
        QCOMPARE(links, 2);
    }
    //! A listener that waits for another job, as no code of the program does, still sees it end.
    void aListenerMayWaitForAnotherJob()
    {
        int seen = 0;
        IntJob::finished(1)->onFinished(this, [&](const Result<int> &) {
            QEventLoop loop;
            IntJob::finished(2)->onFinished(&loop, [&](const Result<int> &result) {
                seen = result.value();
                loop.quit();
            });
            loop.exec();
        });
        QTRY_COMPARE(seen, 2);
        IntJob::finished(3)->onFinished(this, [&](const Result<int> &result) { seen = result.value(); });
        QTRY_COMPARE(seen, 3);
    }
    void whoComesWhileItTellsIsToldToo()
    {
        auto *job = new IntJob;
        std::vector<int> seen;
        job->onFinished(this, [&](const Result<int> &result) {
            seen.push_back(result.value());
            job->onFinished(this, [&](const Result<int> &again) { seen.push_back(again.value()); });
        });
        job->finish(4);
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        QCOMPARE(seen, (std::vector{4, 4}));
    }
};

LINTERNA_TEST(TestJob)

} // namespace test_job

#include "test_job.moc"

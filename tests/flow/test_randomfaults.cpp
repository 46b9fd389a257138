// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultinjector.h"
#include "tests/support/testprogram.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QRegularExpression>
#include <QTest>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;

namespace test_randomfaults {

namespace {

//! Looks at every message before redact() does: no secret or receipt number may even be handed over.
class LogWatch
{
public:
    LogWatch()
    {
        watching = this;
        m_before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { watching->look(message); });
    }
    ~LogWatch()
    {
        qInstallMessageHandler(m_before);
        watching = nullptr;
    }
    //! What the first bad message is about, not the message itself; empty where there was none.
    QByteArray complaint()
    {
        const QMutexLocker lock(&m_mutex);
        return m_complaint;
    }
    int messages()
    {
        const QMutexLocker lock(&m_mutex);
        return m_messages;
    }

private:
    void look(const QString &message)
    {
        static const QRegularExpression receipt(QStringLiteral("[EW]AC[0-9]{10}"));
        const QMutexLocker lock(&m_mutex); // the record has a thread of its own
        ++m_messages;
        if (holdsSecret(message.toUtf8()))
            m_complaint = "a token or secret in the log";
        else if (receipt.match(message).hasMatch())
            m_complaint = "a receipt number in the log";
    }

    static inline LogWatch *watching = nullptr;
    QtMessageHandler m_before;
    QMutex m_mutex;
    QByteArray m_complaint;
    int m_messages = 0;
};

struct Course {
    QByteArray complaint;
    QByteArray digest;
    std::size_t requests = 0;
    std::size_t ends = 0;
    int messages = 0;
};

//! Every third run ends with checks under way, where only a sanitizer sees faults.
Course follow(unsigned seed)
{
    LogWatch log;
    FaultInjector road(seed);
    const unsigned steps = 40 + seed % 120;
    for (unsigned i = 0; i < steps && road.complaint().isEmpty(); ++i)
        road.step();
    if (road.complaint().isEmpty() && seed % 3 != 0)
        road.clearUp();
    return {.complaint = road.complaint().isEmpty() ? log.complaint() : road.complaint(),
            .digest = road.course(),
            .requests = road.requests(),
            .ends = road.ends(),
            .messages = log.messages()};
}

int numberFrom(const char *variable)
{
    return qEnvironmentVariableIntValue(variable);
}

//! QtTest stops a function after five minutes, and reads another limit only before the first one.
const bool timeIsGiven = [] {
    const int seconds = numberFrom("LINTERNA_RANDOM_FAULTS_SECONDS");
    return seconds > 0 && qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(1000 * (qint64(seconds) + 300)));
}();

} // namespace

//! Checks from request to record under random faults. LINTERNA_RANDOM_FAULTS_SECONDS=N goes on with new seeds for N
//! seconds; LINTERNA_RANDOM_FAULTS_SEED=S runs seed S alone.
class TestRandomFaults : public QObject
{
    Q_OBJECT
private slots:
    void everyPromiseIsKept()
    {
        if (const int seed = numberFrom("LINTERNA_RANDOM_FAULTS_SEED"); seed > 0) {
            const Course course = follow(unsigned(seed));
            QVERIFY2(course.complaint.isEmpty(), course.complaint.constData());
            return;
        }
        QElapsedTimer time;
        time.start();
        const qint64 wanted = 1000 * qint64(numberFrom("LINTERNA_RANDOM_FAULTS_SECONDS"));
        std::size_t requests = 0;
        std::size_t ends = 0;
        int messages = 0;
        constexpr unsigned seeds = partUnderSanitizers(40, 10);
        unsigned seed = 1;
        for (; seed <= seeds || time.elapsed() < wanted; ++seed) {
            const Course course = follow(seed);
            QVERIFY2(course.complaint.isEmpty(), "seed " + QByteArray::number(seed) + ": " + course.complaint);
            requests += course.requests;
            ends += course.ends;
            messages += course.messages;
        }
        std::printf("%u seeds, %zu requests, %zu checks ended, %d messages\n", seed - 1, requests, ends, messages);
        QVERIFY(requests > 75 * seeds && ends > 75 * seeds && messages > 25 * int(seeds)); // the runs were not idle
    }

    //! So that a seed that failed can be followed again.
    void theSameSeedGivesTheSame()
    {
        const Course first = follow(7);
        const Course second = follow(7);
        QCOMPARE(first.digest, second.digest);
        QVERIFY(first.digest != follow(8).digest);
    }
};

LINTERNA_TEST(TestRandomFaults)

} // namespace test_randomfaults

#include "test_randomfaults.moc"

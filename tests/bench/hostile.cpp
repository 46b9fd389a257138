// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "lib/net/httpclient.h"
#include "tests/support/rawserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTimer>

#include <algorithm>

namespace linterna::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace linterna::test;

namespace {

constexpr double megabyte = 1024 * 1024;

//! Memory that this process uses, in MB of 1024 × 1024 bytes.
double memory()
{
    QFile file(u"/proc/self/statm"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toDouble() * 4096 / megabyte : 0;
}

//! Measures every few milliseconds how much memory is used, and how long the event loop was blocked, during which a
//! window would not be painted.
class Watch : public QTimer
{
public:
    Watch()
    {
        setTimerType(Qt::PreciseTimer);
        connect(this, &QTimer::timeout, this, &Watch::look);
        m_since.start();
        start(2ms);
    }
    double longestGap = 0; //!< ms
    double grown = 0;      //!< largest growth of memory, in MB

private:
    void look()
    {
        longestGap = std::max(longestGap, double(m_since.nsecsElapsed()) / 1e6 - 2);
        m_since.restart();
        grown = std::max(grown, memory() - m_before);
    }
    QElapsedTimer m_since;
    double m_before = memory();
};

//! Sends six requests at once, as many as CheckService does.
void sendSix(const QUrl &url, ErrorCode expected)
{
    SystemClock clock;
    HttpClient http(clock);
    QObject context;
    int ended = 0;
    for (int i = 0; i < 6; ++i) {
        http.send({.url = url})->onFinished(&context, [&](const Result<HttpReply> &reply) {
            if (reply.ok() || reply.error().code != expected)
                qFatal("another end than expected");
            ++ended;
        });
    }
    while (ended < 6)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

QString gapNote(const Watch &watch)
{
    return u"the event loop was held up for %1 ms at the most"_s.arg(watch.longestGap, 0, 'f', 1);
}

Figure flood(int)
{
    const raw::Script script{raw::ReadRequest{}, raw::Send{"HTTP/1.1 200 OK\r\n\r\n"},
                             raw::Flood{QByteArray(65'536, 'x'), qint64(50 * megabyte)}};
    RawServer server({script, script, script, script, script, script});
    Watch watch;
    sendSix(server.url(), ErrorCode::TooLarge);
    qint64 sent = 0;
    for (const auto &connection : server.connections())
        sent = std::max(sent, connection.bytesSent);
    return {
        .value = watch.grown,
        .baseline = 50,
        .unit = "MB",
        .notes = {
            gapNote(watch),
            u"of 50 MB the server had handed over %1 MB when it was cut off, to us or to the system's buffers"_s.arg(
                double(sent) / megabyte, 0, 'f', 1)}};
}

Figure drip(int size)
{
    if (size > 0)
        return {.value = 30, .baseline = 30, .unit = "s", .notes = {u"not measured: it takes half a minute"_s}};
    const raw::Script script{raw::ReadRequest{}, raw::Send{"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"},
                             raw::Drip{QByteArray(100'000, 'a'), 1, 20ms}};
    RawServer server({script, script, script, script, script, script});
    Watch watch;
    QElapsedTimer timer;
    timer.start();
    sendSix(server.url(), ErrorCode::Timeout);
    return {.value = double(timer.elapsed()) / 1000, .baseline = 30, .unit = "s", .notes = {gapNote(watch)}};
}

} // namespace

std::vector<Benchmark> hostileBenchmarks()
{
    return {{"flood", "memory that six replies of 50 MB cost until they are cut off, against 50 MB", 1,
             Benchmark::Better::Lower, flood},
            {"drip", "until six replies that come byte by byte end, against the deadline", 1.01,
             Benchmark::Better::Lower, drip}};
}

} // namespace linterna::bench

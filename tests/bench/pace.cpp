// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "lib/localrecord/localrecord.h"
#include "lib/sqlite/requestcounts.h"
#include "tests/bench/benchserver.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/testrecord.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

namespace linterna::bench {

using namespace Qt::StringLiterals;

namespace {

ReceiptNumber numbered(int number)
{
    return *ReceiptNumber::fromText(u"EAC%1"_s.arg(number, 10, 10, QChar(u'0')));
}

//! All parts from CheckService to the network as in the program, with a record in memory and a ledger on disk, and a
//! server that refuses requests that come too fast.
struct PacedRoad {
    explicit PacedRoad(double perSecond)
        : server({u"--tps"_s, QString::number(perSecond), u"--quota"_s, u"1000000"_s}), connection(server.connection())
    {
        connection.requestsPerSecond = perSecond;
        connection.requestsPerDay = 1'000'000;
        connection.requestsKeptForPerson = 20;
        server.storeSecret(secrets);
        test::openInMemory(history);
        inUse.use(connection);
        QObject::connect(&checks, &CheckService::finished, &checks, [this](const CheckOutcome &outcome) {
            ++ended;
            // Most of these receipt numbers have no case: a 404 is an answer, too.
            answered += outcome.httpStatus == 200 || outcome.httpStatus == 404 ? 1 : 0;
            refused += int(std::ranges::count(outcome.transcripts, 429, &HttpTranscript::status));
        });
    }
    template<class Condition>
    void runUntil(Condition condition)
    {
        while (!condition())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    BenchServer server;
    Connection connection;
    SystemClock clock;
    MemorySecretStore secrets;
    QTemporaryDir folder;
    LocalRecord history{clock};
    RequestCounts requests{folder.filePath(u"requests.db"_s), clock};
    RateLimiters limiters{clock, &requests};
    test::ConnectionInUse inUse{secrets, limiters, clock};
    CheckService checks{history, inUse.active, clock};
    int ended = 0;
    int answered = 0;
    int refused = 0;
};

//! Time for a queue of 200 receipt numbers; baseline: the time that the rate limit alone requires.
Figure queueAt(double perSecond, int size)
{
    const int receipts = size > 0 ? size : 200;
    PacedRoad road(perSecond);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < receipts; ++i)
        road.checks.check(numbered(i), AskedBy::Batch);
    road.runUntil([&] { return road.ended == receipts; });
    const double seconds = double(timer.elapsed()) / 1000;
    if (road.refused > 0 || road.answered != receipts)
        qFatal("%d replies of 429, %d of %d answered", road.refused, road.answered, receipts);
    return {.value = seconds,
            .baseline = receipts / perSecond,
            .unit = "s",
            .notes = {u"%1 receipt numbers, no 429, the token's request included"_s.arg(receipts)}};
}

//! Longest of several waits of a person's check for its turn while 10,000 checks are queued.
Figure personFirst(int size)
{
    const int queued = size > 0 ? size : 10'000;
    const int persons = size > 0 ? 1 : 20;
    PacedRoad road(5);
    for (int i = 0; i < queued; ++i)
        road.checks.check(numbered(i), AskedBy::Batch);
    road.runUntil([&] { return road.ended >= 2; });
    QElapsedTimer timer;
    double worst = 0;
    for (int person = 0; person < persons; ++person) {
        const ReceiptNumber receipt = numbered(1'000'000 + person);
        bool sent = false;
        const auto sending =
            QObject::connect(&road.inUse.active.session()->client(), &CaseStatusClient::sending, &road.checks,
                             [&](const ReceiptNumber &which) { sent = sent || which == receipt; });
        timer.start();
        road.checks.check(receipt, AskedBy::Person);
        road.runUntil([&] { return sent; });
        worst = std::max(worst, double(timer.nsecsElapsed()) / 1e6);
        QObject::disconnect(sending);
    }
    return {.value = worst,
            .baseline = double(road.limiters.of(road.connection).spacing().count()),
            .unit = "ms",
            .notes = {u"the worst of %1, %2 checks of a batch queued"_s.arg(persons).arg(queued)}};
}

} // namespace

std::vector<Benchmark> paceBenchmarks()
{
    using Better = Benchmark::Better;
    return {{"queue-5", "200 receipt numbers at 5 per second, no 429, against 200/5 s", 1.15, Better::Lower,
             [](int size) { return queueAt(5, size); }},
            {"queue-10", "200 receipt numbers at 10 per second, no 429, against 200/10 s", 1.15, Better::Lower,
             [](int size) { return queueAt(10, size); }},
            {"person-first", "wait of a person's check behind 10,000 of a batch, against one spacing", 1.02,
             Better::Lower, personFirst}};
}

} // namespace linterna::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench.h"

#include "lib/casestatus/responseparser.h"
#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "tests/bench/benchserver.h"
#include "tests/support/sessioncounter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkReply>

#include <algorithm>
#include <ctime>

namespace linterna::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int rounds = 30; // many short ones, so that other load affects all ways alike
constexpr int roundsWithCurl = 3;

//! Starts one request; the argument is called when it has ended.
using Send = std::function<void(std::function<void()>)>;

double cpuSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

//! Keeps `inFlight` requests under way until `total` have ended. Returns the duration in seconds.
double secondsFor(int total, const Send &send, int inFlight)
{
    return medianSeconds(1, [&] {
        int started = 0;
        int ended = 0;
        std::function<void()> next = [&] {
            if (started < total) {
                ++started;
                send([&] {
                    ++ended;
                    next();
                });
            }
        };
        for (int i = 0; i < inFlight; ++i)
            next();
        while (ended < total)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    });
}

//! One of several ways to get the same answer. All are measured in turn, so that other load on the machine affects all
//! of them.
struct Way {
    QString name;
    Send send;
    int inFlight;
    std::vector<double> rates = {}; //!< requests per second, one rate for each round
    double cpu = 0;                 //!< processor seconds of this process, for all rounds

    void measure(int total)
    {
        const double before = cpuSeconds();
        rates.push_back(total / secondsFor(total, send, inFlight));
        cpu += cpuSeconds() - before;
    }
    [[nodiscard]] double rate() const
    {
        std::vector<double> sorted = rates;
        std::ranges::sort(sorted);
        return sorted[sorted.size() / 2];
    }
    [[nodiscard]] QString line(int total) const
    {
        return u"%1 %2/s, %3 µs of this process each"_s.arg(name)
            .arg(rate(), 0, 'f', 0)
            .arg(cpu / (double(total) * double(rates.size())) * 1e6, 0, 'f', 0);
    }
};

Send bareRequests(QNetworkAccessManager &network, const QNetworkRequest &request)
{
    return [&network, request](const std::function<void()> &done) {
        QNetworkReply *reply = network.get(request);
        QObject::connect(reply, &QNetworkReply::finished, &network, [reply, done] {
            if (reply->error() != QNetworkReply::NoError || reply->readAll().size() < 1'000)
                qFatal("a bare request failed: %s", qPrintable(reply->errorString()));
            reply->deleteLater();
            done();
        });
    };
}

Send httpRequests(HttpClient &http, const Connection &connection, const QByteArray &token)
{
    return [&http, connection, token](const std::function<void()> &done) {
        HttpRequest request{.url = connection.apiUrl.resolved(QUrl(u"/case-status/EAC9999103402"_s))};
        request.secretHeaders.emplace_back("Authorization", Secret::copyOf("Bearer " + token));
        request.caFile = connection.caFile;
        request.proxy = connection.proxy;
        const auto use = std::make_shared<ConnectionUse>();
        request.connection = use;
        http.send(std::move(request))->onFinished(&http, [done, use](const Result<HttpReply> &reply) {
            if (!reply.ok() || reply->status != 200)
                qFatal("a request failed");
            use->keep();
            done();
        });
    };
}

Send checks(ConnectionSession &session, const ReceiptNumber &receipt)
{
    return [&session, receipt](const std::function<void()> &done) {
        auto *asking = session.client().ask(receipt, RateLimiter::Priority::Person);
        asking->onFinished(&session, [done](const Result<CaseReply> &reply) {
            if (!reply.ok() || !reply->result.ok())
                qFatal("a check failed");
            done();
        });
    };
}

//! Requests per second of curl, ten at once over persistent connections; 0 where there is no curl.
double curlRate(int total, const BenchServer &server, const QByteArray &token)
{
    const QString url = server.caseRequest(token).url().toString() + u"#[1-%1]"_s.arg(total);
    QProcess curl;
    curl.setStandardOutputFile(QProcess::nullDevice());
    const double seconds = medianSeconds(1, [&] {
        curl.start(u"curl"_s,
                   {u"--silent"_s, u"--fail"_s, u"--parallel"_s, u"--parallel-max"_s, u"10"_s, u"--http1.1"_s,
                    u"--cacert"_s, server.certificate(), u"--header"_s,
                    u"Authorization: Bearer "_s + QString::fromLatin1(token), url});
        curl.waitForFinished(120'000);
    });
    return curl.exitStatus() == QProcess::NormalExit && curl.exitCode() == 0 ? total / seconds : 0;
}

double parseMicroseconds(const QByteArray &body, const ReceiptNumber &receipt)
{
    constexpr int times = 2'000;
    return medianSeconds(3,
                         [&] {
                             for (int i = 0; i < times; ++i) {
                                 if (!parseCaseStatus(body, receipt).ok())
                                     qFatal("not understood");
                             }
                         })
        / times * 1e6;
}

//! Note with the duration of a request with a new TLS session and with a resumed one, requests being sent one after the
//! other.
QString handshakeLine()
{
    constexpr int requests = 100;
    const test::SessionCounter server;
    SystemClock clock;
    int resumed = 0;
    const auto ask = [&](HttpClient &http) {
        bool ended = false;
        http.send({.url = server.url(), .caFile = server.certificate()})
            ->onFinished(&http, [&](const Result<HttpReply> &reply) {
                if (!reply.ok())
                    qFatal("a request failed");
                resumed += reply->body == "resumed";
                ended = true;
            });
        while (!ended)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    };
    const double anew = medianSeconds(requests, [&] {
        HttpClient http(clock);
        ask(http);
    });
    const int resumedAnew = std::exchange(resumed, 0);
    HttpClient http(clock);
    ask(http);
    const double again = medianSeconds(requests, [&] { ask(http); });
    return u"TLS on loopback, one request at a time: %1 ms each with a client of its own (%2 of %3 sessions resumed), "
           "%4 ms with one client (%5 of %3 resumed)"_s.arg(anew * 1e3, 0, 'f', 2)
               .arg(resumedAnew)
               .arg(requests)
               .arg(again * 1e3, 0, 'f', 2)
               .arg(resumed);
}

//! Rate of checks without the record, from receipt number to parsed answer; baseline: a bare QNetworkAccessManager loop
//! with the same server, both over TLS. The notes tell the cost of the parts in between. The bare loop keeps its
//! connections; each request of ours has one of its own.
Figure throughTheRoad(int size)
{
    const int total = size > 0 ? size : 800;
    const BenchServer server({u"--tps"_s, u"0"_s, u"--quota"_s, u"0"_s});
    const Connection connection = server.connection();
    SystemClock clock;
    MemorySecretStore secrets;
    server.storeSecret(secrets);
    RateLimiters limiters(clock);
    ConnectionSession session(connection, limiters.use(connection), secrets, clock);
    const ReceiptNumber receipt = *ReceiptNumber::fromText(u"EAC9999103402");
    // The same number of requests at once for all ways; Qt has at most six connections to one host.
    const int inFlight = CheckService::placesUnderWay;
    Way road{.name = u"road"_s, .send = checks(session, receipt), .inFlight = inFlight};
    (void)secondsFor(20, road.send, inFlight); // gets the token and opens connections
    const QByteArray token = session.tokens().current()->authorization.view().sliced(7).toByteArray();
    QNetworkAccessManager network;
    Way bare{.name = u"bare loop"_s, .send = bareRequests(network, server.caseRequest(token)), .inFlight = inFlight};
    HttpClient http(clock);
    Way client{.name = u"HttpClient alone"_s, .send = httpRequests(http, connection, token), .inFlight = inFlight};
    (void)secondsFor(20, bare.send, inFlight);
    (void)secondsFor(20, client.send, inFlight);
    QByteArray body;
    session.client()
        .ask(receipt, RateLimiter::Priority::Person)
        ->onFinished(&session, [&](const Result<CaseReply> &reply) { body = reply->body; });
    while (body.isEmpty())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::vector<double> curl;
    for (int round = 0; round < rounds; ++round) {
        for (Way *way : {&road, &bare, &client})
            way->measure(total);
        if (round % (rounds / roundsWithCurl) == 0)
            curl.push_back(curlRate(10 * total, server, token)); // more requests, because curl connects anew
    }
    std::ranges::sort(curl);
    Figure figure{.value = road.rate(), .baseline = bare.rate(), .unit = "checks/s"};
    for (const Way *way : {&road, &bare, &client})
        figure.notes += way->line(total);
    figure.notes += curl[curl.size() / 2] > 0
        ? u"curl, 10 at once %1/s: road %2 of it, bare loop %3 of it"_s.arg(curl[curl.size() / 2], 0, 'f', 0)
              .arg(figure.value / curl[curl.size() / 2], 0, 'f', 2)
              .arg(figure.baseline / curl[curl.size() / 2], 0, 'f', 2)
        : u"curl is not here, or failed"_s;
    figure.notes +=
        u"of the road: reading the reply (parser) %1 µs, the rest of what it has beyond HttpClient alone is "
        "token, turn, jobs and the transcript"_s.arg(parseMicroseconds(body, receipt), 0, 'f', 0);
    figure.notes += handshakeLine();
    return figure;
}

} // namespace

std::vector<Benchmark> roadBenchmarks()
{
    return {{"road", "checks per second without pace and record, against a bare QNetworkAccessManager loop", 0.25,
             Benchmark::Better::Higher, throughTheRoad}};
}

} // namespace linterna::bench

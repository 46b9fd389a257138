// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultinjector.h"

#include "lib/net/transcripttext.h"
#include "tests/support/outcomes.h"
#include "tests/support/testrecord.h"

#include <cmath>

namespace linterna::test {

using namespace std::chrono_literals;

namespace {

constexpr int receipts = 40;

ReceiptNumber receiptAt(int number)
{
    return *ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(number, 10, 10, QChar(u'0')));
}

std::chrono::milliseconds spacingOf(const Connection &connection)
{
    return std::chrono::milliseconds(int(1000 / connection.requestsPerSecond));
}

} // namespace

FaultInjector::~FaultInjector()
{
    m_gate->open.release();
}

FaultInjector::FaultInjector(unsigned seed) : m_gate(std::make_shared<RecordGate>()), m_chance(seed)
{
    m_clock.setBetween([this] { between(); });
    m_clock.setJitter([chance = std::make_shared<Chance>(seed + 1)] { return chance->fraction(); });
    openInMemory(m_history);
    (void)m_history.visit(m_gate);
    const std::array<QByteArray, 3> names{"alpha", "bravo", "charlie"};
    constexpr std::array methods{ClientAuthentication::FormBody, ClientAuthentication::BasicRaw,
                                 ClientAuthentication::BasicFormEncoded};
    constexpr std::array rates{5.0, 2.0, 20.0};
    for (std::size_t i = 0; i < names.size(); ++i) {
        m_services.push_back(
            std::make_unique<TroubledService>(names[i], methods[i], rates[i], seed + 2 + unsigned(i), m_clock));
        m_services[i]->limited = [this, i](std::chrono::seconds wait) {
            m_paces[i].limitTold = m_clock.monotonic();
            m_paces[i].limitEnds = std::max(m_paces[i].limitEnds, m_clock.monotonic() + wait);
        };
        m_secrets.secrets.insert(m_services[i]->connection().secretKey(), Secret::copyOf(m_services[i]->secret()));
    }
    QObject::connect(&m_checks, &CheckService::finished, &m_checks,
                     [this](const CheckOutcome &outcome) { told(outcome); });
    choose(0);
}

void FaultInjector::complain(const QByteArray &what)
{
    if (m_complaint.isEmpty() && !what.isEmpty())
        m_complaint = what + " (step " + QByteArray::number(m_steps) + ")";
}

void FaultInjector::note(const QByteArray &what)
{
    m_course.addData(what + ' ' + QByteArray::number(qint64(m_clock.monotonic().count())) + '\n');
}

//! Runs all events that are due. The record's thread waits meanwhile, and this thread waits while the record's works,
//! so that the course of events does not depend on the speed of either.
void FaultInjector::between()
{
    std::size_t before = 0;
    do {
        before = m_requests + m_ends;
        settle();
        const auto next = std::make_shared<RecordGate>();
        (void)m_history.visit(next);
        m_gate->open.release();
        next->reached.acquire();
        m_gate = next;
        settle();
    } while (m_requests + m_ends != before);
}

void FaultInjector::step()
{
    ++m_steps;
    const int what = m_chance.below(100);
    if (what < 50)
        ask();
    else if (what < 56)
        stopOne();
    else if (what < 62)
        stopAndAskAgain();
    else if (what < 64)
        stopAll();
    else if (what < 70)
        choose(m_chance.below(3));
    else if (what < 82)
        weatherChanges();
    else if (what < 88)
        keychainChanges();
    else if (what < 91)
        secretChanges();
    else if (what < 94)
        m_services[std::size_t(m_chance.below(3))]->revokeTokens();
    else if (what < 97)
        clockIsSet();
    else
        linesBreak();
    constexpr std::array times{0ms, 0ms, 10ms, 230ms, 700ms, 2'000ms, 10'000ms, 40'000ms, 130'000ms};
    m_clock.pass(m_chance.of(times));
}

void FaultInjector::choose(int service)
{
    m_chosen = service;
    const Connection &connection = m_services[std::size_t(service)]->connection();
    auto network = std::make_shared<FakeNetwork>(
        m_clock, [this, service](const SeenRequest &request) { return asked(service, request); });
    FakeNetwork *const chosen = network.get();
    m_stoppedAt = m_clock.monotonic();
    m_ledger.left();
    m_inUse.use(connection, accessTo(network));
    m_network = chosen;
}

void FaultInjector::ask()
{
    constexpr std::array askers{AskedBy::Person, AskedBy::Batch, AskedBy::Batch, AskedBy::Watch};
    const AskedBy askedBy = m_chance.of(askers);
    for (int i = 1 + m_chance.below(12); i > 0; --i)
        askFor(m_chance.below(receipts), askedBy);
}

void FaultInjector::askFor(int receipt, AskedBy askedBy)
{
    m_ledger.asked(receiptAt(receipt), m_services[std::size_t(m_chosen)]->connection().name);
    m_checks.check(receiptAt(receipt), askedBy);
}

void FaultInjector::stopOne()
{
    const ReceiptNumber receipt = receiptAt(m_chance.below(receipts));
    m_stoppedAt = m_clock.monotonic();
    m_ledger.stopped(receipt);
    m_checks.cancel(receipt);
}

void FaultInjector::stopAndAskAgain()
{
    for (int times = 1 + m_chance.below(3); times > 0; --times) {
        const int receipt = m_chance.below(receipts);
        askFor(receipt, AskedBy::Batch);
        m_stoppedAt = m_clock.monotonic();
        m_ledger.stopped(receiptAt(receipt));
        m_checks.cancel(receiptAt(receipt));
        askFor(receipt, AskedBy::Person);
    }
}

void FaultInjector::stopAll()
{
    m_stoppedAt = m_clock.monotonic();
    m_ledger.allStopped();
    m_checks.cancelAll();
}

//! What the person may do at the moment when they are told of a check's end.
void FaultInjector::changeTheirMind(const ReceiptNumber &receipt)
{
    switch (m_chance.below(60)) {
    case 0:
        choose(m_chance.below(3));
        break;
    case 1:
        stopAll();
        break;
    case 2:
    case 3:
        stopOne();
        break;
    case 4:
    case 5:
    case 6:
        m_ledger.asked(receipt, m_services[std::size_t(m_chosen)]->connection().name);
        m_checks.check(receipt, AskedBy::Person);
        break;
    case 7:
        m_ledger.stopped(receipt);
        m_checks.cancel(receipt);
        break;
    default:
        break;
    }
}

void FaultInjector::weatherChanges()
{
    using Weather = TroubledService::Weather;
    constexpr std::array weathers{Weather::Fair,  Weather::Fair,  Weather::Calm, Weather::Calm,  Weather::Changeable,
                                  Weather::Storm, Weather::Storm, Weather::Down, Weather::Silent};
    m_services[std::size_t(m_chance.below(3))]->weather = m_chance.of(weathers);
}

void FaultInjector::keychainChanges()
{
    using Mood = FakeSecretStore::Mood;
    constexpr std::array moods{Mood::Open,   Mood::Open,   Mood::Open,        Mood::Locked,
                               Mood::Absent, Mood::Denied, Mood::NeverAnswers};
    m_secrets.mood = m_chance.of(moods);
    if (m_chance.oneIn(2))
        m_secrets.giveUp();
    else
        m_secrets.answerAtLast();
}

//! Changes a secret at the service, in the keychain, or in both.
void FaultInjector::secretChanges()
{
    TroubledService &service = *m_services[std::size_t(m_chance.below(3))];
    const QString key = service.connection().secretKey();
    switch (m_chance.below(3)) {
    case 0:
        service.changeSecret();
        break;
    case 1:
        m_secrets.secrets.remove(key);
        break;
    default:
        m_secrets.secrets.insert(key, Secret::copyOf(service.changeSecret()));
    }
}

void FaultInjector::clockIsSet()
{
    constexpr std::array jumps{2h, -2h, 24h, 1h, -24h};
    m_clock.jumpWall(m_chance.of(jumps));
}

void FaultInjector::linesBreak()
{
    m_releasing = true;
    m_network->release();
    m_releasing = false;
}

void FaultInjector::clearUp()
{
    m_clearedUp = true;
    for (const auto &service : m_services) {
        service->weather = TroubledService::Weather::Fair;
        m_secrets.secrets.insert(service->connection().secretKey(), Secret::copyOf(service->secret()));
    }
    m_secrets.mood = FakeSecretStore::Mood::Open;
    m_secrets.answerAtLast();
    m_clock.jumpWall(24h * 400); // to a day of which no request was made yet
    linesBreak();
    m_clock.pass(10min);
    if (m_checks.pending() != 0 || m_ledger.open() != 0)
        complain("some have not ended: " + QByteArray::number(m_checks.pending()) + " in the road, "
                 + QByteArray::number(m_ledger.open()) + " in the ledger");
    for (int i = 0; i <= int(m_services.size()); ++i) {
        if (i > 0)
            choose(i - 1);
        const std::size_t before = m_good;
        for (int receipt = receipts; receipt < receipts + 8; ++receipt)
            askFor(receipt, receipt == receipts ? AskedBy::Person : AskedBy::Batch);
        m_clock.pass(1min);
        if (m_good != before + 8)
            complain("only " + QByteArray::number(quint64(m_good - before)) + " of 8 succeed in fair weather");
    }
}

FakeReply FaultInjector::asked(int service, const SeenRequest &request)
{
    TroubledService &there = *m_services[std::size_t(service)];
    if (m_releasing)
        return there.answer(request);
    ++m_requests;
    note("request " + request.url.toEncoded());
    if (service != m_chosen)
        complain("a request to a service that was left");
    complain(there.complaintAbout(request));
    lookAtPace(std::size_t(service), request);
    if (request.url == there.connection().tokenUrl) {
        if (m_network->underWay(there.connection().tokenUrl.path()) > 0)
            complain("two token requests at once");
    } else if (const auto receipt = ReceiptNumber::fromText(request.url.fileName());
               !receipt || !m_ledger.wanted(*receipt)) {
        complain("a request that nobody wants any more");
    }
    return there.answer(request);
}

void FaultInjector::lookAtPace(std::size_t service, const SeenRequest &request)
{
    Pace &pace = m_paces[service];
    if (request.at - pace.last < spacingOf(m_services[service]->connection()))
        complain("two requests too close together");
    pace.last = request.at;
    // A request that was due in the moment of the 429 may still be sent; and a 429 to a check that was stopped in that
    // moment does not reach the program.
    if (request.at > pace.limitTold && request.at < pace.limitEnds && pace.limitTold != m_stoppedAt)
        complain("a request before the time that the service named");
}

void FaultInjector::told(const CheckOutcome &outcome)
{
    ++m_ends;
    m_good += outcome.result.ok();
    note("end " + outcome.receipt.toString().toLatin1() + ' ' + outcomeName(outcome.result).toLatin1());
    complain(m_ledger.told(outcome));
    lookAtContents(outcome);
    if (!m_clearedUp)
        changeTheirMind(outcome.receipt);
}

void FaultInjector::lookAtContents(const CheckOutcome &outcome)
{
    const bool cancelled = !outcome.result.ok() && outcome.result.error().code == ErrorCode::Cancelled;
    if (!cancelled && (outcome.id == 0 || outcome.notRecorded))
        complain("told before it was recorded");
    const QByteArray all = keptBytes(outcome);
    for (const HttpTranscript &transcript : outcome.transcripts) {
        const QString shown =
            requestText(transcript, ReceiptNumbers::Masked) + replyText(transcript, ReceiptNumbers::Masked);
        if (shown.contains(outcome.receipt.toString()))
            complain("a receipt number in a masked transcript");
    }
    if (outcome.result.ok()) {
        const auto service =
            std::ranges::find(m_services, outcome.connection, [](const auto &one) { return one->connection().name; });
        if (service == m_services.end() || !(*service)->said(outcome.receipt.toString(), outcome.result->title.en))
            complain("a status that the service did not give");
    }
    if (holdsSecret(all))
        complain("a token or secret in what is kept of a check");
}

} // namespace linterna::test

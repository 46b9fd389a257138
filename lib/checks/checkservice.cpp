// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/checkservice.h"

#include "lib/base/log.h"
#include "lib/pacing/retrypolicy.h"
#include "lib/record/changedetector.h"

#include <algorithm>

namespace linterna {

namespace {

RateLimiter::Priority priorityOf(AskedBy askedBy)
{
    switch (askedBy) {
    case AskedBy::Person:
        return RateLimiter::Priority::Person;
    case AskedBy::Batch:
        return RateLimiter::Priority::Batch;
    case AskedBy::Watch:
        break;
    }
    return RateLimiter::Priority::Watch;
}

} // namespace

//! One receipt number that is queued or under way.
struct CheckService::Check {
    enum class State { Queued, UnderWay, Waiting, Ending };

    ReceiptNumber receipt;
    CheckRequest request;
    quint64 order; //!< The order in which checks were asked for.
    State state = State::Queued;
    //! Stopped, or of a connection that was left: its end is on its way, and it does not stand for what is asked from
    //! now on.
    bool over = false;
    //! Set where the receipt number was asked for again after `over` became true.
    std::optional<CheckRequest> again = {};
    int failures = 0;
    //! Number of the request, to tell a request that was given up from the one that is waited for.
    quint64 attempt = 0;
    //! The request of this attempt has left.
    bool sent = false;
    QPointer<Job> job = {};
    std::unique_ptr<Alarm> repeat = {};

    [[nodiscard]] auto place() const { return std::tuple(request.askedBy, order, receipt); }
};

CheckService::CheckService(Record &history, ActiveConnection &active, Clock &clock, QObject *parent)
    : QObject(parent), m_history(history), m_unstored(history, clock), m_clock(clock), m_active(active)
{
    connect(&m_active, &ActiveConnection::leaving, this, &CheckService::leaveConnection);
    connect(&m_active, &ActiveConnection::changed, this, &CheckService::takeUpConnection);
}

CheckService::~CheckService() = default;

void CheckService::takeUpConnection()
{
    ConnectionSession &session = *m_active.session();
    m_connection = session.connection().name;
    connect(&session.client(), &CaseStatusClient::sending, this, [this](const ReceiptNumber &receipt) {
        if (const auto check = m_checks.find(receipt); check != m_checks.end())
            check->second->sent = true;
        emit progress(receipt, {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
    });
    connect(&session.tokens(), &TokenProvider::waiting, this, &CheckService::tellWaiting);
    connect(&session.limiter(), &RateLimiter::paused, this,
            [this](const QDateTime &until) { tellWaiting(until, ErrorCode::RateLimited); });
    startNext();
}

void CheckService::leaveConnection()
{
    ConnectionSession &session = *m_active.session();
    session.client().disconnect(this);
    session.tokens().disconnect(this);
    session.limiter().disconnect(this);
    cancelAll();
    for (const auto &[receipt, check] : m_checks)
        check->over = true; // also for a check that is being recorded
}

void CheckService::check(const ReceiptNumber &receipt, AskedBy askedBy, OutsideHours outsideHours)
{
    const CheckRequest request{askedBy, outsideHours};
    if (askedBy == AskedBy::Person && m_active.session())
        m_active.session()->tokens().tryAgain();
    if (const auto known = m_checks.find(receipt); known != m_checks.end()) {
        raise(*known->second, request);
        return;
    }
    enqueue(receipt, request);
    emit progress(receipt, {});
    startNext();
}

void CheckService::enqueue(const ReceiptNumber &receipt, const CheckRequest &request)
{
    const auto added = m_checks.emplace(receipt, new Check{.receipt = receipt, .request = request, .order = m_asked++});
    m_queue.insert(added.first->second->place());
}

void CheckService::raise(Check &check, const CheckRequest &request)
{
    const auto more = [&](const CheckRequest &old) {
        return CheckRequest{std::min(old.askedBy, request.askedBy), std::max(old.outsideHours, request.outsideHours)};
    };
    if (check.over) {
        check.again = more(check.again.value_or(request));
        return;
    }
    const bool queued = m_queue.erase(check.place()) > 0;
    const bool moreUrgent = request.askedBy < check.request.askedBy;
    check.request = more(check.request);
    if (queued) {
        m_queue.insert(check.place());
        startNext();
    } else if (moreUrgent && check.state == Check::State::UnderWay && !check.sent) {
        // The request still waits for a turn among the less urgent ones: it is begun again.
        --m_underWay;
        check.job->cancel();
        start(check);
    }
}

void CheckService::startNext()
{
    while (m_active.session() && !m_queue.empty()) {
        const auto &[askedBy, order, receipt] = *m_queue.begin();
        Check &next = *m_checks.at(receipt);
        if (isClosedFor(next))
            tellClosed(next);
        else if (m_underWay < placesUnderWay || askedBy == AskedBy::Person)
            start(next);
        else
            return;
    }
}

void CheckService::start(Check &check)
{
    m_queue.erase(check.place());
    check.state = Check::State::UnderWay;
    check.sent = false;
    check.attempt = ++m_attempts;
    ++m_underWay;
    auto *job = m_active.session()->client().ask(check.receipt, priorityOf(check.request.askedBy));
    check.job = job;
    job->onFinished(this, [this, receipt = check.receipt, attempt = check.attempt](const Result<CaseReply> &reply) {
        const auto found = m_checks.find(receipt);
        if (found != m_checks.end() && found->second->attempt == attempt && !found->second->over)
            replied(*found->second, reply);
    });
}

bool CheckService::isClosedFor(const Check &check) const
{
    const auto &hours = m_active.session()->connection().serviceHours;
    return hours && check.request.outsideHours == OutsideHours::Tell && !hours->isOpen(m_clock.now());
}

void CheckService::tellClosed(Check &check)
{
    m_queue.erase(check.place());
    check.state = Check::State::Ending;
    const QDateTime now = m_clock.now();
    const CheckOutcome closed{.receipt = check.receipt,
                              .connection = m_connection,
                              .askedBy = check.request.askedBy,
                              .checkedAt = now,
                              .result = Error{.code = ErrorCode::Closed,
                                              .retryAt = m_active.session()->connection().serviceHours->opensNext(now)},
                              .asked = false};
    endUnrecorded(closed);
}

void CheckService::endUnrecorded(const CheckOutcome &outcome)
{
    m_history.lastGood(outcome.receipt)->onFinished(this, [this, outcome](const Result<CheckOutcome> &known) {
        CheckOutcome told = outcome;
        if (known.ok() && known->result.ok()) {
            told.previous = known->result.value();
            told.previousAt = known->checkedAt;
        }
        if (known.ok() && told.result.ok())
            told.change = detectChange(told.previous, told.result.value());
        end(told);
    });
}

void CheckService::replied(Check &check, const Result<CaseReply> &reply)
{
    --m_underWay;
    CheckOutcome outcome{.receipt = check.receipt,
                         .connection = m_connection,
                         .askedBy = check.request.askedBy,
                         .checkedAt = m_clock.now(),
                         .result = reply.ok() ? reply->result : Result<CaseStatus>(reply.error()),
                         .httpStatus = reply.ok() ? reply->httpStatus : 0,
                         .rawReply = reply.ok() ? reply->body : QByteArray(),
                         .transcripts = reply.ok() ? reply->transcripts : std::vector<HttpTranscript>()};
    if (!outcome.result.ok()) {
        const Error &error = outcome.result.error();
        if (error.code == ErrorCode::Cancelled) { // nothing was learned: there is nothing to record
            end(outcome);
            return;
        }
        const auto delay = retryDelay(error, ++check.failures, outcome.checkedAt, m_clock.jitter());
        if (delay && reply.ok() && !reply->withoutToken) {
            waitAndRepeat(check, *delay, error.code);
            return;
        }
    }
    record(check, outcome);
}

void CheckService::waitAndRepeat(Check &check, std::chrono::milliseconds delay, ErrorCode reason)
{
    check.state = Check::State::Waiting;
    // "Too fast" is true for all that goes over this connection, a broken line only for this request.
    if (reason == ErrorCode::RateLimited)
        delay = std::max(delay, m_active.session()->limiter().notBefore() - m_clock.monotonic());
    check.repeat = m_clock.after(delay, [this, receipt = check.receipt] {
        const auto found = m_checks.find(receipt);
        if (found == m_checks.end())
            return;
        found->second->state = Check::State::Queued;
        m_queue.insert(found->second->place());
        emit progress(receipt, {});
        startNext();
    });
    emit progress(
        check.receipt,
        {.phase = CheckProgress::Phase::Waiting, .until = m_clock.now().addMSecs(delay.count()), .reason = reason});
    startNext();
}

void CheckService::record(Check &check, const CheckOutcome &outcome)
{
    check.state = Check::State::Ending;
    m_unstored.store(outcome, [this](const CheckOutcome &told) {
        if (told.notRecorded)
            endUnrecorded(told); // a full disk can still be read
        else
            end(told);
    });
    startNext();
}

void CheckService::end(const CheckOutcome &outcome)
{
    const std::unique_ptr<Check> ended = std::move(m_checks.extract(outcome.receipt).mapped());
    // The check is queued before anybody is told: whoever is told may stop it, or choose another connection.
    if (ended->again)
        enqueue(outcome.receipt, *ended->again);
    emit finished(outcome);
    if (ended->again && m_checks.contains(outcome.receipt))
        emit progress(outcome.receipt, {});
    startNext();
}

void CheckService::tellWaiting(const QDateTime &until, ErrorCode reason)
{
    for (const auto &[receipt, check] : m_checks) {
        if (check->state == Check::State::UnderWay && !check->over)
            emit progress(receipt, {.phase = CheckProgress::Phase::Waiting, .until = until, .reason = reason});
    }
}

void CheckService::cancel(const ReceiptNumber &receipt)
{
    const auto found = m_checks.find(receipt);
    if (found == m_checks.end())
        return;
    Check &check = *found->second;
    check.again.reset();
    if (check.over || check.state == Check::State::Ending)
        return;
    check.over = true;
    m_queue.erase(check.place());
    if (check.state == Check::State::UnderWay)
        --m_underWay;
    check.repeat.reset();
    if (check.job)
        check.job->cancel();
    // An answer that is on its way through the event loop comes before this, and is not heard.
    const CheckOutcome outcome{.receipt = receipt,
                               .connection = m_connection,
                               .askedBy = check.request.askedBy,
                               .checkedAt = m_clock.now(),
                               .result = Error{.code = ErrorCode::Cancelled}};
    QMetaObject::invokeMethod(
        this, [this, outcome] { end(outcome); }, Qt::QueuedConnection);
}

void CheckService::cancelAll()
{
    std::vector<ReceiptNumber> receipts;
    for (const auto &[receipt, check] : m_checks)
        receipts.push_back(receipt);
    for (const ReceiptNumber &receipt : receipts)
        cancel(receipt);
}

int CheckService::pending() const
{
    return static_cast<int>(m_checks.size());
}

} // namespace linterna

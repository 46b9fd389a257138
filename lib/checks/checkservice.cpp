// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkservice.h"

#include "base/log.h"
#include "net/retrypolicy.h"

#include <algorithm>

namespace linterna {

namespace {

//! Replies that may be awaited at once: enough that a slow service does not slow the pace, few enough that stopping is
//! quick. A person's check does not wait for these places.
constexpr int placesUnderWay = 6;

Pacer::Priority priorityOf(AskedBy askedBy)
{
    switch (askedBy) {
    case AskedBy::Person:
        return Pacer::Priority::Person;
    case AskedBy::Batch:
        return Pacer::Priority::Batch;
    case AskedBy::Watch:
        break;
    }
    return Pacer::Priority::Watch;
}

} // namespace

//! One receipt number on the road.
struct CheckService::Check {
    enum class State { Queued, UnderWay, Waiting, Recording };

    ReceiptNumber receipt;
    AskedBy askedBy;
    quint64 order; //!< in which it was asked for
    State state = State::Queued;
    //! Stopped, or of a connection that was left: its end is on its way, and it does not stand for what is asked now.
    bool over = false;
    //! Asked for once more since it is over.
    std::optional<AskedBy> again = {};
    int failures = 0;
    QPointer<JobOf<CaseReply>> job = {};
    std::unique_ptr<Alarm> repeat = {};
};

CheckService::CheckService(HistoryStore &history, Clock &clock, QObject *parent)
    : QObject(parent), m_history(history), m_clock(clock)
{
}

CheckService::~CheckService() = default;

void CheckService::setSession(std::unique_ptr<ConnectionSession> session)
{
    if (m_session)
        leaveSession();
    m_session = std::move(session);
    m_connection = m_session->connection().name;
    m_session->pacer().pauseFor(m_notBefore[m_connection] - m_clock.monotonic());
    connect(&m_session->client(), &CaseStatusClient::sending, this, [this](const ReceiptNumber &receipt) {
        emit progress(receipt, {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
    });
    connect(&m_session->tokens(), &TokenProvider::waiting, this, &CheckService::tellWaiting);
    followQuota();
    startNext();
}

void CheckService::leaveSession()
{
    cancelAll();
    for (const auto &[receipt, check] : m_checks)
        check->over = true; // one that is being recorded too
    m_notBefore[m_connection] = m_session->pacer().notBefore();
}

void CheckService::followQuota()
{
    // Counted in the record, so that the day's number survives a restart.
    Pacer &pacer = m_session->pacer();
    const QString name = m_session->connection().name;
    connect(&pacer, &Pacer::sent, this, [this, name](const QString &day) {
        m_history.addRequest(name, day)->onFinished(this, [](const Result<Nothing> &counted) {
            if (!counted.ok())
                qCWarning(lcChecks).noquote() << "the day's count could not be kept:" << counted.error().detail;
        });
    });
    const QString today = pacer.today();
    m_history.requestsOn(name, today)->onFinished(&pacer, [&pacer, today](const Result<int> &used) {
        if (used.ok())
            pacer.addUsed(today, *used);
    });
}

void CheckService::check(const ReceiptNumber &receipt, AskedBy askedBy)
{
    if (askedBy == AskedBy::Person && m_session)
        m_session->tokens().tryAgain();
    if (const auto known = m_checks.find(receipt); known != m_checks.end()) {
        Check &check = *known->second;
        if (check.over)
            check.again = std::min(check.again.value_or(askedBy), askedBy);
        else
            check.askedBy = std::min(check.askedBy, askedBy);
        return;
    }
    enqueue(receipt, askedBy);
    emit progress(receipt, {});
    startNext();
}

void CheckService::enqueue(const ReceiptNumber &receipt, AskedBy askedBy)
{
    m_checks.emplace(receipt, new Check{.receipt = receipt, .askedBy = askedBy, .order = m_asked++});
}

void CheckService::startNext()
{
    while (m_session) {
        Check *next = nullptr;
        int underWay = 0;
        for (const auto &[receipt, check] : m_checks) {
            if (check->over)
                continue;
            if (check->state == Check::State::UnderWay)
                ++underWay;
            if (check->state == Check::State::Queued
                && (!next || std::pair(check->askedBy, check->order) < std::pair(next->askedBy, next->order)))
                next = check.get();
        }
        if (!next || (underWay >= placesUnderWay && next->askedBy != AskedBy::Person))
            return;
        start(*next);
    }
}

void CheckService::start(Check &check)
{
    check.state = Check::State::UnderWay;
    check.job = m_session->client().ask(check.receipt, priorityOf(check.askedBy));
    check.job->onFinished(this, [this, receipt = check.receipt](const Result<CaseReply> &reply) { replied(receipt, reply); });
}

void CheckService::replied(const ReceiptNumber &receipt, const Result<CaseReply> &reply)
{
    const auto found = m_checks.find(receipt);
    if (found == m_checks.end() || found->second->state != Check::State::UnderWay || found->second->over)
        return;
    Check &check = *found->second;
    CheckOutcome outcome{.receipt = receipt,
                         .connection = m_connection,
                         .askedBy = check.askedBy,
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
        if (const auto pause = namedPause(error, outcome.checkedAt))
            m_session->pacer().pauseFor(*pause);
        const auto delay = retryDelay(error, ++check.failures, outcome.checkedAt, m_clock.jitter());
        if (delay && reply.ok() && !reply->withoutToken) {
            waitAndRepeat(check, *delay, error.code);
            return;
        }
    }
    record(check, std::move(outcome));
}

void CheckService::waitAndRepeat(Check &check, std::chrono::milliseconds delay, ErrorCode reason)
{
    check.state = Check::State::Waiting;
    // "Too fast" is true for all that goes over this connection, a broken line only for this request.
    if (reason == ErrorCode::RateLimited)
        m_session->pacer().pauseFor(delay);
    check.repeat = m_clock.after(delay, [this, receipt = check.receipt] {
        const auto found = m_checks.find(receipt);
        if (found == m_checks.end())
            return;
        found->second->state = Check::State::Queued;
        emit progress(receipt, {});
        startNext();
    });
    emit progress(check.receipt, {.phase = CheckProgress::Phase::Waiting,
                                  .until = m_clock.now().addMSecs(delay.count()),
                                  .reason = reason});
    startNext();
}

void CheckService::record(Check &check, CheckOutcome outcome)
{
    check.state = Check::State::Recording;
    m_history.record(outcome)->onFinished(this, [this, outcome](const Result<CheckOutcome> &recorded) {
        CheckOutcome told = recorded.ok() ? *recorded : outcome;
        if (!recorded.ok())
            told.notRecorded = recorded.error();
        end(told);
    });
    startNext();
}

void CheckService::end(const CheckOutcome &outcome)
{
    const std::unique_ptr<Check> ended = std::move(m_checks.extract(outcome.receipt).mapped());
    // In the queue before anybody is told: whoever is told may stop it, or choose another connection.
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
        if (check->state == Check::State::UnderWay)
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
    if (check.over || check.state == Check::State::Recording)
        return;
    check.over = true;
    check.repeat.reset();
    if (check.job)
        check.job->cancel();
    // An answer that is on its way through the event loop comes before this, and is not heard.
    const CheckOutcome outcome{.receipt = receipt,
                               .connection = m_connection,
                               .askedBy = check.askedBy,
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

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
        cancelAll();
    m_session = std::move(session);
    m_connection = m_session->connection().name;
    connect(&m_session->client(), &CaseStatusClient::sending, this, [this](const ReceiptNumber &receipt) {
        emit progress(receipt, {.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
    });
    connect(&m_session->tokens(), &TokenProvider::waiting, this, &CheckService::tellWaiting);
    followQuota();
    startNext();
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
        known->second->askedBy = std::min(known->second->askedBy, askedBy);
        return;
    }
    m_checks.emplace(receipt, new Check{.receipt = receipt, .askedBy = askedBy, .order = m_asked++});
    emit progress(receipt, {});
    startNext();
}

void CheckService::startNext()
{
    while (m_session) {
        Check *next = nullptr;
        int underWay = 0;
        for (const auto &[receipt, check] : m_checks) {
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
    if (found == m_checks.end() || found->second->state != Check::State::UnderWay)
        return;
    Check &check = *found->second;
    CheckOutcome outcome{.receipt = receipt,
                         .connection = m_connection,
                         .askedBy = check.askedBy,
                         .checkedAt = m_clock.now(),
                         .result = reply.ok() ? reply->result : Result<CaseStatus>(reply.error()),
                         .httpStatus = reply.ok() ? reply->httpStatus : 0,
                         .rawReply = reply.ok() ? reply->body : QByteArray()};
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
    m_checks.erase(outcome.receipt);
    emit finished(outcome);
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
    if (found == m_checks.end() || found->second->state == Check::State::Recording)
        return;
    Check &check = *found->second;
    check.repeat.reset();
    if (check.job && !check.job->isFinished()) {
        check.job->cancel(); // replied() hears of it
        return;
    }
    check.state = Check::State::UnderWay;
    QMetaObject::invokeMethod(
        this, [this, receipt] { replied(receipt, Error{.code = ErrorCode::Cancelled}); }, Qt::QueuedConnection);
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

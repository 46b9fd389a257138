// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/unstoredchecks.h"

#include "lib/base/log.h"

#include <algorithm>

namespace linterna {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 1s;

bool passes(ErrorCode code)
{
    return code == ErrorCode::StorageBusy || code == ErrorCode::Storage;
}

} // namespace

UnstoredChecks::UnstoredChecks(Record &history, Clock &clock, QObject *parent)
    : QObject(parent), m_history(history), m_clock(clock)
{
    connect(&m_history, &Record::casesDeleted, this, &UnstoredChecks::drop);
}

void UnstoredChecks::store(const CheckOutcome &outcome, Told told)
{
    if (!m_waiting.empty()) { // keeps the order: of one case the last that is stored is its last answer
        m_waiting.push_back({outcome, std::move(told)});
        return tryFirst();
    }
    m_history.record(outcome)->onFinished(
        this, [this, outcome, told = std::move(told)](const Result<CheckOutcome> &recorded) {
            if (recorded)
                return told(*recorded);
            tell(outcome, recorded.error(), told);
            if (passes(recorded.error().code))
                wait(outcome, recorded.error());
        });
}

void UnstoredChecks::tell(CheckOutcome outcome, const Error &why, const Told &told)
{
    outcome.notRecorded = why;
    told(outcome);
}

void UnstoredChecks::wait(const CheckOutcome &outcome, const Error &why)
{
    qCWarning(lcStorage).noquote() << "an answer waits to be stored:" << errorCodeName(why.code) << why.detail;
    m_why = why;
    m_waiting.push_back({outcome, {}});
    if (!m_again && !m_trying)
        m_again = m_clock.after(pause, [this] { tryFirst(); });
    emit changed();
}

void UnstoredChecks::drop(const std::vector<ReceiptNumber> &receipts)
{
    const auto goes = [&](const Waiting &each) { // an outcome that was not told of yet still needs its end
        return !each.told && std::ranges::find(receipts, each.outcome.receipt) != receipts.end();
    };
    m_dropped = m_dropped || (m_trying && !m_waiting.empty() && goes(m_waiting.front()));
    if (std::erase_if(m_waiting, goes) == 0)
        return;
    if (m_waiting.empty())
        m_why.reset();
    emit changed();
}

void UnstoredChecks::dropAll()
{
    std::vector<ReceiptNumber> receipts;
    for (const Waiting &each : m_waiting)
        receipts.push_back(each.outcome.receipt);
    drop(receipts);
}

void UnstoredChecks::tryFirst()
{
    m_again.reset();
    if (m_trying || m_waiting.empty())
        return;
    m_trying = true;
    m_history.record(m_waiting.front().outcome)->onFinished(this, [this](const Result<CheckOutcome> &recorded) {
        ended(recorded);
    });
}

void UnstoredChecks::ended(const Result<CheckOutcome> &recorded)
{
    m_trying = false;
    if (std::exchange(m_dropped, false))
        return tryFirst();
    if (!recorded && passes(recorded.error().code)) {
        m_why = recorded.error();
        m_again = m_clock.after(pause, [this] { tryFirst(); });
        tellAll();
        emit changed();
        return;
    }
    const Waiting first = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_waiting.empty())
        m_why.reset();
    if (!recorded && first.told) {
        tell(first.outcome, recorded.error(), first.told);
    } else if (recorded && first.told) {
        first.told(*recorded);
    } else if (recorded) {
        emit stored(*recorded);
    }
    emit changed();
    tryFirst();
}

//! Tells whoever asked for one of these checks, and has not heard of its end yet, that its answer waits.
void UnstoredChecks::tellAll()
{
    std::vector<Waiting> untold;
    for (Waiting &each : m_waiting) {
        if (each.told)
            untold.push_back({each.outcome, std::exchange(each.told, {})});
    }
    for (const Waiting &each : untold)
        tell(each.outcome, *m_why, each.told);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/checks/activeconnection.h"
#include "lib/checks/unstoredchecks.h"
#include "lib/record/record.h"

#include <map>
#include <memory>
#include <set>

namespace linterna {

//! What a check is doing, for the person who waits.
struct CheckProgress {
    enum class Phase {
        Queued,  //!< Behind others, or waiting for the pace that the service allows.
        Asking,  //!< Token or answer under way.
        Waiting, //!< Told to wait, or waiting before the next try; `until` says when it goes on.
    };
    Phase phase = Phase::Queued;
    std::optional<QDateTime> until; //!< UTC
    //! Why the check waits.
    std::optional<ErrorCode> reason;
};

//! What becomes of a check while the service is closed (Connection::serviceHours).
enum class OutsideHours {
    Tell, //!< The check ends as Closed, and nothing is asked.
    Ask,  //!< The service is asked all the same: the person was told, and wants that.
};

//! The one way for every check: queue, pace, token, request, understanding, record. A receipt number that is queued or
//! under way is not asked for twice: the second asker raises its priority at most, and one outcome tells both.
class CheckService : public QObject
{
    Q_OBJECT
public:
    //! Checks go through the active connection, and wait until there is one. When it is left, what was under way on it,
    //! or waited for it, ends as Cancelled.
    CheckService(Record &history, ActiveConnection &active, Clock &clock, QObject *parent = nullptr);
    ~CheckService() override;

    //! Asks for one receipt number; ends in exactly one finished(). Where credentials were refused or cannot be had, a
    //! check of a batch or a watch ends with that error and nothing is asked; a person's check tries once more.
    void check(const ReceiptNumber &receipt, AskedBy askedBy, OutsideHours outsideHours = OutsideHours::Tell);
    //! Stops what is queued or under way for a receipt number; finished() tells Cancelled. What is asked for from then
    //! on is another check, with an end of its own.
    void cancel(const ReceiptNumber &receipt);
    void cancelAll();
    //! Outcomes that could not be recorded yet.
    [[nodiscard]] UnstoredChecks &unstored() { return m_unstored; }
    //! Receipt numbers queued or under way.
    [[nodiscard]] int pending() const;

    //! Replies that may be awaited at once: enough that a slow service does not slow the pace, few enough that stopping
    //! is quick. A person's check does not wait for these places.
    static constexpr int placesUnderWay = 8;

signals:
    void progress(const linterna::ReceiptNumber &receipt, const linterna::CheckProgress &progress);
    //! Recorded before this is emitted; or CheckOutcome::notRecorded says why it waits in unstored().
    void finished(const linterna::CheckOutcome &outcome);

private:
    struct CheckRequest {
        AskedBy askedBy;
        OutsideHours outsideHours;
    };
    struct Check;
    void leaveConnection();
    void takeUpConnection();
    void enqueue(const ReceiptNumber &receipt, const CheckRequest &request);
    void raise(Check &check, const CheckRequest &request);
    void startNext();
    void start(Check &check);
    [[nodiscard]] bool isClosedFor(const Check &check) const;
    void tellClosed(Check &check);
    void replied(Check &check, const Result<CaseReply> &reply);
    void waitAndRepeat(Check &check, std::chrono::milliseconds delay, ErrorCode reason);
    void record(Check &check, const CheckOutcome &outcome);
    //! Ends a check that the record did not take, with what the record knew before.
    void endUnrecorded(const CheckOutcome &outcome);
    void end(const CheckOutcome &outcome);
    void tellWaiting(const QDateTime &until, ErrorCode reason);

    Record &m_history;
    UnstoredChecks m_unstored;
    Clock &m_clock;
    ActiveConnection &m_active;
    QString m_connection;
    std::map<ReceiptNumber, std::unique_ptr<Check>> m_checks;
    //! Checks that wait for their turn, the next one first: priority, order of asking, receipt number.
    std::set<std::tuple<AskedBy, quint64, ReceiptNumber>> m_queue;
    //! How many replies are awaited.
    int m_underWay = 0;
    quint64 m_asked = 0;
    quint64 m_attempts = 0;
};

} // namespace linterna

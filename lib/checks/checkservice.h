// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "casestatus/casestatusclient.h"
#include "history/historystore.h"

#include <QObject>

namespace linterna {

//! What a check is doing, for the person who waits.
struct CheckProgress {
    enum class Phase {
        Queued,   //!< Behind others, or waiting for its turn in the pace that the service allows.
        Asking,   //!< Token or answer under way.
        Waiting,  //!< Told to wait, or waiting before the next try; `until` says when it goes on.
    };
    Phase phase = Phase::Queued;
    std::optional<QDateTime> until; //!< UTC
    //! Why it waits.
    std::optional<ErrorCode> reason;
};

//! The one road for every check: queue, pace, token, request, understanding, record. A receipt number that is queued or
//! under way is not asked for twice: the second asker raises its priority at most, and one outcome tells both.
class CheckService : public QObject
{
    Q_OBJECT
public:
    CheckService(HistoryStore &history, Clock &clock, QObject *parent = nullptr);
    ~CheckService() override;

    //! Asks through another connection from now on. What was queued or under way ends as Cancelled.
    void setConnection(std::unique_ptr<CaseStatusClient> client);

    //! Asks for one receipt number; ends in exactly one finished().
    void check(const ReceiptNumber &receipt, AskedBy askedBy);
    //! Stops what is queued or under way for a receipt number; finished() tells Cancelled.
    void cancel(const ReceiptNumber &receipt);
    void cancelAll();
    //! Receipt numbers queued or under way.
    [[nodiscard]] int pending() const;

signals:
    void progress(const linterna::ReceiptNumber &receipt, const linterna::CheckProgress &progress);
    //! Recorded (or CheckOutcome::notRecorded says why not) before this is emitted.
    void finished(const linterna::CheckOutcome &outcome);
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/record/record.h"

#include <deque>

namespace linterna {

//! Puts outcomes into the record, in their order. An outcome that cannot be stored (another program holds the file, the
//! disk is full, it is read-only) is told of at once, and waits in memory until it can be: that is tried again each
//! second or so. What waits when this object goes is lost, so whoever ends the program asks count() first.
class UnstoredChecks : public QObject
{
    Q_OBJECT
public:
    UnstoredChecks(Record &history, Clock &clock, QObject *parent = nullptr);

    //! Called once for each outcome: when it is stored, or with CheckOutcome::notRecorded where it must wait or can
    //! never be stored.
    using Told = std::function<void(const CheckOutcome &)>;
    void store(const CheckOutcome &outcome, Told told);
    [[nodiscard]] int count() const { return int(m_waiting.size()); }
    //! Why outcomes wait.
    [[nodiscard]] const std::optional<Error> &why() const { return m_why; }
    //! Lets waiting outcomes go: their cases were deleted, or everything is.
    void drop(const std::vector<ReceiptNumber> &receipts);
    void dropAll();

signals:
    //! count() or why() has changed.
    void changed();
    //! An outcome that had to wait is in the record by now.
    void stored(const linterna::CheckOutcome &outcome);

private:
    struct Waiting {
        CheckOutcome outcome;
        Told told; //!< Empty once it was called.
    };
    static void tell(CheckOutcome outcome, const Error &why, const Told &told);
    void tellAll();
    void wait(const CheckOutcome &outcome, const Error &why);
    void tryFirst();
    void ended(const Result<CheckOutcome> &recorded);

    Record &m_history;
    Clock &m_clock;
    std::deque<Waiting> m_waiting;
    std::optional<Error> m_why;
    std::unique_ptr<Alarm> m_again;
    bool m_trying = false;
    //! The outcome that is being stored was let go of meanwhile.
    bool m_dropped = false;
};

} // namespace linterna

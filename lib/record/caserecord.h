// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/domain/statuscategory.h"

#include <QStringList>

namespace linterna {

//! What the office itself knows of a case; a person writes it, and it never comes from USCIS.
struct CaseDetails {
    //! The client's name. At most CaseDetails::LongestClient characters, as are fileNumber, owner and nextStep.
    QString client = {};
    //! Under which the office keeps the case.
    QString fileNumber = {};
    //! Plain text of several lines, at most CaseDetails::LongestNote characters.
    QString note = {};
    //! Labels, each once, in the order in which they were given; compared without letter case. At most MostTags of at
    //! most LongestTag characters.
    QStringList tags = {};
    //! Retention, which deletes checks for their age, leaves this case alone.
    bool onHold = false;
    //! Who of the office looks after the case, what is to be done next, and until when.
    QString owner = {};
    QString nextStep = {};
    QDate dueDate = {}; //!< Invalid: none.

    bool operator==(const CaseDetails &) const = default;

    static constexpr qsizetype LongestClient = 200;
    static constexpr qsizetype LongestNote = 10'000;
    static constexpr qsizetype LongestTag = 50;
    static constexpr qsizetype MostTags = 20;
};

//! What a line of either list holds, decrypted.
struct ListRowBase {
    qint64 id = 0; //!< Of the case or, in the list of checks, of the check.
    //! Empty where the row could not be decrypted (wrong key, damaged): `unreadable` is set then.
    std::optional<ReceiptNumber> receipt = {};
    //! What the office knows of the case.
    CaseDetails details = {};
    // What the check said or, of a case, its last good answer:
    QString formType = {};
    BilingualText title = {}; //!< As sent: show through safeTitle().
    StatusCategory category = StatusCategory::Other;
    //! Why the check (of a case: the last one) got no answer; empty where it got one.
    std::optional<ErrorCode> error = {};
    Change change = Change::None;
    //! When the check was made, UTC; of a case, the last one. Invalid where all checks of a case were deleted.
    QDateTime checkedAt = {};
    bool unreadable = false;
};

//! A line of the list of cases: one receipt number. A failed check takes nothing away from the last good answer.
struct CaseRow : ListRowBase {
    //! When the last good answer was given, UTC. Empty where there was never one.
    std::optional<QDateTime> confirmedAt = {};
    //! When the last good answer came that said something else than the one before it (Change::Wording or more);
    //! `change` says what.
    std::optional<QDateTime> changedAt = {};
    qint64 lastCheck = 0; //!< Id of the last check; of the last good answer where the last check cannot be read.
    //! The last check cannot be read. Where an earlier answer can be, that is what is known of the case.
    bool lastUnreadable = false;
};

} // namespace linterna

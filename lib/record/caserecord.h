// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"
#include "lib/domain/statuscategory.h"

#include <QStringList>

namespace linterna {

//! What the office itself knows of a case; a person writes it, and it never comes from USCIS.
struct CaseDetails {
    //! The client's name or a file number. At most CaseDetails::LongestClient characters.
    QString client = {};
    //! Plain text of several lines, at most CaseDetails::LongestNote characters.
    QString note = {};
    //! Labels, each once, in the order in which they were given; compared without letter case. At most MostTags of at
    //! most LongestTag characters.
    QStringList tags = {};
    //! Retention, which deletes checks for their age, leaves this case alone.
    bool onHold = false;

    bool operator==(const CaseDetails &) const = default;

    static constexpr qsizetype LongestClient = 200;
    static constexpr qsizetype LongestNote = 10'000;
    static constexpr qsizetype LongestTag = 50;
    static constexpr qsizetype MostTags = 20;
};

//! A line of the list of cases: one receipt number, decrypted.
struct CaseRow {
    qint64 id = 0;
    //! Empty where the case could not be decrypted: `unreadable` is set then.
    std::optional<ReceiptNumber> receipt = {};
    CaseDetails details = {};
    //! The last good answer: when it was given and, in the three members after this, what it said. A failed check takes
    //! nothing away from it. Empty where there was never a good answer.
    std::optional<QDateTime> confirmedAt = {}; //!< UTC
    QString formType = {};
    BilingualText title = {}; //!< As sent: show through safeTitle().
    StatusCategory category = StatusCategory::Other;
    //! When the last good answer came that said something else than the one before it (Change::Wording or more), and in
    //! `change` what.
    std::optional<QDateTime> changedAt = {};
    Change change = Change::None;
    //! When the last check was made, good or not. Invalid where all checks of the case were deleted.
    QDateTime checkedAt = {};
    qint64 lastCheck = 0; //!< Id of the last check; of the last good answer where the last check cannot be read.
    //! Why the last check got no answer; empty where it got one.
    std::optional<ErrorCode> error = {};
    //! The last check cannot be read. Where an earlier answer can be, that is what is known of the case.
    bool lastUnreadable = false;
    bool unreadable = false;
};

} // namespace linterna

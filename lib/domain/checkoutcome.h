// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/domain/casestatus.h"
#include "lib/domain/httptranscript.h"

#include <QByteArray>

namespace linterna {

//! Who asked for a check, in the order in which checks are served.
enum class AskedBy { Person, Batch, Watch };

//! How an answer differs from the last good one for the same receipt number.
enum class Change : unsigned char {
    None,       //!< An error: nothing can be said. Never counts as a change.
    First,      //!< There was no good answer before.
    Unchanged,  //!< Nothing that a person reads differs.
    Formatting, //!< Only white space, letter case of tags, entities: the words are the same.
    Wording,    //!< The description's words differ, in either language, under the same title.
    Timeline,   //!< The history has other entries.
    Date,       //!< submittedDate or modifiedDate differ.
    Status,     //!< Another title or form type.
};

//! What came of asking once: an answer or the reason why there is none. Both are recorded.
struct CheckOutcome {
    ReceiptNumber receipt;
    //! Name of the connection that was asked.
    QString connection = {};
    AskedBy askedBy = AskedBy::Person;
    //! When the last reply (or failure) arrived, UTC.
    QDateTime checkedAt = {};
    Result<CaseStatus> result;
    //! False where nothing was sent because the service is closed now (result is Closed, with the time at which it
    //! opens) and nobody said to ask all the same. Such an outcome is not recorded.
    bool asked = true;
    //! HTTP status of the last reply, 0 where there was none.
    int httpStatus = 0;
    //! The last reply's body as it came, at most the size cap. Empty where there was none, or one that held a secret.
    QByteArray rawReply = {};
    //! The requests of this check and their replies, in order: the token request where the check waited for it, then
    //! its own. Without secrets.
    std::vector<HttpTranscript> transcripts = {};

    // The members below are filled in when the outcome is recorded; all but the id also when it could not be, as far as
    // the record can be read:

    //! Row in the record; 0 while not recorded.
    qint64 id = 0;
    //! The event of the check (lib/record/EVENTS.md): 16 random bytes, the same in every record that has the check. Empty
    //! while not recorded.
    QByteArray uuid = {};
    Change change = Change::None;
    //! The last good answer before this one and when it was given, for "last known status stays".
    std::optional<CaseStatus> previous = {};
    std::optional<QDateTime> previousAt = {};
    //! Set when the outcome could not be recorded: the answer is shown all the same, and the person told.
    std::optional<Error> notRecorded = {};
};

} // namespace linterna

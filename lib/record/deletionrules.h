// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace linterna {

//! Who opens a record. lib/record/deletionrules.h says what each may do.
enum class RecordRole {
    Owner, //!< The one program that holds the lock of the folder: the window, or a restoration without one.
    Guest, //!< Anybody beside it: reads and adds.
};

//! Who may delete something for good, when, and what must agree first. Whatever purges, ages, replaces or erases asks
//! here, and nothing else decides it.
//!
//! **Deleting has two steps.** A deletion first hides (lib/localrecord/softdeletion.h): it is nowhere to be seen, listed, exported
//! or counted from then on, in any program, and can be taken back. Purging then takes what is hidden out of the file.
//!
//! **Who.** Only the owner of the folder: the one program that holds the kernel's lock on window.lock
//! (lib/platform/filelock.h), which is the window or, where none is open, a restoration. A program beside it (export,
//! backup) is a guest: it reads and adds, purges nothing, sets no file aside. What a window that was killed had hidden
//! stays hidden for everybody and is purged by the next owner. Where a folder can hold no lock there is no owner, and
//! what is hidden stays in the file. A record in memory, and a copy that is being made in a folder of its own, belong
//! to whoever opened them.
//!
//! | what | when | what must agree first |
//! |---|---|---|
//! | purge at the start | the owner opens the record | it was hidden by a person, or by retention after all below agreed |
//! | purge at the close | the owner's window closes | as above; until then Undo takes it back |
//! | retention hides | at the start, once a day, when its months are chosen | doubt() is empty; else a person is asked |
//! | replace, restore | a person said so | the backup was read and checked whole; the old record is kept beside |
//! | erase everything | a person typed that word | – |
//! | set a damaged file aside | the owner meets it | it keeps every byte, under another name that is told |
//!
//! **What must agree before retention.** This computer's clock, to within `tolerance`, with the last start whose clock
//! was in no doubt, the newest check, the date on which this program was built (which is past), and the Date of a
//! server's reply; the dates of the checks with the order in which they were recorded; and the two places in which the
//! choice is kept (lib/settings/privacyfile.h). Anything that disagrees is said in a question, and nothing goes without its
//! answer.
class DeletionRules
{
public:
    //! How far the clock may be off: more than a long weekend, and less than what matters where months are counted.
    static constexpr std::chrono::days tolerance{5};

    //! Empty where a program in this role may delete something for good from the record in `file` (empty: in memory);
    //! else why not (Storage).
    [[nodiscard]] static std::optional<Error> refusal(const QString &file, RecordRole role);

    //! What the clock of this computer is compared with. Times are UTC.
    struct Witnesses {
        QDateTime now;
        //! The date of this build; invalid where it is not known.
        QDateTime built = buildDate();
        //! The last start at which the clock was in no doubt.
        std::optional<QDateTime> lastStart = {};
        std::optional<QDateTime> newestCheck = {};
        //! The time in the Date field of a server's reply.
        std::optional<QDateTime> server = {};
        //! Among the checks that are to go is one that was recorded after another that is to stay.
        bool outOfOrder = false;
        //! The places in which the person's choice is kept do not say the same.
        bool choiceDisagrees = false;
    };
    struct Doubt {
        enum class About { Server, Built, LastStart, NewestCheck, Order, Choice };
        About about;
        //! The time that disagrees with the clock; invalid for Order and Choice.
        QDateTime says = {};
        bool operator==(const Doubt &) const = default;
    };
    //! The weightiest reason to ask before checks are deleted for their age; empty where everything agrees.
    [[nodiscard]] static std::optional<Doubt> doubt(const Witnesses &witnesses);
    //! Whether nothing disagrees with the clock, so that the time now may be stored as the last start in no doubt.
    [[nodiscard]] static bool clockAgrees(const Witnesses &witnesses);

    //! When this program was built, to the day.
    [[nodiscard]] static QDateTime buildDate();
};

} // namespace linterna

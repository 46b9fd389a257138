// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/casefield.h"

#include <QDateTime>

#include <vector>

namespace linterna {

//! What came of taking in a file (Record::importAll()). An event that is here already, under the same UUID, is not taken
//! in again, and a check without a UUID neither where the same case has the same check. What was deleted here stays
//! deleted.
//!
//! Events of another desk stay that desk's as far as its chain is here and holds. One that does not follow (a part of a
//! chain, an export of before there were events) is taken over into the chain of this desk: content, UUID and person
//! stay, and this desk vouches for it.
struct ImportReport {
    qint64 checks = 0; //!< Checks that are in the lists now and were not before.
    qint64 events = 0; //!< Events of all kinds that were not here before, checks among them.
    qint64 known = 0;  //!< Checks that were here already, or were deleted here.
    //! Events that were taken over into the chain of this desk.
    qint64 takenOver = 0;
    //! Events that say something else than those with the same UUID here: those here stay, these are left out.
    qint64 differing = 0;
    //! Fields with several values now, and deletions that wait for an answer, whether they came with this file or not.
    qint64 conflicts = 0;
    qint64 deletions = 0;

    bool operator==(const ImportReport &) const = default;
};

//! One value of a field, and who wrote it.
struct FieldVersion {
    //! UUID of the event.
    QByteArray event = {};
    //! Only the field in question counts.
    CaseDetails value = {};
    QString person = {};
    QDateTime at = {};
};
//! A field of a case for which desks wrote different values without sight of each other.
struct FieldConflict {
    ReceiptNumber receipt;
    CaseField field = CaseField::Client;
    //! The value that lists show.
    FieldVersion shown = {};
    std::vector<FieldVersion> others = {};
};

//! A deletion that came with events of another desk, of something that is still here. It is never applied by itself.
struct ForeignDeletion {
    //! UUID of its event.
    QByteArray event = {};
    QString person = {};
    QDateTime at = {};
    //! What would go here.
    qint64 checks = 0;
    std::vector<ReceiptNumber> cases = {}; //!< Cases of which nothing would be left.
};

} // namespace linterna

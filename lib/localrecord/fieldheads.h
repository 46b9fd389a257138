// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/casetable.h"

namespace linterna {

//! An edit of a case that is not deleted.
struct EditSeen {
    qint64 event = 0; //!< Change number.
    QByteArray uuid = {};
    EditContent content;
    QString person = {};
    qint64 at = 0; //!< Milliseconds since 1970.
    //! It was put aside (`edits_aside`): not what the field says.
    bool aside = false;
};

//! The values of one field that no later edit replaces. More than one where desks wrote without sight of each other.
struct FieldHeads {
    EditSeen shown;
    std::vector<EditSeen> others = {};
};

//! All edits of a case that can be read, in the order of arrival.
[[nodiscard]] Result<std::vector<EditSeen>> editsOf(const Database &database, const EventTable &events,
                                                    const CaseEntry &ofCase);
//! What the edits leave of each field. `shown` is the value that `known` names, or the one that came of it; where
//! that is not known, the latest that was not put aside.
[[nodiscard]] std::map<CaseField, FieldHeads> headsOf(const std::vector<EditSeen> &edits, const FieldEvents &known);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"

#include <QDateTime>
#include <QVariant>

#include <optional>
#include <vector>

namespace linterna {

//! Why a check cannot be trusted, or not be shown: the first that was found.
enum class CheckDamage {
    OlderFile,    //!< It could not be read when a file of before there were events was brought up to date.
    CaseUnknown,  //!< The case that its row names is not there, or does not tell its receipt number.
    EventMissing, //!< Its row names an event that is not there.
    ContentGone,  //!< The content of its event is gone, and no event says that it was destroyed.
    NotOpened,    //!< The content of its event cannot be decrypted: another key, or changed bytes.
    LeafDiffers,  //!< The content of its event is not what the leaf vouches for.
    RowDiffers,   //!< Its row says something else than its event, or names one that is not its own.
    PartDiffers,  //!< Answer, a description, reply or requests are gone, or not what its event vouches for.
};

//! A row of the record's file as it stands there, sealed columns sealed.
struct StoredRow {
    QString table = {};
    //! Name and value: qint64, QString or QByteArray.
    std::vector<std::pair<QString, QVariant>> columns = {};
};

//! One check looked at closely (Record::inspect()).
struct CheckInspection {
    qint64 id = 0;
    //! Empty where nothing is wrong with it.
    std::optional<CheckDamage> damage = {};
    //! What its row says in clear; nothing vouches for that where the check is damaged. UTC; invalid where it is no time.
    QDateTime checkedAt = {};
    //! The receipt number under which its row stands; empty where that cannot be read.
    std::optional<ReceiptNumber> receipt = {};
    //! All there is of it: its row, and those that it names.
    std::vector<StoredRow> rows = {};
    //! For CheckDamage::OlderFile: the columns of the row in the older file (lib/record/EVENTS.md, kind "damaged").
    QByteArray olderRow = {};
};

} // namespace linterna

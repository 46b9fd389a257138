// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace linterna {

//! A text in the two languages that USCIS gives. A language that was not given is empty, never the other one.
//! Untrusted: may hold anything, HTML included. Only lib/text/safehtml makes something showable of it.
struct BilingualText {
    QString en;
    QString es;
    bool operator==(const BilingualText &) const = default;
};

//! One entry of hist_case_status.
struct TimelineEntry {
    //! The date as sent ("2023-09-05"), empty when absent.
    QString dateText;
    //! The date, where dateText could be understood.
    std::optional<QDate> date;
    BilingualText text;
    bool operator==(const TimelineEntry &) const = default;
};

//! A field of a damaged reply in which something was mended.
struct MendedField {
    //! Key of the field as sent ("current_case_status_desc_en"); empty for the fields that were too many to name,
    //! counted together.
    QString name;
    //! Quotation marks that were escaped in it, in all fields of that name together.
    int quotes = 0;
    bool operator==(const MendedField &) const = default;
};

//! What USCIS said about one case (Torch Case Status API, SuccessResponse and IOE-Prefix-SuccessResponse). What is
//! missing in the reply stays missing here.
struct CaseStatus {
    ReceiptNumber receipt;
    //! "I-130"; also unusual ones ("I-140G", "OS155A"). Empty when absent.
    QString formType = {};
    //! Dates as sent, "MM-DD-YYYY HH:MM:SS" without a zone; empty for IOE receipts.
    QString submittedDate = {};
    QString modifiedDate = {};
    //! current_case_status_text_*: may hold entities.
    BilingualText title = {};
    //! current_case_status_desc_*: prose with anchors.
    BilingualText description = {};
    //! Newest first; entries without a date last; otherwise in the order sent.
    std::vector<TimelineEntry> history = {};
    //! The reply's own "message". Echoes the receipt number; not part of any comparison.
    QString message = {};
    //! The reply was damaged JSON and was mended before reading (unescaped quotes in an HTML tag).
    bool repaired = false;
    //! The fields that were mended, in the order of the reply. Empty where nothing was, and in records from before this
    //! was kept.
    std::vector<MendedField> mended = {};

    bool operator==(const CaseStatus &) const = default;
};

//! Reads "MM-DD-YYYY HH:MM:SS" (the API's submittedDate and modifiedDate). USCIS gives no time zone: what comes back is
//! the day and the hour as written, marked as UTC, because in a local zone some hours of spring do not exist.
[[nodiscard]] inline std::optional<QDateTime> parseTorchDateTime(const QString &text)
{
    constexpr qsizetype dateLength = 10;
    const QString sent = text.trimmed();
    const QDate date = QDate::fromString(sent.left(dateLength), QStringLiteral("MM-dd-yyyy"));
    const QTime time = QTime::fromString(sent.mid(dateLength), QStringLiteral(" HH:mm:ss"));
    return date.isValid() && time.isValid() ? std::optional(QDateTime(date, time, Qt::UTC)) : std::nullopt;
}

} // namespace linterna

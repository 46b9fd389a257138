// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"
#include "lib/base/writetarget.h"
#include "lib/domain/receiptnumber.h"
#include "lib/recordkeeping/recordstate.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace linterna {

//! What a person reads for an Error, in the language shown. No other place words errors.
struct ErrorText {
    QString title;    //!< A few words.
    QString happened; //!< One or two sentences.
    QString meaning;  //!< What the error says about the case, and what it does not say.
    QString todo;     //!< What to do next.
};

//! Texts of an error of a check. `previousAt`: when the last good answer for the same receipt number was given; empty
//! where there is none.
[[nodiscard]] ErrorText errorText(const Error &error, const QDateTime &now,
                                  const std::optional<QDateTime> &previousAt = std::nullopt);
//! An error that concerns no case, in one line: what happened and what to do. For what goes wrong on this computer, where
//! no service names a time.
[[nodiscard]] QString errorLine(const Error &error);

//! Which check of a server's certificate failed, in one sentence with the date or the names that matter; empty for
//! TlsProblem::Kind::Other. Names are the certificate's own words, shown between quotation marks.
[[nodiscard]] QString tlsProblemText(const TlsProblem &problem);

//! What is missing or wrong in a text that is to be a receipt number, in one line.
[[nodiscard]] QString receiptProblemText(const ReceiptNumber::Refusal &refusal);

//! Says that the extension of a file's name belongs to another format than `format`, and which one would be right.
[[nodiscard]] QString otherFormatText(const QString &path, FileFormat format);

//! What the person must know about the state of the record; empty when all is as it should be.
[[nodiscard]] QString recordStateText(const RecordState &state);
//! Why the record could not be opened, or its protection not be changed, as an answer to what the person has just
//! tried.
[[nodiscard]] QString recordProblemText(const Error &error);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/canonicalcbor.h"
#include "lib/record/caserecord.h"

namespace linterna {

//! A field of a case that the office writes.
enum class CaseField : unsigned char { Client, FileNumber, Note, Tags, OnHold, Owner, NextStep, DueDate };
inline constexpr CaseField AllCaseFields[] = {CaseField::Client,   CaseField::FileNumber, CaseField::Note,
                                              CaseField::Tags,     CaseField::OnHold,     CaseField::Owner,
                                              CaseField::NextStep, CaseField::DueDate};
//! "client", "file_number", …
[[nodiscard]] QLatin1StringView caseFieldName(CaseField field);
[[nodiscard]] std::optional<CaseField> caseFieldFromName(QByteArrayView name);
//! Sets one field to what it is in `from`.
void copyField(CaseField field, const CaseDetails &from, CaseDetails &to);
[[nodiscard]] bool isSameField(CaseField field, const CaseDetails &one, const CaseDetails &other);
//! The value of a field in deterministic CBOR, and what it says. False where the bytes are no value of that field; what
//! is too long for the field is none either.
[[nodiscard]] QByteArray encodeField(CaseField field, const CaseDetails &details);
[[nodiscard]] bool decodeField(CaseField field, const CanonicalValue &value, CaseDetails &details);

//! What of the details is longer than it may be, for Error::detail; empty where nothing is.
[[nodiscard]] std::optional<QString> longProblem(const CaseDetails &details);

} // namespace linterna

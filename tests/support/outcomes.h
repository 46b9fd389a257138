// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/checkoutcome.h"

namespace linterna::test {

inline ReceiptNumber receiptOf(QStringView text = u"EAC9999103402")
{
    return *ReceiptNumber::fromText(text);
}

//! An answer with all fields set.
inline CaseStatus caseStatus(const ReceiptNumber &receipt = receiptOf())
{
    using namespace Qt::Literals::StringLiterals;
    return CaseStatus{
        .receipt = receipt,
        .formType = u"I-130"_s,
        .submittedDate = u"09-05-2023 14:28:46"_s,
        .modifiedDate = u"09-06-2023 08:00:00"_s,
        .title = {u"Case Approval Was Affirmed"_s, u"Aprobación De Caso Reafirmada"_s},
        .description = {u"On September 5, 2023, we affirmed it. Go to <a href=\"https://www.uscis.gov/addresschange\" "
                        "target=\"_blank\">www.uscis.gov/addresschange</a>."_s,
                        u"El 05 de Septiembre de 2023 la reafirmamos."_s},
        .history = {{u"2023-09-05"_s,
                     QDate(2023, 9, 5),
                     {u"We approved your Form I-130."_s, u"Aprobamos su Formulario I-130."_s}},
                    {u"2023-08-01"_s, QDate(2023, 8, 1), {u"We received it."_s, u"Lo recibimos."_s}}},
        .message = u"Query was successful for payload {'receipt_number': 'EAC9999103402'}"_s,
        .repaired = false};
}

inline QDateTime someTime()
{
    return QDateTime(QDate(2026, 11, 22), QTime(10, 42, 0, 123), Qt::UTC);
}

inline CheckOutcome goodOutcome(const CaseStatus &status = caseStatus())
{
    return CheckOutcome{.receipt = status.receipt,
                        .connection = QStringLiteral("USCIS sandbox"),
                        .askedBy = AskedBy::Person,
                        .checkedAt = someTime(),
                        .result = status,
                        .httpStatus = 200,
                        .rawReply =
                            "{\"case_status\":{\"receiptNumber\":\"" + status.receipt.toString().toLatin1() + "\"}}"};
}

inline CheckOutcome badOutcome(const Error &error, const ReceiptNumber &receipt = receiptOf())
{
    return CheckOutcome{.receipt = receipt,
                        .connection = QStringLiteral("USCIS sandbox"),
                        .askedBy = AskedBy::Batch,
                        .checkedAt = someTime(),
                        .result = error,
                        .httpStatus = error.httpStatus,
                        .rawReply = "<html>busy</html>"};
}

//! Everything that an outcome keeps of its requests and replies, a header field as "Name: value".
inline QByteArray keptBytes(const CheckOutcome &outcome)
{
    QByteArray all = outcome.rawReply + '\n';
    for (const HttpTranscript &each : outcome.transcripts) {
        all += each.url.toEncoded() + '\n' + each.requestBody + '\n' + each.replyBody + '\n';
        for (const NamedValues &headers : {each.requestHeaders, each.replyHeaders}) {
            for (const auto &[name, value] : headers)
                all += name + ": " + value + '\n';
        }
    }
    if (!outcome.result.ok())
        all += outcome.result.error().serverMessage.toUtf8() + '\n' + outcome.result.error().detail.toUtf8();
    return all;
}

} // namespace linterna::test

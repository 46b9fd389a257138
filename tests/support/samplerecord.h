// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recorddatabase.h"
#include "tests/support/chance.h"
#include "tests/support/outcomes.h"
#include "tests/support/testrecord.h"

//! A record with samples of all that a record can hold.
namespace linterna::test {

inline Secret sampleKey()
{
    return Secret::copyOf("0123456789abcdef0123456789abcdef");
}

inline ReceiptNumber sampleReceipt(int number)
{
    return receiptOf(QStringLiteral("EAC99991%1").arg(number, 5, 10, QChar(u'0')));
}

//! Check `number` of eight cases in turn, whose answers change now and then; every fifth check got no answer, every
//! fourth a long reply.
inline CheckOutcome sampleCheck(int number)
{
    CaseStatus status = caseStatus(sampleReceipt(number % 8));
    if (number % 5 == 4)
        return badOutcome(
            {.code = ErrorCode::Server, .httpStatus = 503, .serverMessage = QStringLiteral("busy %1").arg(number)},
            status.receipt);
    status.title.en = number % 3 == 0 ? QStringLiteral("Case Was Received") : QStringLiteral("Case Was Approved");
    CheckOutcome outcome = goodOutcome(status);
    Chance chance(static_cast<unsigned>(number));
    outcome.rawReply = QByteArray(number % 4 == 0 ? 9000 : 100, '\0');
    for (char &byte : outcome.rawReply)
        byte = static_cast<char>(chance.below(256));
    outcome.checkedAt = someTime().addDays(number);
    outcome.transcripts = {{.method = "GET", .status = 200, .replyBody = outcome.rawReply}};
    return outcome;
}

//! Makes a record of 24 sample checks, with an office's details of two cases and two saved filters, in `file`.
[[nodiscard]] inline std::optional<Error> makeSampleRecord(const QString &file)
{
    RecordDatabase record;
    if (const auto opened = record.open({file, sampleKey(), RecordRole::Owner}, someAuthor()); !opened)
        return opened.error();
    for (int number = 0; number < 24; ++number) {
        if (const auto stored = record.record(sampleCheck(number), someAuthor()); !stored)
            return stored.error();
    }
    const CaseDetails garcia{
        .client = QStringLiteral("García"), .note = QStringLiteral("a note"), .tags = {QStringLiteral("urgent")}};
    const CaseDetails lopez{.client = QStringLiteral("López")};
    const auto first = record.editCase(sampleReceipt(1), garcia, someAuthor());
    const auto second = record.editCase(sampleReceipt(2), lopez, someAuthor());
    const auto filters = record.saveFilters(
        {{QStringLiteral("mine"), {.text = garcia.client}}, {QStringLiteral("failed"), {.failed = true}}},
        someAuthor());
    return first && second && filters ? std::nullopt : std::optional(Error{.code = ErrorCode::Storage});
}

} // namespace linterna::test

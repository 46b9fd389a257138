// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/wrappedkey.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordtransfer.h"
#include "tests/support/samplerecord.h"
#include "tests/support/testrecord.h"

#include <QFile>

//! A record in which every text names its receipt number, and a check that nothing is shown under another receipt number
//! after its file was damaged (tests/support/damagemaker.h).
namespace linterna::test {

inline constexpr int damagedChecks = 20;
inline constexpr int damagedCases = 4;

//! Check `number` of a case; every fifth got no answer. All its texts name its receipt number.
inline CheckOutcome checkThatSaysWhose(int number, const ReceiptNumber &receipt)
{
    using namespace Qt::Literals::StringLiterals;
    const QString name = receipt.toString();
    CheckOutcome outcome = goodOutcome(caseStatus(receipt));
    if (number % 5 == 4) {
        outcome =
            badOutcome({.code = ErrorCode::Server, .httpStatus = 503, .serverMessage = u"busy "_s + name}, receipt);
    } else {
        const QString word = number % 3 == 0 ? u"Received"_s : u"Approved"_s;
        outcome.result->title = {u"%1 Was %2"_s.arg(name, word), u"%1 fue %2"_s.arg(name, word)};
        outcome.result->description = {u"We have %1 at hand, no. %2."_s.arg(name).arg(number / 8),
                                       u"Tenemos %1."_s.arg(name)};
        for (TimelineEntry &entry : outcome.result->history)
            entry.text = {u"%1 came in."_s.arg(name), u"%1 entró."_s.arg(name)};
        outcome.result->message = u"found "_s + name;
        outcome.transcripts = {{.method = "GET", .status = 200, .replyBody = outcome.rawReply}};
    }
    outcome.checkedAt = someTime().addDays(number);
    return outcome;
}

//! Check `number` of twenty checks of four cases.
inline CheckOutcome checkThatSaysWhose(int number)
{
    return checkThatSaysWhose(number, sampleReceipt(number % damagedCases));
}

[[nodiscard]] inline std::optional<Error> makeRecordThatSaysWhose(const QString &file)
{
    RecordDatabase record;
    if (const auto opened = record.open({file, sampleKey()}, someAuthor()); !opened)
        return opened.error();
    for (int number = 0; number < damagedChecks; ++number) {
        if (const auto stored = record.record(checkThatSaysWhose(number), someAuthor()); !stored)
            return stored.error();
    }
    for (int number = 0; number < damagedCases; ++number) {
        const ReceiptNumber receipt = sampleReceipt(number);
        const CaseDetails details{.client = QStringLiteral("Client of ") + receipt.toString(), .onHold = number == 1};
        if (const auto edited = record.editCase(receipt, details, someAuthor()); !edited)
            return edited.error();
    }
    const auto filters =
        record.saveFilters({{QStringLiteral("one"), {}}, {QStringLiteral("two"), {.failed = true}}}, someAuthor());
    return filters ? std::nullopt : std::optional(filters.error());
}

//! The key of a computer on which makeRecordOfEverything() is used.
inline Secret keptKey()
{
    return Secret::copyOf("fedcba9876543210fedcba9876543210");
}

//! Adds what only an upgrade and a restored backup make: a check of an older file that could not be read, and a carried
//! key.
[[nodiscard]] inline std::optional<Error> addRarities(const QString &file)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database.error();
    if (auto error = (*database)->prepareForWriting())
        return error;
    RecordTables tables(*database, sampleKey(), file);
    RecordTransaction transaction(tables);
    const auto event =
        tables.events.append(eventkind::damaged, DamagedContent{someTime().toMSecsSinceEpoch(), "raw"}, someAuthor());
    const auto ofCase = tables.cases.find(sampleReceipt(0));
    if (!event || !ofCase || !*ofCase)
        return Error{.code = ErrorCode::Storage};
    const auto row = tables.checks.insertRow({.event = event->id,
                                              .checkedAt = someTime().toMSecsSinceEpoch(),
                                              .caseId = (*ofCase)->id,
                                              .words = {QStringLiteral("USCIS sandbox"), QStringLiteral("person"),
                                                        QStringLiteral("ok"), QStringLiteral("first"), QString()}});
    if (!row)
        return row.error();
    if (auto error = carryKey(**database, sampleKey(), keptKey()))
        return error;
    return transaction.commit();
}

//! Adds what only files of other desks make: a value beside another one, and an event in the chains of two desks.
//! `earlier`: a copy of the record from before the case was edited here.
[[nodiscard]] inline std::optional<Error> addOthers(RecordDatabase &record, const QString &earlier)
{
    RecordDatabase other;
    const CaseDetails details{.client = QStringLiteral("Third client of ") + sampleReceipt(0).toString()};
    if (!other.open({earlier, sampleKey(), RecordRole::Owner}, someAuthor())
        || !other.editCase(sampleReceipt(0), details, someAuthor()) || !takeIn(record, itemsOf(other)))
        return Error{.code = ErrorCode::Storage};
    RecordDatabase third;
    if (!third.open({earlier + QStringLiteral(".third"), sampleKey(), RecordRole::Owner}, someAuthor())
        || !third.record(checkThatSaysWhose(2, sampleReceipt(2)), someAuthor())
        || !takeIn(record, itemsOf(third, {.ids = {1}})) || !takeIn(record, itemsOf(third)))
        return Error{.code = ErrorCode::Storage};
    return {};
}

//! A record with rows in every table, and with events of every kind: beside the twenty checks a case that was deleted for
//! good, one whose deletion was undone, one whose deletion can be undone, an edit that replaced another, a second desk,
//! and what addOthers() and addRarities() add. Opened with keptKey().
[[nodiscard]] inline std::optional<Error> makeRecordOfEverything(const QString &file)
{
    const QString first = file + QStringLiteral(".first");
    const ReceiptNumber purged = sampleReceipt(4);
    const ReceiptNumber deleted = sampleReceipt(5);
    if (auto error = makeRecordThatSaysWhose(first))
        return error;
    {
        RecordDatabase record;
        if (!record.open({first, sampleKey(), RecordRole::Owner}, someAuthor())
            || !record.record(checkThatSaysWhose(0, purged), someAuthor())
            || !record.deleteCases({purged}, {}, someAuthor()) || !record.purgeDeleted(someAuthor()))
            return Error{.code = ErrorCode::Storage};
    }
    const QString earlier = file + QStringLiteral(".earlier");
    if (!QFile::copy(first, earlier) || !QFile::rename(first, file)) // another file: another desk begins
        return Error{.code = ErrorCode::Storage};
    {
        RecordDatabase record;
        const CaseDetails details{.client = QStringLiteral("Other client of ") + sampleReceipt(0).toString()};
        if (!record.open({file, sampleKey(), RecordRole::Owner}, someAuthor())
            || !record.record(checkThatSaysWhose(1, deleted), someAuthor())
            || !record.record(checkThatSaysWhose(4, deleted), someAuthor())
            || !record.editCase(sampleReceipt(0), details, someAuthor()))
            return Error{.code = ErrorCode::Storage};
        if (auto error = addOthers(record, earlier))
            return error;
        const auto undone = record.deleteCases({sampleReceipt(3)}, {}, someAuthor());
        if (!undone || !record.undoDeletion(undone->number, {}, someAuthor())
            || !record.deleteCases({deleted}, {}, someAuthor()))
            return Error{.code = ErrorCode::Storage};
    }
    return addRarities(file);
}

//! Examines what is shown, and notes the first text that does not name the receipt number under which it is shown.
class WhoseIsIt
{
public:
    void see(const CheckRow &row)
    {
        compare(row.receipt, "the list of checks", {row.title.en, row.title.es, row.details.client});
    }
    void see(const CaseRow &row)
    {
        compare(row.receipt, "the list of cases", {row.title.en, row.title.es, row.details.client});
    }
    void see(const CheckOutcome &outcome)
    {
        QStringList texts;
        if (outcome.result.ok()) {
            const CaseStatus &status = *outcome.result;
            texts << status.receipt.toString() << status.title.en << status.description.en << status.description.es
                  << status.message << QString::fromLatin1(outcome.rawReply);
            for (const TimelineEntry &entry : status.history)
                texts << entry.text.en << entry.text.es;
            for (const HttpTranscript &transcript : outcome.transcripts)
                texts << QString::fromLatin1(transcript.replyBody);
        } else if (outcome.id != 0) {
            texts << outcome.result.error().serverMessage;
        }
        if (outcome.previous)
            texts << outcome.previous->receipt.toString() << outcome.previous->title.en
                  << outcome.previous->description.en;
        compare(outcome.receipt, "a whole check", texts);
    }
    //! Examines a result of a query by receipt number, which must be about `asked`.
    template<class T>
    void see(const ReceiptNumber &asked, const T &came)
    {
        if (std::optional<ReceiptNumber>(came.receipt) != asked)
            note("another case than the one that was asked for");
        see(came);
    }
    [[nodiscard]] const QByteArray &problem() const { return m_problem; }
    void note(const QByteArray &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }

private:
    void compare(const std::optional<ReceiptNumber> &receipt, const char *where, const QStringList &texts)
    {
        for (const QString &text : texts) {
            if (!text.isEmpty() && (!receipt || !text.contains(receipt->toString())))
                note(where + QByteArray(": \"") + text.toUtf8() + "\" under "
                     + (receipt ? receipt->toString().toLatin1() : QByteArray("nothing")));
        }
    }
    QByteArray m_problem;
};

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recorddatabase.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/outcomes.h"

//! A record's contents as text, to compare two records or two calls of one.
namespace linterna::test {

using Said = Result<QByteArray>;

inline QByteArray wordsOf(const std::optional<ReceiptNumber> &receipt)
{
    return receipt ? receipt->toString().toLatin1() : QByteArray("?");
}

inline QByteArray wordsOf(const std::optional<QDateTime> &moment)
{
    return moment ? moment->toString(Qt::ISODate).toLatin1() : QByteArray("never");
}

inline QByteArray wordsOf(const CaseDetails &details)
{
    return details.client.toUtf8() + '/' + details.note.toUtf8() + '/' + details.tags.join(u'+').toUtf8();
}

inline QByteArray wordsOf(const CheckRow &row)
{
    return QByteArray::number(row.id) + ' ' + wordsOf(row.receipt) + ' '
        + (row.error ? errorCodeName(*row.error).toLatin1() : row.title.en.toUtf8()) + ' ' + row.connection.toUtf8()
        + ' ' + QByteArray::number(int(row.change)) + ' ' + wordsOf(row.details)
        + (row.unreadable ? " unreadable\n" : "\n");
}

inline QByteArray wordsOf(const CaseRow &row)
{
    return QByteArray::number(row.id) + ' ' + wordsOf(row.receipt) + ' ' + row.title.en.toUtf8() + ' '
        + QByteArray::number(row.lastCheck) + ' ' + wordsOf(row.confirmedAt) + ' ' + wordsOf(row.changedAt) + ' '
        + wordsOf(row.details) + (row.unreadable ? " unreadable\n" : "\n");
}

inline QByteArray wordsOf(const CheckOutcome &outcome)
{
    return wordsOf(outcome.receipt) + ' '
        + (outcome.result.ok() ? outcome.result->title.en.toUtf8()
                               : errorCodeName(outcome.result.error().code).toLatin1())
        + ' ' + QByteArray::number(int(outcome.change)) + ' ' + QByteArray::number(qHash(outcome.rawReply)) + ' '
        + QByteArray::number(outcome.transcripts.size())
        + ", before: " + (outcome.previous ? outcome.previous->title.en.toUtf8() : QByteArray("nothing")) + '\n';
}

inline QByteArray wordsOf(const Deletion &removed)
{
    return QByteArray::number(removed.checks) + " checks, " + QByteArray::number(removed.cases) + " cases";
}

inline QByteArray wordsOf(const std::vector<SavedFilter> &filters)
{
    QByteArray words;
    for (const SavedFilter &filter : filters)
        words += filter.name.toUtf8() + ": " + filter.filter.text.toUtf8() + '\n';
    return words;
}

inline QByteArray wordsOf(const std::vector<ReceiptNumber> &receipts)
{
    QByteArray words;
    for (const ReceiptNumber &receipt : receipts)
        words += wordsOf(receipt) + '\n';
    return words;
}

inline QByteArray wordsOf(qint64 number)
{
    return QByteArray::number(number);
}

inline QByteArray wordsOf(const QString &text)
{
    return text.toUtf8();
}

inline QByteArray wordsOf(const Nothing &)
{
    return "done";
}

inline QByteArray wordsOf(const ImportReport &report)
{
    QByteArray words;
    for (const qint64 number : {report.checks, report.events, report.known, report.takenOver, report.differing,
                                report.conflicts, report.deletions})
        words += QByteArray::number(number) + ' ';
    return words;
}

inline QByteArray wordsOf(const std::vector<FieldConflict> &conflicts)
{
    QByteArray words;
    for (const FieldConflict &each : conflicts)
        words += wordsOf(std::optional(each.receipt)) + ' ' + wordsOf(each.shown.value) + '\n';
    return words;
}

inline QByteArray wordsOf(const std::vector<ForeignDeletion> &deletions)
{
    QByteArray words;
    for (const ForeignDeletion &each : deletions)
        words += each.person.toUtf8() + ' ' + QByteArray::number(each.checks) + '\n';
    return words;
}

template<class Row>
QByteArray wordsOf(const ListPage<Row> &page)
{
    QByteArray words = QByteArray::number(page.total) + '\n';
    for (const Row &row : page.rows)
        words += wordsOf(row);
    return words;
}

template<class T>
Said said(const Result<T> &result)
{
    return result ? Said(wordsOf(*result)) : Said(result.error());
}

//! UUIDs of all events, as a complete export has them.
inline Said everyEvent(const RecordDatabase &record)
{
    QByteArray words;
    auto place = record.beginOfEvents();
    if (!place)
        return place.error();
    for (;;) {
        const auto some = record.eventsAfter(*place);
        if (!some)
            return some.error();
        if (some->empty())
            return words;
        for (const RecordEvent &event : *some)
            words += event.head.uuid.toHex() + (event.hasContent() ? '+' : '-');
    }
}

//! Reads in all data that lists are made from.
inline std::optional<Error> readIn(RecordDatabase &record)
{
    for (;;) {
        const auto complete = record.readMore();
        if (!complete || *complete)
            return complete ? std::nullopt : std::optional(complete.error());
    }
}

//! All checks in full as text, oldest first.
inline Said everyCheck(RecordDatabase &record)
{
    if (auto error = readIn(record))
        return *error;
    CollectingVisitor visitor;
    if (auto error = record.show(record.idsWithin({}, someTime()), visitor, false))
        return *error;
    QByteArray words;
    for (std::size_t i = 0; i < visitor.rows.size(); ++i)
        words += wordsOf(visitor.rows[i])
            + (visitor.outcomes[i] ? wordsOf(*visitor.outcomes[i]) : QByteArray("unreadable\n"));
    return words;
}

inline Said everyCase(RecordDatabase &record, const ListQuery &query = {.criteria = {.sort = ListSort::Receipt}})
{
    if (auto error = readIn(record))
        return *error;
    return said(record.cases(query, someTime()));
}

//! The whole content of the record as text.
inline QByteArray contentOf(RecordDatabase &record)
{
    QByteArray all;
    for (const Said &part : {everyCheck(record), everyCase(record), said(record.savedFilters())})
        all += part ? *part : "cannot be read: " + part.error().detail.toUtf8() + '\n';
    return all;
}

//! Result of SQLite's integrity check of a file: "ok" where it is sound.
inline QByteArray integrityOf(const QString &file)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database.error().detail.toUtf8();
    Rows rows = (*database)->query(QStringLiteral("PRAGMA integrity_check"));
    return rows.next() ? rows.text(0).toUtf8() : rows.error()->detail.toUtf8();
}

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that changes what stands there: details of cases, deletions, saved filters, an import.
#include "lib/localrecord/deletionnumbers.h"
#include "lib/localrecord/filtercodec.h"
#include "lib/localrecord/olderrecord.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/record/deletionrules.h"
#include "lib/sqlite/transaction.h"
#include "lib/text/searchtext.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Error> tooLong(const CaseDetails &details)
{
    const auto invalid = [](const QString &what) { return Error{.code = ErrorCode::Invalid, .detail = what}; };
    if (details.client.size() > CaseDetails::LongestClient)
        return invalid(u"the client's name is longer than %1 characters"_s.arg(CaseDetails::LongestClient));
    if (details.note.size() > CaseDetails::LongestNote)
        return invalid(u"the note is longer than %1 characters"_s.arg(CaseDetails::LongestNote));
    if (details.tags.size() > CaseDetails::MostTags)
        return invalid(u"more than %1 tags"_s.arg(CaseDetails::MostTags));
    for (const QString &tag : details.tags) {
        if (tag.isEmpty() || tag.size() > CaseDetails::LongestTag)
            return invalid(u"a tag has 1 to %1 characters"_s.arg(CaseDetails::LongestTag));
    }
    return {};
}

} // namespace

Result<CaseDetails> RecordDatabase::editCase(const ReceiptNumber &receipt, const CaseDetails &details)
{
    if (auto error = tooLong(details))
        return *error;
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    const auto kept = m_record->tables.cases.findOrAdd(receipt);
    std::optional<Error> error = kept ? std::nullopt : std::optional(kept.error());
    if (!error) {
        CaseEntry changed = *kept;
        changed.details = details;
        error = m_record->tables.cases.writeDetails(changed);
    }
    if (!error)
        error = transaction.commit();
    if (error) {
        m_record->tables.forget();
        return *error;
    }
    m_journal.noteCase(receipt);
    if (m_record->inMemory->reader.updateCase(kept->id))
        m_record->startAnew();
    return kept->details;
}

template<class T>
Result<T> RecordDatabase::change(const std::function<Result<T>(RecordTables &tables)> &work)
{
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    Result<T> result = work(m_record->tables);
    if (result) {
        if (auto error = transaction.commit())
            result = *error;
    }
    m_record->startAnew();
    m_journal.noteEverything();
    return result;
}

namespace {

//! Ids of the cases with these receipt numbers; receipt numbers without a case are passed over.
Result<std::vector<qint64>> idsOfCases(const RecordTables &tables, const std::vector<ReceiptNumber> &receipts)
{
    std::vector<qint64> ids;
    for (const ReceiptNumber &receipt : receipts) {
        const auto kept = tables.cases.find(receipt);
        if (!kept)
            return kept.error();
        if (*kept)
            ids.push_back((*kept)->id);
    }
    return ids;
}

} // namespace

std::optional<Error> RecordDatabase::changeFilters(
    const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change)
{
    auto filters = savedFilters();
    return filters ? writeFilters(change(*std::move(filters))) : std::optional(filters.error());
}

Result<Deletion> RecordDatabase::deleteCases(const std::vector<ReceiptNumber> &receipts,
                                             const std::vector<SavedFilter> &filters)
{
    return change<Deletion>([&](RecordTables &tables) -> Result<Deletion> {
        const auto ids = idsOfCases(tables, receipts);
        if (!ids)
            return ids.error();
        auto removed = softdeletion::hideCases(tables, *ids);
        if (!removed || filters.empty())
            return removed;
        const auto error = changeFilters([&](std::vector<SavedFilter> all) {
            std::erase_if(all,
                          [&](const SavedFilter &each) { return std::ranges::find(filters, each) != filters.end(); });
            return all;
        });
        return error ? Result<Deletion>(*error) : removed;
    });
}

Result<Deletion> RecordDatabase::countCases(const std::vector<ReceiptNumber> &receipts) const
{
    const auto ids = idsOfCases(m_record->tables, receipts);
    if (!ids)
        return ids.error();
    Deletion count{.cases = qint64(ids->size())};
    for (const qint64 id : *ids) {
        Rows rows = database().query(u"SELECT count(*) FROM checks WHERE case_id = ? AND removal = 0"_s, {id});
        count.checks += rows.next() ? rows.integer(0) : 0;
        if (rows.error())
            return *rows.error();
    }
    return count;
}

Result<Deletion> RecordDatabase::deleteChecksBefore(const QDateTime &moment)
{
    const auto any = softdeletion::isAnyBefore(database(), moment.toMSecsSinceEpoch());
    if (!any || !*any) // as on most days: what is in memory stays
        return any ? Result<Deletion>(Deletion{}) : any.error();
    return change<Deletion>(
        [&](RecordTables &tables) { return softdeletion::hideChecksBefore(tables, moment.toMSecsSinceEpoch()); });
}

Result<OldChecks> RecordDatabase::findOldChecks(const QDateTime &moment) const
{
    return softdeletion::findOldChecks(database(), moment.toMSecsSinceEpoch());
}

Result<Deletion> RecordDatabase::countChecksBefore(const QDateTime &moment)
{
    // Deletes, counts and rolls back, so that the count cannot differ from what a deletion does.
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    auto removed = softdeletion::hideChecksBefore(m_record->tables, moment.toMSecsSinceEpoch());
    m_record->tables.forget();
    if (removed)
        removed->number = 0;
    return removed;
}

Result<Nothing> RecordDatabase::undoDeletion(qint64 number, const std::vector<SavedFilter> &filters)
{
    return change<Nothing>([&](RecordTables &tables) -> Result<Nothing> {
        auto error = softdeletion::undoDeletion(tables, number);
        if (!error && !filters.empty())
            error = changeFilters([&](const std::vector<SavedFilter> &now) { return together(filters, now); });
        return error ? Result<Nothing>(*error) : Nothing{};
    });
}

Result<qint64> RecordDatabase::purgeDeleted()
{
    if (auto refused = DeletionRules::refusal(m_location.file, m_location.role))
        return *refused;
    const auto any = softdeletion::isAny(database());
    if (!any)
        return any.error();
    auto purged =
        *any ? change<qint64>([](RecordTables &tables) { return softdeletion::purge(tables); }) : Result<qint64>(0);
    if (!purged)
        return purged;
    if (*any || m_record->toBeShrunk) {
        m_record->toBeShrunk = true;
        if (auto error = softdeletion::shrink(database()))
            return *error;
        m_record->toBeShrunk = false;
    }
    return purged;
}

std::optional<Error> RecordDatabase::showWhatNobodyDeleted()
{
    const auto any = softdeletion::isAnyUnvouched(m_record->tables);
    if (!any || !*any)
        return any ? std::nullopt : std::optional(any.error());
    const auto shown = change<Nothing>([](RecordTables &tables) -> Result<Nothing> {
        const auto error = softdeletion::showWhatNobodyDeleted(tables);
        return error ? Result<Nothing>(*error) : Nothing{};
    });
    return shown ? std::nullopt : std::optional(shown.error());
}

Result<std::vector<ReceiptNumber>> RecordDatabase::casesOfClient(const QString &client) const
{
    std::vector<ReceiptNumber> receipts;
    const QByteArray wanted = searchable(client);
    Rows rows = database().query(u"SELECT %1 FROM cases WHERE removal = 0 ORDER BY id"_s.arg(CaseTable::columns()));
    while (rows.next()) {
        const CaseEntry kept = m_record->tables.cases.read(rows, 0);
        if (kept.receipt && !wanted.isEmpty() && searchable(kept.details.client) == wanted)
            receipts.push_back(*kept.receipt);
    }
    if (rows.error())
        return *rows.error();
    return receipts;
}

Result<std::vector<SavedFilter>> RecordDatabase::savedFilters() const
{
    std::vector<SavedFilter> filters;
    Rows rows = database().query(u"SELECT uid, sealed FROM filters ORDER BY id"_s);
    while (rows.next()) {
        const auto plain = m_record->tables.cipher.open(rows.bytes(1), filterColumn, rows.bytes(0));
        if (auto filter = plain ? decodeFilter(*plain) : std::nullopt)
            filters.push_back(*std::move(filter));
    }
    if (rows.error())
        return *rows.error();
    return filters;
}

//! Filters that cannot be read stay.
std::optional<Error> RecordDatabase::deleteReadableFilters()
{
    std::vector<qint64> ids;
    {
        Rows rows = database().query(u"SELECT id, uid, sealed FROM filters"_s);
        while (rows.next()) {
            if (m_record->tables.cipher.open(rows.bytes(2), filterColumn, rows.bytes(1)))
                ids.push_back(rows.integer(0));
        }
        if (rows.error())
            return rows.error();
    }
    for (const qint64 id : ids) {
        if (auto error = database().execute(u"DELETE FROM filters WHERE id = ?"_s, {id}))
            return error;
    }
    return {};
}

std::optional<Error> RecordDatabase::writeFilters(const std::vector<SavedFilter> &filters)
{
    const auto key = m_record->tables.words.number(m_record->tables.cipher.keyId());
    auto error = key ? deleteReadableFilters() : std::optional(key.error());
    for (const SavedFilter &filter : filters) {
        const QByteArray uid = FieldCipher::makeRowUid();
        if (!error)
            error =
                database().execute(u"INSERT INTO filters (uid, key, sealed) VALUES (?, ?, ?)"_s,
                                   {uid, *key, m_record->tables.cipher.seal(encodeFilter(filter), filterColumn, uid)});
    }
    return error;
}

Result<Nothing> RecordDatabase::saveFilters(const std::vector<SavedFilter> &filters)
{
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    auto error = writeFilters(filters);
    if (!error)
        error = transaction.commit();
    if (error) {
        m_record->tables.forget();
        return *error;
    }
    m_journal.noteFilters();
    return Nothing{};
}

Result<OfficeNotes> RecordDatabase::officeNotes() const
{
    OfficeNotes notes;
    Rows rows = database().query(u"SELECT %1 FROM cases WHERE removal = 0 ORDER BY id"_s.arg(CaseTable::columns()));
    while (rows.next()) {
        CaseEntry kept = m_record->tables.cases.read(rows, 0, CaseTable::Opening::Once);
        if (kept.receipt && kept.details != CaseDetails{})
            notes.cases.push_back({*kept.receipt, std::move(kept.details)});
    }
    if (rows.error())
        return *rows.error();
    auto filters = savedFilters();
    if (!filters)
        return filters.error();
    notes.filters = *std::move(filters);
    return notes;
}

Result<Nothing> RecordDatabase::addOfficeNotes(const OfficeNotes &notes)
{
    return change<Nothing>([&](RecordTables &tables) -> Result<Nothing> {
        for (const auto &[receipt, details] : notes.cases) {
            const auto kept = tables.cases.findOrAdd(receipt);
            if (!kept)
                return kept.error();
            CaseEntry changed = *kept;
            changed.details = together(kept->details, details);
            if (changed.details == kept->details)
                continue;
            if (auto error = tables.cases.writeDetails(changed))
                return *error;
        }
        const auto error =
            changeFilters([&](std::vector<SavedFilter> mine) { return together(std::move(mine), notes.filters); });
        return error ? Result<Nothing>(*error) : Nothing{};
    });
}

Result<qint64> RecordDatabase::importAll(CheckSource &source, const std::atomic_bool &stop)
{
    Transaction transaction(database());
    if (transaction.error())
        return *transaction.error();
    // Deleted checks, which could still be taken back, do not hinder an import.
    Rows any = database().query(u"SELECT 1 FROM checks WHERE removal = 0 LIMIT 1"_s);
    const bool holdsChecks = any.next();
    std::optional<Error> error = any.error();
    if (!error && holdsChecks)
        error = Error{.code = ErrorCode::Invalid, .detail = u"the record is not empty"_s};
    qint64 count = 0;
    while (!error) {
        auto next = stop ? Result<std::optional<ImportedCheck>>(Error{.code = ErrorCode::Cancelled}) : source.next();
        if (!next || !*next) {
            error = next ? transaction.commit() : next.error();
            break;
        }
        error = takeIn(**next);
        ++count;
    }
    m_record->startAnew();
    m_journal.noteEverything();
    if (error)
        return *error;
    return count;
}

std::optional<Error> RecordDatabase::takeIn(const ImportedCheck &imported)
{
    CheckOutcome outcome = imported.outcome;
    outcome.id = 0;
    if (auto error = tooLong(imported.details))
        return error;
    if (auto error = writeCheck(outcome))
        return error;
    auto kept = m_record->tables.cases.find(outcome.receipt);
    if (!kept || !*kept || (*kept)->details == imported.details)
        return kept ? std::nullopt : std::optional(kept.error());
    CaseEntry changed = **kept;
    changed.details = imported.details;
    return m_record->tables.cases.writeDetails(changed);
}

} // namespace linterna

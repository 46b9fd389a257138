// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that changes what stands there: details of cases, deletions, saved filters, an import.
#include "lib/localrecord/fieldheads.h"
#include "lib/localrecord/filterevents.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/record/deletionrules.h"
#include "lib/sqlite/transaction.h"
#include "lib/text/searchtext.h"

#include <algorithm>
#include <set>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<Error> tooLong(const CaseDetails &details)
{
    const auto problem = longProblem(details);
    return problem ? std::optional(Error{.code = ErrorCode::Invalid, .detail = *problem}) : std::nullopt;
}

} // namespace

Result<CaseDetails> RecordDatabase::editCase(const ReceiptNumber &receipt, const CaseDetails &details,
                                             const Author &author)
{
    if (auto error = tooLong(details))
        return *error;
    RecordTables &tables = m_record->tables;
    RecordTransaction transaction(tables);
    if (transaction.error())
        return *transaction.error();
    if (auto error = noticeOthers())
        return *error;
    auto found = tables.cases.findOrAdd(receipt);
    auto error = found ? tables.cases.compareWithEvents(*found) : std::optional(found.error());
    CaseDetails before;
    if (!error) {
        before = found->details;
        error = tables.cases.edit(*found, details, author);
    }
    if (!error)
        error = commit(transaction);
    if (error) {
        tables.forget();
        return *error;
    }
    m_journal.noteCase(receipt);
    if (m_record->inMemory->reader.updateCase(found->id))
        m_record->startAnew();
    return before;
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
    const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change, const Author &author)
{
    auto filters = savedFilters();
    return filters ? writeFilters(m_record->tables, change(*std::move(filters)), author)
                   : std::optional(filters.error());
}

Result<Deletion> RecordDatabase::deleteCases(const std::vector<ReceiptNumber> &receipts,
                                             const std::vector<SavedFilter> &filters, const Author &author)
{
    return change<Deletion>([&](RecordTables &tables) -> Result<Deletion> {
        const auto ids = idsOfCases(tables, receipts);
        if (!ids)
            return ids.error();
        if (!filters.empty()) {
            const auto withoutThese = [&](std::vector<SavedFilter> all) {
                std::erase_if(
                    all, [&](const SavedFilter &each) { return std::ranges::find(filters, each) != filters.end(); });
                return all;
            };
            if (auto error = changeFilters(withoutThese, author))
                return *error;
        }
        return softdeletion::hideCases(tables, *ids, author);
    });
}

namespace {

//! Change numbers of the edits of a case that are no value of a field, and not to be chosen from.
Result<std::vector<qint64>> earlierValues(const RecordTables &tables, const ReceiptNumber &receipt)
{
    std::vector<qint64> earlier;
    const auto ofCase = tables.cases.find(receipt);
    if (!ofCase || !*ofCase)
        return ofCase ? Result<std::vector<qint64>>(earlier) : ofCase.error();
    const auto edits = editsOf(*tables.database, tables.events, **ofCase);
    if (!edits)
        return edits.error();
    std::set<qint64> values;
    for (const auto &[field, heads] : headsOf(*edits, (*ofCase)->fieldEvents)) {
        values.insert(heads.shown.event);
        for (const EditSeen &other : heads.others)
            values.insert(other.event);
    }
    for (const EditSeen &edit : *edits) {
        if (!values.contains(edit.event))
            earlier.push_back(edit.event);
    }
    return earlier;
}

} // namespace

Result<Deletion> RecordDatabase::countEarlierValues(const ReceiptNumber &receipt) const
{
    const auto earlier = earlierValues(m_record->tables, receipt);
    return earlier ? Result<Deletion>(Deletion{.edits = std::ssize(*earlier)}) : earlier.error();
}

Result<Deletion> RecordDatabase::deleteEarlierValues(const ReceiptNumber &receipt, const Author &author)
{
    return change<Deletion>([&](RecordTables &tables) -> Result<Deletion> {
        auto earlier = earlierValues(tables, receipt);
        return earlier ? softdeletion::hideEvents(tables, *std::move(earlier), author) : earlier.error();
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

Result<Deletion> RecordDatabase::deleteChecksBefore(const QDateTime &moment, const Author &author)
{
    const auto any = softdeletion::isAnyBefore(database(), moment.toMSecsSinceEpoch());
    if (!any || !*any) // as on most days: what is in memory stays
        return any ? Result<Deletion>(Deletion{}) : any.error();
    return change<Deletion>([&](RecordTables &tables) {
        return softdeletion::hideChecksBefore(tables, moment.toMSecsSinceEpoch(), author);
    });
}

Result<OldChecks> RecordDatabase::findOldChecks(const QDateTime &moment) const
{
    return softdeletion::findOldChecks(database(), moment.toMSecsSinceEpoch());
}

Result<Deletion> RecordDatabase::countChecksBefore(const QDateTime &moment, const Author &author)
{
    // Deletes, counts and rolls back, so that the count cannot differ from what a deletion does.
    RecordTransaction transaction(m_record->tables);
    if (transaction.error())
        return *transaction.error();
    auto removed = softdeletion::hideChecksBefore(m_record->tables, moment.toMSecsSinceEpoch(), author);
    m_record->tables.forget();
    if (removed)
        removed->number = 0;
    return removed;
}

Result<Nothing> RecordDatabase::undoDeletion(qint64 number, const std::vector<SavedFilter> &filters,
                                             const Author &author)
{
    return change<Nothing>([&](RecordTables &tables) -> Result<Nothing> {
        auto error = softdeletion::undoDeletion(tables, number, author);
        if (!error && !filters.empty())
            error = changeFilters([&](const std::vector<SavedFilter> &now) { return together(filters, now); }, author);
        return error ? Result<Nothing>(*error) : Nothing{};
    });
}

Result<qint64> RecordDatabase::purgeDeleted(const Author &author)
{
    if (auto refused = DeletionRules::refusal(m_location.file, m_location.role))
        return *refused;
    const auto any = softdeletion::isAny(database());
    if (!any)
        return any.error();
    auto purged = *any ? change<qint64>([&author](RecordTables &tables) { return softdeletion::purge(tables, author); })
                       : Result<qint64>(0);
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
        CaseEntry kept = m_record->tables.cases.read(rows, 0, CaseTable::Opening::Once);
        if (auto error = m_record->tables.cases.compareWithEvents(kept)) // what goes by this may be deleted
            return *error;
        if (kept.receipt && !wanted.isEmpty() && searchable(kept.details.client) == wanted)
            receipts.push_back(*kept.receipt);
    }
    if (rows.error())
        return *rows.error();
    return receipts;
}

Result<std::vector<SavedFilter>> RecordDatabase::savedFilters() const
{
    return readFilters(m_record->tables);
}

Result<Nothing> RecordDatabase::saveFilters(const std::vector<SavedFilter> &filters, const Author &author)
{
    RecordTransaction transaction(m_record->tables);
    if (transaction.error())
        return *transaction.error();
    auto error = noticeOthers();
    if (!error)
        error = writeFilters(m_record->tables, filters, author);
    if (!error)
        error = commit(transaction);
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
        if (auto error = m_record->tables.cases.compareWithEvents(kept))
            return *error;
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

Result<Nothing> RecordDatabase::addOfficeNotes(const OfficeNotes &notes, const Author &author)
{
    return change<Nothing>([&](RecordTables &tables) -> Result<Nothing> {
        for (const auto &[receipt, details] : notes.cases) {
            auto kept = tables.cases.findOrAdd(receipt);
            if (!kept)
                return kept.error();
            if (auto error = tables.cases.compareWithEvents(*kept))
                return *error;
            if (auto error = tables.cases.edit(*kept, together(kept->details, details), author))
                return *error;
        }
        const auto error = changeFilters(
            [&](std::vector<SavedFilter> mine) { return together(std::move(mine), notes.filters); }, author);
        return error ? Result<Nothing>(*error) : Nothing{};
    });
}

} // namespace linterna

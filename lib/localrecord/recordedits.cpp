// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that changes what stands there: details of cases, deletions, saved filters, an import.
#include "lib/localrecord/filtercodec.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"
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

template<class T>
Result<T> RecordDatabase::change(const std::function<Result<T>(RecordTables &tables)> &work)
{
    RecordTransaction transaction(m_record->tables);
    if (transaction.error())
        return *transaction.error();
    Result<T> result = work(m_record->tables);
    if (result) {
        if (auto error = commit(transaction))
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
    const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change, const Author &author)
{
    auto filters = savedFilters();
    return filters ? writeFilters(change(*std::move(filters)), author) : std::optional(filters.error());
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

namespace {

//! The newest event of saved filters that can be read; empty where none was ever saved.
Result<std::optional<OpenedEvent>> newestFilters(const RecordTables &tables)
{
    using Found = std::optional<OpenedEvent>;
    Rows rows = tables.database->query(
        u"SELECT %1 FROM events WHERE %2 AND id NOT IN (SELECT event_id FROM edits WHERE removal <> 0)"
        " ORDER BY id <= ? DESC, id DESC"_s.arg(EventTable::columns(), EventTable::ofKind(eventkind::filters)),
        {largestRowId}); // a damaged number makes no event the newest for ever
    while (rows.next()) {
        if (auto event = tables.events.open(rows, 0))
            return Found(std::move(event));
    }
    if (rows.error())
        return *rows.error();
    return Found();
}

} // namespace

Result<std::vector<SavedFilter>> RecordDatabase::savedFilters() const
{
    const auto event = newestFilters(m_record->tables);
    if (!event)
        return event.error();
    std::vector<SavedFilter> filters;
    const auto *content = *event ? std::get_if<FiltersContent>(&(*event)->decoded.content) : nullptr;
    for (const QByteArray &bytes : content ? content->filters : QByteArrayList()) {
        if (auto filter = decodeFilter(bytes))
            filters.push_back(*std::move(filter));
    }
    return filters;
}

std::optional<Error> RecordDatabase::writeFilters(const std::vector<SavedFilter> &filters, const Author &author)
{
    const auto before = newestFilters(m_record->tables);
    if (!before)
        return before.error();
    FiltersContent content{.replaces = *before ? (*before)->decoded.origin.uuid : QByteArray()};
    for (const SavedFilter &filter : filters)
        content.filters << encodeFilter(filter);
    const auto event = m_record->tables.events.append(eventkind::filters, content, author);
    return event ? std::nullopt : std::optional(event.error());
}

Result<Nothing> RecordDatabase::saveFilters(const std::vector<SavedFilter> &filters, const Author &author)
{
    RecordTransaction transaction(m_record->tables);
    if (transaction.error())
        return *transaction.error();
    auto error = noticeOthers();
    if (!error)
        error = writeFilters(filters, author);
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

Result<qint64> RecordDatabase::importAll(CheckSource &source, const Author &author, const std::atomic_bool &stop)
{
    RecordTransaction transaction(m_record->tables);
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
            error = next ? commit(transaction) : next.error();
            break;
        }
        error = takeIn(**next, author);
        ++count;
    }
    m_record->startAnew();
    m_journal.noteEverything();
    if (error)
        return *error;
    return count;
}

std::optional<Error> RecordDatabase::takeIn(const ImportedCheck &imported, const Author &author)
{
    CheckOutcome outcome = imported.outcome;
    outcome.id = 0;
    if (auto error = tooLong(imported.details))
        return error;
    const auto comparedWith = compare(outcome);
    auto error = comparedWith ? writeCheck(outcome, author) : std::optional(comparedWith.error());
    if (error)
        return error;
    auto kept = m_record->tables.cases.find(outcome.receipt);
    if (!kept || !*kept)
        return kept ? std::nullopt : std::optional(kept.error());
    return m_record->tables.cases.edit(**kept, imported.details, author);
}

} // namespace linterna

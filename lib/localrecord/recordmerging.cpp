// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that takes in files of other desks, and what a person has to say about them.
#include "lib/localrecord/eventimport.h"
#include "lib/localrecord/fieldheads.h"
#include "lib/localrecord/foreigndeletions.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

FieldVersion versionOf(const EditSeen &edit)
{
    return {.event = edit.uuid,
            .value = edit.content.value,
            .person = edit.person,
            .at = QDateTime::fromMSecsSinceEpoch(edit.at, Qt::UTC)};
}

//! The fields of a case that have several values.
Result<std::vector<FieldConflict>> conflictsOf(const RecordTables &tables, const CaseEntry &ofCase)
{
    std::vector<FieldConflict> conflicts;
    const auto edits = editsOf(*tables.database, tables.events, ofCase);
    if (!edits)
        return edits.error();
    for (const auto &[field, heads] : headsOf(*edits, ofCase.fieldEvents)) {
        const CaseDetails &shown = heads.shown.content.value;
        FieldConflict conflict{.receipt = *ofCase.receipt, .field = field, .shown = versionOf(heads.shown)};
        for (const EditSeen &other : heads.others)
            conflict.others.push_back(versionOf(other));
        const bool differs = std::ranges::any_of(conflict.others, [&, field = field](const FieldVersion &other) {
            return !isSameField(field, other.value, shown);
        });
        if (differs)
            conflicts.push_back(std::move(conflict));
    }
    return conflicts;
}

std::optional<Error> takeItem(EventImport &import, const ImportedItem &item)
{
    return std::visit([&](const auto &one) { return import.take(one); }, item);
}

} // namespace

Result<ImportReport> RecordDatabase::importAll(CheckSource &source, const Author &author, const std::atomic_bool &stop)
{
    RecordTransaction transaction(m_record->tables);
    if (transaction.error())
        return *transaction.error();
    EventImport import(m_record->tables, author);
    std::optional<Error> error = import.begin();
    while (!error) {
        auto next = stop ? Result<std::optional<ImportedItem>>(Error{.code = ErrorCode::Cancelled}) : source.next();
        if (!next || !*next) {
            error = next ? std::nullopt : std::optional(next.error());
            break;
        }
        error = takeItem(import, **next);
    }
    auto report = error ? Result<ImportReport>(*error) : import.finish();
    if (report)
        report = withOpenQuestions(*report);
    if (report) {
        if ((error = commit(transaction)))
            report = *error;
    }
    m_record->startAnew();
    m_journal.noteEverything();
    return report;
}

Result<ImportReport> RecordDatabase::withOpenQuestions(ImportReport report) const
{
    const auto differing = conflicts();
    const auto deletions = openDeletions(m_record->tables);
    if (!differing || !deletions)
        return differing ? deletions.error() : differing.error();
    report.conflicts = std::ssize(*differing);
    report.deletions = std::ssize(*deletions);
    return report;
}

Result<std::vector<FieldConflict>> RecordDatabase::conflicts() const
{
    const auto ids = allNumbers(database(),
                                u"SELECT DISTINCT case_id FROM edits_aside WHERE conflicting <> 0 AND case_id IN"
                                " (SELECT id FROM cases WHERE removal = 0)"_s);
    if (!ids)
        return ids.error();
    std::vector<FieldConflict> all;
    for (const qint64 id : *ids) {
        const auto ofCase = m_record->tables.cases.at(id);
        if (!ofCase)
            return ofCase.error();
        if (!*ofCase || !(*ofCase)->receipt)
            continue;
        auto some = conflictsOf(m_record->tables, **ofCase);
        if (!some)
            return some.error();
        std::ranges::move(*some, std::back_inserter(all));
    }
    std::ranges::stable_sort(all, {}, [](const FieldConflict &each) { return each.receipt.toString(); });
    return all;
}

Result<Nothing> RecordDatabase::settleConflict(const FieldConflict &conflict, const CaseDetails &value,
                                               const Author &author)
{
    if (const auto problem = longProblem(value))
        return Error{.code = ErrorCode::Invalid, .detail = *problem};
    RecordTables &tables = m_record->tables;
    RecordTransaction transaction(tables);
    if (transaction.error())
        return *transaction.error();
    if (auto error = noticeOthers())
        return *error;
    auto ofCase = tables.cases.find(conflict.receipt);
    if (!ofCase || !*ofCase)
        return ofCase ? Result<Nothing>(Nothing{}) : ofCase.error();
    CaseEntry &kept = **ofCase;
    const auto now = conflictsOf(tables, kept);
    if (!now)
        return now.error();
    const auto same = std::ranges::find_if(*now, [&](const FieldConflict &each) {
        return each.field == conflict.field && each.shown.event == conflict.shown.event;
    });
    if (same == now->end())
        return Nothing{};
    QByteArrayList replaces{same->shown.event};
    for (const FieldVersion &other : same->others) {
        const bool wasSeen =
            std::ranges::any_of(conflict.others, [&](const FieldVersion &seen) { return seen.event == other.event; });
        if (wasSeen)
            replaces << other.event;
    }
    auto error = tables.cases.appendEdit(kept, conflict.field, value, replaces, author);
    if (!error)
        error = tables.cases.settleFields(kept);
    if (!error)
        error = commit(transaction);
    if (error) {
        tables.forget();
        return *error;
    }
    m_journal.noteCase(conflict.receipt);
    if (m_record->inMemory->reader.updateCase(kept.id))
        m_record->startAnew();
    return Nothing{};
}

Result<std::vector<ForeignDeletion>> RecordDatabase::foreignDeletions() const
{
    return openDeletions(m_record->tables);
}

Result<Deletion> RecordDatabase::answerDeletion(const QByteArray &event, bool deleteHere, const Author &author)
{
    return change<Deletion>([&](RecordTables &tables) -> Result<Deletion> {
        auto targets = targetsOfDeletion(tables, event);
        if (!targets)
            return targets.error();
        if (!*targets)
            return Deletion{};
        if (deleteHere)
            return softdeletion::hideEvents(tables, **std::move(targets), author);
        const auto kept = tables.events.append(eventkind::restored, RestoredContent{event}, author);
        return kept ? Result<Deletion>(Deletion{}) : kept.error();
    });
}

} // namespace linterna

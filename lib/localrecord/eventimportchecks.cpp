// SPDX-License-Identifier: GPL-3.0-or-later
// The part of EventImport that takes in checks, with their answers and requests.
#include "lib/crypto/sha256.h"
#include "lib/localrecord/eventimport.h"
#include "lib/localrecord/lastchecks.h"
#include "lib/record/changedetector.h"
#include "lib/record/officenotes.h"
#include "lib/text/characters.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The UUID of a check that came without one: by its content, so that it is the same whenever the check comes again.
QByteArray derivedUuid(const CheckContent &content)
{
    const QByteArray canonical = encodeEvent(eventkind::check, {.uuid = QByteArray(UuidBytes, '\0')}, content);
    return sha256Of({canonical}).first(UuidBytes);
}

//! What stands in the event of a check.
CheckContent storedContentOf(const CheckOutcome &outcome)
{
    CheckContent content = checkContentOf(outcome);
    content.connection = wellFormed(outcome.connection);
    return content;
}

} // namespace

std::optional<Error> EventImport::take(const ImportedCheck &imported)
{
    if (const auto problem = longProblem(imported.details))
        return Error{.code = ErrorCode::Invalid, .detail = *problem};
    CheckOutcome outcome = imported.outcome;
    outcome.id = 0;
    if (outcome.uuid.isEmpty())
        outcome.uuid = derivedUuid(storedContentOf(outcome));
    const auto event = find(outcome.uuid);
    const auto same = event ? m_tables.checks.holds(storedContentOf(outcome)) : Result<bool>(event.error());
    if (!same)
        return same.error();
    if (*same && *event) // the same check under another UUID: it came once before without its own
        m_withoutRow << (*event)->id;
    const auto added = *same ? Result<bool>(false) : *event ? takeCheckOf(**event, outcome) : takeCheckAlone(outcome);
    if (!added)
        return added.error();
    ++(*added ? m_report.checks : m_report.known);
    return noteDetails(outcome.receipt, imported.details);
}

Result<bool> EventImport::takeCheckOf(const Here &event, CheckOutcome outcome)
{
    {
        Rows rows = m_tables.database->query(u"SELECT 1 FROM checks WHERE event = ?"_s, {event.id});
        const bool isRow = rows.next();
        if (rows.error())
            return *rows.error();
        if (isRow || event.sealed.isEmpty())
            return false;
    }
    const auto opened = m_tables.events.at(event.id);
    if (!opened)
        return opened.error();
    const auto *content = *opened ? std::get_if<CheckContent>(&(*opened)->decoded.content) : nullptr;
    if (!content) // its event is damaged here; another event would stand for the same check
        return false;
    if (*content != storedContentOf(outcome))
        return Error{.code = ErrorCode::Invalid, .detail = u"a check that is not what its event says"_s};
    const auto ofCase = compareInTime(outcome);
    if (!ofCase)
        return ofCase.error();
    const auto attached = m_tables.checks.attach(outcome, *ofCase, event.id, **opened);
    if (!attached)
        return attached.error();
    outcome.id = attached->id;
    const auto error = noteLastCheck(m_tables, *ofCase, outcome);
    return error ? Result<bool>(*error) : true;
}

Result<bool> EventImport::takeCheckAlone(CheckOutcome outcome)
{
    const auto ofCase = compareInTime(outcome);
    if (!ofCase)
        return ofCase.error();
    const auto inserted = m_tables.checks.insert(outcome, *ofCase, m_author, {.takenIn = true});
    if (!inserted)
        return inserted.error();
    outcome.id = inserted->id;
    m_chains.forget();
    ++m_report.events;
    const auto error = noteLastCheck(m_tables, *ofCase, outcome);
    return error ? Result<bool>(*error) : true;
}

Result<CaseEntry> EventImport::compareInTime(CheckOutcome &outcome)
{
    auto ofCase = m_tables.cases.findOrAdd(outcome.receipt);
    if (!ofCase)
        return ofCase;
    const qint64 checkedAt = outcome.checkedAt.toMSecsSinceEpoch();
    const auto before = newestGood(m_tables, outcome.receipt, {.checkedAt = checkedAt});
    if (!before)
        return before.error();
    outcome.change = outcome.result
        ? detectChange(*before ? std::optional((*before)->result.value()) : std::nullopt, *outcome.result)
        : Change::None;
    Rows rows = m_tables.database->query(u"SELECT 1 FROM checks WHERE case_id = ? AND checked_at >= ? LIMIT 1"_s,
                                         {ofCase->id, checkedAt});
    if (rows.next())
        m_outOfOrder << ofCase->id;
    if (rows.error())
        return *rows.error();
    return ofCase;
}

std::optional<Error> EventImport::noteDetails(const ReceiptNumber &receipt, const CaseDetails &details)
{
    if (details == CaseDetails() || m_namedInEdits.contains(receipt.toString().toLatin1()))
        return {};
    auto found = m_tables.cases.find(receipt);
    if (!found || !*found)
        return found ? std::nullopt : std::optional(found.error());
    CaseEntry &kept = **found;
    if (auto error = m_tables.cases.compareWithEvents(kept))
        return error;
    // Notes, tags and the hold are joined. Of the rest there can be one value: another one than ours is put beside it,
    // and the person chooses.
    CaseDetails wanted = together(kept.details, details);
    for (const CaseField field : AllCaseFields) {
        const bool joined = field == CaseField::Note || field == CaseField::Tags || field == CaseField::OnHold;
        const bool isEmpty = isSameField(field, kept.details, CaseDetails());
        if (joined || isEmpty || isSameField(field, kept.details, details)
            || isSameField(field, details, CaseDetails()))
            continue;
        copyField(field, kept.details, wanted);
        if (auto error = putBeside(kept, field, details))
            return error;
    }
    return m_tables.cases.edit(kept, wanted, m_author);
}

std::optional<Error> EventImport::putBeside(const CaseEntry &kept, CaseField field, const CaseDetails &value)
{
    const auto edits = editsOf(*m_tables.database, m_tables.events, kept);
    if (!edits)
        return edits.error();
    for (const EditSeen &edit : *edits) { // it came before, and may have been replaced since
        if (edit.content.field == field && isSameField(field, edit.content.value, value))
            return {};
    }
    m_edited << kept.id;
    return m_tables.cases.appendEdit(kept, field, value, {}, m_author);
}

} // namespace linterna

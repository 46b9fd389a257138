// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that records checks, and finds the last good answer to compare them with.
#include "lib/localrecord/lastchecks.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/record/changedetector.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<Error> RecordDatabase::addPrevious(CheckOutcome &outcome, const BeforeCheck &before) const
{
    const auto good = newestGood(m_record->tables, outcome.receipt, before);
    if (!good)
        return good.error();
    outcome.previous = *good ? std::optional((*good)->result.value()) : std::nullopt;
    outcome.previousAt = *good ? std::optional((*good)->checkedAt) : std::nullopt;
    return {};
}

Result<qint64> RecordDatabase::lastGoodRow(const ReceiptNumber &receipt) const
{
    const auto kept = m_record->tables.cases.find(receipt);
    const auto good = m_record->tables.words.numberOf(u"ok"_s);
    if (!kept || !good)
        return kept ? good.error() : kept.error();
    if (!*kept)
        return 0;
    Rows rows = database().query(u"SELECT id FROM checks WHERE case_id = ? AND removal = 0 AND outcome = ?"
                                 " ORDER BY checked_at DESC, id DESC LIMIT 1"_s,
                                 {(*kept)->id, *good});
    const qint64 id = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return id;
}

Result<qint64> RecordDatabase::compare(CheckOutcome &outcome) const
{
    auto before = lastGoodRow(outcome.receipt);
    if (!before)
        return before;
    if (auto error = addPrevious(outcome, {}))
        return *error;
    outcome.change = outcome.result ? detectChange(outcome.previous, *outcome.result) : Change::None;
    return before;
}

std::optional<Error> RecordDatabase::writeCheck(CheckOutcome &outcome, const Author &author)
{
    RecordTables &tables = m_record->tables;
    auto ofCase = tables.cases.findOrAdd(outcome.receipt);
    if (!ofCase)
        return ofCase.error();
    const auto inserted = tables.checks.insert(outcome, *ofCase, author);
    if (!inserted)
        return inserted.error();
    outcome.id = inserted->id;
    outcome.uuid = inserted->uuid;
    return noteLastCheck(tables, *ofCase, outcome);
}

Result<CheckOutcome> RecordDatabase::record(CheckOutcome outcome, const Author &author)
{
    if (!outcome.checkedAt.isValid())
        return Error{.code = ErrorCode::Invalid, .detail = u"a check without a time"_s};
    outcome.id = 0;
    RecordTables &tables = m_record->tables;
    for (bool stored = false; !stored;) {
        // Compared before the transaction, which so holds nobody up; in it only whether that answer is still the last.
        const auto comparedWith = compare(outcome);
        if (!comparedWith)
            return comparedWith.error();
        RecordTransaction transaction(tables);
        auto error = transaction.error() ? transaction.error() : noticeOthers();
        const auto last = error ? Result<qint64>(*error) : lastGoodRow(outcome.receipt);
        if (last && *last != *comparedWith)
            continue;
        if (!last)
            error = last.error();
        if (!error)
            error = writeCheck(outcome, author);
        if (!error)
            error = commit(transaction);
        if (error) {
            tables.forget();
            return *error;
        }
        stored = true;
    }
    m_journal.noteCheck(outcome.id);
    // An error of the index does not undo that the check is stored: the lists are read in anew.
    if (m_record->inMemory->reader.addCheck(outcome.id))
        m_record->startAnew();
    return outcome;
}

Result<CheckOutcome> RecordDatabase::load(qint64 id) const
{
    Rows rows = database().query(CheckTable::selectWhole() + u"WHERE checks.id = ?"_s, {id});
    if (!rows.next())
        return rows.error() ? *rows.error()
                            : Error{.code = ErrorCode::Storage, .detail = u"there is no check with this number"_s};
    std::optional<CheckOutcome> outcome = m_record->tables.checks.readWhole(rows).outcome;
    if (rows.error())
        return *rows.error();
    if (!outcome)
        return Error{.code = ErrorCode::Unreadable, .detail = u"the check cannot be decrypted"_s};
    if (auto error = addPrevious(*outcome, {outcome->checkedAt.toMSecsSinceEpoch(), id}))
        return *error;
    return *outcome;
}

Result<CheckOutcome> RecordDatabase::lastGood(const ReceiptNumber &receipt) const
{
    const auto good = newestGood(m_record->tables, receipt, {});
    if (!good)
        return good.error();
    return *good ? **good : CheckOutcome{.receipt = receipt, .result = Error{.code = ErrorCode::NotRecognized}};
}

} // namespace linterna

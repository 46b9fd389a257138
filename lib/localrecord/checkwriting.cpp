// SPDX-License-Identifier: GPL-3.0-or-later
// The part of CheckTable that adds and changes rows.
#include "lib/localrecord/checklocal.h"
#include "lib/localrecord/checktable.h"
#include "lib/localrecord/rowids.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/text/characters.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Result<CheckTable::Inserted> CheckTable::append(const CheckOutcome &outcome, const AnswerStore::Place &answer,
                                                qint64 caseId, const Author &author, const Arrival &arrival)
{
    const auto id = idFor(outcome);
    if (!id)
        return id.error();
    CheckContent content = checkContentOf(outcome);
    content.connection = wellFormed(outcome.connection);
    const CheckLocal local = CheckLocal::of(outcome, *id, answer);
    const auto event =
        m_events.append(eventkind::check, content, author,
                        {.uuid = outcome.uuid, .local = local.encoded(), .takenOver = arrival.takenOver});
    if (!event)
        return event.error();
    const auto row = insertRowOf(
        content, local, {.event = event->id, .caseId = caseId, .answerId = answer.id, .takenIn = arrival.takenIn});
    return row ? Result<Inserted>(Inserted{*row, event->uuid}) : row.error();
}

//! The id that a check gets: its own where it has one.
Result<qint64> CheckTable::idFor(const CheckOutcome &outcome) const
{
    return outcome.id != 0 ? Result<qint64>(outcome.id) : nextNumber(*m_database, "checks"_L1);
}

Result<qint64> CheckTable::insertRowOf(const CheckContent &content, const CheckLocal &local, CheckNumbers row)
{
    row.id = local.id;
    row.checkedAt = content.checkedAt;
    row.httpStatus = content.httpStatus;
    row.words = {content.connection, askedByName(content.askedBy),
                 content.error ? errorCodeName(*content.error) : QString(goodOutcomeName), changeName(local.change),
                 content.error ? QString() : statusCategoryName(local.category)};
    return insertRow(row);
}

Result<CheckTable::Inserted> CheckTable::attach(const CheckOutcome &outcome, const CaseEntry &ofCase, qint64 event,
                                                const OpenedEvent &opened)
{
    const auto *content = std::get_if<CheckContent>(&opened.decoded.content);
    const auto answer = content ? m_answers.keep(outcome.result, outcome.rawReply)
                                : Result<AnswerStore::Place>(Error{.code = ErrorCode::Invalid});
    if (!answer)
        return answer.error();
    const auto id = idFor(outcome);
    if (!id)
        return id.error();
    const CheckLocal local = CheckLocal::of(outcome, *id, *answer);
    if (auto error = m_events.setLocal(event, opened, local.encoded()))
        return *error;
    const auto row =
        insertRowOf(*content, local, {.event = event, .caseId = ofCase.id, .answerId = answer->id, .takenIn = true});
    if (!row)
        return row.error();
    Inserted inserted{*row, opened.decoded.origin.uuid};
    const auto error = insertRequests(outcome, inserted);
    return error ? Result<Inserted>(*error) : inserted;
}

Result<qint64> CheckTable::restore(qint64 event, const OpenedEvent &opened, qint64 caseId)
{
    const auto &content = std::get<CheckContent>(opened.decoded.content);
    auto local = CheckLocal::decode(opened.local);
    if (!local)
        return insertWithoutParts(content, caseId, event);
    const auto taken = firstNumber(*m_database, u"SELECT EXISTS (SELECT 1 FROM checks WHERE id = ?)"_s, {local->id});
    const auto answer = firstNumber(*m_database, u"SELECT id FROM answers WHERE hash = ?"_s, {local->answer});
    if (!taken || !answer)
        return taken ? answer : taken;
    if (*taken != 0) // the row is there, and names another event: it is marked, and stays what it is
        return 0;
    if (!isRowId(local->id))
        local->id = 0;
    return insertRowOf(content, *local, {.event = event, .caseId = caseId, .answerId = *answer});
}

Result<bool> CheckTable::holds(const CheckContent &content) const
{
    const auto ofCase = m_cases.find(content.receipt);
    if (!ofCase || !*ofCase)
        return ofCase ? Result<bool>(false) : ofCase.error();
    Rows rows = m_database->query(u"SELECT %1 FROM checks JOIN events ON events.id = checks.event"
                                  " WHERE checks.case_id = ? AND checks.checked_at = ?"_s.arg(EventTable::columns()),
                                  {(*ofCase)->id, content.checkedAt});
    bool same = false;
    while (!same && rows.next()) {
        const auto event = m_events.open(rows, 0);
        const auto *there = event ? std::get_if<CheckContent>(&event->decoded.content) : nullptr;
        same = there && *there == content;
    }
    if (rows.error())
        return *rows.error();
    return same;
}

Result<qint64> CheckTable::insertWithoutParts(const CheckContent &content, qint64 caseId, qint64 event)
{
    return insertRow({.event = event,
                      .checkedAt = content.checkedAt,
                      .caseId = caseId,
                      .httpStatus = content.httpStatus,
                      .takenIn = true,
                      .words = {content.connection, askedByName(content.askedBy),
                                content.error ? errorCodeName(*content.error) : QString(goodOutcomeName),
                                changeName(Change::None), QString()}});
}

std::optional<Error> CheckTable::setChange(qint64 id, Change change)
{
    Rows rows = m_database->query(
        u"SELECT checks.event, %1 FROM checks JOIN events ON events.id = checks.event WHERE checks.id = ?"_s.arg(
            EventTable::columns()),
        {id});
    const qint64 event = rows.next() ? rows.integer(0) : 0;
    const auto opened = event != 0 ? m_events.open(rows, 1) : std::nullopt;
    auto local = opened ? CheckLocal::decode(opened->local) : std::nullopt;
    if (rows.error() || !local)
        return rows.error();
    local->change = change;
    const auto number = m_words.number(changeName(change));
    if (!number)
        return number.error();
    if (auto error = m_events.setLocal(event, *opened, local->encoded()))
        return error;
    return m_database->execute(u"UPDATE checks SET change = ? WHERE id = ?"_s, {*number, id});
}

Result<qint64> CheckTable::insertRow(const CheckNumbers &row)
{
    const auto id = row.id == 0 ? nextRowId(*m_database, "checks"_L1) : Result<QVariant>(QVariant(row.id));
    if (!id)
        return id.error();
    QVariantList values{*id, row.event, row.checkedAt, row.caseId, row.answerId, row.httpStatus, row.takenIn ? 1 : 0};
    for (const QString &word : row.words) {
        auto number = m_words.number(word.isNull() ? u""_s : word);
        if (!number)
            return number;
        values << *number;
    }
    const Rows added = m_database->query(u"INSERT INTO checks (id, event, checked_at, case_id, answer_id, http_status,"
                                         " taken_in, connection, asked_by, outcome, change, category)"
                                         " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                         values);
    return added.error() ? Result<qint64>(*added.error()) : added.insertedId();
}

Result<CheckTable::Inserted> CheckTable::takeOver(const CheckOutcome &outcome, const AnswerStore::Place &answer,
                                                  qint64 caseId, const Author &author, const Arrival &arrival)
{
    return append(outcome, answer, caseId, author, arrival);
}

Result<CheckTable::Inserted> CheckTable::insert(const CheckOutcome &outcome, const CaseEntry &ofCase,
                                                const Author &author, const Arrival &arrival)
{
    const auto answer = m_answers.keep(outcome.result, outcome.rawReply);
    if (!answer)
        return answer.error();
    auto inserted = append(outcome, *answer, ofCase.id, author, arrival);
    if (!inserted)
        return inserted;
    const auto error = insertRequests(outcome, *inserted);
    return error ? Result<Inserted>(*error) : inserted;
}

std::optional<Error> CheckTable::insertRequests(const CheckOutcome &outcome, const Inserted &check)
{
    // Requests that stand under this id by damage get another number: they are kept, but not taken for those of this
    // check.
    if (auto error = m_database->execute(
            u"UPDATE transcripts SET check_id = (SELECT min(0, min(check_id)) - 1 FROM transcripts) WHERE check_id = ?"_s,
            {check.id}))
        return error;
    const QByteArray bytes = encodeTranscripts(outcome.transcripts, outcome.rawReply);
    if (bytes.isEmpty())
        return {};
    return m_database->execute(u"INSERT INTO transcripts (check_id, sealed) VALUES (?, ?)"_s,
                               {check.id, m_cipher.seal(bytes, transcriptsField, check.uuid)});
}

} // namespace linterna

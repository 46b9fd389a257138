// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/olderrecord.h"

#include "lib/localrecord/outcomecodec.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/record/storednames.h"
#include "lib/sqlite/transaction.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Rows that are moved in one transaction.
constexpr int movedAtOnce = 500;

// clang-format off
struct OlderCheckColumn {
    enum Index { Id, Uid, CheckedAt, Connection, Outcome, Changed, Category, KeyId, AskedByWhom, HttpStatus, ReceiptHash,
              Summary, Answer, RawReply, Transcripts };
};
// clang-format on

QString olderChecks()
{
    return u"SELECT id, uid, checked_at, connection, outcome, change, category, key_id, asked_by, http_status, receipt_hash,"
           " summary, answer, raw_reply, transcripts FROM checks_before WHERE id NOT IN (SELECT id FROM checks)"
           " ORDER BY id LIMIT ?"_s;
}

Result<bool> yesOrNo(const Database &database, const QString &sql, const QVariantList &values = {})
{
    Rows rows = database.query(sql, values);
    const bool yes = rows.next() && rows.integer(0) != 0;
    if (rows.error())
        return *rows.error();
    return yes;
}

Result<bool> hasTable(const Database &database, const QString &name)
{
    return yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?)"_s,
                   {name});
}

std::optional<CheckOutcome> wholeOf(const Rows &rows, const FieldCipher &cipher)
{
    if (rows.text(OlderCheckColumn::KeyId) != cipher.keyId())
        return {};
    const QByteArray uid = rows.bytes(OlderCheckColumn::Uid);
    const auto opened = [&](OlderCheckColumn::Index column, QLatin1StringView name) {
        return cipher.open(rows.bytes(column), name, uid);
    };
    const auto summaryBytes = opened(OlderCheckColumn::Summary, "summary"_L1);
    const auto answerBytes = opened(OlderCheckColumn::Answer, "answer"_L1);
    const auto rawReply = opened(OlderCheckColumn::RawReply, "raw_reply"_L1);
    const auto summary = summaryBytes ? decodeSummary(*summaryBytes) : std::nullopt;
    auto answer = answerBytes ? decodeAnswer(*answerBytes) : std::nullopt;
    if (!summary || !answer || !rawReply)
        return {};
    std::optional<std::vector<HttpTranscript>> transcripts{std::in_place};
    if (!rows.bytes(OlderCheckColumn::Transcripts).isEmpty()) {
        const auto bytes = opened(OlderCheckColumn::Transcripts, "transcripts"_L1);
        transcripts = bytes ? decodeTranscripts(*bytes, *rawReply) : std::nullopt;
    }
    if (!transcripts)
        return {};
    return CheckOutcome{.receipt = summary->receipt,
                        .connection = rows.text(OlderCheckColumn::Connection),
                        .askedBy = askedByFromName(rows.text(OlderCheckColumn::AskedByWhom)),
                        .checkedAt = QDateTime::fromMSecsSinceEpoch(rows.integer(OlderCheckColumn::CheckedAt), Qt::UTC),
                        .result = *std::move(answer),
                        .httpStatus = static_cast<int>(rows.integer(OlderCheckColumn::HttpStatus)),
                        .rawReply = *rawReply,
                        .transcripts = *std::move(transcripts),
                        .id = rows.integer(OlderCheckColumn::Id),
                        .change = changeFromName(rows.text(OlderCheckColumn::Changed))};
}

//! The case of a check whose receipt number cannot be read, by the hash of that number.
Result<CaseEntry> caseOfUnreadable(RecordTables &tables, const QByteArray &receiptHash, qint64 key)
{
    {
        Rows found = tables.database->query(u"SELECT %1 FROM cases WHERE receipt_hash = ?"_s.arg(CaseTable::columns()),
                                            {receiptHash});
        const auto kept = found.next() ? std::optional(tables.cases.read(found, 0)) : std::nullopt;
        if (found.error())
            return *found.error();
        if (kept)
            return *kept;
    }
    CaseEntry kept{.uid = FieldCipher::makeRowUid()};
    const Rows added = tables.database->query(
        u"INSERT INTO cases (uid, key, receipt_hash, receipt, details) VALUES (?, ?, ?, x'', x'')"_s,
        {kept.uid, key, receiptHash});
    if (added.error())
        return *added.error();
    kept.id = added.insertedId();
    return kept;
}

//! A row without a seal: it tells that and when something was asked, and stands in the list as unreadable.
std::optional<Error> insertUnreadable(RecordTables &tables, const Rows &rows)
{
    QVariantList values{rows.integer(OlderCheckColumn::Id), rows.bytes(OlderCheckColumn::Uid),
                        rows.integer(OlderCheckColumn::CheckedAt), rows.integer(OlderCheckColumn::HttpStatus)};
    for (const OlderCheckColumn::Index column :
         {OlderCheckColumn::KeyId, OlderCheckColumn::Connection, OlderCheckColumn::AskedByWhom,
          OlderCheckColumn::Outcome, OlderCheckColumn::Changed, OlderCheckColumn::Category}) {
        const auto number = tables.words.number(rows.text(column));
        if (!number)
            return number.error();
        values << *number;
    }
    constexpr qsizetype keyAt = 4;
    auto kept = caseOfUnreadable(tables, rows.bytes(OlderCheckColumn::ReceiptHash), values[keyAt].toLongLong());
    if (!kept)
        return kept.error();
    values << kept->id;
    if (auto error = tables.database->execute(
            u"INSERT INTO checks (id, uid, checked_at, http_status, key, connection, asked_by, outcome, change, category,"
            " case_id, answer_id, seal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, x'')"_s,
            values))
        return error;
    CaseEntry noted = *kept;
    noted.noteCheck(rows.integer(OlderCheckColumn::Id), false, Change::None);
    return tables.cases.writeLasts(noted);
}

std::optional<Error> insertWhole(RecordTables &tables, const CheckOutcome &outcome)
{
    const auto kept = tables.cases.findOrAdd(outcome.receipt);
    if (!kept)
        return kept.error();
    const auto id = tables.checks.insert(outcome, *kept);
    if (!id)
        return id.error();
    CaseEntry noted = *kept;
    noted.noteCheck(*id, outcome.result.ok(), outcome.change);
    if (auto error = tables.cases.writeLasts(noted))
        return error;
    // The row's own number: a damaged one may have been given another by now, and would be moved for ever.
    return tables.database->execute(u"DELETE FROM checks_before WHERE id = ?"_s, {outcome.id});
}

//! Gives the number of rows that were moved.
Result<int> moveSome(RecordTables &tables)
{
    Transaction transaction(*tables.database);
    if (transaction.error())
        return *transaction.error();
    int count = 0;
    {
        Rows rows = tables.database->query(olderChecks(), {movedAtOnce});
        for (; rows.next(); ++count) {
            const auto outcome = wholeOf(rows, tables.cipher);
            if (auto error = outcome ? insertWhole(tables, *outcome) : insertUnreadable(tables, rows))
                return *error;
        }
        if (rows.error())
            return *rows.error();
    }
    if (auto error = transaction.commit())
        return *error;
    return count;
}

//! Whether the key opens any of the first cases. The stored key number is not looked at: it may be damaged.
Result<bool> opensAnyCase(const Database &database, const FieldCipher &cipher)
{
    constexpr int tried = 1000;
    Rows rows = database.query(u"SELECT receipt, uid FROM cases LIMIT ?"_s, {tried});
    while (rows.next()) {
        if (cipher.open(rows.bytes(0), "receipt"_L1, rows.bytes(1)))
            return true;
    }
    return rows.error() ? Result<bool>(*rows.error()) : false;
}

} // namespace

Result<bool> keyFits(const Database &database, const FieldCipher &cipher)
{
    auto isOfToday = hasTable(database, u"words"_s);
    if (!isOfToday)
        return isOfToday;
    const QString older = *isOfToday ? u"checks_before"_s : u"checks"_s;
    auto any = yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM %1)"_s.arg(older));
    if (!any)
        return any;
    if (*any) {
        auto fits =
            yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM %1 WHERE key_id = ?)"_s.arg(older), {cipher.keyId()});
        if (!fits || *fits || !*isOfToday)
            return fits;
    }
    if (!*isOfToday)
        return true;
    const auto named = yesOrNo(database,
                               u"SELECT EXISTS (SELECT 1 FROM cases WHERE key = (SELECT id FROM words WHERE word = ?))"
                               " OR NOT EXISTS (SELECT 1 FROM cases)"_s,
                               {cipher.keyId()});
    return !named || *named ? named : opensAnyCase(database, cipher);
}

Result<bool> hasAnyCheck(const Database &database)
{
    auto isOfToday = hasTable(database, u"words"_s);
    if (!isOfToday)
        return isOfToday;
    const QString older =
        *isOfToday ? u" OR EXISTS (SELECT 1 FROM checks_before) OR EXISTS (SELECT 1 FROM cases)"_s : u""_s;
    return yesOrNo(database, u"SELECT EXISTS (SELECT 1 FROM checks)"_s + older);
}

std::optional<Error> takeInOlderChecks(RecordTables &tables)
{
    for (;;) {
        const auto moved = moveSome(tables);
        if (!moved)
            tables.forget();
        if (!moved || *moved == 0)
            return moved ? std::nullopt : std::optional(moved.error());
    }
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/olderchecks.h"

#include "lib/localrecord/rowids.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/record/storednames.h"

#include <QtEndian>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
struct SealedCheckColumn {
    enum Index { Id, Uid, Key, CheckedAt, CaseId, AnswerId, Connection, AskedByWhom, Outcome, HttpStatus, Changed,
                 Category, Seal, ReceiptUid, Receipt, Transcripts, AnswerColumns };
};
// clang-format on

//! The columns of a row that are kept of one that cannot be read; they stand first, in this order.
constexpr const char *keptColumns[] = {"id",        "uid",        "key",      "checked_at", "case_id",
                                       "answer_id", "connection", "asked_by", "outcome",    "http_status",
                                       "change",    "category",   "seal"};

QString sealedChecks()
{
    return u"SELECT checks_5.id, checks_5.uid, checks_5.key, checks_5.checked_at, checks_5.case_id, checks_5.answer_id,"
           " checks_5.connection, checks_5.asked_by, checks_5.outcome, checks_5.http_status, checks_5.change,"
           " checks_5.category, checks_5.seal, cases.uid, cases.receipt, transcripts.sealed, "_s
        + AnswerStore::columns()
        + u" FROM checks_5 LEFT JOIN answers ON answers.id = checks_5.answer_id LEFT JOIN cases ON"
          " cases.id = checks_5.case_id LEFT JOIN transcripts ON transcripts.check_id = checks_5.id"
          " ORDER BY checks_5.id"_s;
}

QByteArray rawRow(const Rows &rows)
{
    QByteArrayList columns;
    for (int i = 0; i < int(std::size(keptColumns)); ++i) {
        const bool isBytes = i == SealedCheckColumn::Uid || i == SealedCheckColumn::Seal;
        columns << canonicalcbor::array(
            {canonicalcbor::text(QLatin1StringView(keptColumns[i])),
             isBytes ? canonicalcbor::bytes(rows.bytes(i)) : canonicalcbor::integer(rows.integer(i))});
    }
    return canonicalcbor::array(columns);
}

} // namespace

//! What the seal of a row vouches for.
struct SealedChecks::Vouched {
    QByteArray uid;
    QByteArray receipt;
    qint64 checkedAt;
    QByteArray connection;
    QByteArray askedBy;
    QByteArray outcome;
    qint64 httpStatus;
    QByteArray change;
    QByteArray category;
    QByteArray answerHash;
    QByteArray headingHash;

    //! Each part behind its length, so that no two rows give the same bytes.
    [[nodiscard]] QByteArray bytes() const
    {
        QByteArray all;
        const auto appendNumber = [&](qint64 number) {
            char little[8];
            qToLittleEndian(number, little);
            all.append(little, sizeof little);
        };
        for (const QByteArray *part :
             {&uid, &receipt, &connection, &askedBy, &outcome, &change, &category, &answerHash, &headingHash}) {
            appendNumber(part->size());
            all.append(*part);
        }
        appendNumber(checkedAt);
        appendNumber(httpStatus);
        return all;
    }
};

SealedChecks::SealedChecks(const RecordTables &tables)
    : m_tables(tables), m_rows(tables.database->query(sealedChecks()))
{}

Result<std::optional<OlderCheck>> SealedChecks::next()
{
    std::optional<OlderCheck> check;
    if (m_rows.next())
        check = read();
    if (m_rows.error())
        return *m_rows.error();
    return check;
}

//! Whether the seal of the row holds. Where a number of the row stands for no word, with one of the known words in its
//! place: one damaged number in `words` must not lose all checks with that word.
bool SealedChecks::sealHolds(const ReceiptNumber &receipt, Vouched row) const
{
    row.receipt = receipt.toString().toLatin1();
    const QByteArray seal = m_rows.bytes(SealedCheckColumn::Seal);
    if (m_tables.cipher.sealOf(row.bytes()) == seal)
        return true;
    static constexpr QByteArray Vouched::*words[] = {&Vouched::connection, &Vouched::askedBy, &Vouched::outcome,
                                                     &Vouched::change, &Vouched::category};
    const auto isMissing = [&row](QByteArray Vouched::*word) { return (row.*word).isNull(); };
    if (std::ranges::count_if(words, isMissing) != 1 || m_rowsToTry-- <= 0)
        return false;
    const auto lost = *std::ranges::find_if(words, isMissing);
    return std::ranges::any_of(m_tables.words.all(), [&](const QString &word) {
        row.*lost = word.toUtf8();
        return m_tables.cipher.sealOf(row.bytes()) == seal;
    });
}

OlderCheck SealedChecks::read()
{
    const NameTable &names = m_tables.words;
    const auto word = [&](SealedCheckColumn::Index column) { return names.word(m_rows.integer(column)); };
    const auto bytes = [&](SealedCheckColumn::Index column) { return names.bytes(m_rows.integer(column)); };
    const qint64 headingId = m_rows.integer(SealedCheckColumn::AnswerColumns);
    const auto heading = headingId == 0 ? nullptr : m_tables.texts.heading(headingId);
    OlderCheck check{.id = m_rows.integer(SealedCheckColumn::Id),
                     .uid = m_rows.bytes(SealedCheckColumn::Uid),
                     .checkedAt = m_rows.integer(SealedCheckColumn::CheckedAt),
                     .caseId = m_rows.integer(SealedCheckColumn::CaseId),
                     .answer = {m_rows.integer(SealedCheckColumn::AnswerId),
                                m_rows.bytes(SealedCheckColumn::AnswerColumns + 4),
                                heading ? heading->hash : QByteArray()},
                     .connection = word(SealedCheckColumn::Connection),
                     .askedBy = word(SealedCheckColumn::AskedByWhom),
                     .outcomeName = word(SealedCheckColumn::Outcome),
                     .change = word(SealedCheckColumn::Changed),
                     .category = word(SealedCheckColumn::Category),
                     .httpStatus = m_rows.integer(SealedCheckColumn::HttpStatus)};
    const auto opened = m_tables.cipher.open(m_rows.bytes(SealedCheckColumn::Receipt), "receipt"_L1,
                                             m_rows.bytes(SealedCheckColumn::ReceiptUid));
    const auto receipt = opened ? ReceiptNumber::fromText(QString::fromLatin1(*opened)) : std::nullopt;
    const bool sound = receipt && (headingId == 0 || heading) && isRowId(check.id)
        && sealHolds(*receipt,
                     {check.uid,
                      {},
                      check.checkedAt,
                      bytes(SealedCheckColumn::Connection),
                      bytes(SealedCheckColumn::AskedByWhom),
                      bytes(SealedCheckColumn::Outcome),
                      check.httpStatus,
                      bytes(SealedCheckColumn::Changed),
                      bytes(SealedCheckColumn::Category),
                      check.answer.hash,
                      check.answer.headingHash});
    auto kept = sound ? m_tables.answers.read(m_rows, SealedCheckColumn::AnswerColumns) : std::nullopt;
    if (kept && kept->answer.ok() && kept->answer->receipt != receipt)
        kept.reset();
    std::optional<std::vector<HttpTranscript>> transcripts{std::in_place};
    if (kept && !m_rows.isNull(SealedCheckColumn::Transcripts)) {
        const auto plain =
            m_tables.cipher.open(m_rows.bytes(SealedCheckColumn::Transcripts), "transcripts"_L1, check.uid);
        transcripts = plain ? decodeTranscripts(*plain, kept->rawReply) : std::nullopt;
    }
    if (!kept || !transcripts) {
        check.raw = rawRow(m_rows);
        return check;
    }
    check.outcome = CheckOutcome{.receipt = *receipt,
                                 .connection = check.connection,
                                 .askedBy = askedByFromName(check.askedBy),
                                 .checkedAt = QDateTime::fromMSecsSinceEpoch(check.checkedAt, Qt::UTC),
                                 .result = std::move(kept->answer),
                                 .httpStatus = static_cast<int>(check.httpStatus),
                                 .rawReply = std::move(kept->rawReply),
                                 .transcripts = *std::move(transcripts),
                                 .id = check.id,
                                 .uuid = check.uid,
                                 .change = changeFromName(check.change)};
    return check;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/olderchecks.h"

#include "lib/localrecord/outcomecodec.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/record/storednames.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
struct WideCheckColumn {
    enum Index { Id, Uid, CheckedAt, Connection, Outcome, Changed, Category, KeyId, AskedByWhom, HttpStatus, ReceiptHash,
                 Summary, Answer, RawReply, Transcripts, Count };
};
// clang-format on

constexpr const char *wideColumns[] = {"id",           "uid",      "checked_at", "connection", "outcome",
                                       "change",       "category", "key_id",     "asked_by",   "http_status",
                                       "receipt_hash", "summary",  "answer",     "raw_reply",  "transcripts"};

QString wideChecks()
{
    QStringList columns;
    for (const char *column : wideColumns)
        columns << QString::fromLatin1(column);
    return u"SELECT %1 FROM checks_before WHERE id NOT IN (SELECT id FROM checks_5) ORDER BY id"_s.arg(
        columns.join(u", "_s));
}

std::optional<CheckOutcome> wholeOf(const Rows &rows, const FieldCipher &cipher)
{
    if (rows.text(WideCheckColumn::KeyId) != cipher.keyId())
        return {};
    const QByteArray uid = rows.bytes(WideCheckColumn::Uid);
    const auto opened = [&](WideCheckColumn::Index column, QLatin1StringView name) {
        return cipher.open(rows.bytes(column), name, uid);
    };
    const auto summaryBytes = opened(WideCheckColumn::Summary, "summary"_L1);
    const auto answerBytes = opened(WideCheckColumn::Answer, "answer"_L1);
    const auto rawReply = opened(WideCheckColumn::RawReply, "raw_reply"_L1);
    const auto summary = summaryBytes ? decodeSummary(*summaryBytes) : std::nullopt;
    auto answer = answerBytes ? decodeAnswer(*answerBytes) : std::nullopt;
    if (!summary || !answer || !rawReply)
        return {};
    std::optional<std::vector<HttpTranscript>> transcripts{std::in_place};
    if (!rows.bytes(WideCheckColumn::Transcripts).isEmpty()) {
        const auto bytes = opened(WideCheckColumn::Transcripts, "transcripts"_L1);
        transcripts = bytes ? decodeTranscripts(*bytes, *rawReply) : std::nullopt;
    }
    if (!transcripts)
        return {};
    return CheckOutcome{.receipt = summary->receipt,
                        .connection = rows.text(WideCheckColumn::Connection),
                        .askedBy = askedByFromName(rows.text(WideCheckColumn::AskedByWhom)),
                        .checkedAt = QDateTime::fromMSecsSinceEpoch(rows.integer(WideCheckColumn::CheckedAt), Qt::UTC),
                        .result = *std::move(answer),
                        .httpStatus = static_cast<int>(rows.integer(WideCheckColumn::HttpStatus)),
                        .rawReply = *rawReply,
                        .transcripts = *std::move(transcripts),
                        .id = rows.integer(WideCheckColumn::Id),
                        .uuid = uid,
                        .change = changeFromName(rows.text(WideCheckColumn::Changed))};
}

QByteArray rawWideRow(const Rows &rows)
{
    QByteArrayList columns;
    for (int i = 0; i < WideCheckColumn::Count; ++i) {
        const bool isNumber =
            i == WideCheckColumn::Id || i == WideCheckColumn::CheckedAt || i == WideCheckColumn::HttpStatus;
        columns << canonicalcbor::array(
            {canonicalcbor::text(QLatin1StringView(wideColumns[i])),
             isNumber ? canonicalcbor::integer(rows.integer(i)) : canonicalcbor::bytes(rows.bytes(i))});
    }
    return canonicalcbor::array(columns);
}

} // namespace

WideChecks::WideChecks(const RecordTables &tables) : m_tables(tables), m_rows(tables.database->query(wideChecks())) {}

Result<std::optional<OlderCheck>> WideChecks::next()
{
    std::optional<OlderCheck> check;
    if (m_rows.next()) {
        check = OlderCheck{.id = m_rows.integer(WideCheckColumn::Id),
                           .uid = m_rows.bytes(WideCheckColumn::Uid),
                           .checkedAt = m_rows.integer(WideCheckColumn::CheckedAt),
                           .outcome = wholeOf(m_rows, m_tables.cipher),
                           .receiptHash = m_rows.bytes(WideCheckColumn::ReceiptHash),
                           .connection = m_rows.text(WideCheckColumn::Connection),
                           .askedBy = m_rows.text(WideCheckColumn::AskedByWhom),
                           .outcomeName = m_rows.text(WideCheckColumn::Outcome),
                           .change = m_rows.text(WideCheckColumn::Changed),
                           .category = m_rows.text(WideCheckColumn::Category),
                           .httpStatus = m_rows.integer(WideCheckColumn::HttpStatus)};
        if (!check->outcome)
            check->raw = rawWideRow(m_rows);
    }
    if (m_rows.error())
        return *m_rows.error();
    return check;
}

} // namespace linterna

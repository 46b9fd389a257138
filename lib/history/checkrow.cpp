// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/checkrow.h"

#include "history/changedetector.h"
#include "history/outcomecodec.h"
#include "history/storednames.h"
#include "history/transcriptcodec.h"
#include "text/safehtml.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
enum Column { Id, Uid, CheckedAt, Connection, Outcome, Changed, Category, KeyId, Summary,
              AskedByWhom, HttpStatus, Answer, RawReply, Transcripts };
// clang-format on

constexpr QLatin1StringView summaryColumn = "summary"_L1;
constexpr QLatin1StringView answerColumn = "answer"_L1;
constexpr QLatin1StringView rawReplyColumn = "raw_reply"_L1;
constexpr QLatin1StringView transcriptsColumn = "transcripts"_L1;
constexpr QLatin1StringView good = "ok"_L1;

std::optional<QByteArray> opened(const Rows &rows, const FieldCipher &cipher, Column column, QLatin1StringView name)
{
    if (rows.text(KeyId) != cipher.keyId())
        return {};
    return cipher.open(rows.bytes(column), name, rows.bytes(Uid));
}

std::optional<OutcomeSummary> openedSummary(const Rows &rows, const FieldCipher &cipher)
{
    const auto bytes = opened(rows, cipher, Summary, summaryColumn);
    return bytes ? decodeSummary(*bytes) : std::nullopt;
}

//! Empty where they cannot be read; none where none were kept.
std::optional<std::vector<HttpTranscript>> openedTranscripts(const Rows &rows, const FieldCipher &cipher,
                                                             const QByteArray &rawReply)
{
    if (rows.bytes(Transcripts).isEmpty())
        return std::vector<HttpTranscript>();
    const auto bytes = opened(rows, cipher, Transcripts, transcriptsColumn);
    return bytes ? decodeTranscripts(*bytes, rawReply) : std::nullopt;
}

QDateTime checkedAt(const Rows &rows)
{
    return QDateTime::fromMSecsSinceEpoch(rows.integer(CheckedAt), Qt::UTC);
}

} // namespace

QString listColumns()
{
    return u"id, uid, checked_at, connection, outcome, change, category, key_id, summary"_s;
}

QString outcomeColumns()
{
    return listColumns() + u", asked_by, http_status, answer, raw_reply, transcripts"_s;
}

HistoryRow readListRow(const Rows &rows, const FieldCipher &cipher)
{
    HistoryRow row{.id = rows.integer(Id),
                   .checkedAt = checkedAt(rows),
                   .connection = rows.text(Connection),
                   .change = changeFromName(rows.text(Changed)),
                   .category = categoryFromName(rows.text(Category))};
    if (rows.text(Outcome) != good)
        row.error = errorCodeFromName(rows.text(Outcome)).value_or(ErrorCode::Server);
    if (const auto summary = openedSummary(rows, cipher)) {
        row.receipt = summary->receipt;
        row.formType = summary->formType;
        row.title = summary->title;
    } else {
        row.unreadable = true;
    }
    return row;
}

std::optional<CheckOutcome> readOutcome(const Rows &rows, const FieldCipher &cipher)
{
    const auto summary = openedSummary(rows, cipher);
    const auto answerBytes = opened(rows, cipher, Answer, answerColumn);
    const auto rawReply = opened(rows, cipher, RawReply, rawReplyColumn);
    const auto answer = answerBytes ? decodeAnswer(*answerBytes) : std::nullopt;
    const auto transcripts = openedTranscripts(rows, cipher, rawReply.value_or(QByteArray()));
    if (!summary || !answer || !rawReply || !transcripts)
        return {};
    return CheckOutcome{.receipt = summary->receipt,
                        .connection = rows.text(Connection),
                        .askedBy = askedByFromName(rows.text(AskedByWhom)),
                        .checkedAt = checkedAt(rows),
                        .result = *answer,
                        .httpStatus = static_cast<int>(rows.integer(HttpStatus)),
                        .rawReply = *rawReply,
                        .transcripts = *transcripts,
                        .id = rows.integer(Id),
                        .change = changeFromName(rows.text(Changed))};
}

QByteArray receiptHash(const ReceiptNumber &receipt, const FieldCipher &cipher)
{
    return cipher.lookupHash(receipt.toString().toLatin1());
}

namespace {

QByteArray sealedTranscripts(const CheckOutcome &outcome, const FieldCipher &cipher, const QByteArray &uid)
{
    const QByteArray bytes = encodeTranscripts(outcome.transcripts, outcome.rawReply);
    return bytes.isEmpty() ? QByteArray("") : cipher.seal(bytes, transcriptsColumn, uid);
}

} // namespace

Result<qint64> insertOutcome(const Database &database, const FieldCipher &cipher, const CheckOutcome &outcome)
{
    const QByteArray uid = FieldCipher::makeRowUid();
    const auto &result = outcome.result;
    const Rows rows = database.query(
        u"INSERT INTO checks (uid, checked_at, connection, asked_by, outcome, http_status, change, category, key_id,"
        " receipt_hash, summary, answer, raw_reply, transcripts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {uid, outcome.checkedAt.toMSecsSinceEpoch(), outcome.connection, askedByName(outcome.askedBy),
         result ? QString(good) : errorCodeName(result.error().code), outcome.httpStatus, changeName(outcome.change),
         result ? statusCategoryName(statusCategory(safeTitle(result->title.en))) : QString(), cipher.keyId(),
         receiptHash(outcome.receipt, cipher), cipher.seal(encodeSummary(outcome), summaryColumn, uid),
         cipher.seal(encodeAnswer(result), answerColumn, uid), cipher.seal(outcome.rawReply, rawReplyColumn, uid),
         sealedTranscripts(outcome, cipher, uid)});
    if (rows.error())
        return *rows.error();
    return rows.insertedId();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/checktable.h"

#include "lib/localrecord/rowids.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/record/storednames.h"
#include "lib/text/characters.h"
#include "lib/text/safehtml.h"

#include <QtEndian>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
struct StoredCheckColumn {
    enum Index { Id, Uid, Key, CheckedAt, Connection, AskedByWhom, Outcome, HttpStatus, Changed, Category, Seal,
              HeadingId, AnswerHash, CaseColumns, CaseEnd = CaseColumns + CaseTable::ColumnCount,
              AnswerColumns = CaseEnd, Transcripts = AnswerColumns + 6 };
};
// clang-format on

constexpr QLatin1StringView transcriptsField = "transcripts"_L1;
constexpr QLatin1StringView goodOutcomeName = "ok"_L1;

} // namespace

//! What the seal of a row vouches for.
struct CheckTable::SealedCheck {
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
        constexpr qsizetype usual = 200;
        QByteArray all;
        all.reserve(usual);
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

namespace {

//! Invalid where it is no time at which anybody could have asked.
QDateTime momentOf(qint64 milliseconds)
{
    constexpr qint64 beginOfYear1 = -62'135'596'800'000;
    constexpr qint64 endOfYear9999 = 253'402'300'799'999;
    return milliseconds >= beginOfYear1 && milliseconds <= endOfYear9999
        ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC)
        : QDateTime();
}

QString columnsOfChecks()
{
    return u"checks.id, checks.uid, checks.key, checks.checked_at, checks.connection, checks.asked_by, checks.outcome,"
           " checks.http_status, checks.change, checks.category, checks.seal, answers.heading, answers.hash, "_s
        + CaseTable::columns();
}

QString tables()
{
    return u" FROM checks LEFT JOIN answers ON answers.id = checks.answer_id LEFT JOIN cases ON cases.id = checks.case_id"_s;
}

} // namespace

CheckTable::CheckTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words,
                       CaseTable &cases, AnswerStore &answers, TextStore &texts)
    : m_database(std::move(database)), m_cipher(cipher), m_words(words), m_cases(cases), m_answers(answers),
      m_texts(texts)
{}

QString CheckTable::selectRows()
{
    return u"SELECT "_s + columnsOfChecks() + tables() + u' ';
}

QString CheckTable::selectWhole(Depth depth)
{
    const QString answers = u"SELECT "_s + columnsOfChecks() + u", "_s + AnswerStore::columns();
    return depth == Depth::Answer ? answers + tables() + u' '
                                  : answers + u", transcripts.sealed"_s + tables()
            + u" LEFT JOIN transcripts ON transcripts.check_id = checks.id "_s;
}

Result<qint64> CheckTable::insert(const CheckOutcome &outcome, const CaseEntry &ofCase)
{
    const auto &result = outcome.result;
    const auto answer = m_answers.keep(result, outcome.rawReply);
    if (!answer)
        return answer.error();
    const SealedCheck row{
        .uid = FieldCipher::makeRowUid(),
        .receipt = outcome.receipt.toString().toLatin1(),
        .checkedAt = outcome.checkedAt.toMSecsSinceEpoch(),
        .connection = wellFormed(outcome.connection).toUtf8(),
        .askedBy = askedByName(outcome.askedBy).toUtf8(),
        .outcome = result ? QByteArray(goodOutcomeName.data()) : errorCodeName(result.error().code).toUtf8(),
        .httpStatus = outcome.httpStatus,
        .change = changeName(outcome.change).toUtf8(),
        .category = result ? statusCategoryName(statusCategory(safeTitle(result->title.en))).toUtf8() : QByteArray(),
        .answerHash = answer->hash,
        .headingHash = answer->headingHash,
    };
    const auto free = outcome.id == 0 ? nextRowId(*m_database, "checks"_L1) : Result<QVariant>(QVariant(outcome.id));
    if (!free)
        return free.error();
    QVariantList values{
        *free, row.uid, row.checkedAt, ofCase.id, answer->id, outcome.httpStatus, m_cipher.sealOf(row.bytes())};
    for (const QByteArray &word :
         {m_cipher.keyId().toLatin1(), row.connection, row.askedBy, row.outcome, row.change, row.category}) {
        const auto number = m_words.number(QString::fromUtf8(word));
        if (!number)
            return number.error();
        values << *number;
    }
    const Rows added = m_database->query(
        u"INSERT INTO checks (id, uid, checked_at, case_id, answer_id, http_status, seal, key, connection, asked_by,"
        " outcome, change, category) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        values);
    if (added.error())
        return *added.error();
    const qint64 id = added.insertedId();
    // Requests that stand under this id by damage get another number: they are kept, but not taken for those of this
    // check.
    if (auto error = m_database->execute(
            u"UPDATE transcripts SET check_id = (SELECT min(0, min(check_id)) - 1 FROM transcripts) WHERE check_id = ?"_s,
            {id}))
        return *error;
    if (const QByteArray bytes = encodeTranscripts(outcome.transcripts, outcome.rawReply); !bytes.isEmpty()) {
        if (auto error = m_database->execute(u"INSERT INTO transcripts (check_id, sealed) VALUES (?, ?)"_s,
                                             {id, m_cipher.seal(bytes, transcriptsField, row.uid)}))
            return *error;
    }
    return id;
}

bool CheckTable::sealHolds(const Rows &rows, const ReceiptNumber &receipt) const
{
    const qint64 heading = rows.integer(StoredCheckColumn::HeadingId);
    const auto kept = heading == 0 ? nullptr : m_texts.heading(heading);
    if (heading != 0 && !kept)
        return false;
    const SealedCheck row{.uid = rows.bytes(StoredCheckColumn::Uid),
                          .receipt = receipt.toString().toLatin1(),
                          .checkedAt = rows.integer(StoredCheckColumn::CheckedAt),
                          .connection = m_words.bytes(rows.integer(StoredCheckColumn::Connection)),
                          .askedBy = m_words.bytes(rows.integer(StoredCheckColumn::AskedByWhom)),
                          .outcome = m_words.bytes(rows.integer(StoredCheckColumn::Outcome)),
                          .httpStatus = rows.integer(StoredCheckColumn::HttpStatus),
                          .change = m_words.bytes(rows.integer(StoredCheckColumn::Changed)),
                          .category = m_words.bytes(rows.integer(StoredCheckColumn::Category)),
                          .answerHash = rows.bytes(StoredCheckColumn::AnswerHash),
                          .headingHash = kept ? kept->hash : QByteArray()};
    if (m_words.word(rows.integer(StoredCheckColumn::Key)) == m_cipher.keyId()
        && m_cipher.sealOf(row.bytes()) == rows.bytes(StoredCheckColumn::Seal))
        return true;
    return findWord(rows, row);
}

bool CheckTable::findWord(const Rows &rows, SealedCheck row) const
{
    // Without this, one damaged number in `words` would make all checks with that word unreadable.
    static constexpr std::pair<StoredCheckColumn::Index, QByteArray SealedCheck::*> words[] = {
        {StoredCheckColumn::Connection, &SealedCheck::connection},
        {StoredCheckColumn::AskedByWhom, &SealedCheck::askedBy},
        {StoredCheckColumn::Outcome, &SealedCheck::outcome},
        {StoredCheckColumn::Changed, &SealedCheck::change},
        {StoredCheckColumn::Category, &SealedCheck::category}};
    const auto isMissing = [&](const auto &one) { return (row.*one.second).isNull(); };
    const bool keyIsMissing = m_words.word(rows.integer(StoredCheckColumn::Key)).isNull();
    const auto lost = std::ranges::find_if(words, isMissing);
    if (lost == std::end(words) && !keyIsMissing)
        return false;
    if (std::ranges::count_if(words, isMissing) > 1 || m_rowsToTry-- <= 0)
        return false;
    for (const QString &word : lost == std::end(words) ? QStringList{QString()} : m_words.all()) {
        if (lost != std::end(words))
            row.*lost->second = word.toUtf8();
        if (m_cipher.sealOf(row.bytes()) != rows.bytes(StoredCheckColumn::Seal))
            continue;
        if (lost != std::end(words))
            m_words.believe(rows.integer(lost->first), word);
        if (keyIsMissing)
            m_words.believe(rows.integer(StoredCheckColumn::Key), m_cipher.keyId());
        return true;
    }
    return false;
}

CheckRow CheckTable::readRow(const Rows &rows) const
{
    return readRow(rows, {}, CaseTable::Opening::Remembered);
}

CheckRow CheckTable::readRow(const Rows &rows, const std::optional<ReceiptNumber> &asked,
                             CaseTable::Opening opening) const
{
    CaseEntry ofCase = m_cases.read(rows, StoredCheckColumn::CaseColumns, opening);
    if (asked && ofCase.receipt != asked)
        ofCase = {.receipt = asked};
    const bool readable =
        isRowId(rows.integer(StoredCheckColumn::Id)) && ofCase.receipt && sealHolds(rows, *ofCase.receipt);
    const QString outcome = m_words.word(rows.integer(StoredCheckColumn::Outcome));
    CheckRow row{{.id = rows.integer(StoredCheckColumn::Id),
                  .category = categoryFromName(m_words.word(rows.integer(StoredCheckColumn::Category))),
                  .change = changeFromName(m_words.word(rows.integer(StoredCheckColumn::Changed))),
                  .checkedAt = momentOf(rows.integer(StoredCheckColumn::CheckedAt))},
                 m_words.word(rows.integer(StoredCheckColumn::Connection)),
                 askedByFromName(m_words.word(rows.integer(StoredCheckColumn::AskedByWhom))),
                 static_cast<int>(rows.integer(StoredCheckColumn::HttpStatus))};
    if (outcome != goodOutcomeName)
        row.error = errorCodeFromName(outcome).value_or(ErrorCode::Server);
    if (!readable) {
        row.unreadable = true;
        return row;
    }
    row.receipt = std::move(ofCase.receipt);
    row.details = std::move(ofCase.details);
    const qint64 headingId = rows.integer(StoredCheckColumn::HeadingId);
    if (const auto heading = headingId == 0 ? nullptr : m_texts.heading(headingId)) { // 0: there is none
        row.formType = heading->formType;
        row.title = heading->title;
    }
    return row;
}

CheckTable::Whole CheckTable::readWhole(const Rows &rows, const std::optional<ReceiptNumber> &asked, Depth depth) const
{
    Whole whole{.row = readRow(rows, asked, CaseTable::Opening::Once), .outcome = {}};
    const CheckRow &row = whole.row;
    auto kept = row.unreadable ? std::nullopt
                               : m_answers.read(rows, StoredCheckColumn::AnswerColumns, depth == Depth::Requests);
    if (!kept || (kept->answer.ok() && kept->answer->receipt != row.receipt))
        return whole;
    std::optional<std::vector<HttpTranscript>> transcripts{std::in_place};
    if (depth == Depth::Requests && !rows.isNull(StoredCheckColumn::Transcripts)) {
        const auto bytes = m_cipher.open(rows.bytes(StoredCheckColumn::Transcripts), transcriptsField,
                                         rows.bytes(StoredCheckColumn::Uid));
        transcripts = bytes ? decodeTranscripts(*bytes, kept->rawReply) : std::nullopt;
    }
    if (!transcripts)
        return whole;
    whole.outcome = CheckOutcome{.receipt = *row.receipt,
                                 .connection = row.connection,
                                 .askedBy = row.askedBy,
                                 .checkedAt = row.checkedAt,
                                 .result = std::move(kept->answer),
                                 .httpStatus = row.httpStatus,
                                 .rawReply = std::move(kept->rawReply),
                                 .transcripts = std::move(*transcripts),
                                 .id = row.id,
                                 .change = row.change};
    return whole;
}

} // namespace linterna

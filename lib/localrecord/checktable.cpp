// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/checktable.h"

#include "lib/localrecord/checklocal.h"
#include "lib/localrecord/transcriptcodec.h"
#include "lib/record/storednames.h"
#include "lib/text/characters.h"
#include "lib/text/safehtml.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
struct StoredCheckColumn {
    enum Index { Id, CheckedAt, Connection, AskedByWhom, Outcome, HttpStatus, Changed, Category, HeadingId, AnswerHash,
              EventColumns, EventEnd = EventColumns + EventTable::ColumnCount,
              CaseColumns = EventEnd, CaseEnd = CaseColumns + CaseTable::ColumnCount,
              AnswerColumns = CaseEnd, Transcripts = AnswerColumns + 6 };
};
// clang-format on

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
    return u"checks.id, checks.checked_at, checks.connection, checks.asked_by, checks.outcome, checks.http_status,"
           " checks.change, checks.category, answers.heading, answers.hash, "_s
        + EventTable::columns() + u", "_s + CaseTable::columns();
}

QString tables()
{
    return u" FROM checks LEFT JOIN events ON events.id = checks.event LEFT JOIN answers ON answers.id = checks.answer_id"
           " LEFT JOIN cases ON cases.id = checks.case_id"_s;
}

//! Whether an outcome is what the content of its event says. Without its requests, these are not compared.
bool isVouchedFor(const CheckOutcome &outcome, const CheckContent &content, CheckTable::Depth depth)
{
    CheckContent found = checkContentOf(outcome);
    if (depth == CheckTable::Depth::Answer) {
        found.rawReply = content.rawReply;
        found.transcripts = content.transcripts;
    }
    return found == content;
}

} // namespace

struct CheckTable::Vouched {
    QByteArray uuid;
    CheckContent content;
    CheckLocal local;
};

CheckTable::CheckTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words,
                       EventTable &events, CaseTable &cases, AnswerStore &answers, TextStore &texts)
    : m_database(std::move(database)), m_cipher(cipher), m_words(words), m_events(events), m_cases(cases),
      m_answers(answers), m_texts(texts)
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

bool CheckTable::isWord(const Rows &rows, int column, const QString &expected) const
{
    const QString word = m_words.word(rows.integer(column));
    return word.isNull() || word == expected; // a number that stands for no word says nothing against the event
}

bool CheckTable::isAsInEvent(const Rows &rows, const CheckContent &content, const CheckLocal &local) const
{
    const QString outcome = content.error ? errorCodeName(*content.error) : QString(goodOutcomeName);
    const QString category = content.error ? u""_s : statusCategoryName(local.category);
    return rows.integer(StoredCheckColumn::CheckedAt) == content.checkedAt
        && rows.integer(StoredCheckColumn::HttpStatus) == content.httpStatus
        && isWord(rows, StoredCheckColumn::Connection, content.connection)
        && isWord(rows, StoredCheckColumn::AskedByWhom, askedByName(content.askedBy))
        && isWord(rows, StoredCheckColumn::Outcome, outcome)
        && isWord(rows, StoredCheckColumn::Changed, changeName(local.change))
        && isWord(rows, StoredCheckColumn::Category, category);
}

bool CheckTable::isAnswerOf(const Rows &rows, const CheckLocal &local) const
{
    const qint64 headingId = rows.integer(StoredCheckColumn::HeadingId);
    const auto heading = headingId == 0 ? nullptr : m_texts.heading(headingId);
    return rows.bytes(StoredCheckColumn::AnswerHash) == local.answer
        && (heading ? heading->hash : QByteArray()) == local.heading;
}

std::optional<CheckTable::Vouched> CheckTable::vouchedFor(const Rows &rows, const std::optional<ReceiptNumber> &receipt,
                                                          CheckDamage *damage) const
{
    if (damage)
        *damage = receipt ? CheckDamage::RowDiffers : CheckDamage::CaseUnknown;
    auto event = receipt && isRowId(rows.integer(StoredCheckColumn::Id))
        ? m_events.open(rows, StoredCheckColumn::EventColumns, damage)
        : std::nullopt;
    auto *content = event ? std::get_if<CheckContent>(&event->decoded.content) : nullptr;
    auto local = content && content->receipt == receipt ? CheckLocal::decode(event->local) : std::nullopt;
    if (!local || !isAsInEvent(rows, *content, *local))
        return {};
    if (damage)
        *damage = CheckDamage::PartDiffers;
    if (!isAnswerOf(rows, *local))
        return {};
    return Vouched{std::move(event->decoded.origin.uuid), std::move(*content), *std::move(local)};
}

CheckRow CheckTable::readRow(const Rows &rows) const
{
    CaseEntry ofCase = m_cases.read(rows, StoredCheckColumn::CaseColumns);
    const auto vouched = vouchedFor(rows, ofCase.receipt);
    return readRow(rows, vouched, std::move(ofCase.details));
}

CheckRow CheckTable::readRow(const Rows &rows, const std::optional<Vouched> &vouched, CaseDetails details) const
{
    if (!vouched) { // what the numbers of the row say stands in the list, marked
        CheckRow row{{.id = rows.integer(StoredCheckColumn::Id),
                      .category = categoryFromName(m_words.word(rows.integer(StoredCheckColumn::Category))),
                      .change = changeFromName(m_words.word(rows.integer(StoredCheckColumn::Changed))),
                      .checkedAt = momentOf(rows.integer(StoredCheckColumn::CheckedAt)),
                      .unreadable = true},
                     m_words.word(rows.integer(StoredCheckColumn::Connection)),
                     askedByFromName(m_words.word(rows.integer(StoredCheckColumn::AskedByWhom))),
                     static_cast<int>(rows.integer(StoredCheckColumn::HttpStatus))};
        const QString outcome = m_words.word(rows.integer(StoredCheckColumn::Outcome));
        if (outcome != goodOutcomeName)
            row.error = errorCodeFromName(outcome).value_or(ErrorCode::Server);
        return row;
    }
    const CheckContent &content = vouched->content;
    CheckRow row{{.id = rows.integer(StoredCheckColumn::Id),
                  .receipt = content.receipt,
                  .category = vouched->local.category,
                  .error = content.error,
                  .change = vouched->local.change,
                  .checkedAt = momentOf(content.checkedAt)},
                 content.connection,
                 content.askedBy,
                 content.httpStatus};
    row.details = std::move(details);
    const qint64 headingId = rows.integer(StoredCheckColumn::HeadingId);
    if (const auto heading = headingId == 0 ? nullptr : m_texts.heading(headingId)) { // 0: there is none
        row.formType = heading->formType;
        row.title = heading->title;
    }
    return row;
}

CheckTable::Whole CheckTable::readWhole(const Rows &rows, const std::optional<ReceiptNumber> &asked, Depth depth) const
{
    CaseEntry ofCase = m_cases.read(rows, StoredCheckColumn::CaseColumns, CaseTable::Opening::Once);
    if (asked && ofCase.receipt != asked)
        ofCase = {.receipt = asked};
    CheckDamage damage = CheckDamage::RowDiffers;
    const auto vouched = vouchedFor(rows, ofCase.receipt, &damage);
    Whole whole{.row = readRow(rows, vouched, std::move(ofCase.details)), .outcome = {}, .damage = damage};
    const CheckRow &row = whole.row;
    auto kept =
        vouched ? m_answers.read(rows, StoredCheckColumn::AnswerColumns, depth == Depth::Requests) : std::nullopt;
    if (!kept || (kept->answer.ok() && kept->answer->receipt != row.receipt))
        return whole;
    std::optional<std::vector<HttpTranscript>> transcripts{std::in_place};
    if (depth == Depth::Requests && !rows.isNull(StoredCheckColumn::Transcripts)) {
        const auto bytes = m_cipher.open(rows.bytes(StoredCheckColumn::Transcripts), transcriptsField, vouched->uuid);
        transcripts = bytes ? decodeTranscripts(*bytes, kept->rawReply) : std::nullopt;
    }
    if (!transcripts)
        return whole;
    CheckOutcome outcome{.receipt = *row.receipt,
                         .connection = row.connection,
                         .askedBy = row.askedBy,
                         .checkedAt = row.checkedAt,
                         .result = std::move(kept->answer),
                         .httpStatus = row.httpStatus,
                         .rawReply = std::move(kept->rawReply),
                         .transcripts = *std::move(transcripts),
                         .id = row.id,
                         .uuid = vouched->uuid,
                         .change = row.change};
    if (isVouchedFor(outcome, vouched->content, depth)) {
        whole.outcome = std::move(outcome);
        whole.damage.reset();
    }
    return whole;
}

} // namespace linterna

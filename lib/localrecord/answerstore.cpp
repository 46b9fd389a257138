// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/answerstore.h"

#include "lib/localrecord/outcomecodec.h"
#include "lib/localrecord/rowids.h"
#include "lib/text/cbortext.h"

#include <QCborStreamReader>
#include <QCborStreamWriter>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView answerColumn = "answer"_L1;
constexpr quint64 answerVersion = 2; // version 1 was an answer as a whole

struct AnswerColumn {
    enum Index { HeadingId, TextEn, TextEs, ReplyId, Hash, Sealed };
};

//! The texts of an answer, in this order, and what was left when they were taken out.
enum TextOf { TitleText, EnText, EsText, ReplyText, TextCount };

QByteArray readBytes(QCborStreamReader &reader)
{
    QByteArray bytes;
    if (!reader.isByteArray())
        return bytes;
    auto chunk = reader.readByteArray();
    for (; chunk.status == QCborStreamReader::Ok; chunk = reader.readByteArray())
        bytes += chunk.data;
    return bytes;
}

} // namespace

struct AnswerStore::Parts {
    std::array<TextStore::Place, TextCount> texts;
    //! Values taken out of the descriptions and the reply (lib/text/texttemplate.h); none for the heading.
    std::array<QByteArray, TextCount> values;
    //! What encodeAnswer() gives for the answer without its texts.
    QByteArray rest;

    [[nodiscard]] QByteArray encoded() const
    {
        QByteArray bytes;
        QCborStreamWriter writer(&bytes);
        writer.startArray(1 + 2 * TextCount + 1);
        writer.append(answerVersion);
        for (const TextStore::Place &place : texts)
            writer.append(place.hash);
        for (const QByteArray &value : values)
            writer.append(value);
        writer.append(rest);
        writer.endArray();
        return bytes;
    }
    //! Reads what encoded() wrote: the places then have hashes, but no ids.
    [[nodiscard]] static std::optional<Parts> decode(const QByteArray &bytes)
    {
        QCborStreamReader reader(bytes);
        if (!reader.isArray() || !reader.enterContainer() || !reader.isUnsignedInteger()
            || reader.toUnsignedInteger() != answerVersion || !reader.next())
            return {};
        Parts parts;
        for (TextStore::Place &place : parts.texts)
            place.hash = readBytes(reader);
        for (QByteArray &value : parts.values)
            value = readBytes(reader);
        parts.rest = readBytes(reader);
        return reader.lastError() == QCborError::NoError && !parts.rest.isEmpty() ? std::optional(parts) : std::nullopt;
    }
};

AnswerStore::AnswerStore(std::shared_ptr<Database> database, const FieldCipher &cipher, TextStore &texts)
    : m_database(std::move(database)), m_cipher(cipher), m_texts(texts)
{}

Result<TextStore::Place> AnswerStore::keepLetter(const QString &description, QByteArray &values)
{
    if (description.isEmpty())
        return TextStore::Place{};
    if (!survivesUtf8(description))
        return m_texts.keep(TextStore::Kind::OddLetter, unitsOf(description));
    TextTemplate letter = readHtmlLetter(description.toUtf8());
    values = letter.values;
    return m_texts.keep(TextStore::Kind::Letter, letter.form);
}

Result<AnswerStore::Parts> AnswerStore::keepTexts(const Result<CaseStatus> &answer, const QByteArray &rawReply)
{
    Parts parts;
    if (answer) {
        CaseStatus rest = *answer;
        const Heading heading{std::exchange(rest.formType, {}), std::exchange(rest.title, {})};
        const BilingualText description = std::exchange(rest.description, {});
        parts.rest = encodeAnswer(rest);
        const std::array places{m_texts.keep(TextStore::Kind::Heading, TextStore::encode(heading)),
                                keepLetter(description.en, parts.values[EnText]),
                                keepLetter(description.es, parts.values[EsText])};
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i])
                return places[i].error();
            parts.texts[i] = *places[i];
        }
    } else {
        parts.rest = encodeAnswer(answer);
    }
    if (rawReply.isEmpty())
        return parts;
    TextTemplate reply = readLetter(rawReply);
    parts.values[ReplyText] = reply.values;
    const auto place = m_texts.keep(TextStore::Kind::Reply, reply.form);
    if (!place)
        return place.error();
    parts.texts[ReplyText] = *place;
    return parts;
}

Result<AnswerStore::Place> AnswerStore::keep(const Result<CaseStatus> &answer, const QByteArray &rawReply)
{
    const auto parts = keepTexts(answer, rawReply);
    if (!parts)
        return parts.error();
    const QByteArray plain = parts->encoded();
    const auto &texts = parts->texts;
    Place place{.hash = m_cipher.shortHash('a' + plain), .headingHash = texts[TitleText].hash};
    bool isThere = false;
    bool sound = false;
    {
        Rows found = m_database->query(u"SELECT id, %1 FROM answers WHERE hash = ?"_s.arg(columns()), {place.hash});
        if (found.next()) {
            isThere = true;
            place.id = found.integer(0);
            const auto there = m_cipher.open(found.bytes(1 + AnswerColumn::Sealed), answerColumn, place.hash);
            sound = there == plain;
            for (const TextOf which : {TitleText, EnText, EsText, ReplyText})
                sound = sound && found.integer(1 + which) == texts[which].id;
        } else if (found.error()) {
            return *found.error();
        }
    }
    if (isThere && !isRowId(place.id)) {
        const auto id = renumbered(*m_database, "answers"_L1, place.hash);
        if (!id)
            return id.error();
        place.id = *id;
    }
    if (isThere && !sound) { // repairs it for all checks that name it
        if (auto error = m_database->execute(
                u"UPDATE answers SET heading = ?, text_en = ?, text_es = ?, reply = ?, sealed = ? WHERE id = ?"_s,
                {texts[TitleText].id, texts[EnText].id, texts[EsText].id, texts[ReplyText].id,
                 m_cipher.seal(plain, answerColumn, place.hash), place.id}))
            return *error;
    }
    if (isThere)
        return place;
    const Rows added = m_database->query(
        u"INSERT INTO answers (heading, text_en, text_es, reply, hash, sealed) VALUES (?, ?, ?, ?, ?, ?)"_s,
        {texts[TitleText].id, texts[EnText].id, texts[EsText].id, texts[ReplyText].id, place.hash,
         m_cipher.seal(plain, answerColumn, place.hash)});
    if (added.error())
        return *added.error();
    place.id = added.insertedId();
    return place;
}

AnswerStore::Searched AnswerStore::readSearched(const Rows &rows, int first) const
{
    const auto plain =
        m_cipher.open(rows.bytes(first + AnswerColumn::Sealed), answerColumn, rows.bytes(first + AnswerColumn::Hash));
    const auto parts = plain ? Parts::decode(*plain) : std::nullopt;
    if (!parts)
        return {};
    auto answer = decodeAnswer(parts->rest);
    return {{parts->values[EnText], parts->values[EsText]},
            answer && answer->ok() ? std::move((**answer).history) : std::vector<TimelineEntry>()};
}

QString AnswerStore::columns()
{
    return u"answers.heading, answers.text_en, answers.text_es, answers.reply, answers.hash, answers.sealed"_s;
}

std::optional<AnswerStore::Kept> AnswerStore::read(const Rows &rows, int first, bool withReply) const
{
    const QByteArray hash = rows.bytes(first + AnswerColumn::Hash);
    const auto plain = m_cipher.open(rows.bytes(first + AnswerColumn::Sealed), answerColumn, hash);
    const auto parts = plain ? Parts::decode(*plain) : std::nullopt;
    auto answer = parts ? decodeAnswer(parts->rest) : std::nullopt;
    if (!answer)
        return {};
    //! The text with this role in the answer, if it is the one whose hash the answer vouches for; null where the answer
    //! has none.
    bool whole = true;
    const auto textOf = [&](TextOf which) -> std::shared_ptr<const TextStore::Text> {
        const QByteArray &expected = parts->texts[which].hash;
        if (expected.isEmpty())
            return {};
        auto text = m_texts.text(rows.integer(first + which));
        whole = whole && text && text->hash == expected;
        return whole ? text : nullptr;
    };
    Kept kept{.answer = *std::move(answer), .rawReply = {}};
    if (const auto reply = withReply ? textOf(ReplyText) : nullptr)
        kept.rawReply = filledIn(reply->content, parts->values[ReplyText]);
    if (!kept.answer.ok())
        return whole ? std::optional(std::move(kept)) : std::nullopt;
    const auto titleText = textOf(TitleText);
    const auto heading = titleText ? m_texts.heading(rows.integer(first + AnswerColumn::HeadingId)) : nullptr;
    if (!heading)
        return {};
    CaseStatus &status = *kept.answer;
    status.formType = heading->formType;
    status.title = heading->title;
    for (const TextOf which : {EnText, EsText}) {
        const auto language = which == EnText ? &BilingualText::en : &BilingualText::es;
        const auto text = textOf(which);
        if (!text)
            continue;
        const QByteArray &values = parts->values[which];
        status.description.*language = text->kind == TextStore::Kind::Letter
            ? QString::fromUtf8(filledIn(text->content, values))
            : textOfUnits(text->content);
    }
    return whole ? std::optional(std::move(kept)) : std::nullopt;
}

} // namespace linterna

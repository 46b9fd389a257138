// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/textstore.h"

#include "lib/localrecord/rowids.h"
#include "lib/text/cbortext.h"

#include <QCborArray>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView textColumn = "text"_L1;
// How much of what was read is kept in memory: of texts in bytes, of headings and places in pieces.
constexpr qsizetype textBytes = qsizetype{4} * 1024 * 1024;
constexpr qsizetype mostHeadings = 2000;
constexpr qsizetype mostPlaces = 20'000;

//! The bytes that are sealed: the kind, so that no text is taken for one of another kind, and the content.
QByteArray sealedForm(TextStore::Kind kind, const QByteArray &content)
{
    return char(kind) + content;
}

std::optional<Heading> decodeHeading(const QByteArray &content)
{
    const QCborValue value = QCborValue::fromCbor(content);
    constexpr qsizetype members = 3;
    if (!value.isArray() || value.toArray().size() != members)
        return {};
    return Heading{textFromCbor(value[0]), {textFromCbor(value[1]), textFromCbor(value[2])}};
}

} // namespace

TextStore::TextStore(std::shared_ptr<Database> database, const FieldCipher &cipher)
    : m_database(std::move(database)), m_cipher(cipher), m_texts(textBytes), m_headings(mostHeadings)
{}

Result<TextStore::Place> TextStore::keep(Kind kind, const QByteArray &content)
{
    const QByteArray plain = sealedForm(kind, content);
    Place place{.hash = m_cipher.shortHash(plain)};
    if (const auto known = m_places.constFind(place.hash); known != m_places.cend()) {
        place.id = *known;
        return place;
    }
    bool isThere = false;
    {
        Rows found = m_database->query(u"SELECT id FROM texts WHERE hash = ?"_s, {place.hash});
        isThere = found.next();
        place.id = isThere ? found.integer(0) : 0;
        if (found.error())
            return *found.error();
    }
    if (isThere && !isRowId(place.id)) {
        const auto id = renumbered(*m_database, "texts"_L1, place.hash);
        if (!id)
            return id.error();
        place.id = *id;
    }
    if (isThere) {
        if (auto error = mend(place, plain))
            return *error;
    }
    if (!isThere) {
        const Rows added = m_database->query(u"INSERT INTO texts (hash, sealed) VALUES (?, ?)"_s,
                                             {place.hash, m_cipher.seal(plain, textColumn, place.hash)});
        if (added.error())
            return *added.error();
        place.id = added.insertedId();
    }
    if (m_places.size() >= mostPlaces)
        m_places.clear();
    m_places.insert(place.hash, place.id);
    return place;
}

//! Writes a text again that stands there damaged, for all answers that name it.
std::optional<Error> TextStore::mend(const Place &place, const QByteArray &plain)
{
    const auto there = text(place.id);
    if (there && there->hash == place.hash && sealedForm(there->kind, there->content) == plain)
        return {};
    m_texts.remove(place.id);
    m_headings.remove(place.id);
    return m_database->execute(u"UPDATE texts SET sealed = ? WHERE hash = ?"_s,
                               {m_cipher.seal(plain, textColumn, place.hash), place.hash});
}

void TextStore::forget()
{
    m_places.clear();
    m_texts.clear();
    m_headings.clear();
}

std::shared_ptr<const TextStore::Text> TextStore::text(qint64 id) const
{
    if (const auto *known = m_texts.object(id))
        return *known;
    Rows found = m_database->query(u"SELECT hash, sealed FROM texts WHERE id = ?"_s, {id});
    if (!found.next())
        return {};
    const QByteArray hash = found.bytes(0);
    const auto plain = m_cipher.open(found.bytes(1), textColumn, hash);
    if (!plain || plain->isEmpty())
        return {};
    auto text = std::make_shared<const Text>(Text{Kind(plain->front()), plain->sliced(1), hash});
    m_texts.insert(id, new std::shared_ptr<const Text>(text), text->content.size() + 100);
    return text;
}

std::shared_ptr<const KeptHeading> TextStore::heading(qint64 id) const
{
    if (const auto *known = m_headings.object(id))
        return *known;
    const auto found = text(id);
    const auto decoded = found && found->kind == Kind::Heading ? decodeHeading(found->content) : std::nullopt;
    if (!decoded)
        return {};
    auto heading = std::make_shared<const KeptHeading>(KeptHeading{*decoded, found->hash});
    m_headings.insert(id, new std::shared_ptr<const KeptHeading>(heading));
    return heading;
}

std::optional<PlainForm> TextStore::plain(qint64 id) const
{
    const auto found = text(id);
    return found && found->kind == Kind::Letter ? std::optional<PlainForm>(found->content) : std::nullopt;
}

QByteArray TextStore::encode(const Heading &heading)
{
    return QCborArray{cborFromText(heading.formType), cborFromText(heading.title.en), cborFromText(heading.title.es)}
        .toCborValue()
        .toCbor();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/eventtable.h"

#include "lib/localrecord/rowids.h"
#include "lib/platform/files.h"
#include "lib/record/eventranges.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSysInfo>
#include <QtEndian>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView eventColumn = "event"_L1;

struct EventColumn {
    enum Index { Uuid, Kind, Leaf, Sealed };
};

//! What is sealed of an event: salt, the length of the canonical bytes, these, and what only this record keeps.
QByteArray eventPlain(const QByteArray &salt, const QByteArray &canonical, const QByteArray &local)
{
    char length[4];
    qToBigEndian(static_cast<quint32>(canonical.size()), length);
    QByteArray plain;
    plain.reserve(salt.size() + qsizetype(sizeof length) + canonical.size() + local.size());
    return plain.append(salt).append(length, sizeof length).append(canonical).append(local);
}

struct EventParts {
    QByteArray salt;
    QByteArray canonical;
    QByteArray local;
};

std::optional<EventParts> partsOf(const QByteArray &plain)
{
    constexpr qsizetype before = EventHashBytes + 4;
    if (plain.size() < before)
        return {};
    const auto length = qsizetype(qFromBigEndian<quint32>(plain.constData() + EventHashBytes));
    if (length > plain.size() - before)
        return {};
    return EventParts{plain.first(EventHashBytes), plain.sliced(before, length), plain.sliced(before + length)};
}

//! An event that has all but its place in a chain.
RecordEvent newEvent(QLatin1StringView kind, const EventContent &content, const Author &author,
                     const EventTable::Wanted &wanted)
{
    RecordEvent event{.head = {.uuid = wanted.uuid.isEmpty() ? FieldCipher::makeRowUid() : wanted.uuid,
                               .at = author.at.toMSecsSinceEpoch()},
                      .kind = QByteArray(kind.data(), kind.size()),
                      .salt = FieldCipher::makeSalt()};
    event.canonical = encodeEvent(kind, {event.head.uuid, author.person, wanted.takenOver}, content);
    return event;
}

//! Names the file among all files of all computers, so that a copy of it is known to be one.
QByteArray placeOf(const QString &file, const FieldCipher &cipher)
{
    if (file.isEmpty())
        return QByteArrayLiteral("memory");
    const QString path = QFileInfo(file).canonicalFilePath();
    return cipher.lookupHash(QSysInfo::machineUniqueId() + '\n' + QFile::encodeName(path) + '\n' + fileIdentity(path));
}

} // namespace

EventTable::EventTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words,
                       const QString &file)
    : m_database(std::move(database)), m_cipher(cipher), m_words(words), m_place(placeOf(file, cipher))
{}

Result<EventTable::Appended> EventTable::append(QLatin1StringView kind, const EventContent &content,
                                                const Author &author, const Wanted &wanted)
{
    const auto chain = end(author);
    return chain ? write(newEvent(kind, content, author, wanted), wanted.local, **chain) : chain.error();
}

Result<EventTable::Appended> EventTable::adopt(const RecordEvent &event, const Author &author)
{
    const auto chain = end(author);
    if (!chain)
        return chain.error();
    RecordEvent adopted = event;
    adopted.salt = FieldCipher::makeSalt();
    return write(std::move(adopted), {}, **chain);
}

Result<EventTable::Appended> EventTable::write(RecordEvent event, const QByteArray &local, ChainEnd &end)
{
    EventHead &head = event.head;
    head.desk = end.deskUuid;
    head.number = end.number + 1;
    head.leaf = leafOf(event.salt, event.canonical);
    head.link = linkOf(head, end.link);
    const auto id = insertRow(event, end.desk, local);
    if (!id)
        return id.error();
    end.number = head.number;
    end.link = head.link;
    return Appended{*id, head.uuid};
}

Result<qint64> EventTable::insert(const RecordEvent &event, qint64 desk)
{
    return insertRow(event, desk, {});
}

Result<qint64> EventTable::insertRow(const RecordEvent &event, qint64 desk, const QByteArray &local)
{
    auto key = m_words.number(m_cipher.keyId());
    if (!key)
        return key;
    if (!m_nextId) {
        auto next = nextNumber(*m_database, "events"_L1);
        if (!next)
            return next;
        m_nextId = *next;
    }
    const EventHead &head = event.head;
    const Rows added =
        m_database->query(u"INSERT INTO events (id, uuid, desk, number, at, kind, key, leaf, link, sealed)"
                          " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          {*m_nextId, head.uuid, desk, head.number, head.at, QString::fromLatin1(event.kind), *key,
                           head.leaf, head.link, sealed(event, local)});
    if (added.error())
        return *added.error();
    return (*m_nextId)++;
}

QByteArray EventTable::sealed(const RecordEvent &event, const QByteArray &local) const
{
    return event.hasContent()
        ? m_cipher.seal(eventPlain(event.salt, event.canonical, local), eventColumn, event.head.uuid)
        : QByteArray("");
}

std::optional<std::pair<QByteArray, QByteArray>> EventTable::unsealed(const QByteArray &uuid,
                                                                      const QByteArray &sealed) const
{
    const auto plain = m_cipher.open(sealed, eventColumn, uuid);
    auto parts = plain ? partsOf(*plain) : std::nullopt;
    if (!parts)
        return {};
    return std::pair(std::move(parts->salt), std::move(parts->canonical));
}

std::optional<Error> EventTable::setLocal(qint64 id, const OpenedEvent &event, const QByteArray &local)
{
    const QByteArray &uuid = event.decoded.origin.uuid;
    return m_database->execute(u"UPDATE events SET sealed = ? WHERE id = ?"_s,
                               {m_cipher.seal(eventPlain(event.salt, event.canonical, local), eventColumn, uuid), id});
}

Result<EventTable::ChainEnd *> EventTable::end(const Author &author)
{
    if (!m_end) {
        auto found = findEnd(author);
        if (!found)
            return found.error();
        m_end = *std::move(found);
    }
    return &*m_end;
}

Result<EventTable::ChainEnd> EventTable::findEnd(const Author &author)
{
    std::vector<std::pair<qint64, QByteArray>> desks;
    {
        Rows rows = m_database->query(u"SELECT id, uuid FROM desks WHERE place = ? ORDER BY id DESC"_s, {m_place});
        while (rows.next())
            desks.emplace_back(rows.integer(0), rows.bytes(1));
        if (rows.error())
            return *rows.error();
    }
    if (!desks.empty()) {
        auto found = soundEnd(desks.front().first, desks.front().second);
        if (!found)
            return found.error();
        if (*found)
            return **found;
        return beginDesk(author, {});
    }
    // A record that was copied, moved or restored: the desk that begins here says which one it continues.
    std::optional<ChainEnd> last;
    Rows rows = m_database->query(u"SELECT id, uuid FROM desks WHERE length(place) > 0 ORDER BY id DESC LIMIT 1"_s);
    if (rows.next()) {
        auto found = soundEnd(rows.integer(0), rows.bytes(1));
        if (!found)
            return found.error();
        last = *std::move(found);
    }
    if (rows.error())
        return *rows.error();
    return beginDesk(author, last);
}

Result<std::optional<EventTable::ChainEnd>> EventTable::soundEnd(qint64 desk, const QByteArray &deskUuid) const
{
    using Found = std::optional<ChainEnd>;
    std::vector<EventHead> last;
    Rows rows = m_database->query(u"SELECT uuid, number, at, leaf, link FROM events WHERE desk = ?"
                                  " ORDER BY number DESC LIMIT 2"_s,
                                  {desk});
    while (rows.next())
        last.push_back({rows.bytes(0), deskUuid, rows.integer(1), rows.integer(2), rows.bytes(3), rows.bytes(4)});
    if (rows.error())
        return *rows.error();
    if (last.empty() || deskUuid.size() != UuidBytes || !isRowId(desk))
        return Found();
    const EventHead &head = last.front();
    const bool follows = last.size() == 2 ? last.back().number == head.number - 1 : head.number == 1;
    if (!follows || !isRowId(head.number) || head.link != linkOf(head, last.size() == 2 ? last.back().link : noLink()))
        return Found();
    return Found(ChainEnd{desk, deskUuid, head.number, head.link});
}

Result<EventTable::ChainEnd> EventTable::beginDesk(const Author &author, const std::optional<ChainEnd> &continues)
{
    ChainEnd begun{.deskUuid = FieldCipher::makeRowUid()};
    const auto id = nextRowId(*m_database, "desks"_L1);
    if (!id)
        return id.error();
    const Rows added =
        m_database->query(u"INSERT INTO desks (id, uuid, place) VALUES (?, ?, ?)"_s, {*id, begun.deskUuid, m_place});
    if (added.error())
        return *added.error();
    begun.desk = added.insertedId();
    DeskContent content{.program = QCoreApplication::applicationVersion()};
    if (continues)
        content.continues =
            EventHead{.desk = continues->deskUuid, .number = continues->number, .link = continues->link};
    const auto written = write(newEvent(eventkind::desk, content, author, {}), {}, begun);
    return written ? Result<ChainEnd>(begun) : written.error();
}

QString EventTable::ofKind(QLatin1StringView kind)
{
    return u"events.kind <> 'check' AND events.kind <> 'edit' AND events.kind = '%1'"_s.arg(kind);
}

QString EventTable::columns()
{
    return u"events.uuid, events.kind, events.leaf, events.sealed"_s;
}

std::optional<OpenedEvent> EventTable::open(const Rows &rows, int first, CheckDamage *damage) const
{
    const auto refuse = [damage](CheckDamage why) {
        if (damage)
            *damage = why;
        return std::nullopt;
    };
    const QByteArray uuid = rows.bytes(first + EventColumn::Uuid);
    const QByteArray sealed = rows.bytes(first + EventColumn::Sealed);
    if (sealed.isEmpty())
        return refuse(rows.isNull(first + EventColumn::Sealed) ? CheckDamage::EventMissing : CheckDamage::ContentGone);
    const auto plain = m_cipher.open(sealed, eventColumn, uuid);
    auto parts = plain ? partsOf(*plain) : std::nullopt;
    if (!parts)
        return refuse(CheckDamage::NotOpened);
    if (leafOf(parts->salt, parts->canonical) != rows.bytes(first + EventColumn::Leaf))
        return refuse(CheckDamage::LeafDiffers);
    auto decoded = decodeEvent(parts->canonical);
    if (!decoded || decoded->origin.uuid != uuid
        || QString::fromLatin1(decoded->kind) != rows.text(first + EventColumn::Kind))
        return refuse(CheckDamage::RowDiffers);
    return OpenedEvent{*std::move(decoded), std::move(parts->salt), std::move(parts->canonical),
                       std::move(parts->local)};
}

Result<std::optional<OpenedEvent>> EventTable::find(const QByteArray &uuid) const
{
    Rows rows = m_database->query(u"SELECT %1 FROM events WHERE uuid = ?"_s.arg(columns()), {uuid});
    auto found = rows.next() ? open(rows, 0) : std::nullopt;
    if (rows.error())
        return *rows.error();
    return found;
}

Result<std::optional<OpenedEvent>> EventTable::at(qint64 id) const
{
    Rows rows = m_database->query(u"SELECT %1 FROM events WHERE id = ?"_s.arg(columns()), {id});
    auto found = rows.next() ? open(rows, 0) : std::nullopt;
    if (rows.error())
        return *rows.error();
    return found;
}

Result<qint64> EventTable::newest() const
{
    Rows rows = m_database->query(u"SELECT coalesce(max(id), 0) FROM events WHERE id <= ?"_s, {largestRowId});
    const qint64 newest = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return newest;
}

Result<std::vector<EventRange>> EventTable::rangesOf(std::span<const qint64> ids) const
{
    std::vector<EventRange> all;
    for (const qint64 id : ids) {
        Rows rows =
            m_database->query(u"SELECT desks.uuid, events.number FROM events JOIN desks ON desks.id = events.desk"
                              " WHERE events.id = ?1 UNION ALL SELECT desks.uuid, event_copies.number FROM event_copies"
                              " JOIN desks ON desks.id = event_copies.desk WHERE event_copies.uuid ="
                              " (SELECT uuid FROM events WHERE id = ?1)"_s,
                              {id});
        while (rows.next()) {
            if (rows.bytes(0).size() == UuidBytes && isRowId(rows.integer(1)))
                all.push_back({rows.bytes(0), rows.integer(1), rows.integer(1)});
        }
        if (rows.error())
            return *rows.error();
    }
    return EventRanges(std::move(all)).joined();
}

std::optional<Error> EventTable::destroy(std::span<const qint64> ids)
{
    for (const qint64 id : ids) {
        auto error = m_database->execute(
            u"UPDATE event_copies SET sealed = x'' WHERE uuid = (SELECT uuid FROM events WHERE id = ?)"_s, {id});
        if (!error)
            error = m_database->execute(u"UPDATE events SET sealed = x'' WHERE id = ?"_s, {id});
        if (error)
            return error;
    }
    return {};
}

} // namespace linterna

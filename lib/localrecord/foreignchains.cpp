// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/foreignchains.h"

#include "lib/localrecord/rowids.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Result<ForeignChains::Chain *> ForeignChains::chainOf(const QByteArray &desk)
{
    if (const auto known = m_chains.find(desk); known != m_chains.end())
        return &*known;
    const Database &database = *m_tables.database;
    Chain chain;
    {
        Rows rows = database.query(u"SELECT id, place FROM desks WHERE uuid = ?"_s, {desk});
        if (rows.next()) {
            chain.desk = rows.integer(0);
            chain.isOwn = m_tables.events.isHere(rows.bytes(1));
        }
        if (rows.error())
            return *rows.error();
    }
    if (chain.desk != 0) {
        Rows rows = database.query(u"SELECT number, link FROM events WHERE desk = ?1 UNION ALL"
                                   " SELECT number, link FROM event_copies WHERE desk = ?1"
                                   " ORDER BY number DESC LIMIT 1"_s,
                                   {chain.desk});
        if (rows.next()) {
            chain.number = rows.integer(0);
            chain.link = rows.bytes(1);
        }
        if (rows.error())
            return *rows.error();
    }
    return &*m_chains.insert(desk, chain);
}

Result<ForeignChains::Chain *> ForeignChains::chainToExtend(const QByteArray &desk)
{
    auto found = chainOf(desk);
    if (!found || (*found)->desk != 0)
        return found;
    const auto id = nextRowId(*m_tables.database, "desks"_L1);
    if (!id)
        return id.error();
    const Rows added =
        m_tables.database->query(u"INSERT INTO desks (id, uuid, place) VALUES (?, ?, x'')"_s, {*id, desk});
    if (added.error())
        return *added.error();
    (*found)->desk = added.insertedId();
    return found;
}

Result<bool> ForeignChains::follows(const RecordEvent &event)
{
    const auto chain = chainOf(event.head.desk);
    if (!chain)
        return chain.error();
    return !(*chain)->isOwn && isRowId(event.head.number) && event.head.number - 1 == (*chain)->number
        && event.head.link == linkOf(event.head, (*chain)->link);
}

Result<qint64> ForeignChains::insert(const RecordEvent &event)
{
    const auto chain = chainToExtend(event.head.desk);
    if (!chain)
        return chain.error();
    auto id = m_tables.events.insert(event, (*chain)->desk);
    if (id) {
        (*chain)->number = event.head.number;
        (*chain)->link = event.head.link;
    }
    return id;
}

std::optional<Error> ForeignChains::insertCopy(const RecordEvent &event)
{
    const auto chain = chainToExtend(event.head.desk);
    const auto key = m_tables.words.number(m_tables.cipher.keyId());
    const auto id = nextRowId(*m_tables.database, "event_copies"_L1);
    if (!chain || !key || !id)
        return !chain ? chain.error() : !key ? key.error() : id.error();
    const EventHead &head = event.head;
    auto error = m_tables.database->execute(
        u"INSERT INTO event_copies (id, uuid, desk, number, at, kind, key, leaf, link, sealed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {*id, head.uuid, (*chain)->desk, head.number, head.at, QString::fromLatin1(event.kind), *key, head.leaf,
         head.link, m_tables.events.sealed(event)});
    if (!error) {
        (*chain)->number = head.number;
        (*chain)->link = head.link;
    }
    return error;
}

} // namespace linterna

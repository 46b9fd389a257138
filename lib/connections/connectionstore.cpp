// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionstore.h"

#include "lib/base/wholefile.h"
#include "lib/connections/connectionfile.h"
#include "lib/json/jsontext.h"
#include "lib/json/jsonview.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Version 1 kept the client ID alone of a built-in connection, in "client_ids"; version 2 knew no proxy_user.
constexpr int fileVersion = 3;
constexpr qint64 maxFileBytes = qint64{4} * 1024 * 1024;

void addOrReplace(std::vector<Connection> &connections, const Connection &connection)
{
    const auto found = std::ranges::find(connections, connection.name, &Connection::name);
    if (found == connections.end())
        connections.push_back(connection);
    else
        *found = connection;
}

//! The fields in which a built-in connection was changed; empty where one of them may not change.
std::optional<QJsonObject> changesOf(const Connection &builtIn, const Connection &changed)
{
    QJsonObject changes = connectionToJson(changed);
    const QJsonObject original = connectionToJson(builtIn);
    for (const QString &field : original.keys()) {
        const bool same = changes.value(field) == original.value(field);
        if (!same && QStringList{u"name"_s, u"kind"_s, u"token_url"_s, u"api_url"_s}.contains(field))
            return {};
        if (same)
            changes.remove(field);
    }
    return changes;
}

//! A built-in connection with these changes; as it is where they are not allowed.
Connection withChanges(const Connection &builtIn, const QJsonObject &changes)
{
    QJsonObject object = connectionToJson(builtIn);
    for (auto it = changes.begin(); it != changes.end(); ++it)
        object.insert(it.key(), it.value());
    const auto changed = connectionFromJson(object, {});
    return changed && changesOf(builtIn, *changed) ? *changed : builtIn;
}

Error connectionsError(const QString &file, const QString &what)
{
    return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, what)};
}

} // namespace

ConnectionStore::ConnectionStore(const QString &file, QObject *parent)
    : QObject(parent), m_file(file), m_connections(builtInConnections())
{}

Result<Nothing> ConnectionStore::load()
{
    const Loaded loaded = read();
    publish(loaded.contents);
    if (loaded.state != Loaded::State::Fine)
        return connectionsError(m_file, loaded.detail);
    return Nothing{};
}

FileTroubles ConnectionStore::settle()
{
    const Loaded loaded = read();
    publish(loaded.contents);
    if (loaded.state == Loaded::State::Fine)
        return {};
    const QString name = QFileInfo(m_file).fileName();
    if (loaded.state == Loaded::State::NotOurs)
        return {{name, FileTrouble::What::Unreadable, {}}};
    const auto what = QFileInfo(m_file).size() == 0 ? FileTrouble::What::Empty : FileTrouble::What::Damaged;
    const Result<QString> aside = setDamagedFileAside();
    return {{name, what, aside ? QFileInfo(*aside).fileName() : QString()}};
}

std::optional<Connection> ConnectionStore::find(const QString &name) const
{
    const auto found = std::ranges::find(m_connections, name, &Connection::name);
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

Result<Nothing> ConnectionStore::put(const Connection &connection, SecretFate oldSecret)
{
    // The file may have got a connection from another run of the program since it was loaded.
    const Loaded loaded = read();
    if (loaded.state == Loaded::State::NotOurs)
        return connectionsError(m_file, loaded.detail);
    const auto checked = connectionFromJson(connectionToJson(connection), u"$"_s);
    if (!checked)
        return checked.error();
    Contents contents = loaded.contents;
    if (const auto builtIn = builtInConnection(connection.name)) {
        const auto changes = changesOf(*builtIn, connection);
        if (!changes || connection.practice)
            return Error{.code = ErrorCode::Invalid,
                         .detail = u"name, kind and addresses of a built-in connection cannot change"_s};
        contents.builtIn.insert(builtIn->name, *changes);
    } else if (connection.practice) {
        addOrReplace(m_forThisRun, connection);
        publish(contents);
        return Nothing{};
    } else {
        addOrReplace(contents.own, *checked);
        mark(contents, connection.name, oldSecret);
    }
    return replace(loaded, contents);
}

Result<Nothing> ConnectionStore::remove(const QString &name, SecretFate oldSecret)
{
    const Loaded loaded = read();
    if (loaded.state == Loaded::State::NotOurs)
        return connectionsError(m_file, loaded.detail);
    Contents contents = loaded.contents;
    std::erase_if(contents.own, [&](const Connection &each) { return each.name == name; });
    contents.builtIn.remove(name);
    // A built-in connection never leads to other servers: a secret that is left still belongs to them.
    if (!builtInConnection(name))
        mark(contents, name, oldSecret);
    return replace(loaded, contents);
}

void ConnectionStore::mark(Contents &contents, const QString &name, SecretFate oldSecret)
{
    contents.secretsLeft.removeAll(name);
    if (oldSecret == SecretFate::Left)
        contents.secretsLeft += name;
}

Result<Nothing> ConnectionStore::replace(const Loaded &loaded, const Contents &contents)
{
    if (loaded.state == Loaded::State::Damaged) {
        if (const auto aside = setDamagedFileAside(); !aside)
            return aside.error();
    }
    if (auto written = write(contents); !written)
        return written;
    publish(contents);
    return Nothing{};
}

ConnectionStore::Loaded ConnectionStore::read() const
{
    QFile file(m_file);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return {Loaded::State::NotOurs, {}, file.errorString()};
    if (file.size() > maxFileBytes)
        return {Loaded::State::Damaged, {}, u"larger than %1 bytes"_s.arg(maxFileBytes)};
    const QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return {Loaded::State::NotOurs, {}, file.errorString()};

    const JsonView read = JsonView::of(withoutByteOrderMark(bytes), JsonRules::Lenient);
    if (!read)
        return {Loaded::State::Damaged, {}, u"not JSON: it cannot be read at byte %1"_s.arg(jsonErrorOffset(bytes))};
    const QJsonObject root = read.toJsonValue().toObject();
    const int version = root.value("version"_L1).toInt();
    if (version < 1 || version > fileVersion) {
        const auto state = version > fileVersion ? Loaded::State::NotOurs : Loaded::State::Damaged;
        return {state, {}, u"version %1 of this file is not known"_s.arg(version)};
    }

    const QJsonValue builtIn = root.value(version == 1 ? "client_ids"_L1 : "built_in"_L1);
    if (!root.value("connections"_L1).isArray() || !builtIn.isObject())
        return {Loaded::State::Damaged, {}, u"a part of this file is missing"_s};
    Contents contents{.own = {}, .builtIn = builtIn.toObject(), .secretsLeft = {}};
    if (version == 1) {
        for (const QString &name : contents.builtIn.keys())
            contents.builtIn.insert(name, QJsonObject{{u"client_id"_s, contents.builtIn.value(name)}});
    }
    for (const QJsonValue name : root.value("secrets_left"_L1).toArray())
        contents.secretsLeft += name.toString();
    const QJsonArray own = root.value("connections"_L1).toArray();
    for (qsizetype i = 0; i < own.size(); ++i) {
        const auto connection = connectionFromJson(own[i].toObject(), u"$.connections[%1]"_s.arg(i));
        if (!connection)
            return {Loaded::State::Damaged, {}, connection.error().detail};
        if (builtInConnection(connection->name))
            return {
                Loaded::State::Damaged, {}, u"\"$.connections[%1].name\" is that of a built-in connection"_s.arg(i)};
        addOrReplace(contents.own, *connection);
    }
    return {Loaded::State::Fine, contents, {}};
}

Result<QString> ConnectionStore::setDamagedFileAside() const
{
    for (int n = 1; n < 1000; ++n) {
        const QString aside = u"%1.damaged-%2"_s.arg(m_file, QString::number(n));
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(m_file, aside))
            return aside;
        break;
    }
    return connectionsError(m_file, u"the damaged file could not be kept under another name"_s);
}

Result<Nothing> ConnectionStore::write(const Contents &contents) const
{
    QJsonArray own;
    for (const Connection &connection : contents.own)
        own.append(connectionToJson(connection));
    QJsonObject root{{u"version"_s, fileVersion}, {u"connections"_s, own}, {u"built_in"_s, contents.builtIn}};
    if (!contents.secretsLeft.isEmpty())
        root.insert(u"secrets_left"_s, QJsonArray::fromStringList(contents.secretsLeft));
    return writeWholeFile(m_file, jsonBytes(root));
}

void ConnectionStore::publish(const Contents &contents)
{
    std::vector<Connection> connections = builtInConnections();
    for (Connection &builtIn : connections)
        builtIn = withChanges(builtIn, contents.builtIn.value(builtIn.name).toObject());
    for (const Connection &connection : contents.own)
        addOrReplace(connections, connection);
    for (const Connection &connection : m_forThisRun)
        addOrReplace(connections, connection);
    m_secretsLeft = contents.secretsLeft;
    if (connections == m_connections)
        return;
    m_connections = std::move(connections);
    emit changed();
}

} // namespace linterna

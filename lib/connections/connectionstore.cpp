// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionstore.h"

#include "connections/connectionfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int fileVersion = 1;
constexpr qint64 maxFileBytes = 4 * 1024 * 1024;

void addOrReplace(std::vector<Connection> &connections, const Connection &connection)
{
    const auto found = std::ranges::find(connections, connection.name, &Connection::name);
    if (found == connections.end())
        connections.push_back(connection);
    else
        *found = connection;
}

std::optional<Connection> builtInNamed(const QString &name)
{
    const auto builtIn = builtInConnections();
    const auto found = std::ranges::find(builtIn, name, &Connection::name);
    return found == builtIn.end() ? std::nullopt : std::optional(*found);
}

Error storageError(const QString &file, const QString &what)
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
        return storageError(m_file, loaded.detail);
    return Nothing{};
}

std::optional<Connection> ConnectionStore::find(const QString &name) const
{
    const auto found = std::ranges::find(m_connections, name, &Connection::name);
    return found == m_connections.end() ? std::nullopt : std::optional(*found);
}

Result<Nothing> ConnectionStore::put(const Connection &connection)
{
    // The file may have got a connection from another run of the program since it was loaded.
    Loaded loaded = read();
    if (loaded.state == Loaded::State::NotOurs)
        return storageError(m_file, loaded.detail);

    if (auto builtIn = builtInNamed(connection.name)) {
        builtIn->clientId = connection.clientId;
        if (*builtIn != connection || !isAllowedClientId(connection.clientId))
            return Error{.code = ErrorCode::Invalid,
                         .detail = u"only the client ID of a built-in connection can change"_s};
        loaded.contents.clientIds.insert(connection.name, connection.clientId);
    } else {
        const Result<Connection> checked = connectionFromJson(connectionToJson(connection), u"$"_s);
        if (!checked)
            return checked.error();
        if (connection.practice) {
            addOrReplace(m_forThisRun, connection);
            publish(loaded.contents);
            return Nothing{};
        }
        addOrReplace(loaded.contents.own, *checked);
    }

    if (loaded.state == Loaded::State::Damaged) {
        if (const auto aside = setDamagedFileAside(); !aside)
            return aside;
    }
    if (const auto written = write(loaded.contents); !written)
        return written;
    publish(loaded.contents);
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

    QJsonParseError problem;
    const QJsonObject root = QJsonDocument::fromJson(bytes, &problem).object();
    if (problem.error != QJsonParseError::NoError)
        return {
            Loaded::State::Damaged, {}, u"not JSON: %1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset)};
    if (const int version = root.value("version"_L1).toInt(); version != fileVersion) {
        const auto state = version > fileVersion ? Loaded::State::NotOurs : Loaded::State::Damaged;
        return {state, {}, u"version %1 of this file is not known"_s.arg(version)};
    }

    if (!root.value("connections"_L1).isArray() || !root.value("client_ids"_L1).isObject())
        return {Loaded::State::Damaged, {}, u"a part of this file is missing"_s};
    Contents contents{.own = {}, .clientIds = root.value("client_ids"_L1).toObject()};
    const QJsonArray own = root.value("connections"_L1).toArray();
    for (qsizetype i = 0; i < own.size(); ++i) {
        const auto connection = connectionFromJson(own[i].toObject(), u"$.connections[%1]"_s.arg(i));
        if (!connection)
            return {Loaded::State::Damaged, {}, connection.error().detail};
        addOrReplace(contents.own, *connection);
    }
    return {Loaded::State::Fine, contents, {}};
}

Result<Nothing> ConnectionStore::setDamagedFileAside() const
{
    for (int n = 1; n < 1000; ++n) {
        const QString aside = u"%1.damaged-%2"_s.arg(m_file).arg(n);
        if (QFile::exists(aside))
            continue;
        if (QFile::rename(m_file, aside))
            return Nothing{};
        break;
    }
    return storageError(m_file, u"the damaged file could not be kept under another name"_s);
}

Result<Nothing> ConnectionStore::write(const Contents &contents) const
{
    QJsonArray own;
    for (const Connection &connection : contents.own)
        own.append(connectionToJson(connection));
    const QByteArray bytes =
        QJsonDocument(
            QJsonObject{{u"version"_s, fileVersion}, {u"connections"_s, own}, {u"client_ids"_s, contents.clientIds}})
            .toJson();
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return storageError(m_file, file.errorString());
    // On a full disk write() comes back short, and commit() would put the short file in place all the same.
    if (file.write(bytes) != bytes.size() || !file.flush()) {
        const QString why = file.errorString();
        file.cancelWriting();
        return storageError(m_file, why);
    }
    if (!file.commit())
        return storageError(m_file, file.errorString());
    return Nothing{};
}

void ConnectionStore::publish(const Contents &contents)
{
    std::vector<Connection> connections = builtInConnections();
    for (Connection &builtIn : connections) {
        if (const QString clientId = contents.clientIds.value(builtIn.name).toString(); isAllowedClientId(clientId))
            builtIn.clientId = clientId;
    }
    for (const Connection &connection : contents.own)
        addOrReplace(connections, connection);
    for (const Connection &connection : m_forThisRun)
        addOrReplace(connections, connection);
    if (connections == m_connections)
        return;
    m_connections = std::move(connections);
    emit changed();
}

} // namespace linterna

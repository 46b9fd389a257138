// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/filetrouble.h"
#include "lib/base/result.h"
#include "lib/connections/connection.h"

#include <QJsonObject>
#include <QObject>

namespace linterna {

//! All connections: the built-in ones, and those in connections.json in the data directory (which also keeps what was
//! changed of a built-in one: client ID, headers, limits …, never its addresses). Holds no secrets.
class ConnectionStore : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionStore(const QString &file, QObject *parent = nullptr);

    //! Reads the file. A missing one is no error; a damaged one is Error Storage and stays as it is, the built-in
    //! connections are there all the same.
    [[nodiscard]] Result<Nothing> load();
    //! load() for the owner of the folder: a damaged file is set aside at once as put() would do it, and what is wrong
    //! is given back.
    [[nodiscard]] FileTroubles settle();
    //! All connections: the built-in ones first, then the others in the order in which they were added.
    [[nodiscard]] const std::vector<Connection> &all() const { return m_connections; }
    [[nodiscard]] std::optional<Connection> find(const QString &name) const;
    //! What became of a client secret that was given for servers other than those that stand under its name now.
    enum class SecretFate {
        Gone, //!< It was removed, or there was none.
        Left, //!< The keyring would not part with it: the name is marked.
    };
    //! Adds or replaces by name, and writes the file (atomically, for the owner's eyes only) as it is on disk by then
    //! plus this one. Of a built-in connection kind and addresses cannot change. A practice connection lives for this
    //! run only. A damaged file is kept beside under the name "connections.json.damaged-N"; one that cannot be opened
    //! or was written by a newer version is left alone.
    //!
    //! Errors: Invalid (a field breaks the rules of a connection file), Storage. Nothing has changed then.
    [[nodiscard]] Result<Nothing> put(const Connection &connection, SecretFate oldSecret = SecretFate::Gone);
    //! Takes a connection away, or of a built-in one what was changed, and writes the file as put() does. One that is
    //! not there counts as taken away. The secret is the caller's to remove. Error: Storage; nothing has changed then.
    [[nodiscard]] Result<Nothing> remove(const QString &name, SecretFate oldSecret = SecretFate::Gone);
    //! Whether the keyring may still hold, under this name, a secret for other servers, which must not be used.
    [[nodiscard]] bool hasSecretLeft(const QString &name) const { return m_secretsLeft.contains(name); }

signals:
    void changed();

private:
    //! What connections.json says.
    struct Contents {
        std::vector<Connection> own;
        QJsonObject builtIn; //!< The fields that were changed, by name of the built-in connection.
        QStringList secretsLeft;
    };
    struct Loaded {
        enum class State { Fine, Damaged, NotOurs };
        State state = State::Fine;
        Contents contents;
        QString detail;
    };
    [[nodiscard]] Loaded read() const;
    static void mark(Contents &contents, const QString &name, SecretFate oldSecret);
    //! Sets a damaged file aside, writes the new contents, and publishes them.
    [[nodiscard]] Result<Nothing> replace(const Loaded &loaded, const Contents &contents);
    [[nodiscard]] Result<QString> setDamagedFileAside() const;
    [[nodiscard]] Result<Nothing> write(const Contents &contents) const;
    void publish(const Contents &contents);

    QString m_file;
    std::vector<Connection> m_connections;
    std::vector<Connection> m_forThisRun;
    QStringList m_secretsLeft;
};

} // namespace linterna

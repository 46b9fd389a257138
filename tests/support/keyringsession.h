// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/base/secret.h"
#include "tests/support/patience.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDBusVariant>
#include <QDir>
#include <QProcess>
#include <QTest>

//! Access of keychain tests to the keyring of their private session that does not go through the tested store.
namespace linterna::keyring {

using namespace Qt::Literals::StringLiterals;

using linterna::test::patience;
using linterna::test::waitFor;
inline const QString key = u"connection/Ñandú: 50 %/client-secret"_s;

template<class T>
Result<T> await(JobOf<T> *job)
{
    std::optional<Result<T>> seen;
    QObject context;
    job->onFinished(&context, [&seen](const Result<T> &result) { seen.emplace(result); });
    if (!waitFor([&seen] { return seen.has_value(); }))
        return Error{.code = ErrorCode::Timeout};
    return *seen;
}

//! A result as text: "ok", or the error's name.
template<class T>
QString outcome(const Result<T> &result)
{
    return outcomeName(result);
}

inline QByteArray bytes(const Result<Secret> &secret)
{
    return secret ? secret->view().toByteArray() : "not read: " + secret.error().detail.toUtf8();
}

struct Ran {
    int status;
    QByteArray output;
};
inline Ran runTool(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess tool;
    tool.start(program, arguments);
    tool.write(input);
    tool.closeWriteChannel();
    // The event loop runs meanwhile, because the store needs it.
    if (!waitFor([&tool] { return tool.state() == QProcess::NotRunning; })) {
        tool.kill();
        tool.waitForFinished(patience);
        return {-1, {}};
    }
    const bool ran = tool.error() == QProcess::UnknownError && tool.exitStatus() == QProcess::NormalExit;
    return {ran ? tool.exitCode() : -1, tool.readAllStandardOutput()};
}
inline Ran secretTool(const QStringList &arguments, const QByteArray &input = {})
{
    return runTool(u"secret-tool"_s, arguments, input);
}
//! Stores a secret in the way that the documentation of KeychainSecretStore tells administrators.
inline Ran putByHand(const QByteArray &secret, const QString &type = u"plaintext"_s)
{
    return secretTool({u"store"_s, u"--label=linterna"_s, u"server"_s, u"linterna"_s, u"type"_s, type, u"user"_s, key},
                      secret);
}

//! Contents of the keyring's files by their names.
inline QMap<QString, QByteArray> keyringFiles()
{
    QMap<QString, QByteArray> files;
    const QDir folder(QDir::homePath() + u"/.local/share/keyrings"_s);
    for (const QString &name : folder.entryList(QDir::Files)) {
        QFile file(folder.filePath(name));
        files[name] = file.open(QIODevice::ReadOnly) ? file.readAll() : "unreadable";
    }
    return files;
}

inline QDBusMessage callSecrets(const QString &interface, const QString &method, const QVariantList &arguments)
{
    auto call =
        QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s, interface, method);
    call.setArguments(arguments);
    return QDBusConnection::sessionBus().call(call);
}
inline QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    return callSecrets(u"org.freedesktop.Secret.Service"_s, method, arguments);
}

inline QDBusObjectPath defaultCollection()
{
    return QDBusReply<QDBusObjectPath>(callService(u"ReadAlias"_s, {u"default"_s})).value();
}

inline bool lockKeyring()
{
    return callService(u"Lock"_s, {QVariant::fromValue(QList{defaultCollection()})}).type()
        == QDBusMessage::ReplyMessage;
}

//! Unlocks the keyring as gnome-keyring's own prompt does when the password has been typed.
inline bool unlockKeyring()
{
    const QDBusMessage session =
        callService(u"OpenSession"_s, {u"plain"_s, QVariant::fromValue(QDBusVariant(QString()))});
    QDBusArgument password;
    password.beginStructure();
    password << session.arguments().value(1).value<QDBusObjectPath>() << QByteArray() << QByteArray("linterna")
             << u"text/plain"_s;
    password.endStructure();
    return callSecrets(u"org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_s, u"UnlockWithMasterPassword"_s,
                       {QVariant::fromValue(defaultCollection()), QVariant::fromValue(password)})
               .type()
        == QDBusMessage::ReplyMessage;
}

} // namespace linterna::keyring

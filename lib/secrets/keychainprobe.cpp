// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/keychainprobe.h"

#ifdef Q_OS_LINUX

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>

#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using Service = KeyringState::Service;

namespace {

constexpr int answerWithinMs = 5'000;

using Attributes = QMap<QString, QString>;

//! KWallet tells a closed wallet from a missing entry itself; the Secret Service beside it may be another, unused
//! keyring. QtKeychain takes KWallet in a Plasma 5 session where it runs.
bool mayBeKWallet()
{
    return qgetenv("XDG_CURRENT_DESKTOP") == "KDE" && qgetenv("KDE_SESSION_VERSION") == "5";
}

class KeyringQuestions : public JobOf<KeyringState>
{
public:
    KeyringQuestions(const Attributes &entry, QObject *parent) : JobOf(parent), m_entry(entry) {}

    void start()
    {
        if (!mayReachKeyring() || !QDBusConnection::sessionBus().isConnected())
            finish(KeyringState{.service = Service::Absent});
        else if (mayBeKWallet())
            askForKWallet();
        else
            askForCollection();
    }

private:
    void askForKWallet()
    {
        auto call = QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_s, u"/org/freedesktop/DBus"_s,
                                                   u"org.freedesktop.DBus"_s, u"NameHasOwner"_s);
        call << u"org.kde.kwalletd5"_s;
        ask(call, [this](const QDBusPendingCall &answer) {
            if (const QDBusPendingReply<bool> there = answer; there.isValid() && there.value())
                finish(KeyringState{.service = Service::NotAsked});
            else
                askForCollection();
        });
    }
    void askForCollection()
    {
        auto call = secretsCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"ReadAlias"_s);
        call << u"default"_s;
        ask(call, [this](const QDBusPendingCall &answer) {
            const QDBusPendingReply<QDBusObjectPath> path = answer;
            if (!path.isValid())
                return finishWithout(path.error());
            if (path.value().path() == u"/") {
                m_state.service = Service::NoCollection;
                return askForEntry();
            }
            askForLock(path.value().path());
        });
    }
    void askForLock(const QString &collection)
    {
        auto call = secretsCall(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
        ask(call, [this](const QDBusPendingCall &answer) {
            const QDBusPendingReply<QDBusVariant> locked = answer;
            if (!locked.isValid())
                return finishWithout(locked.error());
            m_state.service = locked.value().variant().toBool() ? Service::Locked : Service::Open;
            askForEntry();
        });
    }
    void askForEntry()
    {
        auto call = secretsCall(u"/org/freedesktop/secrets"_s, u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
        call << QVariant::fromValue(m_entry);
        ask(call, [this](const QDBusPendingCall &answer) {
            const QDBusPendingReply<QList<QDBusObjectPath>, QList<QDBusObjectPath>> items = answer;
            if (!items.isValid())
                return finishWithout(items.error());
            const bool open = !items.argumentAt<0>().isEmpty();
            const bool locked = !items.argumentAt<1>().isEmpty();
            m_state.holdsEntry = open || locked;
            m_state.entryLocked = locked && !open;
            m_state.holdsSeveral = items.argumentAt<0>().size() + items.argumentAt<1>().size() > 1;
            finish(m_state);
        });
    }

    static QDBusMessage secretsCall(const QString &path, const QString &interface, const QString &method)
    {
        return QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    }
    template<class Then>
    void ask(const QDBusMessage &call, Then then)
    {
        auto *watcher =
            new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, answerWithinMs), this);
        connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, then] {
            watcher->deleteLater();
            then(*watcher);
        });
    }
    //! Ends without an answer of a keyring: nobody is there, or somebody who does not answer as a keyring should.
    void finishWithout(const QDBusError &error)
    {
        static const std::array nobody{QDBusError::ServiceUnknown, QDBusError::NoServer, QDBusError::Disconnected};
        const bool absent = std::ranges::find(nobody, error.type()) != nobody.end()
            || error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
            || error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1);
        finish(KeyringState{.service = absent ? Service::Absent : Service::Silent});
    }

    Attributes m_entry;
    KeyringState m_state;
};

} // namespace

bool mayReachKeyring()
{
    const QByteArray address = qgetenv("DBUS_SESSION_BUS_ADDRESS");
    if (address.isEmpty())
        return QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + "/bus"_L1);
    return !address.startsWith("disabled:");
}

JobOf<KeyringState> *askKeyring(const QString &service, const QString &key, QObject *parent)
{
    qDBusRegisterMetaType<Attributes>();
    auto *questions =
        new KeyringQuestions({{u"server"_s, service}, {u"user"_s, key}}, parent); // as QtKeychain names them
    questions->start();
    return questions;
}

} // namespace linterna

#else

namespace linterna {

bool mayReachKeyring()
{
    return true;
}

JobOf<KeyringState> *askKeyring(const QString &, const QString &, QObject *parent)
{
    return JobOf<KeyringState>::finished(KeyringState{}, parent);
}

} // namespace linterna

#endif

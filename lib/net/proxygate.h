// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/base/secret.h"
#include "lib/net/proxychoice.h"
#include "lib/net/proxyprobe.h"
#include "lib/net/secretmask.h"

#include <QHash>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSet>
#include <QUrl>

#include <deque>
#include <functional>
#include <vector>

namespace linterna {

//! What a request knows of the proxy that it goes through, for when it fails.
struct ProxyUse {
    QString place = {}; //!< "proxy.example:3128"; empty where there is none.
    bool signsIn = false;
    bool negotiates = false; //!< Qt tries a Kerberos ticket by itself, and cannot say that there is none.
};

//! The Error for a request that failed between us and the proxy; empty where the proxy is not to blame.
[[nodiscard]] std::optional<Error> proxyFailure(QNetworkReply::NetworkError error, const ProxyUse &use);

//! Brings requests through HTTP proxies, some of which want a user name and password. Qt alone would send a wrong
//! password with every request and every repetition, which locks an account, and take a refusal for a broken network.
//! So a proxy is first asked without any name (ProxyProbe), once for each server; a sign-in that is not known to be
//! right is tried by one request alone while the others wait; and one that was refused is not sent again as long as
//! this object lives.
//!
//! Errors: those of ErrorCode that begin with Proxy, those of the password's store, Cancelled.
class ProxyGate : public QObject
{
    Q_OBJECT
public:
    //! Gives the password of the connection's own proxy; an empty Secret for none.
    using Password = std::function<JobOf<Secret> *()>;

    explicit ProxyGate(Clock &clock, QObject *parent = nullptr);
    ~ProxyGate() override;
    void setPasswordSource(Password password) { m_password = std::move(password); }

    //! `proxy` as a request to `url` is to be given it: with user name and password where it wants them. A name and
    //! password that come with `proxy` (from the environment) are used first, then those of `choice`. Whoever gets an
    //! answer without error must call ended().
    [[nodiscard]] JobOf<QNetworkProxy> *admit(const ProxyChoice &choice, const QNetworkProxy &proxy, const QUrl &url);
    //! Call when the request has ended that went through what admit() gave, with its error.
    void ended(const QNetworkProxy &proxy, const QUrl &url, const std::optional<Error> &error);
    //! What a request through this proxy has to know for when it fails.
    [[nodiscard]] ProxyUse useOf(const QNetworkProxy &proxy, const QUrl &url) const;
    //! Adds the passwords that were sent to proxies to the mask: what comes through a proxy may repeat them.
    void hidePasswords(SecretMask &mask) const;

private:
    struct Visitor {
        QPointer<JobOf<QNetworkProxy>> job;
        ProxyChoice choice;
        QNetworkProxy proxy;
        QUrl url;
    };
    void next();
    void decide(const ProxyDemand &demand);
    void signIn(const QString &user, const Secret &password);
    void answer(const Result<QNetworkProxy> &result);
    [[nodiscard]] static Error refusedAt(const QString &place);

    Clock &m_clock;
    Password m_password;
    //! Requests that wait for admission, one at a time: the first of them is being looked after while m_busy.
    std::deque<Visitor> m_visitors;
    bool m_busy = false;
    bool m_trying = false;                    //!< A request is on its way with a sign-in that may be wrong.
    QHash<QString, ProxyDemand> m_demands;    //!< Known demands, by proxy and server.
    QHash<QString, QNetworkProxy> m_signedIn; //!< Sign-ins that have proved right, by proxy and server.
    QSet<QString> m_refused;                  //!< Places of proxies that refused the sign-in.
    std::vector<Secret> m_sent;               //!< Passwords, and each with its name as HTTP Basic joins them.
};

} // namespace linterna

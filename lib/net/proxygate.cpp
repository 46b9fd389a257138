// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/proxygate.h"

#include <algorithm>

namespace linterna {

namespace {

QString placeOfProxy(const QNetworkProxy &proxy)
{
    return ProxyChoice::placeOf(proxy.hostName(), proxy.port());
}

QString routeTo(const QNetworkProxy &proxy, const QUrl &url)
{
    return placeOfProxy(proxy) + u' ' + proxyTargetOf(url);
}

//! A text as Qt 6.4 has to be given it, which sends it as Latin-1, so that UTF-8 leaves (RFC 7617 §2.1, and what curl
//! does): other characters would leave as question marks, and waste the one try.
QString forQt(QByteArrayView utf8)
{
    return QString::fromLatin1(utf8);
}

QNetworkProxy withoutName(QNetworkProxy proxy)
{
    proxy.setUser({});
    proxy.setPassword({});
    return proxy;
}

} // namespace

std::optional<Error> proxyFailure(QNetworkReply::NetworkError error, const ProxyUse &use)
{
    if (use.place.isEmpty())
        return {};
    const auto problem = [&](ErrorCode code) { return Error{.code = code, .detail = use.place}; };
    switch (error) {
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return problem(use.signsIn ? ErrorCode::ProxyRefused : ErrorCode::ProxySignIn);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyNotFoundError:
        return problem(ErrorCode::ProxyUnreachable);
    case QNetworkReply::ProxyConnectionClosedError:
        return problem(ErrorCode::ProxyClosed);
    case QNetworkReply::ProxyTimeoutError:
        return problem(ErrorCode::ProxySilent);
    case QNetworkReply::UnknownNetworkError:
        return use.negotiates
            ? std::optional(Error{.code = ErrorCode::ProxyMethod, .detail = use.place + QStringLiteral(": Negotiate")})
            : std::nullopt;
    default:
        return {};
    }
}

ProxyGate::ProxyGate(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock) {}

ProxyGate::~ProxyGate() = default;

Error ProxyGate::refusedAt(const QString &place)
{
    return Error{.code = ErrorCode::ProxyRefused, .detail = place};
}

JobOf<QNetworkProxy> *ProxyGate::admit(const ProxyChoice &choice, const QNetworkProxy &proxy, const QUrl &url)
{
    if (m_refused.contains(placeOfProxy(proxy)))
        return JobOf<QNetworkProxy>::finished(refusedAt(placeOfProxy(proxy)), this);
    if (proxy.type() != QNetworkProxy::HttpProxy)
        return JobOf<QNetworkProxy>::finished(proxy, this);
    if (const auto known = m_signedIn.constFind(routeTo(proxy, url)); known != m_signedIn.constEnd())
        return JobOf<QNetworkProxy>::finished(*known, this);
    auto *job = new JobOf<QNetworkProxy>(this);
    m_visitors.push_back({job, choice, proxy, url});
    next();
    return job;
}

void ProxyGate::next()
{
    while (!m_busy && !m_visitors.empty() && (!m_visitors.front().job || m_visitors.front().job->isFinished()))
        m_visitors.pop_front();
    if (m_busy || m_visitors.empty())
        return;
    m_busy = true;
    const Visitor &visitor = m_visitors.front();
    const QString route = routeTo(visitor.proxy, visitor.url);
    if (m_refused.contains(placeOfProxy(visitor.proxy))) {
        answer(refusedAt(placeOfProxy(visitor.proxy)));
    } else if (const auto proven = m_signedIn.constFind(route); proven != m_signedIn.constEnd()) {
        answer(*proven);
    } else if (const auto known = m_demands.constFind(route); known != m_demands.constEnd()) {
        decide(*known);
    } else {
        askProxy(visitor.proxy, visitor.url, m_clock, this)
            ->onFinished(this, [this, route](const Result<ProxyDemand> &demand) {
                if (!demand) {
                    answer(demand.error());
                    return;
                }
                m_demands.insert(route, *demand);
                decide(*demand);
            });
    }
}

void ProxyGate::decide(const ProxyDemand &demand)
{
    using Method = ProxyDemand::Method;
    const Visitor &visitor = m_visitors.front();
    const QString place = placeOfProxy(visitor.proxy);
    const bool takesPassword = demand.method == Method::Basic || demand.method == Method::Digest;
    const bool hasUser =
        visitor.choice.kind == ProxyChoice::Kind::Manual && !visitor.choice.user.isEmpty() && m_password;
    if (takesPassword && !visitor.proxy.user().isEmpty()) {
        signIn(visitor.proxy.user(), Secret(visitor.proxy.password().toUtf8()));
    } else if (takesPassword && hasUser) {
        m_password()->onFinished(this, [this, user = visitor.choice.user, place](const Result<Secret> &password) {
            if (!password)
                answer(password.error());
            else if (password->isEmpty())
                answer(Error{.code = ErrorCode::ProxySignIn, .detail = place});
            else
                signIn(user, *password);
        });
    } else if (demand.method == Method::None || demand.negotiates) {
        answer(withoutName(visitor.proxy));
    } else if (takesPassword) {
        answer(Error{.code = ErrorCode::ProxySignIn, .detail = place});
    } else {
        const QString offered = demand.schemes.join(QStringLiteral(", "));
        answer(Error{.code = ErrorCode::ProxyMethod,
                     .detail = offered.isEmpty() ? place : QStringLiteral("%1: %2").arg(place, offered)});
    }
}

void ProxyGate::signIn(const QString &user, const Secret &password)
{
    QNetworkProxy proxy = m_visitors.front().proxy;
    proxy.setUser(forQt(user.toUtf8()));
    proxy.setPassword(forQt(password.view()));
    QByteArray pair = user.toUtf8() + ':' + password.view().toByteArray();
    for (const Secret &sent : {password, Secret(std::move(pair))}) {
        if (std::ranges::find(m_sent, sent) == m_sent.end())
            m_sent.push_back(sent);
    }
    m_trying = true;
    answer(proxy);
}

//! Answers the first visitor. Where its sign-in is not known to be right, the next visitor waits for ended().
void ProxyGate::answer(const Result<QNetworkProxy> &result)
{
    const Visitor visitor = m_visitors.front();
    m_visitors.pop_front();
    const bool there = visitor.job && !visitor.job->isFinished();
    if (there)
        visitor.job->finish(result);
    if (!there)
        m_trying = false;
    if (m_trying)
        return;
    m_busy = false;
    next();
}

void ProxyGate::ended(const QNetworkProxy &proxy, const QUrl &url, const std::optional<Error> &error)
{
    const QString route = routeTo(proxy, url);
    const bool signedIn = !proxy.user().isEmpty();
    const bool unclear = error
        && (error->code == ErrorCode::Offline || error->code == ErrorCode::Timeout
            || error->code == ErrorCode::Cancelled || isProxyProblem(error->code));
    if (signedIn && error && error->code == ErrorCode::ProxyRefused)
        m_refused.insert(placeOfProxy(proxy));
    if (unclear && error->code != ErrorCode::Cancelled) { // the proxy may have other rules by now: it is asked again
        m_demands.remove(route);
        m_signedIn.remove(route);
    } else if (!unclear) {
        m_signedIn.insert(route, proxy);
    }
    if (m_trying && signedIn) {
        m_trying = false;
        m_busy = false;
        next();
    }
}

void ProxyGate::hidePasswords(SecretMask &mask) const
{
    for (const Secret &sent : m_sent)
        mask.add(sent);
}

ProxyUse ProxyGate::useOf(const QNetworkProxy &proxy, const QUrl &url) const
{
    if (proxy.type() == QNetworkProxy::NoProxy)
        return {};
    const auto demand = m_demands.constFind(routeTo(proxy, url));
    return {.place = placeOfProxy(proxy),
            .signsIn = !proxy.user().isEmpty(),
            .negotiates = demand != m_demands.constEnd() && demand->negotiates};
}

} // namespace linterna

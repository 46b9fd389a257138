// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/proxyfinder.h"

#include "lib/base/log.h"
#include "lib/net/urlrule.h"

#include <QThread>

#include <algorithm>

namespace linterna {

namespace {

QString originOf(const QUrl &url)
{
    return url.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
}

//! The first proxy through which our requests can go; none where there is no such proxy.
QNetworkProxy usable(const QList<QNetworkProxy> &proxies)
{
    const auto carries = [](const QNetworkProxy &proxy) {
        return proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::HttpProxy
            || proxy.type() == QNetworkProxy::Socks5Proxy;
    };
    const auto found = std::ranges::find_if(proxies, carries);
    return found == proxies.end() ? QNetworkProxy(QNetworkProxy::NoProxy) : *found;
}

} // namespace

ProxyFinder::ProxyFinder(Clock &clock, QObject *parent)
    : ProxyFinder(clock, &QNetworkProxyFactory::systemProxyForQuery, parent)
{}

ProxyFinder::ProxyFinder(Clock &clock, Lookup lookup, QObject *parent)
    : QObject(parent), m_clock(clock), m_lookup(std::move(lookup))
{}

std::optional<QNetworkProxy> ProxyFinder::known(const ProxyChoice &choice, const QUrl &url) const
{
    static const QNetworkProxy none(QNetworkProxy::NoProxy);
    if (choice.kind == ProxyChoice::Kind::None || isThisComputer(url))
        return none;
    if (choice.kind == ProxyChoice::Kind::Manual)
        return QNetworkProxy(QNetworkProxy::HttpProxy, choice.host, choice.port);
    const auto found = m_known.constFind(originOf(url));
    return found == m_known.constEnd() ? std::nullopt : std::optional(*found);
}

JobOf<QNetworkProxy> *ProxyFinder::find(const ProxyChoice &choice, const QUrl &url)
{
    if (const auto proxy = known(choice, url))
        return JobOf<QNetworkProxy>::finished(*proxy, this);
    auto *job = new JobOf<QNetworkProxy>(this);
    lookUp(url, job);
    return job;
}

void ProxyFinder::lookUp(const QUrl &url, const QPointer<JobOf<QNetworkProxy>> &job)
{
    // The thread has no owner: it may outlive us, held up by a script on a server that does not answer.
    const auto found = std::make_shared<QList<QNetworkProxy>>();
    QThread *thread = QThread::create([lookup = m_lookup, url, found] { *found = lookup(QNetworkProxyQuery(url)); });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    connect(thread, &QThread::finished, this, [this, url, found, job] {
        const QNetworkProxy proxy = usable(*found);
        m_known.insert(originOf(url), proxy);
        if (job)
            job->finish(proxy);
    });
    // The alarm goes when the job has ended, one way or the other.
    const std::shared_ptr<Alarm> alarm = m_clock.after(LookupLimit, [job] {
        qCWarning(lcNet, "the system does not say which proxy to use");
        if (job)
            job->finish(Error{.code = ErrorCode::Timeout, .detail = QStringLiteral("the system's proxy settings")});
    });
    job->onFinished(this, [alarm](const Result<QNetworkProxy> &) {});
    thread->start();
}

} // namespace linterna

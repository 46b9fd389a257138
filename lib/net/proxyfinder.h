// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/net/proxychoice.h"

#include <QHash>
#include <QNetworkProxy>
#include <QUrl>

#include <chrono>
#include <functional>

namespace linterna {

//! Knows through which proxy a URL is to be reached. Asking the system can take as long as a script on some server
//! takes (automatic configuration), so it is done on a thread of its own, and once for each host.
class ProxyFinder : public QObject
{
    Q_OBJECT
public:
    //! Asks the system; called on another thread.
    using Lookup = std::function<QList<QNetworkProxy>(const QNetworkProxyQuery &)>;

    explicit ProxyFinder(Clock &clock, QObject *parent = nullptr);
    ProxyFinder(Clock &clock, Lookup lookup, QObject *parent = nullptr);

    //! The proxy, where it is known without asking the system, as it is always but for the first request to a host;
    //! else empty.
    [[nodiscard]] std::optional<QNetworkProxy> known(const ProxyChoice &choice, const QUrl &url) const;
    //! The proxy; asks the system where it is not known. Error: Timeout (the system did not say within LookupLimit).
    [[nodiscard]] JobOf<QNetworkProxy> *find(const ProxyChoice &choice, const QUrl &url);
    //! Forgets what the system said, since the network may be another one by now: it is asked anew next time.
    void forget() { m_known.clear(); }

    static constexpr std::chrono::seconds LookupLimit{15};

private:
    void lookUp(const QUrl &url, const QPointer<JobOf<QNetworkProxy>> &job);

    Clock &m_clock;
    Lookup m_lookup;
    //! Proxies by scheme, host and port of the URL.
    QHash<QString, QNetworkProxy> m_known;
};

} // namespace linterna

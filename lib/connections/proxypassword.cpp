// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/proxypassword.h"

namespace linterna {

Secret boundProxyPassword(const ProxyChoice &proxy, const Secret &password)
{
    const QByteArray place = proxy.place().toUtf8() + '\n';
    QByteArray bound;
    bound.reserve(place.size() + password.view().size()); // growing would leave copies
    bound += place;
    bound += password.view();
    return Secret(std::move(bound));
}

Secret proxyPasswordIn(const Secret &stored, const ProxyChoice &proxy)
{
    const QByteArray place = proxy.place().toUtf8() + '\n';
    if (place.size() < 2 || !stored.view().startsWith(place))
        return {};
    return Secret::copyOf(stored.view().sliced(place.size()));
}

} // namespace linterna

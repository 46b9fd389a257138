// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/urlrule.h"

#include <QHostAddress>

namespace linterna {

namespace {

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

bool isAllowedServiceUrl(const QUrl &url)
{
    // userInfo() is empty for "https://@host", so ask the authority for the sign itself.
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || url.authority().contains(u'@'))
        return false;
    if (url.scheme() == QLatin1StringView("https"))
        return true;
    return url.scheme() == QLatin1StringView("http") && isThisComputer(url.host());
}

} // namespace linterna

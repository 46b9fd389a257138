// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/urlrule.h"

#include <QHostAddress>

namespace linterna {

bool isThisComputer(const QUrl &url)
{
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback();
}

bool isAllowedServiceUrl(const QUrl &url)
{
    // userInfo() is empty for "https://@host", so ask the authority for the sign itself.
    if (!url.isValid() || url.host().isEmpty() || url.hasFragment() || url.authority().contains(u'@'))
        return false;
    if (url.scheme() == QLatin1StringView("https"))
        return true;
    return url.scheme() == QLatin1StringView("http") && isThisComputer(url);
}

} // namespace linterna

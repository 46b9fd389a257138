// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/linkpolicy.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array allowedDomains{"uscis.gov"_L1, "usps.com"_L1, "state.gov"_L1, "dhs.gov"_L1};
//! Most characters of a link: what every browser can open, and a person can look over.
constexpr qsizetype longestLink = 2000;

bool isUnfitInLink(QChar c)
{
    return c.isSpace() || c == u'\\' || c.category() == QChar::Other_Control;
}

//! What stands between "https://" and the path, as written; empty for any other scheme.
QStringView writtenAuthority(QStringView href)
{
    constexpr auto scheme = "https://"_L1;
    if (!href.startsWith(scheme, Qt::CaseInsensitive))
        return {};
    const QStringView rest = href.sliced(scheme.size());
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    return rest.first(end - rest.begin());
}

bool isAllowedHost(const QString &host)
{
    return std::ranges::any_of(allowedDomains, [&](QLatin1StringView domain) {
        return host == domain || (host.endsWith(domain) && host.chopped(domain.size()).endsWith(u'.'));
    });
}

} // namespace

std::optional<QUrl> allowedLink(const QString &href)
{
    const QStringView trimmed = QStringView(href).trimmed();
    if (trimmed.size() > longestLink || std::ranges::any_of(trimmed, isUnfitInLink))
        return std::nullopt;
    // Checked before QUrl parses the link: QUrl decodes %2E in a host, and lets user information and odd ports pass.
    QStringView authority = writtenAuthority(trimmed);
    if (authority.endsWith(":443"_L1))
        authority.chop(4);
    if (authority.isEmpty() || std::ranges::any_of(authority, [](QChar c) { return "@:%[]"_L1.contains(c); }))
        return std::nullopt;

    const QUrl url(trimmed.toString(), QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != "https"_L1 || !url.userInfo().isEmpty() || url.port(443) != 443
        || !isAllowedHost(url.host(QUrl::FullyEncoded)))
        return std::nullopt;
    QUrl encoded = QUrl::fromEncoded(url.toEncoded(), QUrl::StrictMode);
    encoded.setPort(-1);
    return encoded;
}

QString linkHost(const QString &href)
{
    return QUrl(href.trimmed(), QUrl::TolerantMode).host(QUrl::FullyEncoded);
}

} // namespace linterna

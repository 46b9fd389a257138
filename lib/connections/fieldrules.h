// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connection.h"

#include <QJsonObject>

namespace linterna {

//! Rules for the values of a connection, whoever writes them: a file, or a person in the editor. What a rule allows
//! stands in resources/connection.schema.json.

//! Nothing that turns, hides or breaks the characters around it.
[[nodiscard]] bool isVisibleCharacter(char32_t c);
//! 1 to 60 visible characters, no spaces at the ends.
[[nodiscard]] bool isAllowedConnectionName(const QString &name);
//! A URL that secrets may be sent to (urlrule.h), without query, written byte for byte as it is sent: what looks like
//! one host must not be another, and %2F is no slash. At most 2000 characters.
[[nodiscard]] std::optional<QUrl> serviceUrlFrom(const QString &text);
//! Where `text` would be one if it were written as it is sent, so written; empty for everything else.
[[nodiscard]] QString addressAsSent(const QString &text);
//! Scopes with one space between (RFC 6749 §3.3), at most 1000 characters, or none.
[[nodiscard]] bool isAllowedScope(const QString &scope);
//! Names that mean a secret, which belongs in the keychain and nowhere else.
[[nodiscard]] bool namesASecret(const QString &name);
[[nodiscard]] bool isAllowedHeaderName(const QString &name);
//! A parameter of the token request that no other field of the connection sets.
[[nodiscard]] bool isAllowedTokenParameterName(const QString &name);
//! 1 to 1024 ASCII characters that may stand in a header field.
[[nodiscard]] bool isAllowedHeaderValue(const QString &value);
//! An IANA name that other programs know too; Qt also makes zones of offsets and of POSIX rules.
[[nodiscard]] std::optional<QTimeZone> timeZoneFrom(const QString &id);
//! "system", "none" or "host:port".
[[nodiscard]] std::optional<ProxyChoice> proxyFrom(const QString &text);
[[nodiscard]] QString proxyText(const ProxyChoice &proxy);
//! At most 256 visible characters without a colon (RFC 7617 §2) and without spaces at the ends, or none.
[[nodiscard]] bool isAllowedProxyUser(const QString &user);
//! {"days": ["mon", …], "opens": "07:00", "closes": "20:00", "time_zone": "America/New_York"}. The outer optional is
//! empty where `object` is not allowed, the inner one where it is empty: always open.
[[nodiscard]] std::optional<std::optional<ServiceHours>> serviceHoursFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject serviceHoursObject(const std::optional<ServiceHours> &hours);

} // namespace linterna

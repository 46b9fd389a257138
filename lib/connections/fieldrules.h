// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"

#include <QJsonObject>

namespace linterna {

//! Rules for the values of a connection, whoever writes them: a file, or a person in the editor. What a rule allows
//! stands in resources/connection.schema.json.

//! Whether the character does not turn, hide or break the characters around it.
[[nodiscard]] bool isVisibleCharacter(char32_t c);
//! Whether the name is 1 to 60 visible characters, without spaces at the ends.
[[nodiscard]] bool isAllowedConnectionName(const QString &name);
//! A URL that secrets may be sent to (urlrule.h), without query, written byte for byte as it is sent: what looks like
//! one host must not be another, and %2F is no slash. At most 2000 characters. Empty for any other text.
[[nodiscard]] std::optional<QUrl> serviceUrlFrom(const QString &text);
//! How `text` would have to be written to be such a URL, where only the writing is wrong; empty for everything else.
[[nodiscard]] QString addressAsSent(const QString &text);
//! Whether the text is scopes with one space between (RFC 6749 §3.3), at most 1000 characters, or empty.
[[nodiscard]] bool isAllowedScope(const QString &scope);
//! Whether the name means a secret, which belongs in the keychain and nowhere else.
[[nodiscard]] bool namesASecret(const QString &name);
[[nodiscard]] bool isAllowedHeaderName(const QString &name);
//! Whether a parameter of the token request may be called so: no other field of the connection sets it.
[[nodiscard]] bool isAllowedTokenParameterName(const QString &name);
//! Whether the value is 1 to 1024 ASCII characters that may stand in a header field.
[[nodiscard]] bool isAllowedHeaderValue(const QString &value);
//! The time zone with an IANA name that other programs know too; empty for others: Qt also makes zones of offsets and
//! of POSIX rules.
[[nodiscard]] std::optional<QTimeZone> timeZoneFrom(const QString &id);
//! Reads "system", "none" or "host:port", and the inverse.
[[nodiscard]] std::optional<ProxyChoice> proxyFrom(const QString &text);
[[nodiscard]] QString proxyText(const ProxyChoice &proxy);
//! Whether the user name is at most 256 visible characters without a colon (RFC 7617 §2) and without spaces at the
//! ends, or empty.
[[nodiscard]] bool isAllowedProxyUser(const QString &user);
//! Reads {"days": ["mon", …], "opens": "07:00", "closes": "20:00", "time_zone": "America/New_York"}, and the inverse.
//! The outer optional is empty where `object` is not allowed, the inner one where `object` is empty: always open.
[[nodiscard]] std::optional<std::optional<ServiceHours>> serviceHoursFrom(const QJsonObject &object);
[[nodiscard]] QJsonObject serviceHoursObject(const std::optional<ServiceHours> &hours);

} // namespace linterna

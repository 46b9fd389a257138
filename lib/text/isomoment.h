// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace linterna {

//! "2026-11-22T10:42:00Z" in UTC; empty for no moment. QDateTime says the same, several times slower.
[[nodiscard]] QString isoMoment(const QDateTime &moment);
//! isoMoment() with milliseconds: "2026-11-22T10:42:00.123Z".
[[nodiscard]] QString isoMomentWithMs(const QDateTime &moment);
//! "2026-11-22", as QDate says it, several times faster.
[[nodiscard]] QString isoDate(const QDate &date);
//! The inverse of isoMomentWithMs(): an invalid QDateTime for an empty text, and nothing for a text that is no moment.
[[nodiscard]] std::optional<QDateTime> momentFromIso(const QString &text);

//! "2023-09-05T14:28:46" for "09-05-2023 14:28:46", anything else as it was sent. Turned round as text: USCIS names no
//! time zone, so the computer's own must not have a say in which hours exist.
[[nodiscard]] QString isoTorchDate(const QString &sent);

} // namespace linterna

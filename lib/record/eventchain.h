// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linterna {

//! What every event of the record has, whatever its kind. lib/record/EVENTS.md describes the bytes of all of it.
struct EventHead {
    //! Random, 16 bytes: the same event has the same one in every record.
    QByteArray uuid = {};
    //! The desk that wrote the event: 16 random bytes.
    QByteArray desk = {};
    //! Counts the events of the desk, from 1 on, without gaps.
    qint64 number = 0;
    //! When the event was written: milliseconds since 1970, UTC.
    qint64 at = 0;
    //! leafOf() of salt and content. Stays when these are destroyed.
    QByteArray leaf = {};
    //! linkOf() the event before it.
    QByteArray link = {};

    bool operator==(const EventHead &) const = default;
};

inline constexpr qsizetype UuidBytes = 16;
inline constexpr qsizetype EventHashBytes = 32; //!< Of a leaf, a link, a salt.

//! SHA-256(0x00 ‖ salt ‖ canonical bytes): what vouches for the content of an event.
[[nodiscard]] QByteArray leafOf(QByteArrayView salt, QByteArrayView canonical);
//! SHA-256(0x01 ‖ uuid ‖ desk ‖ number ‖ at ‖ leaf ‖ previous link): what binds an event to its place. Number and time
//! are 8 bytes each, the highest first. `previousLink`: of the desk's event before; for its first one noLink().
[[nodiscard]] QByteArray linkOf(const EventHead &head, QByteArrayView previousLink);
//! 32 bytes of zero.
[[nodiscard]] QByteArray noLink();

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

#include <deque>
#include <memory>

namespace linterna {

//! Connections that are open, carry nothing at the moment, and have carried nothing but the right replies: each with
//! its QNetworkAccessManager, which has no other. A connection that was not used for a few seconds is closed, so that
//! none outlives a change of network or the computer's sleep, after which a request would wait for a server that is not
//! there any more.
class KeptConnections
{
public:
    //! The server that a connection leads to, and the proxy that it goes through.
    struct Place {
        QString authority; //!< "127.0.0.1:8443"
        QNetworkProxy proxy = {};
        bool operator==(const Place &) const = default;
    };
    static constexpr std::size_t Most = 8;
    static constexpr std::chrono::seconds Longest{5};

    explicit KeptConnections(Clock &clock) : m_clock(clock) {}

    void keep(Place place, std::unique_ptr<QNetworkAccessManager> network);
    //! The connection to that place that was used last; null where there is none.
    [[nodiscard]] std::unique_ptr<QNetworkAccessManager> take(const Place &place);

private:
    struct Entry {
        Place place;
        std::unique_ptr<QNetworkAccessManager> network;
        std::chrono::milliseconds since; //!< monotonic, which stands still while the computer sleeps
        QDateTime sinceWall;
    };
    [[nodiscard]] bool isTooOld(const Entry &entry) const;
    void closeOld();

    Clock &m_clock;
    std::deque<Entry> m_entries; //!< the one used last first
    std::unique_ptr<Alarm> m_alarm;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/chance.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

#include <array>
#include <map>
#include <set>

class QTcpSocket;

namespace linterna::test {

//! A token endpoint and a case service on one real port that break the order of HTTP/1.1: what comes over a connection
//! is not always the reply to what was sent over it. What it does to a request depends on the seed, the receipt number
//! and how often that was asked for, not on the order of requests, so that a failure can be reproduced from its seed.
//!
//! Its tokens begin with "tkn-".
class DisorderlyServer : public QObject
{
    Q_OBJECT
public:
    enum class Disorder {
        None,
        Continue,      //!< A reply of status 100 before the reply, which HTTP allows and clients skip.
        Interim,       //!< Up to three replies of status 102 or 103 before the reply.
        InterimAndEnd, //!< A reply of status 102 or 103, then the connection ends.
        LateBytes,     //!< Another case's reply after the reply.
        Doubled,       //!< The reply twice.
        Swapped,       //!< The replies to two requests of one connection change places.
        Cut,           //!< The connection ends somewhere in the reply.
        ShortLength,   //!< Content-Length says less than there is.
        LongLength,    //!< Content-Length says more than there is, and the connection ends.
        TokenForCase,  //!< A reply of the token endpoint, with the token in use.
    };
    static constexpr int disorders = int(Disorder::TokenForCase) + 1;

    explicit DisorderlyServer(unsigned seed);
    ~DisorderlyServer() override;

    //! The server's address: "http://127.0.0.1:PORT".
    [[nodiscard]] QUrl url() const;
    //! Whether the server has a status for this receipt number; else its reply is a 404, which names no number.
    [[nodiscard]] static bool knows(const QByteArray &receipt);
    [[nodiscard]] static QByteArray titleFor(const QByteArray &receipt);
    //! Whether a request for this receipt number ever met more than None or Continue.
    [[nodiscard]] bool troubled(const QByteArray &receipt) const { return m_troubled.contains(receipt); }
    [[nodiscard]] int count(Disorder disorder) const { return m_counts[std::size_t(disorder)]; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    class Connection;
    [[nodiscard]] Disorder disorderFor(const QByteArray &receipt, Chance &chance);

    QTcpServer m_server;
    const unsigned m_seed;
    std::map<QByteArray, unsigned> m_asked;
    std::set<QByteArray> m_troubled;
    std::array<int, disorders> m_counts{};
    int m_requests = 0;
    int m_connections = 0;
};

} // namespace linterna::test

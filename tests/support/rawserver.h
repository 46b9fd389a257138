// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

class QTcpServer;
class QTcpSocket;

namespace linterna::test {

//! What a RawServer does on a connection, step by step.
namespace raw {

//! Waits until one more whole request is there: its head and as many bytes of body as its Content-Length says.
struct ReadRequest {};
//! Sends these bytes and goes on when the system has taken them.
struct Send {
    QByteArray bytes;
};
//! Sends `bytes` in pieces of `atOnce` bytes, one piece every `every`.
struct Drip {
    QByteArray bytes;
    qsizetype atOnce = 1;
    std::chrono::milliseconds every{10};
};
//! Sends `block` over and over, no faster than the client reads, until `total` bytes have gone (cut in the middle of a
//! block if need be).
struct Flood {
    QByteArray block;
    qint64 total = 0;
};
//! Closes the connection properly (FIN) after all bytes have been sent.
struct Close {};
//! Resets the connection (RST) after all bytes have been sent.
struct Reset {};

using Step = std::variant<ReadRequest, Send, Drip, Flood, Close, Reset>;
//! After its last step a connection stays open and silent until the client leaves; {} and {ReadRequest{}} never answer.
using Script = std::vector<Step>;

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;
//! A well-formed HTTP/1.1 reply with Content-Length.
[[nodiscard]] QByteArray reply(int status, const QByteArray &body, const Headers &headers = {});

} // namespace raw

//! Listens on 127.0.0.1 and does what no HTTP library would: cuts replies short, resets, sends very slowly or far too
//! much, sends nonsense, or nothing. Every connection follows a script, and what was received is recorded.
class RawServer : public QObject
{
    Q_OBJECT
public:
    //! What was received on one connection so far.
    struct Record {
        //! All bytes received, decrypted where TLS is used.
        QByteArray received;
        //! Complete requests that the connection's script has read.
        std::vector<QByteArray> requests;
        qint64 bytesSent = 0;
        //! Whether the connection has ended, from either side.
        bool ended = false;
    };

    //! Connection n follows script n, later ones the last script; there must be at least one script. With `tls` every
    //! connection starts with a handshake; one that fails it does not count as a connection.
    explicit RawServer(std::vector<raw::Script> scripts, std::optional<QSslConfiguration> tls = {});
    ~RawServer() override;

    [[nodiscard]] quint16 port() const;
    //! The server's address, "http://127.0.0.1:PORT" or "https://…", followed by `path`.
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    [[nodiscard]] const std::vector<Record> &connections() const { return m_records; }
    //! Complete requests of all connections, in the order in which they were read.
    [[nodiscard]] const std::vector<QByteArray> &requests() const { return m_requests; }
    //! Number of bytes received on all connections.
    [[nodiscard]] qint64 bytesReceived() const;
    //! Number of TLS connections that ended before their handshake was complete.
    [[nodiscard]] int failedHandshakes() const { return m_failedHandshakes; }

signals:
    //! Something was read, sent or ended.
    void progressed();

private:
    class Connection;
    void accept(QTcpSocket *socket);

    std::vector<raw::Script> m_scripts;
    bool m_tls;
    int m_failedHandshakes = 0;
    std::vector<Record> m_records;
    std::vector<QByteArray> m_requests;
    QTcpServer *m_server;
};

} // namespace linterna::test

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
//! Says goodbye properly (FIN) after everything has gone.
struct Close {};
//! Throws the connection away (RST) after everything has gone.
struct Reset {};

using Step = std::variant<ReadRequest, Send, Drip, Flood, Close, Reset>;
//! After its last step a connection stays open and silent until the client leaves; {} and {ReadRequest{}} never answer.
using Script = std::vector<Step>;

using Headers = std::vector<std::pair<QByteArray, QByteArray>>;
//! A well-formed HTTP/1.1 reply with Content-Length.
[[nodiscard]] QByteArray reply(int status, const QByteArray &body, const Headers &headers = {});

} // namespace raw

//! Listens on 127.0.0.1 and does what no HTTP library would: cuts short, resets, drips, floods, talks nonsense, or says
//! nothing. Every connection follows a script, and what came in is counted.
class RawServer : public QObject
{
    Q_OBJECT
public:
    //! What one connection brought so far.
    struct Record {
        //! All bytes, decrypted where TLS is used.
        QByteArray received;
        //! Whole requests that its script has read.
        std::vector<QByteArray> requests;
        qint64 bytesSent = 0;
        //! The connection has ended, from whichever side.
        bool ended = false;
    };

    //! Connection n follows script n, later ones the last script. There must be one. With `tls` every connection starts
    //! with a handshake; one that fails it is never counted as a connection.
    explicit RawServer(std::vector<raw::Script> scripts, std::optional<QSslConfiguration> tls = {});
    ~RawServer() override;

    [[nodiscard]] quint16 port() const;
    //! "http://127.0.0.1:PORT" or "https://…", with `path` behind it.
    [[nodiscard]] QUrl url(const QString &path = {}) const;

    [[nodiscard]] const std::vector<Record> &connections() const { return m_records; }
    //! Whole requests of all connections, in the order in which they were read.
    [[nodiscard]] const std::vector<QByteArray> &requests() const { return m_requests; }
    //! Bytes of all connections.
    [[nodiscard]] qint64 bytesReceived() const;
    //! TLS connections that ended before the handshake did.
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

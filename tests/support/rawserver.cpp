// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"

#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

namespace linterna::test {

namespace {

//! Length in bytes of the first request in `bytes`; 0 while it is not complete.
qsizetype wholeRequest(const QByteArray &bytes)
{
    const qsizetype headEnd = bytes.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return 0;
    qsizetype body = 0;
    for (const QByteArray &line : bytes.first(headEnd).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).trimmed().toLower() == "content-length")
            body = line.sliced(colon + 1).trimmed().toLongLong();
    }
    const qsizetype size = headEnd + 4 + body;
    return bytes.size() >= size ? size : 0;
}

} // namespace

QByteArray raw::reply(int status, const QByteArray &body, const Headers &headers)
{
    QByteArray bytes = "HTTP/1.1 " + QByteArray::number(status) + " Scripted\r\n";
    for (const auto &[name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    return bytes + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

//! One connection of a client, and its place in its script. Lives as long as the socket.
class RawServer::Connection : public QObject
{
public:
    Connection(RawServer &server, QTcpSocket &socket, std::size_t index, raw::Script script)
        : QObject(&socket), m_server(server), m_socket(socket), m_index(index), m_script(std::move(script))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Connection::advance);
        connect(&m_socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(&m_socket, &QTcpSocket::bytesWritten, this, [this](qint64 count) {
            record().bytesSent += count;
            advance();
            emit m_server.progressed();
        });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] {
            record().ended = true;
            emit m_server.progressed();
        });
        connect(&m_socket, &QTcpSocket::disconnected, &m_socket, &QObject::deleteLater);
        read();
        advance();
    }

private:
    Record &record() { return m_server.m_records[m_index]; }

    void read()
    {
        const QByteArray bytes = m_socket.readAll();
        record().received += bytes;
        m_unread += bytes;
        advance();
        emit m_server.progressed();
    }

    void advance()
    {
        while (m_step < m_script.size() && !m_timer.isActive() && unsent() == 0
               && m_socket.state() == QAbstractSocket::ConnectedState) {
            const std::size_t before = m_step;
            if (std::visit([this](auto &step) { return carryOut(step); }, m_script[m_step]))
                ++m_step;
            if (m_step == before)
                return;
        }
    }

    qint64 unsent() const
    {
        const auto *tls = qobject_cast<QSslSocket *>(&m_socket);
        return m_socket.bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
    }

    //! These functions do one step, and return whether it is done; else they are called again when something has
    //! happened.
    bool carryOut(raw::ReadRequest &)
    {
        const qsizetype size = wholeRequest(m_unread);
        if (size == 0)
            return false;
        record().requests.push_back(m_unread.first(size));
        m_server.m_requests.push_back(m_unread.first(size));
        m_unread.remove(0, size);
        return true;
    }
    bool carryOut(raw::Send &step)
    {
        m_socket.write(step.bytes);
        return true;
    }
    bool carryOut(raw::Drip &step)
    {
        m_socket.write(step.bytes.first(std::min(step.atOnce, step.bytes.size())));
        step.bytes.remove(0, std::min(step.atOnce, step.bytes.size()));
        m_timer.start(step.every);
        return step.bytes.isEmpty();
    }
    bool carryOut(raw::Flood &step)
    {
        const qint64 count = std::min<qint64>(step.block.size(), step.total);
        m_socket.write(step.block.constData(), count);
        step.total -= count;
        return step.total <= 0;
    }
    bool carryOut(raw::Close &)
    {
        m_socket.disconnectFromHost();
        return true;
    }
    bool carryOut(raw::Reset &)
    {
        const linger atOnce{1, 0};
        ::setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        m_socket.abort();
        return true;
    }

    RawServer &m_server;
    QTcpSocket &m_socket;
    std::size_t m_index;
    raw::Script m_script;
    std::size_t m_step = 0;
    QByteArray m_unread;
    QTimer m_timer;
};

RawServer::RawServer(std::vector<raw::Script> scripts, std::optional<QSslConfiguration> tls)
    : m_scripts(std::move(scripts)), m_tls(tls.has_value())
{
    Q_ASSERT(!m_scripts.empty());
    if (tls) {
        auto *server = new QSslServer(this);
        server->setSslConfiguration(*tls);
        connect(server, &QSslServer::errorOccurred, this, [this] { ++m_failedHandshakes; });
        m_server = server;
    } else {
        m_server = new QTcpServer(this);
    }
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            accept(socket);
    });
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no port to listen on: %s", qPrintable(m_server->errorString()));
}

RawServer::~RawServer()
{
    // Disconnects the sockets, which report to members that no longer exist when QObject deletes the children. (A TLS
    // socket has a plain one as its own child.)
    for (QTcpSocket *socket : m_server->findChildren<QTcpSocket *>(Qt::FindDirectChildrenOnly)) {
        socket->disconnect();
        delete socket;
    }
}

void RawServer::accept(QTcpSocket *socket)
{
    const std::size_t index = m_records.size();
    m_records.emplace_back();
    new Connection(*this, *socket, index, m_scripts[std::min(index, m_scripts.size() - 1)]);
}

quint16 RawServer::port() const
{
    return m_server->serverPort();
}

QUrl RawServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("%1://127.0.0.1:%2%3").arg(m_tls ? u"https" : u"http").arg(port()).arg(path));
}

qint64 RawServer::bytesReceived() const
{
    qint64 sum = 0;
    for (const Record &record : m_records)
        sum += record.received.size();
    return sum;
}

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace linterna::test {

//! An HTTP proxy on 127.0.0.1 that answers each CONNECT as a test says, and connects every tunnel to one port of this
//! computer, whatever host was asked for.
class FakeProxy : public QObject
{
    Q_OBJECT
public:
    //! Returns the answer to the head of a CONNECT; nothing is sent for an empty one. An answer that begins with
    //! "HTTP/1.1 200" opens the tunnel; one that ends with hangUp closes the connection.
    using Answer = std::function<QByteArray(const QByteArray &head)>;
    static inline const QByteArray hangUp{"\0hang up", 8}; // a mark that is never sent
    static QByteArray opens() { return "HTTP/1.1 200 Connection established\r\n\r\n"; }
    static QByteArray wants(const QList<QByteArray> &schemes)
    {
        QByteArray bytes = "HTTP/1.1 407 Proxy Authentication Required\r\n";
        for (const QByteArray &scheme : schemes)
            bytes += "Proxy-Authenticate: " + scheme + "\r\n";
        return bytes + "Content-Length: 5\r\n\r\nhello";
    }
    static QByteArray says(int status)
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " No\r\nContent-Length: 2\r\n\r\nno";
    }
    //! An answer that opens the tunnel for exactly these credentials only.
    static Answer wanting(const QByteArray &scheme, const QByteArray &credentials)
    {
        return [=](const QByteArray &head) { return authorization(head) == credentials ? opens() : wants({scheme}); };
    }
    //! Value of Proxy-Authorization in `head`; empty where there is none.
    static QByteArray authorization(const QByteArray &head)
    {
        for (const QByteArray &line : head.split('\n')) {
            if (line.toLower().startsWith("proxy-authorization:"))
                return line.sliced(20).trimmed();
        }
        return {};
    }

    FakeProxy(quint16 target, Answer answer) : m_target(target), m_answer(std::move(answer))
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection())
                accept(socket);
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no port to listen on");
    }
    ~FakeProxy() override
    {
        for (QTcpSocket *socket : m_server.findChildren<QTcpSocket *>())
            socket->disconnect();
    }
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    //! Heads of all CONNECT requests, in the order in which they came.
    [[nodiscard]] const QList<QByteArray> &heads() const { return m_heads; }
    //! Values of Proxy-Authorization of those requests that had one.
    [[nodiscard]] QList<QByteArray> tries() const
    {
        QList<QByteArray> all;
        for (const QByteArray &head : m_heads) {
            if (const QByteArray value = authorization(head); !value.isEmpty())
                all += value;
        }
        return all;
    }
    void forget() { m_heads.clear(); }

private:
    void accept(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, unread = QByteArray()]() mutable {
            unread += socket->readAll();
            for (qsizetype end = unread.indexOf("\r\n\r\n"); end >= 0; end = unread.indexOf("\r\n\r\n")) {
                const QByteArray head = unread.first(end);
                unread.remove(0, end + 4);
                if (!serve(socket, head))
                    return;
            }
        });
    }

    //! Answers a request; false where what follows on the connection is not to be read as a request.
    bool serve(QTcpSocket *socket, const QByteArray &head)
    {
        m_heads += head;
        QByteArray answer = m_answer(head);
        const bool ends = answer.endsWith(hangUp);
        if (ends)
            answer.chop(hangUp.size());
        socket->write(answer);
        if (ends)
            socket->disconnectFromHost();
        if (!answer.startsWith("HTTP/1.1 200"))
            return !ends;
        socket->disconnect(this);
        auto *there = new QTcpSocket(socket);
        connect(there, &QTcpSocket::connected, there, [socket, there] {
            connect(socket, &QTcpSocket::readyRead, there, [=] { there->write(socket->readAll()); });
            there->write(socket->readAll());
        });
        connect(there, &QTcpSocket::readyRead, socket, [=] { socket->write(there->readAll()); });
        connect(there, &QTcpSocket::disconnected, socket, [socket] { socket->disconnectFromHost(); });
        there->connectToHost(QHostAddress::LocalHost, m_target);
        return false;
    }

    QTcpServer m_server;
    quint16 m_target;
    Answer m_answer;
    QList<QByteArray> m_heads;
};

} // namespace linterna::test

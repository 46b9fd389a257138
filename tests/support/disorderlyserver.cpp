// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/disorderlyserver.h"

#include "tests/support/rawserver.h"

#include <QTcpSocket>

namespace linterna::test {

namespace {

const QByteArray tokenInUse = "tkn-in-use";

QByteArray tokenBody(const QByteArray &token)
{
    return "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":\"1799\"}";
}

//! HTTP status and body of the correct reply about a case.
std::pair<int, QByteArray> truthOf(const QByteArray &receipt)
{
    if (!DisorderlyServer::knows(receipt))
        return {404, "{\"errors\":[{\"code\":\"404\",\"message\":\"No record found for Receipt Number entered\"}]}"};
    return {200,
            "{\"case_status\":{\"receiptNumber\":\"" + receipt
                + "\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"" + DisorderlyServer::titleFor(receipt)
                + "\"},\"message\":\"Query was successful\"}"};
}

QByteArray replyFor(const QByteArray &receipt)
{
    const auto [status, body] = truthOf(receipt);
    return raw::reply(status, body);
}

//! The next receipt number: "EAC0000000008" for "EAC0000000007".
QByteArray nextReceipt(const QByteArray &receipt)
{
    return receipt.first(3) + QByteArray::number(receipt.sliced(3).toLongLong() + 1).rightJustified(10, '0');
}

QByteArray interim(Chance &chance)
{
    static const std::array<QByteArray, 4> replies{
        "HTTP/1.1 102 Processing\r\n\r\n", "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 103\r\n\r\n"};
    return chance.of(replies);
}

QByteArray withLength(QByteArray reply, qsizetype length)
{
    const qsizetype begin = reply.indexOf("Content-Length: ") + 16;
    return reply.replace(begin, reply.indexOf("\r\n", begin) - begin, QByteArray::number(length));
}

} // namespace

//! One connection of a client. Lives as long as its socket.
class DisorderlyServer::Connection : public QObject
{
public:
    Connection(DisorderlyServer &server, QTcpSocket &socket) : QObject(&socket), m_server(server), m_socket(socket)
    {
        connect(&socket, &QTcpSocket::readyRead, this, &Connection::read);
        connect(&socket, &QTcpSocket::disconnected, &socket, &QObject::deleteLater);
        read();
    }

private:
    void read()
    {
        m_unread += m_socket.readAll();
        for (qsizetype end = m_unread.indexOf("\r\n\r\n"); end >= 0; end = m_unread.indexOf("\r\n\r\n")) {
            const QByteArray head = m_unread.first(end);
            qsizetype body = 0;
            if (const qsizetype at = head.toLower().indexOf("content-length:"); at >= 0)
                body = head.sliced(at + 15).split('\r').first().trimmed().toLongLong();
            if (m_unread.size() < end + 4 + body)
                return;
            m_unread.remove(0, end + 4 + body);
            ++m_server.m_requests;
            const QByteArray path = head.split(' ').value(1);
            answer(path.sliced(path.lastIndexOf('/') + 1));
        }
    }

    void answer(const QByteArray &asked)
    {
        if (asked == "token") { // doubtful tokens would fail checks without a fault of their own
            m_socket.write(raw::reply(200, tokenBody(tokenInUse)));
            return;
        }
        Chance chance(m_server.m_seed * 1'000'003u + asked.sliced(3).toUInt() * 31u + m_server.m_asked[asked]++);
        const Disorder disorder = m_server.disorderFor(asked, chance);
        const QByteArray own = replyFor(asked);
        switch (disorder) {
        case Disorder::None:
            m_socket.write(own);
            break;
        case Disorder::Continue:
            m_socket.write("HTTP/1.1 100 Continue\r\n\r\n" + own);
            break;
        case Disorder::Interim:
            for (int i = chance.below(3); i >= 0; --i)
                m_socket.write(interim(chance));
            m_socket.flush(); // sent alone, so that the following bytes come late
            m_socket.write(own);
            break;
        case Disorder::InterimAndEnd:
            m_socket.write(interim(chance));
            m_socket.disconnectFromHost();
            break;
        case Disorder::LateBytes:
            m_socket.write(own + replyFor(nextReceipt(asked)));
            break;
        case Disorder::Doubled:
            m_socket.write(own + own);
            break;
        case Disorder::Swapped:
            m_socket.write(m_last.isEmpty() ? own : m_last + own);
            break;
        case Disorder::Cut:
            m_socket.write(own.first(chance.below(int(own.size()))));
            chance.oneIn(2) ? m_socket.disconnectFromHost() : m_socket.close();
            break;
        case Disorder::ShortLength:
            m_socket.write(withLength(own, chance.below(40)));
            break;
        case Disorder::LongLength:
            m_socket.write(withLength(own, own.size() + 1 + chance.below(400)));
            m_socket.disconnectFromHost();
            break;
        case Disorder::TokenForCase:
            m_socket.write(raw::reply(200, tokenBody(tokenInUse)));
            break;
        }
        m_last = own;
    }

    DisorderlyServer &m_server;
    QTcpSocket &m_socket;
    QByteArray m_unread;
    QByteArray m_last; //!< reply to the previous request on this connection
};

DisorderlyServer::DisorderlyServer(unsigned seed) : m_seed(seed)
{
    connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            new Connection(*this, *socket);
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port to listen on: %s", qPrintable(m_server.errorString()));
}

DisorderlyServer::~DisorderlyServer()
{
    for (auto *socket : m_server.findChildren<QTcpSocket *>()) // their signals would come too late
        socket->disconnect();
}

QUrl DisorderlyServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

bool DisorderlyServer::knows(const QByteArray &receipt)
{
    return receipt.back() % 4 != 0;
}

QByteArray DisorderlyServer::titleFor(const QByteArray &receipt)
{
    return "Case " + receipt + " as it is";
}

DisorderlyServer::Disorder DisorderlyServer::disorderFor(const QByteArray &receipt, Chance &chance)
{
    const auto disorder = chance.oneIn(3) ? Disorder::None : Disorder(chance.below(disorders));
    ++m_counts[std::size_t(disorder)];
    if (disorder != Disorder::None && disorder != Disorder::Continue)
        m_troubled.insert(receipt);
    return disorder;
}

} // namespace linterna::test

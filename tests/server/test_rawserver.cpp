// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawserver.h"
#include "tests/support/testprogram.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpSocket>
#include <QTest>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace linterna::test;

namespace test_rawserver {

//! RawServer, which other tests trust, does as it says.
class TestRawServer : public QObject
{
    Q_OBJECT

    //! Sends `bytes` and gives what came back until the server ended the connection.
    static std::pair<QByteArray, QAbstractSocket::SocketError> talk(const RawServer &server, const QByteArray &bytes)
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write(bytes);
        [&] { QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState); }();
        return {socket.readAll(), socket.error()};
    }
    const QByteArray m_request = "POST /a HTTP/1.1\r\nHost: x\r\ncontent-length: 3\r\n\r\nabc";

private slots:
    void answersAWholeRequest()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(404, "{}", {{"X-A", "b"}})}}});
        QNetworkAccessManager network;
        const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(server.url(QStringLiteral("/x?y")))));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        QCOMPARE(reply->rawHeader("x-a"), "b");
        QCOMPARE(reply->readAll(), "{}");
        QCOMPARE(server.requests().size(), std::size_t(1));
        QVERIFY(server.requests()[0].startsWith("GET /x?y HTTP/1.1\r\n"));
    }
    void waitsForTheBody()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{"done"}, raw::Close{}}});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write(m_request.chopped(1));
        QTRY_COMPARE(server.bytesReceived(), m_request.size() - 1);
        QVERIFY(server.requests().empty());
        socket.write("c");
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(server.requests(), std::vector{m_request});
        QCOMPARE(socket.readAll(), "done");
    }
    void readsSeveralRequestsOfOneConnection()
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{"1"}, raw::ReadRequest{}, raw::Send{"2"}, raw::Close{}}});
        QCOMPARE(talk(server, m_request + m_request).first, "12");
        QCOMPARE(server.connections()[0].requests.size(), std::size_t(2));
    }
    void closesProperlyAndResets()
    {
        const QByteArray cutShort = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc";
        RawServer server({{raw::ReadRequest{}, raw::Send{cutShort}, raw::Close{}}, {raw::ReadRequest{}, raw::Reset{}}});
        const auto [bytes, error] = talk(server, m_request);
        QVERIFY(bytes.endsWith("\r\n\r\nabc"));
        QCOMPARE(error, QAbstractSocket::RemoteHostClosedError);
        // A plain socket: Qt reports close and reset alike.
        const int plain = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
        const auto close = qScopeGuard([plain] { ::close(plain); });
        const sockaddr_in address{AF_INET, htons(server.port()), {htonl(INADDR_LOOPBACK)}, {}};
        ::connect(plain, reinterpret_cast<const sockaddr *>(&address), sizeof address);
        const auto size = std::size_t(m_request.size());
        QTRY_COMPARE(::send(plain, m_request.constData(), size, MSG_NOSIGNAL), m_request.size());
        bool reset = false; // recv() tells it once
        const auto wasReset = [&] {
            char c = 0;
            reset = reset || (::recv(plain, &c, 1, 0) == -1 && errno == ECONNRESET);
            return reset;
        };
        QTRY_VERIFY(wasReset());
        QVERIFY(server.connections()[1].ended);
    }
    void dripsAndFloods()
    {
        RawServer server({{raw::Drip{"abcdef", 4, std::chrono::milliseconds(1)}, raw::Send{"!"}, raw::Close{}},
                          {raw::Flood{"0123456789", 1'000'003}, raw::Close{}}});
        QCOMPARE(talk(server, {}).first, "abcdef!");
        QCOMPARE(talk(server, {}).first.size(), 1'000'003);
        QCOMPARE(server.connections()[1].bytesSent, 1'000'003);
    }
    void neverAnswersAndSeesTheClientLeave()
    {
        RawServer server({raw::Script{}});
        {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, server.port());
            socket.write(m_request);
            QTRY_COMPARE(server.bytesReceived(), m_request.size());
            QVERIFY(!server.connections()[0].ended);
        }
        QTRY_VERIFY(server.connections()[0].ended);
    }
    void mayDieInTheMiddle()
    {
        const raw::Script slow{raw::Drip{QByteArray(1000, 'x'), 1, std::chrono::milliseconds(1)}};
        auto server = std::make_unique<RawServer>(std::vector<raw::Script>{slow});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server->port());
        QTRY_VERIFY(socket.bytesAvailable() > 2);
        server.reset();
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    }
};

LINTERNA_TEST(TestRawServer)

} // namespace test_rawserver

#include "test_rawserver.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/practicebench.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTest>

using namespace linterna;
using namespace linterna::test;

namespace test_practicecrowd {

//! Clients that leave, dawdle and talk nonsense do a practice server no harm, nor each other.
class TestPracticeCrowd : public QObject
{
    Q_OBJECT

    const QString m_receipt = QStringLiteral("EAC9999103402");

    static PracticeServer::Options delayed(std::chrono::milliseconds delay)
    {
        PracticeServer::Options options = PracticeBench::unlimited();
        options.delay = delay;
        return options;
    }
    static std::unique_ptr<QTcpSocket> connected(const PracticeBench &bench)
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, quint16(bench.base.port()));
        [&] { QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState); }();
        return socket;
    }
    static QByteArray caseRequest(const QByteArray &receipt, const QByteArray &token, const QByteArray &more = {})
    {
        return "GET /case-status/" + receipt + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n" + more
            + "\r\n";
    }

private slots:
    void clientsLeaveDuringTheDelay()
    {
        PracticeBench bench(delayed(std::chrono::milliseconds(100)));
        const QByteArray token = bench.token();
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < 20; ++i) {
            sockets.push_back(connected(bench));
            sockets.back()->write(caseRequest("EAC9999103402", token));
        }
        QTRY_COMPARE(bench.server->caseRequests(), 20);
        for (const auto &socket : sockets)
            socket->abort();
        QCOMPARE(bench.getCase(m_receipt, token).status, 200); // comes after theirs were due
        QCOMPARE(bench.server->caseRequests(), 21);
    }
    void serverLeavesDuringTheDelay()
    {
        PracticeBench bench(delayed(std::chrono::minutes(10)));
        const auto socket = connected(bench);
        socket->write(caseRequest("EAC9999103402", bench.token()));
        QTRY_COMPARE(bench.server->caseRequests(), 1);
        bench.server.reset();
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(socket->readAll(), QByteArray());
    }
    void onlyCasesAreDelayedAndOthersNeedNotWait()
    {
        PracticeBench bench(delayed(std::chrono::minutes(10)));
        const auto socket = connected(bench);
        socket->write(caseRequest("EAC9999103402", bench.token()));
        QTRY_COMPARE(bench.server->caseRequests(), 1);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!bench.token().isEmpty());
        QCOMPARE(socket->bytesAvailable(), 0);
    }
    void clientsLeaveInTheMiddleOfTheirRequest()
    {
        PracticeBench bench(PracticeBench::unlimited());
        const QByteArray request = caseRequest("EAC9999103402", bench.token());
        for (qsizetype length = 0; length < request.size(); length += 7) {
            const auto socket = connected(bench);
            socket->write(request.first(length));
            socket->flush();
            socket->abort();
        }
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
    }
    void requestByteByByte()
    {
        PracticeBench bench(PracticeBench::unlimited());
        const auto socket = connected(bench);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (const char c : caseRequest("EAC9999103402", bench.token(), "Connection: close\r\n")) {
            socket->write(&c, 1);
            socket->flush();
            QCoreApplication::processEvents();
        }
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState); // as it asked for
        const QByteArray answer = socket->readAll();
        QVERIFY(answer.startsWith("HTTP/1.1 200 "));
        QVERIFY(answer.contains("\r\nConnection: close\r\n"));
        QVERIFY(answer.endsWith("'EAC9999103402'}\"\n}\n"));
    }
    void severalRequestsAtOnceAreAnsweredInOrder()
    {
        PracticeBench bench(delayed(std::chrono::milliseconds(20)));
        const QByteArray token = bench.token();
        const auto socket = connected(bench);
        socket->write(caseRequest("EAC9999103403", token) + caseRequest("EAC0000099999", token)
                      + caseRequest("SRC0000000000", token, "Connection: close\r\n"));
        QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
        const QByteArray answers = socket->readAll();
        const qsizetype first = answers.indexOf("HTTP/1.1 200 ");
        const qsizetype second = answers.indexOf("HTTP/1.1 404 ");
        const qsizetype third = answers.lastIndexOf("HTTP/1.1 200 ");
        QVERIFY(first == 0 && first < second && second < third);
    }

    void nonsense_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        const QByteArray post = "POST /oauth/accesstoken HTTP/1.1\r\nHost: x\r\n";
        row("zeros", QByteArray(3000, '\0'));
        row("line ends", QByteArray("\r\n").repeated(2000));
        row("no version", "GET /\r\n\r\n");
        row("no path", "GET\r\n\r\n");
        row("odd version", "GET / HTTP/x.y\r\n\r\n");
        row("TLS hello", QByteArray::fromHex("16030100c8010000c40303") + QByteArray(190, '\x11'));
        row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        row("bad target", "GET http://[::1 HTTP/1.1\r\nHost: [[[\r\n\r\n");
        row("other authority", "GET //evil.example/case-status/x HTTP/1.1\r\n\r\n");
        row("no colon in a header", "GET / HTTP/1.1\r\nabc\r\n\r\n");
        row("a thousand headers", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(1000) + "\r\n");
        row("NUL and high bytes", QByteArray("GET /case-status/\0\xff\xfe HTTP/1.1\r\nA\0: \xff\r\n\r\n", 41));
        row("long target", "GET /case-status/" + QByteArray(100'000, 'A') + " HTTP/1.1\r\n\r\n");
        row("negative length", post + "Content-Length: -1\r\n\r\nabc");
        row("length of 2^63-1", post + "Content-Length: 9223372036854775807\r\n\r\nabc");
        row("length of 2^64-1", post + "Content-Length: 18446744073709551615\r\n\r\nabc");
        row("chunk of negative size", post + "Transfer-Encoding: chunked\r\n\r\n-5\r\nabcde\r\n0\r\n\r\n");
        row("chunk of huge size", post + "Transfer-Encoding: chunked\r\n\r\n7fffffffffffffff\r\nabc\r\n");
        row("chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\n\r\nxyz\r\n\r\n");
        row("web socket",
            "GET /case-status/x HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QRandomGenerator random(seed);
            QByteArray bytes = seed % 2 ? post : QByteArray();
            for (int i = 0; i < 2000; ++i)
                bytes += char(random.bounded(256));
            row(qPrintable(QStringLiteral("random %1").arg(seed)), bytes);
        }
    }
    void nonsense()
    {
        QFETCH(QByteArray, bytes);
        PracticeBench bench(PracticeBench::unlimited());
        const auto socket = connected(bench);
        socket->write(bytes);
        QTRY_COMPARE(socket->bytesToWrite(), 0);
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
        socket->abort();
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
        QVERIFY(bench.server->caseRequests() <= 4);
    }
    void aHeadWithoutEndIsNotKept()
    {
        PracticeBench bench(PracticeBench::unlimited());
        const auto socket = connected(bench);
        socket->write("GET / HTTP/1.1\r\nA: " + QByteArray(40'000'000, 'x'));
        qint64 before = 0;
        do { // until the system takes no more while the server answers others
            before = socket->bytesToWrite();
            QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
        } while (socket->bytesToWrite() < before);
        QVERIFY(socket->bytesToWrite() > 20'000'000);
        socket->abort();
        QCOMPARE(bench.getCase(m_receipt, bench.token()).status, 200);
    }
};

LINTERNA_TEST(TestPracticeCrowd)

} // namespace test_practicecrowd

#include "test_practicecrowd.moc"

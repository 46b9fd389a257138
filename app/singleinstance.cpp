// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "lib/base/log.h"
#include "lib/json/jsontext.h"
#include "lib/json/jsonview.h"
#include "lib/platform/localserver.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

constexpr auto patience = std::chrono::seconds(2);
constexpr qint64 longestRequest = qint64{4} * 1024 * 1024;
const QByteArrayList answers{"done", "other-kind", "other-connection"};

QString canonicalFolder(const QString &dataDir)
{
    const QString canonical = QFileInfo(dataDir).canonicalFilePath();
    return canonical.isEmpty() ? dataDir : canonical;
}

QByteArray requestOf(const CommandLine &line)
{
    QStringList receipts;
    for (const ReceiptNumber &receipt : line.receipts)
        receipts += receipt.toString();
    QByteArray request;
    JsonText json(request);
    json.beginObject();
    json.key("practice"_L1);
    json.truth(line.practice);
    json.member("connection"_L1, line.connection);
    json.key("receipts"_L1);
    json.texts(receipts);
    json.member("activation"_L1, qEnvironmentVariable("XDG_ACTIVATION_TOKEN"));
    json.endObject();
    return request + '\n';
}

std::optional<StartRequest> readRequest(const QByteArray &text)
{
    const JsonView said = JsonView::of(text);
    if (!said.isObject())
        return {};
    StartRequest request{.practice = said.value("practice"_L1).toBool().value_or(false),
                         .connection = said.value("connection"_L1).toString(),
                         .activation = said.value("activation"_L1).toString().toUtf8()};
    for (const JsonView &receipt : said.value("receipts"_L1).elements()) {
        if (const auto number = ReceiptNumber::fromText(receipt.toString()))
            request.receipts.push_back(*number);
    }
    return request;
}

} // namespace

SingleInstance::SingleInstance(const QString &dataDir)
    : m_socket(localServerName(canonicalFolder(dataDir))),
      m_lock(canonicalFolder(dataDir) + u"/window.lock"_s, FileLock::Leave::File)
{}

SingleInstance::~SingleInstance()
{
    stopServing();
}

//! Takes the lock; false only where another program holds it.
bool SingleInstance::lock()
{
    return m_lock.tryLock() != FileLock::Outcome::HeldByOther;
}

SingleInstance::Claim SingleInstance::claim(const CommandLine &line)
{
    const QDeadlineTimer deadline(patience);
    for (;;) {
        if (lock())
            return Claim::First;
        if (handOver(line, int(deadline.remainingTime())))
            return Claim::HandedOver;
        if (deadline.hasExpired())
            return Claim::Silent;
        QThread::msleep(20); // the other program is just starting, and does not listen yet, or just ending
    }
}

bool SingleInstance::handOver(const CommandLine &line, int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    const auto left = [&] { return int(deadline.remainingTime()); };
    QLocalSocket socket;
    socket.connectToServer(m_socket);
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(requestOf(line));
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(left()))
            return false;
    }
    const qsizetype answer = answers.indexOf(socket.readLine().trimmed());
    if (answer < 0)
        return false;
    m_answer = static_cast<StartAnswer>(answer);
    return true;
}

void SingleInstance::serve(std::function<StartAnswer(const StartRequest &)> asked)
{
    m_asked = std::move(asked);
    if (!isOwner())
        return; // nobody will ask: the folder holds neither lock nor socket
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QLocalServer::removeServer(m_socket); // left by a program that was killed: this one holds the lock
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            socket->setReadBufferSize(longestRequest);
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { reply(socket); });
            reply(socket);
        }
    });
    if (!m_server.listen(m_socket))
        qCWarning(lcApp).noquote() << "a second start will not find this window:" << m_server.errorString();
}

void SingleInstance::stopServing()
{
    m_server.close();
}

void SingleInstance::reply(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= longestRequest)
            socket->abort();
        return;
    }
    const auto request = readRequest(socket->readLine());
    if (request)
        socket->write(answers.at(qsizetype(m_asked(*request))) + '\n');
    socket->disconnectFromServer();
}

} // namespace linterna

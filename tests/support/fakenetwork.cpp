// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakenetwork.h"

#include <cstring>

namespace linterna::test {

namespace {

class Reply : public QNetworkReply
{
public:
    Reply(const QNetworkRequest &request, QObject *parent) : QNetworkReply(parent)
    {
        setRequest(request);
        setUrl(request.url());
        open(QIODevice::ReadOnly);
    }
    void finishAfter(Clock &clock, const FakeReply &reply)
    {
        m_alarm = clock.after(reply.after, [this, reply] { finishWith(reply); });
    }
    void finishWith(const FakeReply &reply)
    {
        if (isFinished())
            return;
        m_body = reply.body;
        if (reply.status)
            setAttribute(QNetworkRequest::HttpStatusCodeAttribute, reply.status);
        setRawHeader("Content-Length", QByteArray::number(reply.body.size()));
        for (const auto &[name, value] : reply.headers)
            setRawHeader(name, value);
        if (reply.error != NoError)
            setError(reply.error, QStringLiteral("fake"));
        else if (reply.status >= 400)
            setError(UnknownContentError, QStringLiteral("fake")); // Qt's own texts vary
        QMetaObject::invokeMethod(
            this,
            [this, whenTold = reply.whenTold] {
                if (isFinished())
                    return;
                if (whenTold)
                    whenTold();
                setFinished(true);
                emit readyRead();
                emit finished();
            },
            Qt::QueuedConnection);
    }
    void abort() override
    {
        if (isFinished())
            return;
        setError(OperationCanceledError, QStringLiteral("aborted"));
        setFinished(true);
        emit finished();
    }
    qint64 bytesAvailable() const override { return m_body.size() - m_read + QNetworkReply::bytesAvailable(); }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_body.size() - m_read);
        std::memcpy(data, m_body.constData() + m_read, std::size_t(size));
        m_read += size;
        return size;
    }

private:
    QByteArray m_body;
    qint64 m_read = 0;
    std::unique_ptr<Alarm> m_alarm;
};

//! A deep copy: the program overwrites its own buffers after sending, and the test still reads these bytes.
QByteArray deepCopy(const QByteArray &bytes)
{
    return {bytes.constData(), bytes.size()};
}

} // namespace

//! A network access manager for one request.
class FakeNetwork::Manager : public QNetworkAccessManager
{
public:
    explicit Manager(FakeNetwork &network) : m_fake(network) {}

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request, QIODevice *outgoing) override
    {
        return m_fake.reply(operation, request, outgoing, this);
    }

private:
    FakeNetwork &m_fake;
};

NetworkAccess FakeNetwork::access()
{
    return [this] { return std::make_unique<Manager>(*this); };
}

std::vector<SeenRequest> FakeNetwork::seen(const QString &path) const
{
    std::vector<SeenRequest> matching;
    std::ranges::copy_if(m_seen, std::back_inserter(matching),
                         [&](const SeenRequest &request) { return request.url.path().startsWith(path); });
    return matching;
}

QNetworkReply *FakeNetwork::reply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                                  QIODevice *outgoing, QObject *parent)
{
    SeenRequest noted{.method = operation == QNetworkAccessManager::PostOperation ? "POST" : "GET",
                      .url = request.url(),
                      .body = outgoing ? deepCopy(outgoing->readAll()) : QByteArray(),
                      .authorization = deepCopy(request.rawHeader("Authorization")),
                      .headers = {},
                      .at = m_clock.monotonic()};
    for (const QByteArray &name : request.rawHeaderList())
        noted.headers.emplace_back(name, deepCopy(request.rawHeader(name)));
    m_seen.push_back(noted);
    auto *reply = new Reply(request, parent);
    const FakeReply answer = m_answer(noted);
    m_replies.emplace_back(reply);
    if (answer.held)
        m_held.emplace_back(noted, reply);
    else if (answer.after.count() > 0)
        reply->finishAfter(m_clock, answer);
    else
        reply->finishWith(answer);
    return reply;
}

int FakeNetwork::underWay(const QString &path) const
{
    return static_cast<int>(std::ranges::count_if(m_replies, [&](const auto &reply) {
        return reply && reply->isRunning() && reply->url().path().startsWith(path);
    }));
}

void FakeNetwork::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &[request, reply] : held) {
        if (reply)
            static_cast<Reply *>(reply.data())->finishWith(m_answer(request));
    }
}

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/net/networkaccess.h"

#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <vector>

namespace linterna::test {

//! A request as it would have been sent.
struct SeenRequest {
    QByteArray method;
    QUrl url;
    QByteArray body;
    QByteArray authorization;
    //! All header fields, including Authorization.
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds at{}; //!< monotonic time of the request
};

//! A reply to the program. `error` set and `status` 0: the connection broke before any reply. `held`: no reply until
//! release(). `after`: delay by the test's clock.
struct FakeReply {
    int status = 200;
    QByteArray body = {};
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    bool held = false;
    std::chrono::milliseconds after{0};
    //! Called when the reply reaches the program; not called where the program has given up before.
    std::function<void()> whenTold = {};
};

//! A simulated network: every request is noted and answered by a function of the test. Must outlive its users.
class FakeNetwork
{
public:
    using Answer = std::function<FakeReply(const SeenRequest &)>;
    FakeNetwork(Clock &clock, Answer answer) : m_clock(clock), m_answer(std::move(answer)) {}
    Q_DISABLE_COPY_MOVE(FakeNetwork)

    //! Makes network access managers whose requests go to this object.
    [[nodiscard]] NetworkAccess access();
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] const std::vector<SeenRequest> &seen() const { return m_seen; }
    //! Requests whose path begins with `path`.
    [[nodiscard]] std::vector<SeenRequest> seen(const QString &path) const;
    //! Number of requests whose path begins with `path` and that have no reply yet.
    [[nodiscard]] int underWay(const QString &path = {}) const;
    //! Ends every held reply with the answer that the test's function gives now.
    void release();

private:
    class Manager;
    QNetworkReply *reply(QNetworkAccessManager::Operation operation, const QNetworkRequest &request,
                         QIODevice *outgoing, QObject *parent);

    Clock &m_clock;
    Answer m_answer;
    std::vector<SeenRequest> m_seen;
    std::vector<QPointer<QNetworkReply>> m_replies;
    std::vector<std::pair<SeenRequest, QPointer<QNetworkReply>>> m_held;
};

//! Access to a network that is kept alive as long as the access is used.
[[nodiscard]] inline NetworkAccess accessTo(const std::shared_ptr<FakeNetwork> &network)
{
    return [network, access = network->access()] { return access(); };
}

} // namespace linterna::test

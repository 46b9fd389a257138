// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/networkaccess.h"

#include <QNetworkReply>
#include <QPointer>

#include <functional>
#include <vector>

namespace linterna::test {

//! A request as it would have gone out.
struct SeenRequest {
    QByteArray method;
    QUrl url;
    QByteArray body;
    QByteArray authorization;
    //! All fields, Authorization too.
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds at{}; //!< monotonic
};

//! What comes back. `error` set and `status` 0: the line broke before any reply. `held`: nothing, until release().
//! `after`: so much later, on the clock.
struct FakeReply {
    int status = 200;
    QByteArray body = {};
    std::vector<std::pair<QByteArray, QByteArray>> headers = {};
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    bool held = false;
    std::chrono::milliseconds after{0};
    //! Called when the reply reaches the program, which it does not where the program gave up before.
    std::function<void()> whenTold = {};
};

//! A network without wires: every request is noted and answered by a function of the test. Outlives whoever uses it.
class FakeNetwork
{
public:
    using Answer = std::function<FakeReply(const SeenRequest &)>;
    FakeNetwork(Clock &clock, Answer answer) : m_clock(clock), m_answer(std::move(answer)) {}
    Q_DISABLE_COPY_MOVE(FakeNetwork)

    //! Makes managers whose requests come here.
    [[nodiscard]] NetworkAccess access();
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    [[nodiscard]] const std::vector<SeenRequest> &seen() const { return m_seen; }
    //! Requests whose path begins so.
    [[nodiscard]] std::vector<SeenRequest> seen(const QString &path) const;
    //! Requests whose path begins so and that have no reply yet.
    [[nodiscard]] int underWay(const QString &path = {}) const;
    //! Ends every held reply with the answer that the function gives now.
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

//! The same for a network that lives as long as it is used.
[[nodiscard]] inline NetworkAccess accessTo(const std::shared_ptr<FakeNetwork> &network)
{
    return [network, access = network->access()] { return access(); };
}

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connection.h"
#include "lib/domain/receiptnumber.h"
#include "tests/support/chance.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"

#include <map>
#include <set>

namespace linterna::test {

//! A token endpoint and Case Status API that follow the rules while `weather` is Fair, and otherwise show all faults
//! known of servers, gateways and the networks in between.
//!
//! Its tokens begin with tokenMark() and its secrets with secretMark(), so that leaks can be found.
class TroubledService
{
public:
    enum class Weather {
        Fair,
        Calm,       //!< Faults now and then.
        Changeable, //!< Faults in one reply of three.
        Storm,      //!< Faults in nearly every reply.
        Down,       //!< No connection.
        Silent,     //!< No reply ever.
    };

    TroubledService(const QByteArray &name, ClientAuthentication authentication, double requestsPerSecond,
                    unsigned seed, FakeClock &clock);

    [[nodiscard]] FakeReply answer(const SeenRequest &request);
    //! What a request holds that is not meant for this service; empty where nothing is wrong.
    [[nodiscard]] QByteArray complaintAbout(const SeenRequest &request) const;

    //! Makes another client secret valid, and returns it.
    QByteArray changeSecret();
    void revokeTokens() { m_tokens.clear(); }
    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const QByteArray &secret() const { return m_secret; }
    //! Whether the service has ever answered with this title for a receipt number.
    [[nodiscard]] bool said(const QString &receipt, const QString &title) const;

    [[nodiscard]] static QByteArray tokenMark(const QByteArray &name) { return "tkn-" + name; }
    [[nodiscard]] static QByteArray secretMark(const QByteArray &name) { return "sxr" + name; }

    Weather weather = Weather::Calm;
    //! Called when a 429 that names a wait (of at most two minutes) reaches the program.
    std::function<void(std::chrono::seconds)> limited = [](std::chrono::seconds) {};

private:
    [[nodiscard]] QString titleFor(const QString &receipt) const;
    [[nodiscard]] FakeReply honest(const SeenRequest &request);
    [[nodiscard]] FakeReply honestToken(const SeenRequest &request);
    [[nodiscard]] FakeReply honestCase(const SeenRequest &request);
    [[nodiscard]] bool isTrouble();
    [[nodiscard]] FakeReply troubled(const SeenRequest &request);
    [[nodiscard]] FakeReply refusal(const SeenRequest &request);
    [[nodiscard]] FakeReply broken(FakeReply reply);
    [[nodiscard]] FakeReply damaged(FakeReply reply, const SeenRequest &request);
    //! Credentials of a request, which servers in debug mode repeat in their replies.
    [[nodiscard]] QByteArray credentials(const SeenRequest &request) const;

    QByteArray m_name;
    Connection m_connection;
    Chance m_chance;
    FakeClock &m_clock;
    QByteArray m_secret;
    int m_secrets = 0;
    int m_minted = 0;
    //! Tokens with the monotonic time at which each expires.
    std::map<QByteArray, std::chrono::milliseconds> m_tokens;
    //! Receipt numbers whose answers had an added byte, perhaps in the title.
    std::set<QString> m_damaged;
};

//! Whether a text holds a token or a secret of any service, plain or inside of Basic credentials.
[[nodiscard]] bool holdsSecret(const QByteArray &text);

} // namespace linterna::test

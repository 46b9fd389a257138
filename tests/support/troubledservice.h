// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connection.h"
#include "domain/receiptnumber.h"
#include "support/chance.h"
#include "support/fakeclock.h"
#include "support/fakenetwork.h"

#include <map>
#include <set>

namespace linterna::test {

//! A token endpoint and Case Status API that keep to the rules while the weather is fair, and otherwise do whatever a
//! server, a gateway, or the network in between ever did to somebody.
//!
//! Its tokens begin with tokenMark() and its secrets with secretMark(), so that they are found wherever they turn up.
class TroubledService
{
public:
    enum class Weather {
        Fair,
        Calm,       //!< Trouble now and then.
        Changeable, //!< One reply in three.
        Storm,      //!< Nearly every reply.
        Down,       //!< No connection.
        Silent,     //!< No reply ever.
    };

    TroubledService(const QByteArray &name, ClientAuthentication authentication, double requestsPerSecond,
                    unsigned seed, FakeClock &clock);

    [[nodiscard]] FakeReply answer(const SeenRequest &request);
    //! What the request holds that is not meant for this service; empty where nothing is wrong.
    [[nodiscard]] QByteArray complaintAbout(const SeenRequest &request) const;

    //! Another secret is valid from now on, and it is this.
    QByteArray changeSecret();
    void revokeTokens() { m_tokens.clear(); }
    [[nodiscard]] const Connection &connection() const { return m_connection; }
    [[nodiscard]] const QByteArray &secret() const { return m_secret; }
    //! Whether this is what it once answered for a receipt number.
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
    //! What the request came with, as servers that are being debugged send it back.
    [[nodiscard]] QByteArray credentials(const SeenRequest &request) const;

    QByteArray m_name;
    Connection m_connection;
    Chance m_chance;
    FakeClock &m_clock;
    QByteArray m_secret;
    int m_secrets = 0;
    int m_minted = 0;
    //! Until when each is good, monotonic.
    std::map<QByteArray, std::chrono::milliseconds> m_tokens;
    //! Receipt numbers whose answers had a byte too many, perhaps in the title.
    std::set<QString> m_damaged;
};

//! A token or a secret of whichever service, in clear or as part of a Basic pair.
[[nodiscard]] bool holdsSecret(const QByteArray &text);

} // namespace linterna::test

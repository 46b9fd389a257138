// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/ledger.h"
#include "tests/support/recordgate.h"
#include "tests/support/troubledservice.h"

#include <QCryptographicHash>

#include <array>
#include <memory>
#include <vector>

namespace linterna::test {

//! A random test of all parts from CheckService to the network: three services that fail in all ways, a simulated
//! person who changes their mind at any moment, and checks that every guarantee holds. The same seed gives the same
//! course of events.
class FaultInjector
{
public:
    explicit FaultInjector(unsigned seed);
    ~FaultInjector();
    Q_DISABLE_COPY_MOVE(FaultInjector)

    //! Makes one event happen, and some time pass.
    void step();
    //! Ends all trouble: all checks that were asked for must end now, and new checks must succeed.
    void clearUp();
    //! The first guarantee that did not hold, and at which step; empty where all did.
    [[nodiscard]] QByteArray complaint() const { return m_complaint; }
    //! Hash of the course of events, to compare two.
    [[nodiscard]] QByteArray course() const { return m_course.result().toHex(); }
    [[nodiscard]] std::size_t requests() const { return m_requests; }
    [[nodiscard]] std::size_t ends() const { return m_ends; }

private:
    void complain(const QByteArray &what);
    void between();
    void note(const QByteArray &what);

    // What the person does
    void choose(int service);
    void ask();
    void askFor(int receipt, AskedBy askedBy);
    void stopOne();
    void stopAndAskAgain();
    void stopAll();
    void changeTheirMind(const ReceiptNumber &receipt);

    // What happens to them
    void weatherChanges();
    void keychainChanges();
    void secretChanges();
    void clockIsSet();
    void linesBreak();

    // What is looked at
    FakeReply asked(int service, const SeenRequest &request);
    void lookAtPace(std::size_t service, const SeenRequest &request);
    void told(const CheckOutcome &outcome);
    void lookAtContents(const CheckOutcome &outcome);

    struct Pace {
        std::chrono::milliseconds last{-1'000'000};
        std::chrono::milliseconds limitTold{0};
        std::chrono::milliseconds limitEnds{0};
    };

    std::shared_ptr<RecordGate> m_gate;
    FakeClock m_clock;
    Chance m_chance;
    std::vector<std::unique_ptr<TroubledService>> m_services;
    std::array<Pace, 3> m_paces;
    FakeSecretStore m_secrets;
    LocalRecord m_history{m_clock};
    RateLimiters m_limiters{m_clock};
    ConnectionInUse m_inUse{m_secrets, m_limiters, m_clock};
    CheckService m_checks{m_history, m_inUse.active, m_clock};
    FakeNetwork *m_network = nullptr;
    int m_chosen = 0;
    bool m_releasing = false;
    bool m_clearedUp = false;

    Ledger m_ledger;
    int m_steps = 0;
    std::size_t m_requests = 0;
    std::size_t m_ends = 0;
    std::size_t m_good = 0;
    std::chrono::milliseconds m_stoppedAt{0};
    QByteArray m_complaint;
    QCryptographicHash m_course{QCryptographicHash::Sha1};
};

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/fakerequestledger.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/patience.h"
#include "tests/support/testconnection.h"
#include "tests/support/testrecord.h"

#include <QTest>

namespace linterna::test {

using namespace std::chrono_literals;

inline const QByteArray anyToken = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":\"1799\"}";

inline QByteArray tokenBody(const QByteArray &token, const QByteArray &expiresIn)
{
    return "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":" + expiresIn + "}";
}

inline ReceiptNumber receipt(const char *text)
{
    return *ReceiptNumber::fromText(QString::fromLatin1(text));
}

//! A receipt number with that number: "EAC0000000007".
inline ReceiptNumber numbered(int number)
{
    return *ReceiptNumber::fromText(QStringLiteral("EAC%1").arg(number, 10, 10, QChar(u'0')));
}

//! Body of a good answer for the receipt number at the end of the URL.
inline QByteArray goodBody(const QUrl &url, const char *title = "Case Was Received")
{
    return "{\"case_status\":{\"receiptNumber\":\"" + url.fileName().toLatin1()
        + "\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"" + title + "\"},\"message\":\"m\"}";
}

inline bool isToken(const SeenRequest &request)
{
    return request.url.path().contains(QLatin1StringView("token"));
}

inline QByteArray codeOf(const CheckOutcome &outcome)
{
    return outcomeName(outcome.result).toLatin1();
}

//! All parts from CheckService to the network, with a simulated network, keychain and clock, and a record in memory.
struct Road {
    explicit Road(FakeNetwork::Answer answer)
    {
        openInMemory(history);
        network = use(testConnection(), std::move(answer));
        QObject::connect(&checks, &CheckService::finished, &checks,
                         [this](const CheckOutcome &outcome) { outcomes.push_back(outcome); });
        QObject::connect(&checks, &CheckService::progress, &checks,
                         [this](const ReceiptNumber &, const CheckProgress &now) { progress.push_back(now); });
    }
    //! Changes to this connection and stores a secret for it. Returns the connection's network, which this object keeps
    //! alive.
    FakeNetwork *use(const Connection &connection, FakeNetwork::Answer answer)
    {
        secrets.secrets.insert(connection.secretKey(), Secret::copyOf("secret of " + connection.name.toLatin1()));
        auto net = std::make_shared<FakeNetwork>(clock, std::move(answer));
        FakeNetwork *raw = net.get();
        inUse.use(connection, accessTo(net));
        settle();
        return raw;
    }
    void check(int from, int to, AskedBy askedBy)
    {
        for (int i = from; i < to; ++i)
            checks.check(numbered(i), askedBy);
    }
    //! Lets time pass, and the record's thread work, until `count` checks have ended; false where they have not.
    //! `time`: longest time by the fake clock.
    bool waitFor(std::size_t count, std::chrono::milliseconds time = 5min)
    {
        for (auto passed = 0ms; passed < time && outcomes.size() < count; passed += 10ms) {
            // The record's thread runs in real time: on a busy machine minutes of the fake clock would pass before it
            // works. It does things in order: when it has answered this query, all earlier work is done.
            if (passed % 100ms == 0ms)
                (void)resultOf(history.savedFilters());
            clock.pass(10ms);
        }
        return test::waitFor([&] { return outcomes.size() >= count; });
    }
    //! Lets time pass until no outcome waits to be stored; false where that did not happen.
    bool waitUntilStored()
    {
        return test::waitFor([this] {
            clock.pass(100ms);
            return checks.unstored().count() == 0;
        });
    }
    //! Number of checks that have ended with this code.
    [[nodiscard]] std::size_t ended(const QByteArray &code) const
    {
        return std::size_t(std::ranges::count(outcomes, code, codeOf));
    }
    [[nodiscard]] TokenProvider &tokens() const { return inUse.active.session()->tokens(); }
    [[nodiscard]] std::size_t tokenRequests() const
    {
        return std::size_t(std::ranges::count_if(network->seen(), isToken));
    }

    FakeClock clock;
    FakeSecretStore secrets;
    LocalRecord history{clock};
    FakeRequestLedger requests;
    RateLimiters limiters{clock, &requests};
    ConnectionInUse inUse{secrets, limiters, clock};
    CheckService checks{history, inUse.active, clock};
    FakeNetwork *network = nullptr;
    std::vector<CheckOutcome> outcomes;
    std::vector<CheckProgress> progress;
};

} // namespace linterna::test

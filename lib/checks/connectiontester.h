// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/base/job.h"
#include "lib/base/secret.h"
#include "lib/checks/ratelimiters.h"
#include "lib/connections/connection.h"
#include "lib/domain/httptranscript.h"
#include "lib/secrets/secretstore.h"

#include <functional>

namespace linterna {

//! One step of a test of a connection, when it has ended.
struct ConnectionTestStep {
    enum class What {
        Secret, //!< Reading the stored client secret; left out where one was given.
        Token,  //!< The access token.
        Lookup, //!< One lookup of a published receipt number.
    };
    What what = What::Token;
    //! Why it did not succeed. A lookup that ends in NotRecognized or Closed proves that the connection works all the
    //! same: see ConnectionTestReport::works().
    std::optional<Error> error = {};
    //! What was sent and answered, without secrets, receipt number unmasked; empty where nothing was sent.
    std::optional<HttpTranscript> transcript = {};
};

//! What a test of a connection found.
struct ConnectionTestReport {
    //! The steps up to the first that failed.
    std::vector<ConnectionTestStep> steps = {};
    //! How long the access token lives; 0 where there was none.
    std::chrono::seconds tokenLifetime{};

    //! A token was given, and the lookup was answered, or refused in a way that only the service itself can refuse.
    [[nodiscard]] bool works() const;
};

//! Tries a connection before it is stored: one token request and one lookup, outside the record. They wait for their
//! turn like any other request, and count for the day. Retries what a check would retry.
class ConnectionTester : public QObject
{
    Q_OBJECT
public:
    //! Called as each step ends, until the job has ended.
    using StepListener = std::function<void(const ConnectionTestStep &)>;

    ConnectionTester(SecretStore &secrets, RateLimiters &limiters, Clock &clock, QObject *parent = nullptr);
    //! An empty `clientSecret` or `proxyPassword` stands for the one that is stored for the connection. Ends in a
    //! report, whatever happened, or in Cancelled.
    [[nodiscard]] JobOf<ConnectionTestReport> *test(const Connection &connection, const Secret &clientSecret,
                                                    StepListener onStep = {}, const Secret &proxyPassword = {});

private:
    SecretStore &m_secrets;
    RateLimiters &m_limiters;
    Clock &m_clock;
};

} // namespace linterna

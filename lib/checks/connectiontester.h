// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/job.h"
#include "base/secret.h"
#include "connections/connection.h"

namespace linterna {

//! What a test of a connection found.
struct ConnectionTestReport {
    //! How long the access token lives.
    std::chrono::seconds tokenLifetime{};
    //! HTTP status of the one lookup (a published staging receipt number); 0 where none was made.
    int lookupStatus = 0;
    //! Why the lookup gave no answer. NotRecognized and Closed prove that the connection works all the same.
    std::optional<Error> lookupError;
};

//! Tries client ID and secret before they are stored: one token request and one lookup, outside the record.
//! Error: what the token endpoint or the network said.
class ConnectionTester : public QObject
{
    Q_OBJECT
public:
    explicit ConnectionTester(Clock &clock, QObject *parent = nullptr);
    [[nodiscard]] JobOf<ConnectionTestReport> *test(const Connection &connection, const Secret &clientSecret);

private:
    Clock &m_clock;
};

} // namespace linterna

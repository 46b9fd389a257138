// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/connectiontester.h"

#include "checks/connectionsession.h"
#include "secrets/memorysecretstore.h"

namespace linterna {

namespace {

//! The steps of one test; the session that it uses lives and dies with it.
class Test : public JobOf<ConnectionTestReport>
{
public:
    Test(const Connection &connection, const Secret &clientSecret, Clock &clock, QObject *parent)
        : JobOf(parent), m_clock(clock), m_session(connection, m_secrets, clock)
    {
        m_secrets.write(connection.secretKey(), clientSecret)->onFinished(this, [this](const Result<Nothing> &) {
            askForToken();
        });
    }

private:
    void askForToken()
    {
        m_session.tokens().acquire()->onFinished(this, [this](const Result<AccessToken> &token) {
            if (!token.ok()) {
                finish(token.error());
                return;
            }
            m_report.tokenLifetime = std::chrono::seconds(m_clock.now().secsTo(token->expiresAt));
            lookUp();
        });
    }

    void lookUp()
    {
        // Published by USCIS for tests against the sandbox; production answers it with "not recognised".
        const auto receipt = *ReceiptNumber::fromText(u"EAC9999103402");
        m_session.client().ask(receipt, Pacer::Priority::Person)->onFinished(this, [this](const Result<CaseReply> &reply) {
            if (!reply.ok()) {
                finish(reply.error());
                return;
            }
            m_report.lookupStatus = reply->httpStatus;
            if (!reply->result.ok())
                m_report.lookupError = reply->result.error();
            finish(m_report);
        });
    }

    Clock &m_clock;
    MemorySecretStore m_secrets;
    ConnectionSession m_session;
    ConnectionTestReport m_report;
};

} // namespace

ConnectionTester::ConnectionTester(Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
}

JobOf<ConnectionTestReport> *ConnectionTester::test(const Connection &connection, const Secret &clientSecret)
{
    return new Test(connection, clientSecret, m_clock, this);
}

} // namespace linterna

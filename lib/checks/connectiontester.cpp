// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/checks/connectiontester.h"

#include "lib/checks/connectionsession.h"
#include "lib/connections/proxypassword.h"
#include "lib/secrets/layeredsecretstore.h"

namespace linterna {

namespace {

using Step = ConnectionTestStep;

//! Whether the service itself answered: only it gives the errors NotRecognized and Closed.
bool isAnswer(const Step &step)
{
    return !step.error || step.error->code == ErrorCode::NotRecognized || step.error->code == ErrorCode::Closed;
}

std::optional<HttpTranscript> lastOf(const std::vector<HttpTranscript> &transcripts)
{
    return transcripts.empty() || transcripts.back().method.isEmpty() ? std::nullopt
                                                                      : std::optional(transcripts.back());
}

//! The steps of one test; the session that it uses lives and dies with it.
class Test : public JobOf<ConnectionTestReport>
{
public:
    Test(const Connection &connection, RateLimiter &limiter, SecretStore &secrets, Clock &clock,
         ConnectionTester::StepListener onStep, const Secret &proxyPassword, QObject *parent)
        : JobOf(parent), m_onStep(std::move(onStep)), m_key(connection.secretKey()), m_secrets(secrets),
          m_session(connection, limiter, m_secrets, clock)
    {
        if (!proxyPassword.isEmpty())
            m_secrets.keepForThisRun(connection.proxyPasswordKey(),
                                     boundProxyPassword(connection.proxy, proxyPassword));
    }

    void readSecret()
    {
        m_secrets.read(m_key)->onFinished(this, [this](const Result<Secret> &secret) {
            Step step{.what = Step::What::Secret};
            if (!secret)
                step.error = secret.error();
            else if (secret->isEmpty())
                step.error = Error{.code = ErrorCode::NotConfigured, .detail = QStringLiteral("no client secret")};
            ended(step);
            if (step.error)
                finish(m_report);
            else
                takeSecret(*secret);
        });
    }

    void takeSecret(const Secret &secret)
    {
        m_secrets.keepForThisRun(m_key, secret); // the session looks there first; it is written nowhere
        askForToken();
    }

private:
    void ended(const Step &step)
    {
        m_report.steps.push_back(step);
        if (m_onStep && !isFinished())
            m_onStep(step);
    }

    void askForToken()
    {
        m_session.tokens().acquire()->onFinished(this, [this](const Result<AccessToken> &token) {
            Step step{.what = Step::What::Token};
            if (const auto asked = m_session.tokens().lastTranscript(); asked && !asked->method.isEmpty())
                step.transcript = *asked;
            if (!token)
                step.error = token.error();
            else if (const auto &details = m_session.tokens().details())
                m_report.tokenLifetime = std::chrono::seconds(details->receivedAt.secsTo(details->validUntil));
            ended(step);
            if (token)
                lookUp();
            else
                finish(m_report);
        });
    }

    void lookUp()
    {
        // Published by USCIS for tests against the sandbox; production answers it with "not recognised".
        const auto receipt = *ReceiptNumber::fromText(u"EAC9999103402");
        m_session.client()
            .ask(receipt, RateLimiter::Priority::Person)
            ->onFinished(this, [this](const Result<CaseReply> &reply) {
                Step step{.what = Step::What::Lookup};
                if (!reply)
                    step.error = reply.error();
                else if (!reply->result.ok())
                    step.error = reply->result.error();
                step.transcript = reply ? lastOf(reply->transcripts) : std::nullopt;
                ended(step);
                finish(m_report);
            });
    }

    ConnectionTester::StepListener m_onStep;
    const QString m_key;
    LayeredSecretStore m_secrets;
    ConnectionSession m_session;
    ConnectionTestReport m_report;
};

} // namespace

bool ConnectionTestReport::works() const
{
    return !steps.empty() && steps.back().what == Step::What::Lookup && isAnswer(steps.back());
}

ConnectionTester::ConnectionTester(SecretStore &secrets, RateLimiters &limiters, Clock &clock, QObject *parent)
    : QObject(parent), m_secrets(secrets), m_limiters(limiters), m_clock(clock)
{}

JobOf<ConnectionTestReport> *ConnectionTester::test(const Connection &connection, const Secret &clientSecret,
                                                    StepListener onStep, const Secret &proxyPassword)
{
    auto *test =
        new Test(connection, m_limiters.of(connection), m_secrets, m_clock, std::move(onStep), proxyPassword, this);
    if (clientSecret.isEmpty())
        test->readSecret();
    else
        test->takeSecret(clientSecret);
    return test;
}

} // namespace linterna

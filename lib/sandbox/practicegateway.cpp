// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/practicegateway.h"

#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

namespace linterna {

namespace {

QDate newYorkDate(const QDateTime &now)
{
    const QTimeZone newYork("America/New_York");
    // A system without time zone data keeps Eastern Standard Time.
    return now.toTimeZone(newYork.isValid() ? newYork : QTimeZone(-5 * 60 * 60)).date();
}

//! The rate as Apigee writes it in a spike arrest: "5ps", and below one a second "30pm".
QString rateName(double perSecond)
{
    return perSecond >= 1 ? QStringLiteral("%1ps").arg(perSecond) : QStringLiteral("%1pm").arg(perSecond * 60);
}

PracticeReply wrongMethod(const QByteArray &allowed)
{
    PracticeReply reply = messageReply(405, QStringLiteral("Method Not Allowed"));
    reply.allow = allowed;
    return reply;
}

} // namespace

QString receiptInPath(const QString &segment)
{
    static const QRegularExpression wellFormed(QStringLiteral("\\A[A-Za-z]{3}(?:[0-9]{10}|\\*[0-9]{9})\\z"));
    const QString text = QUrl::fromPercentEncoding(segment.toLatin1());
    return wellFormed.match(text).hasMatch() ? text.toUpper() : QString();
}

PracticeGateway::PracticeGateway(Clock &clock, TokenEndpoint tokens, Limits limits)
    : m_clock(clock), m_tokens(std::move(tokens)), m_limits(limits)
{}

PracticeReply PracticeGateway::answer(const PracticeRequest &request)
{
    if (request.path == tokenPath) {
        if (request.method != "POST")
            return wrongMethod("POST");
        ++m_tokenRequests;
        return m_tokens.answer(request);
    }
    if (request.path.startsWith(casePath)) {
        if (request.method != "GET")
            return wrongMethod("GET");
        PracticeReply reply = answerCase(request);
        m_caseRequests += reply.status != 429;
        return reply;
    }
    return faultReply(404, QStringLiteral("Unable to identify proxy for host: default and url: ") + request.path,
                      QStringLiteral("messaging.adaptors.http.flow.ApplicationNotFound"));
}

PracticeReply PracticeGateway::answerCase(const PracticeRequest &request)
{
    if (auto refusal = refuseToken(request.authorization))
        return *refusal;
    if (auto refusal = refuseSpike())
        return *refusal;
    if (auto refusal = refuseQuota())
        return *refusal;
    return m_cases.answer(receiptInPath(request.path.sliced(casePath.size())));
}

std::optional<PracticeReply> PracticeGateway::refuseToken(const QByteArray &authorization) const
{
    switch (m_tokens.verify(authorization)) {
    case TokenEndpoint::Verdict::Valid:
        return std::nullopt;
    case TokenEndpoint::Verdict::Malformed:
        return faultReply(401, QStringLiteral("Invalid access token"), QStringLiteral("oauth.v2.InvalidAccessToken"));
    case TokenEndpoint::Verdict::Unknown:
        return faultReply(401, QStringLiteral("Invalid Access Token"),
                          QStringLiteral("keymanagement.service.invalid_access_token"));
    case TokenEndpoint::Verdict::Expired:
        return faultReply(401, QStringLiteral("Access Token expired"),
                          QStringLiteral("keymanagement.service.access_token_expired"));
    }
    Q_UNREACHABLE();
}

std::optional<PracticeReply> PracticeGateway::refuseSpike()
{
    if (m_limits.requestsPerSecond <= 0)
        return std::nullopt;
    const std::chrono::milliseconds now = m_clock.monotonic();
    const std::chrono::duration<double> interval(1 / m_limits.requestsPerSecond);
    if (m_lastPassed && now - *m_lastPassed < interval) {
        const QString rate = rateName(m_limits.requestsPerSecond);
        return faultReply(429, QStringLiteral("Spike arrest violation. Allowed rate : ") + rate,
                          QStringLiteral("policies.ratelimit.SpikeArrestViolation"));
    }
    m_lastPassed = now;
    return std::nullopt;
}

std::optional<PracticeReply> PracticeGateway::refuseQuota()
{
    if (m_limits.requestsPerDay <= 0)
        return std::nullopt;
    const QDate today = newYorkDate(m_clock.now());
    if (today != m_day) {
        m_day = today;
        m_today = 0;
    }
    if (m_today >= m_limits.requestsPerDay) {
        // The two spaces are Apigee's.
        return faultReply(429,
                          QStringLiteral("Rate limit quota violation. Quota limit  exceeded. Identifier : _default"),
                          QStringLiteral("policies.ratelimit.QuotaViolation"));
    }
    ++m_today;
    return std::nullopt;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sandbox/tokenendpoint.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRandomGenerator>

#include <optional>

namespace linterna {

namespace {

using Form = QHash<QByteArray, QByteArray>;

//! The fields of an application/x-www-form-urlencoded body; of several with one name, the first.
Form readForm(const PracticeRequest &request)
{
    Form form;
    if (request.contentType.split(';').first().trimmed().toLower() != "application/x-www-form-urlencoded")
        return form;
    const auto decoded = [](QByteArray text) { return QByteArray::fromPercentEncoding(text.replace('+', ' ')); };
    for (const QByteArray &field : request.body.split('&')) {
        const qsizetype equals = field.indexOf('=');
        const QByteArray name = decoded(field.left(equals));
        if (equals > 0 && !form.contains(name))
            form.insert(name, decoded(field.mid(equals + 1)));
    }
    return form;
}

struct Credentials {
    std::optional<QByteArray> id;
    QByteArray secret;
};

//! The part of an Authorization header behind `scheme` and a space; empty where it has another scheme.
std::optional<QByteArray> afterScheme(const QByteArray &authorization, QByteArrayView scheme)
{
    const qsizetype space = authorization.indexOf(' ');
    if (space < 0 || authorization.first(space).compare(scheme, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    return authorization.sliced(space + 1).trimmed();
}

Credentials readBasic(const QByteArray &authorization)
{
    const auto encoded = afterScheme(authorization, "Basic");
    if (!encoded)
        return {};
    const QByteArray pair = QByteArray::fromBase64(*encoded);
    const qsizetype colon = pair.indexOf(':');
    if (colon <= 0)
        return {};
    return {pair.first(colon), pair.sliced(colon + 1)};
}

Credentials readPost(const Form &form)
{
    const QByteArray id = form.value("client_id");
    return {id.isEmpty() ? std::nullopt : std::optional(id), form.value("client_secret")};
}

PracticeReply refusal(int status, const char *code, const QString &text)
{
    return {status,
            toAsciiJson({{QStringLiteral("ErrorCode"), QLatin1StringView(code)}, {QStringLiteral("Error"), text}})};
}

QByteArray randomToken()
{
    static constexpr char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    QByteArray token;
    for (int i = 0; i < 28; ++i) // as long as Apigee's
        token += letters[QRandomGenerator::system()->bounded(int(sizeof letters - 1))];
    return token;
}

} // namespace

TokenEndpoint::TokenEndpoint(Clock &clock, PracticeClientAuth clientAuth, std::chrono::seconds lifetime)
    : m_clock(clock), m_clientAuth(clientAuth), m_lifetime(lifetime)
{}

PracticeReply TokenEndpoint::answer(const PracticeRequest &request)
{
    const Form form = readForm(request);
    const QByteArray grantType = form.value("grant_type");
    if (grantType.isEmpty())
        return refusal(400, "invalid_request", QStringLiteral("Required param : grant_type"));
    if (grantType != "client_credentials")
        return refusal(400, "invalid_request",
                       QStringLiteral("Unsupported grant type : ") + QString::fromUtf8(grantType));
    const Credentials given =
        m_clientAuth == PracticeClientAuth::Basic ? readBasic(request.authorization) : readPost(form);
    if (!given.id)
        return refusal(400, "invalid_request",
                       QStringLiteral("The request is missing a required parameter : client_id"));
    if (*given.id != clientId) // these bytes, spaces included, come from a live server with USCIS's token shape
        return {401, R"({"ErrorCode" : "invalid_client", "Error" :"ClientId is Invalid"})"};
    if (given.secret != clientSecret)
        return refusal(401, "invalid_client", QStringLiteral("Client credentials are invalid"));
    return grant();
}

PracticeReply TokenEndpoint::grant()
{
    const QDateTime now = m_clock.now();
    m_tokens.removeIf([&](const auto &token) { return token.value().addDays(1) < now; });
    const QByteArray token = randomToken();
    m_tokens.insert(token, now.addSecs(m_lifetime.count()));
    const QString product = QStringLiteral("Case Status API - Sandbox");
    const QString app = QStringLiteral("first-case-sbox");
    return {200,
            toAsciiJson({
                {QStringLiteral("refresh_token_expires_in"), QStringLiteral("0")},
                {QStringLiteral("api_product_list"), QStringLiteral("[%1, %2]").arg(product, app)},
                {QStringLiteral("api_product_list_json"), QJsonArray{product, app}},
                {QStringLiteral("organization_name"), QStringLiteral("uscis")},
                {QStringLiteral("developer.email"), QStringLiteral("practice@example.org")},
                {QStringLiteral("token_type"), QStringLiteral("Bearer")},
                {QStringLiteral("issued_at"), QString::number(now.toMSecsSinceEpoch())},
                {QStringLiteral("client_id"), QLatin1StringView(clientId)},
                {QStringLiteral("access_token"), QString::fromLatin1(token)},
                {QStringLiteral("application_name"), QStringLiteral("00000000-0000-4000-8000-000000000000")},
                {QStringLiteral("scope"), QString()},
                {QStringLiteral("expires_in"), QString::number(m_lifetime.count())},
                {QStringLiteral("refresh_count"), QStringLiteral("0")},
                {QStringLiteral("status"), QStringLiteral("approved")},
            })};
}

TokenEndpoint::Verdict TokenEndpoint::verify(const QByteArray &authorization) const
{
    const auto token = afterScheme(authorization, "Bearer");
    if (!token || token->isEmpty())
        return Verdict::Malformed;
    const auto found = m_tokens.constFind(*token);
    if (found == m_tokens.cend())
        return Verdict::Unknown;
    return m_clock.now() < *found ? Verdict::Valid : Verdict::Expired;
}

} // namespace linterna

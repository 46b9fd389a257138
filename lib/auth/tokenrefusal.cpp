// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenrefusal.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Statuses by which the server says: not an address for tokens, not this method, not this content type. It never
//! looked at the credentials.
constexpr std::array statusesOfForm{404, 405, 406, 415, 422};

//! What servers say, in lower case, where they refuse how the credentials were sent.
constexpr std::array wordsOfHow{
    // A parameter was not found where it was looked for: Apigee, WSO2, Azure AD, Keycloak, Auth0, node-oauth2-server.
    "required param"_L1, "missing required"_L1, "missing a required"_L1, "missing param"_L1, "missing grant_type"_L1,
    "missing client_id"_L1, "client_id is missing"_L1, "must contain the following parameter"_L1, "client_assertion"_L1,
    "cannot retrieve client credentials"_L1, "missing client credentials"_L1, "no client credentials"_L1,
    "no client authentication"_L1, "client authentication is required"_L1,
    // The method is named: Ory Hydra, WSO2, Okta, oidc-provider, RFC 7591.
    "authentication method"_L1, "auth method"_L1, "token_endpoint_auth"_L1, "client_secret_basic"_L1,
    "client_secret_post"_L1, "multiple client credentials"_L1, "more than one"_L1, "properly encoded"_L1,
    "content-type"_L1, "content type"_L1, "media type"_L1, "x-www-form-urlencoded"_L1,
    // The grant that this program uses is not on offer at this address.
    "unsupported grant"_L1, "unsupported_grant_type"_L1, "grant type is not supported"_L1,
    "grant type not supported"_L1, "grant_type is not supported"_L1};

//! Removes the sentence of RFC 6749 that many servers give with every refusal.
QString withoutRfcSentence(const QString &words)
{
    static const QRegularExpression sentence(
        u"\\(?e\\.?g\\.?,? unknown client, no client authentication included,? or unsupported authentication method\\)?"_s);
    return QString(words).remove(sentence);
}

//! Whether the words ask for another place for the credentials: "Use HTTP Basic", "must be in the request body"; not
//! "the credentials in the Authorization header are wrong".
bool namesAnotherPlace(const QString &words)
{
    static const QRegularExpression place(
        u"\\bbasic\\b|authorization header|(?:request|form|post|message)[ -]body|in the body|body param"_s);
    static const QRegularExpression wish(
        u"\\b(?:use|using|requires?|required|must|should|expects?|expected|only|instead|supported|needs?|missing|malformed)\\b"
        "|\\bnot (?:found|allowed|permitted|accepted|present)\\b"_s);
    return place.match(words).hasMatch() && wish.match(words).hasMatch();
}

//! Whether there is a Basic challenge without an error in it. A challenge is a scheme and what belongs to it; several
//! stand in one field (RFC 7235).
bool asksForBasic(const QByteArray &challenges)
{
    static const QRegularExpression basic(u"(?:^|,)\\s*basic\\b(?![^,]*\\berror\\s*=)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return basic.match(QString::fromLatin1(challenges)).hasMatch();
}

bool speaksOfHow(const ErrorBody &said)
{
    const QString words = withoutRfcSentence((said.code + u' ' + said.message).toLower());
    return namesAnotherPlace(words)
        || std::ranges::any_of(wordsOfHow, [&](QLatin1StringView each) { return words.contains(each); });
}

} // namespace

bool refusesHowItWasSent(const HttpReply &reply, const ErrorBody &said, ClientAuthentication sentAs)
{
    if (std::ranges::find(statusesOfForm, reply.status) != statusesOfForm.end())
        return true;
    const bool isRefusal = reply.status == 400 || reply.status == 401 || reply.status == 403
        || (reply.status >= 500 && !said.code.isEmpty());
    if (!isRefusal)
        return false;
    if (reply.status == 401 && sentAs == ClientAuthentication::FormBody
        && asksForBasic(reply.header("www-authenticate")))
        return true;
    return speaksOfHow(said);
}

} // namespace linterna

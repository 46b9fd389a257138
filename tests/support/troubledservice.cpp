// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/troubledservice.h"

namespace linterna::test {

using namespace std::chrono_literals;

namespace {

//! Client secret of a token request, in whichever way it was sent.
QByteArray secretIn(const SeenRequest &request, ClientAuthentication authentication)
{
    if (authentication == ClientAuthentication::FormBody) {
        const QByteArray rest = request.body.mid(request.body.indexOf("client_secret=") + 14);
        return QByteArray::fromPercentEncoding(rest.split('&').first());
    }
    const QByteArray pair = QByteArray::fromBase64(request.authorization.mid(6));
    const QByteArray secret = pair.mid(pair.indexOf(':') + 1);
    return authentication == ClientAuthentication::BasicRaw ? secret : QByteArray::fromPercentEncoding(secret);
}

//! All bytes of a request, and the decoded credentials of Basic authentication.
QByteArray allBytes(const SeenRequest &request)
{
    QByteArray all = request.url.toEncoded() + ' ' + request.body;
    for (const auto &[name, value] : request.headers)
        all += ' ' + name + ' ' + value;
    return all + ' ' + QByteArray::fromBase64(request.authorization.mid(6));
}

QByteArray errorBody(int shape, const QByteArray &said)
{
    switch (shape) {
    case 0:
        return {};
    case 1:
        return "{\"message\":\"" + said + "\"}";
    case 2:
        return "<html><head><title>Oops " + said + "</title></head><body>" + said + "</body></html>";
    case 3:
        return "{\"fault\":{\"faultstring\":\"" + said
            + "\",\"detail\":{\"errorcode\":\"policies.ratelimit.QuotaViolation\"}}}";
    case 4:
        return "{\"ErrorCode\" : \"invalid_client\", \"Error\" :\"" + said + "\"}";
    case 5:
        return "{\"message\":\"" + said;
    default:
        return "  \r\n{\"error\":{\"message\":\"" + said + "\"},\"error\":{\"message\":\"" + said + "\"}}";
    }
}

} // namespace

TroubledService::TroubledService(const QByteArray &name, ClientAuthentication authentication, double requestsPerSecond,
                                 unsigned seed, FakeClock &clock)
    : m_name(name), m_chance(seed), m_clock(clock)
{
    const QString host = QStringLiteral("https://%1.example").arg(QString::fromLatin1(name));
    m_connection.name = QString::fromLatin1(name);
    m_connection.proxy.kind = ProxyChoice::Kind::None;
    m_connection.tokenUrl = QUrl(host + QStringLiteral("/oauth/token"));
    m_connection.apiUrl = QUrl(host + QStringLiteral("/api"));
    m_connection.clientId = QStringLiteral("me");
    m_connection.clientAuthentication = authentication;
    m_connection.requestsPerSecond = requestsPerSecond;
    m_connection.requestsPerDay = 150;
    changeSecret();
}

QByteArray TroubledService::changeSecret()
{
    m_secret = secretMark(m_name) + ":%+/&=\xc3\xa9" + QByteArray::number(++m_secrets);
    return m_secret;
}

QString TroubledService::titleFor(const QString &receipt) const
{
    return QStringLiteral("Case %1 as %2 knows it").arg(receipt, QString::fromLatin1(m_name));
}

bool TroubledService::said(const QString &receipt, const QString &title) const
{
    return title == titleFor(receipt) || m_damaged.contains(receipt);
}

QByteArray TroubledService::complaintAbout(const SeenRequest &request) const
{
    if (request.url.host() != m_connection.tokenUrl.host())
        return "a request to another host";
    QByteArray bytes = allBytes(request);
    bytes.replace(tokenMark(m_name), "").replace(secretMark(m_name), "");
    return bytes.contains("tkn") || bytes.contains("sxr") ? "another connection's token or secret" : QByteArray();
}

FakeReply TroubledService::answer(const SeenRequest &request)
{
    constexpr std::array delays{0ms, 0ms, 50ms, 300ms};
    FakeReply reply = weather != Weather::Fair && isTrouble() ? troubled(request) : honest(request);
    if (reply.after == 0ms)
        reply.after = m_chance.of(delays);
    return reply;
}

FakeReply TroubledService::honest(const SeenRequest &request)
{
    return request.url == m_connection.tokenUrl ? honestToken(request) : honestCase(request);
}

FakeReply TroubledService::honestToken(const SeenRequest &request)
{
    if (secretIn(request, m_connection.clientAuthentication) != m_secret)
        return {.status = 401, .body = errorBody(4, "refused: " + credentials(request))};
    constexpr std::array lives{0, 1, 4, 30, 1799};
    const int life = weather == Weather::Fair ? 1799 : m_chance.of(lives);
    const QByteArray token = tokenMark(m_name) + QByteArray::number(++m_minted);
    m_tokens[token] = m_clock.monotonic() + std::chrono::seconds(life) + 500ms;
    return {.body = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":\""
                + QByteArray::number(life) + "\"}"};
}

FakeReply TroubledService::honestCase(const SeenRequest &request)
{
    const auto token = m_tokens.find(request.authorization.mid(7));
    if (token == m_tokens.end() || m_clock.monotonic() > token->second)
        return {.status = 401, .body = errorBody(1, "no such token: " + credentials(request))};
    const QString receipt = request.url.fileName();
    return {.body = "{\"case_status\":{\"receiptNumber\":\"" + receipt.toLatin1()
                + "\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"" + titleFor(receipt).toLatin1()
                + "\"}}"};
}

bool TroubledService::isTrouble()
{
    switch (weather) {
    case Weather::Fair:
        return false;
    case Weather::Calm:
        return m_chance.oneIn(20);
    case Weather::Changeable:
        return m_chance.oneIn(3);
    case Weather::Storm:
        return !m_chance.oneIn(10);
    case Weather::Down:
    case Weather::Silent:
        break;
    }
    return true;
}

FakeReply TroubledService::troubled(const SeenRequest &request)
{
    constexpr std::array slow{2s, 20s, 29s, 31s, 45s};
    if (weather == Weather::Silent)
        return {.held = true};
    if (weather == Weather::Down)
        return broken({});
    switch (m_chance.below(9)) {
    case 0:
        return {.held = true};
    case 1:
        return broken(honest(request));
    case 2:
    case 3:
        return damaged(honest(request), request);
    case 4: {
        FakeReply reply = honest(request);
        reply.after = m_chance.of(slow);
        return reply;
    }
    case 5:
        return {.status = 301 + m_chance.below(8),
                .body = credentials(request),
                .headers = {
                    {"Location", m_chance.oneIn(2) ? "http://evil.example/x" : "https://bravo.example/oauth/token"}}};
    case 6: // an interim reply, which Qt takes for the last one
        return {.status = 102 + m_chance.below(2)};
    default:
        return refusal(request);
    }
}

FakeReply TroubledService::refusal(const SeenRequest &request)
{
    constexpr std::array statuses{400, 401, 403, 404, 418, 422, 429, 429, 429, 500, 502, 503, 503, 504};
    static const std::array<QByteArray, 12> waits{
        "", "", "0", "1", "5", "60", "119", "3600", "1000000000", "-1", "soon", "Fri, 31 Dec 1999 23:59:59 GMT"};
    FakeReply reply{.status = m_chance.of(statuses)};
    reply.body = errorBody(m_chance.below(7), "said " + credentials(request));
    const QByteArray wait = m_chance.of(waits);
    if (!wait.isEmpty())
        reply.headers = {{"Retry-After", wait}, {"X-Debug", credentials(request)}};
    const int seconds = wait.toInt();
    const bool quota = reply.body.contains("QuotaViolation"); // a used-up quota has rules of its own
    if (reply.status == 429 && !quota && seconds > 0 && seconds <= 120)
        reply.whenTold = [this, seconds] { limited(std::chrono::seconds(seconds)); };
    return reply;
}

FakeReply TroubledService::broken(FakeReply reply)
{
    constexpr std::array errors{QNetworkReply::RemoteHostClosedError,      QNetworkReply::ConnectionRefusedError,
                                QNetworkReply::HostNotFoundError,          QNetworkReply::TimeoutError,
                                QNetworkReply::SslHandshakeFailedError,    QNetworkReply::UnknownNetworkError,
                                QNetworkReply::ProxyConnectionClosedError, QNetworkReply::ProtocolFailure};
    reply.error = m_chance.of(errors);
    if (m_chance.oneIn(2)) { // before any byte came, or in the middle
        reply.status = 0;
        reply.body.clear();
    } else {
        reply.body.chop(m_chance.below(int(reply.body.size()) + 1));
    }
    return reply;
}

FakeReply TroubledService::damaged(FakeReply reply, const SeenRequest &request)
{
    static const QByteArray huge(1024 * 1024 + 1, ' ');
    static const QByteArray deep(100'000, '[');
    if (reply.status != 200) // a cut copy of a secret could not be found in what is kept
        return reply;
    const bool forCase = request.url != m_connection.tokenUrl;
    const QByteArray receipt = request.url.fileName().toLatin1();
    switch (m_chance.below(11)) {
    case 0:
        reply.body = errorBody(2, credentials(request));
        break;
    case 1:
        reply.body.clear();
        break;
    case 2:
        reply.body.chop(1 + m_chance.below(int(reply.body.size())));
        break;
    case 3:
        reply.body = huge;
        break;
    case 4:
        reply.body = deep;
        break;
    case 5: // a duplicate key, of which the last one counts
        reply.body.replace("{\"case_status\"", "{\"case_status\":{},\"case_status\"");
        reply.body.replace("{\"access_token\"", "{\"access_token\":\"" + tokenMark(m_name) + "0\",\"access_token\"");
        break;
    case 6:
        reply.body.replace("\"receiptNumber\":\"EAC", "\"receiptNumber\":\"WAC");
        reply.body.replace("Bearer", "mac");
        break;
    case 7:
        reply.headers.emplace_back("Content-Encoding", "gzip");
        break;
    case 8: // a reply of the token endpoint in place of a case
        if (forCase)
            reply.body = "{\"access_token\":\"" + request.authorization.mid(7) + "\",\"token_type\":\"Bearer\"}";
        break;
    case 9: // another case
        if (forCase)
            reply.body.replace(receipt, receipt.first(12) + (receipt.back() == '9' ? '0' : char(receipt.back() + 1)));
        break;
    default: // a byte too many, but not in a token: that would be another token
        if (!forCase)
            reply.body += '}';
        else
            reply.body.insert(m_chance.below(int(reply.body.size()) + 1), QByteArray(1, char(m_chance.below(256))));
        m_damaged.insert(request.url.fileName());
        break;
    }
    return reply;
}

QByteArray TroubledService::credentials(const SeenRequest &request) const
{
    QByteArray sent = request.authorization;
    if (request.url == m_connection.tokenUrl)
        sent += ' ' + secretIn(request, m_connection.clientAuthentication);
    return sent;
}

bool holdsSecret(const QByteArray &text)
{
    static const QByteArray pair = QByteArray("me:sxr").toBase64();
    return text.contains("tkn") || text.contains("sxr") || text.contains(pair);
}

} // namespace linterna::test

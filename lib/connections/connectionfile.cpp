// SPDX-License-Identifier: GPL-3.0-or-later
#include "connections/connectionfile.h"

#include "net/urlrule.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cmath>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype maxFileBytes = 64 * 1024;

//! Below the field, where the wrong value stands: empty for the field itself. No value: nothing is wrong.
using Wrong = std::optional<QString>;

struct Field {
    QLatin1StringView name;
    bool required;
    //! Whether the value may be repeated in an error. A URL may carry a password, a name may carry anything.
    bool repeatable;
    QLatin1StringView allowed;
    Wrong (*take)(const QJsonValue &, Connection &);
    QJsonValue (*give)(const Connection &);
};

struct AuthenticationName {
    ClientAuthentication value;
    QLatin1StringView name;
};
constexpr std::array authenticationNames{
    AuthenticationName{ClientAuthentication::FormBody, "form-body"_L1},
    AuthenticationName{ClientAuthentication::BasicRaw, "basic-raw"_L1},
    AuthenticationName{ClientAuthentication::BasicFormEncoded, "basic-form-encoded"_L1},
};

constexpr auto urlAllowed = "https, or http to this computer; no user name, query or fragment; at most 2000 ASCII "
                            "characters, written as they are sent"_L1;

Wrong wrongUnless(bool fine)
{
    return fine ? Wrong() : Wrong(QString());
}

bool isVisible(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns or hides the characters around it
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

bool isBuiltInName(const QString &name)
{
    return std::ranges::any_of(builtInConnections(), [&](const Connection &builtIn) {
        return builtIn.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

Wrong takeName(const QJsonValue &value, Connection &connection)
{
    connection.name = value.toString();
    const QList<uint> characters = connection.name.toUcs4();
    return wrongUnless(!characters.isEmpty() && characters.size() <= 60 && std::ranges::all_of(characters, isVisible)
                       && connection.name.isValidUtf16() && connection.name.trimmed() == connection.name
                       && !isBuiltInName(connection.name));
}

//! Refuses a URL that is not written just as it would be used: what looks like one host must not be another.
std::optional<QUrl> urlFrom(const QJsonValue &value)
{
    const QString text = value.toString();
    const QUrl url(text, QUrl::StrictMode);
    if (text.size() > 2000 || !isAllowedServiceUrl(url) || url.hasQuery()
        || url.toString(QUrl::FullyEncoded).compare(text, Qt::CaseInsensitive) != 0)
        return {};
    return url;
}

Wrong takeTokenUrl(const QJsonValue &value, Connection &connection)
{
    const auto url = urlFrom(value);
    connection.tokenUrl = url.value_or(QUrl());
    return wrongUnless(url.has_value());
}

Wrong takeApiUrl(const QJsonValue &value, Connection &connection)
{
    const auto url = urlFrom(value);
    connection.apiUrl = url.value_or(QUrl());
    QString path = connection.apiUrl.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    connection.apiUrl.setPath(path, QUrl::StrictMode);
    return wrongUnless(url.has_value());
}

Wrong takeClientAuthentication(const QJsonValue &value, Connection &connection)
{
    const auto found = std::ranges::find_if(
        authenticationNames, [text = value.toString()](const auto &entry) { return text == entry.name; });
    if (found != authenticationNames.end())
        connection.clientAuthentication = found->value;
    return wrongUnless(found != authenticationNames.end());
}

QJsonValue giveClientAuthentication(const Connection &connection)
{
    return std::ranges::find(authenticationNames, connection.clientAuthentication, &AuthenticationName::value)->name;
}

Wrong takeClientId(const QJsonValue &value, Connection &connection)
{
    connection.clientId = value.toString();
    return wrongUnless(value.isString() && isAllowedClientId(connection.clientId));
}

Wrong takeScope(const QJsonValue &value, Connection &connection)
{
    static const QRegularExpression scope(u"\\A(?:[!#-\\[\\]-~]+(?: [!#-\\[\\]-~]+)*)?\\z"_s); // RFC 6749 §3.3
    connection.scope = value.toString();
    return wrongUnless(value.isString() && connection.scope.size() <= 1000 && scope.match(connection.scope).hasMatch());
}

bool namesASecret(const QString &name)
{
    return name.contains("secret"_L1, Qt::CaseInsensitive) || name.contains("password"_L1, Qt::CaseInsensitive)
           || name.endsWith("token"_L1, Qt::CaseInsensitive);
}

bool isAllowedHeaderName(const QString &name)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}\\z"_s);
    static const std::array ours{"authorization"_L1, "proxy-authorization"_L1, "cookie"_L1,         "host"_L1,
                                 "connection"_L1,    "transfer-encoding"_L1,   "accept-encoding"_L1};
    const QString lower = name.toLower();
    return token.match(name).hasMatch() && !lower.startsWith("content-"_L1)
           && std::ranges::find(ours, lower) == ours.end() && !namesASecret(name);
}

Wrong takeHeaders(const QJsonValue &value, Connection &connection)
{
    static const QRegularExpression text(u"\\A[!-~](?:[ -~]{0,1022}[!-~])?\\z"_s);
    const QJsonObject headers = value.toObject();
    if (!value.isObject() || headers.size() > 20)
        return QString();
    QStringList seen;
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QString lower = it.key().toLower();
        if (!isAllowedHeaderName(it.key()) || seen.contains(lower) || !text.match(it.value().toString()).hasMatch())
            return it.key();
        seen += lower;
        connection.headers.emplace_back(it.key().toLatin1(), it.value().toString().toLatin1());
    }
    return {};
}

QJsonValue giveHeaders(const Connection &connection)
{
    QJsonObject headers;
    for (const auto &[name, value] : connection.headers)
        headers.insert(QString::fromLatin1(name), QString::fromLatin1(value));
    return headers;
}

Wrong takeRequestsPerSecond(const QJsonValue &value, Connection &connection)
{
    connection.requestsPerSecond = value.toDouble();
    return wrongUnless(connection.requestsPerSecond >= 0.01 && connection.requestsPerSecond <= 100);
}

Wrong takeRequestsPerDay(const QJsonValue &value, Connection &connection)
{
    const double number = value.toDouble(-1);
    if (number < 0 || number > 10'000'000 || number != std::floor(number))
        return QString();
    connection.requestsPerDay = static_cast<int>(number);
    return {};
}

Wrong takeQuotaTimeZone(const QJsonValue &value, Connection &connection)
{
    // Qt also makes zones of offsets ("UTC+05:00") and of POSIX rules, which have no name that other programs know.
    static const QRegularExpression iana(u"\\A[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*\\z"_s);
    const QString id = value.toString();
    if (!iana.match(id).hasMatch() || !QTimeZone::availableTimeZoneIds().contains(id.toLatin1()))
        return QString();
    connection.quotaTimeZone = QTimeZone(id.toLatin1());
    return {};
}

Wrong takeCaFile(const QJsonValue &value, Connection &connection)
{
    connection.caFile = value.toString();
    const QString &file = connection.caFile;
    return wrongUnless(value.isString() && file.isValidUtf16() && file.size() <= 4096
                       && (file.isEmpty() || QDir::isAbsolutePath(file))
                       && std::ranges::none_of(file, [](QChar c) { return c.category() == QChar::Other_Control; }));
}

const std::array fields{
    Field{"name"_L1, true, false,
          "1 to 60 visible characters, no spaces at the ends, no name of a built-in connection"_L1, takeName,
          [](const Connection &c) { return QJsonValue(c.name); }},
    Field{"token_url"_L1, true, false, urlAllowed, takeTokenUrl,
          [](const Connection &c) { return QJsonValue(c.tokenUrl.toString(QUrl::FullyEncoded)); }},
    Field{"api_url"_L1, true, false, urlAllowed, takeApiUrl,
          [](const Connection &c) { return QJsonValue(c.apiUrl.toString(QUrl::FullyEncoded)); }},
    Field{"client_authentication"_L1, false, true, "form-body, basic-raw, basic-form-encoded"_L1,
          takeClientAuthentication, giveClientAuthentication},
    Field{"client_id"_L1, false, false, "at most 256 ASCII characters"_L1, takeClientId,
          [](const Connection &c) { return QJsonValue(c.clientId); }},
    Field{"scope"_L1, false, false, "scopes of ASCII characters with one space between, at most 1000 in all"_L1,
          takeScope, [](const Connection &c) { return QJsonValue(c.scope); }},
    Field{"headers"_L1, false, false,
          "an object of at most 20 header fields, each once, ASCII text of at most 1024 characters; no Authorization, "
          "Proxy-Authorization, Cookie, Host, Connection, Transfer-Encoding, Accept-Encoding or Content-*, and no "
          "secret, password or token"_L1,
          takeHeaders, giveHeaders},
    Field{"requests_per_second"_L1, false, true, "a number from 0.01 to 100"_L1, takeRequestsPerSecond,
          [](const Connection &c) { return QJsonValue(c.requestsPerSecond); }},
    Field{"requests_per_day"_L1, false, true, "a whole number from 0 (no limit) to 10000000"_L1, takeRequestsPerDay,
          [](const Connection &c) { return QJsonValue(c.requestsPerDay); }},
    Field{"quota_time_zone"_L1, false, true, "an IANA time zone such as America/New_York"_L1, takeQuotaTimeZone,
          [](const Connection &c) { return QJsonValue(QString::fromLatin1(c.quotaTimeZone.id())); }},
    Field{"ca_file"_L1, false, false, "an absolute path, or empty"_L1, takeCaFile,
          [](const Connection &c) { return QJsonValue(c.caFile); }},
};

//! Text of a file in an error: short, and nothing in it that a terminal or a window would obey.
QString harmless(const QString &text)
{
    constexpr qsizetype most = 60;
    QString out;
    for (const uint c : text.left(most).toUcs4())
        out += isVisible(c) && c != u'"' ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1)
                                         : u"\\u{%1}"_s.arg(c, 0, 16);
    return text.size() > most ? out + u'…' : out;
}

QString shown(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return u"\"%1\""_s.arg(harmless(value.toString()));
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

Error invalid(const QString &detail)
{
    return Error{.code = ErrorCode::Invalid, .detail = detail};
}

Error unknownField(const QString &path, const QString &name)
{
    const QString where = u"\"%1.%2\""_s.arg(path, harmless(name));
    if (namesASecret(name))
        return invalid(where
                       + " is not allowed: secrets do not belong in this file, they are given by --set-secret"_L1);
    QStringList known;
    for (const Field &field : fields)
        known += field.name;
    return invalid(u"%1 is not known; allowed: %2"_s.arg(where, known.join(", "_L1)));
}

Error wrongValue(const QString &path, const Field &field, const QString &below, const QJsonValue &value)
{
    QString where = u"\"%1.%2\""_s.arg(path, field.name);
    if (!below.isEmpty())
        where = u"\"%1.%2\" (%3)"_s.arg(path, field.name, harmless(below));
    const bool repeat = field.repeatable || !value.isString();
    return invalid(
        u"%1: %2 is not allowed; allowed: %3"_s.arg(where, repeat ? shown(value) : u"this text"_s, field.allowed));
}

} // namespace

Result<Connection> connectionFromJson(const QJsonObject &object, const QString &path)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (std::ranges::find(fields, it.key(), &Field::name) == fields.end())
            return unknownField(path, it.key());
    }
    Connection connection;
    for (const Field &field : fields) {
        const QJsonValue value = object.value(field.name);
        if (value.isUndefined() && field.required)
            return invalid(u"\"%1.%2\" is missing; required: name, token_url, api_url"_s.arg(path, field.name));
        if (value.isUndefined())
            continue;
        if (const Wrong wrong = field.take(value, connection))
            return wrongValue(path, field, *wrong, value);
    }
    return connection;
}

QJsonObject connectionToJson(const Connection &connection)
{
    QJsonObject object;
    for (const Field &field : fields)
        object.insert(field.name, field.give(connection));
    return object;
}

Result<Connection> readConnectionFile(const QByteArray &json)
{
    if (json.size() > maxFileBytes)
        return invalid(u"the file is larger than 64 kB"_s);
    // Some editors begin a UTF-8 file with a mark, which JSON does not know.
    const QByteArray text = json.startsWith("\xEF\xBB\xBF") ? json.sliced(3) : json;
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return invalid(u"not JSON: %1 at byte %2"_s.arg(problem.errorString()).arg(problem.offset));
    if (!document.isObject())
        return invalid(u"\"$\": a list is not allowed; allowed: an object"_s);
    return connectionFromJson(document.object(), u"$"_s);
}

QByteArray writeConnectionFile(const Connection &connection)
{
    return QJsonDocument(connectionToJson(connection)).toJson(QJsonDocument::Indented);
}

} // namespace linterna

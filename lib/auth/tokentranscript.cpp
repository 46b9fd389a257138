// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokentranscript.h"

#include "net/strictjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView hidden{"\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"};
constexpr std::array tokenFields{"access_token"_L1, "refresh_token"_L1, "id_token"_L1};

//! The forms in which a server may send a secret back.
QByteArray withoutSecret(QByteArray text, const Secret &clientSecret)
{
    if (clientSecret.isEmpty())
        return text;
    QByteArray plain = clientSecret.view().toByteArray();
    QByteArray encoded = plain.toPercentEncoding();
    QByteArray base64 = plain.toBase64(QByteArray::OmitTrailingEquals);
    for (QByteArray *form : {&plain, &encoded, &base64}) {
        text.replace(*form, QByteArray(hidden.data(), hidden.size()));
        wipe(*form);
    }
    return text;
}

QByteArray withoutTokens(const QByteArray &json)
{
    static const QRegularExpression token(
        u"\"(access_token|refresh_token|id_token)\"(\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\""_s);
    const QString dots = QString::fromUtf8(hidden.data(), hidden.size());
    return QString::fromUtf8(json).replace(token, u"\"\\1\"\\2\"%1\""_s.arg(dots)).toUtf8();
}

//! Whether no token is left: one whose name is written with escapes, or whose value is no text, was not replaced.
bool holdsNoToken(const QByteArray &json)
{
    const auto object = strictJsonObject(json);
    const QString dots = QString::fromUtf8(hidden.data(), hidden.size());
    return object && std::ranges::all_of(tokenFields, [&](QLatin1StringView field) {
               const QJsonValue value = object->value(field);
               return value.isUndefined() || value.toString() == dots;
           });
}

} // namespace

void addTokenReply(HttpTranscript &transcript, const QByteArray &body, const Secret &clientSecret)
{
    const QByteArray dots(hidden.data(), hidden.size());
    for (auto &[name, value] : transcript.replyHeaders)
        value = withoutSecret(value, clientSecret);
    const QByteArray text = withoutTokens(jsonText(body));
    const bool success = transcript.status >= 200 && transcript.status < 300;
    transcript.replyBody = body.isEmpty() || (!success || holdsNoToken(text)) ? withoutSecret(text, clientSecret) : dots;
}

} // namespace linterna

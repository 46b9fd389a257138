// SPDX-License-Identifier: GPL-3.0-or-later
#include "auth/tokentranscript.h"

#include "net/strictjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <cstring>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView hiddenSecret{"\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"};
constexpr std::array tokenFields{"access_token"_L1, "refresh_token"_L1, "id_token"_L1};

//! What stands between the quotes of a JSON string. The libraries do not agree: PHP's escapes slashes and all that is
//! no ASCII, Python's only the latter, most neither.
QByteArray jsonEscaped(const QByteArray &plain, bool slashes, bool nonAscii)
{
    QString text = QString::fromUtf8(plain);
    QByteArray escaped;
    for (const QChar c : std::as_const(text)) {
        if (c == u'"' || c == u'\\' || (c == u'/' && slashes))
            escaped += '\\';
        if (nonAscii && c.unicode() > 0x7e)
            escaped += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
        else
            escaped += QString(c).toUtf8();
    }
    text.fill(u'\0');
    return escaped;
}

QByteArray withoutTokens(const QByteArray &json)
{
    static const QRegularExpression token(
        u"\"(access_token|refresh_token|id_token)\"(\\s*:\\s*)\"(?:[^\"\\\\]|\\\\.)*\""_s);
    const QString dots = QString::fromUtf8(hiddenSecret.data(), hiddenSecret.size());
    return QString::fromUtf8(json).replace(token, u"\"\\1\"\\2\"%1\""_s.arg(dots)).toUtf8();
}

//! Whether no token is left: one whose name is written with escapes, or whose value is no text, was not replaced.
bool holdsNoToken(const QByteArray &json)
{
    const auto object = strictJsonObject(json);
    const QString dots = QString::fromUtf8(hiddenSecret.data(), hiddenSecret.size());
    return object && std::ranges::all_of(tokenFields, [&](QLatin1StringView field) {
               const QJsonValue value = object->value(field);
               return value.isUndefined() || value.toString() == dots;
           });
}

} // namespace

SecretForms::SecretForms(const Secret &secret)
{
    if (secret.isEmpty())
        return;
    QByteArray plain = secret.view().toByteArray();
    std::array forms{plain.toPercentEncoding(), plain.toBase64(QByteArray::OmitTrailingEquals),
                     jsonEscaped(plain, false, false), jsonEscaped(plain, false, true), jsonEscaped(plain, true, true)};
    m_forms.push_back(secret);
    for (QByteArray &form : forms) {
        Secret one(std::move(form));
        if (std::ranges::find(m_forms, one) == m_forms.end())
            m_forms.push_back(std::move(one));
    }
    wipe(plain);
}

QByteArray SecretForms::removedFrom(QByteArray text) const
{
    for (const Secret &form : m_forms) {
        const QByteArrayView view = form.view();
        // Hardly ever there: looking is cheaper than replacing.
        if (memmem(text.constData(), std::size_t(text.size()), view.data(), std::size_t(view.size())))
            text.replace(view, QByteArrayView(hiddenSecret.data(), hiddenSecret.size()));
    }
    return text;
}

QByteArray withoutSecrets(QByteArray text, const std::vector<Secret> &sent)
{
    for (const Secret &secret : sent)
        text = SecretForms(secret).removedFrom(std::move(text));
    return text;
}

void addTokenReply(HttpTranscript &transcript, const QByteArray &body, const std::vector<Secret> &sent)
{
    const QByteArray dots(hiddenSecret.data(), hiddenSecret.size());
    for (auto &[name, value] : transcript.replyHeaders)
        value = withoutSecrets(value, sent);
    const QByteArray text = withoutTokens(jsonText(body));
    const bool success = transcript.status >= 200 && transcript.status < 300;
    transcript.replyBody = body.isEmpty() || (!success || holdsNoToken(text)) ? withoutSecrets(text, sent) : dots;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/auth/tokenrequest.h"

#include "lib/net/secretmask.h"

#include <QUrl>

namespace linterna {

namespace {

//! application/x-www-form-urlencoded of one value: all but unreserved characters as %XX. (A space as %20 is read the
//! same as "+" by every server, and safe in Basic too.)
QByteArray formEncoded(QByteArrayView value)
{
    return value.toByteArray().toPercentEncoding();
}

Secret basicCredentials(const QByteArray &id, QByteArray secret)
{
    QByteArray pair = id + ':' + secret;
    QByteArray header = "Basic " + pair.toBase64();
    wipe(pair);
    wipe(secret);
    return Secret(std::move(header));
}

} // namespace

HttpRequest tokenRequest(const Connection &connection, const Secret &clientSecret)
{
    HttpRequest request{.method = HttpRequest::Method::Post, .url = connection.tokenUrl, .headers = connection.headers};
    request.caFile = connection.caFile;
    request.proxy = connection.proxy;
    const QByteArray id = connection.clientId.toUtf8();
    QByteArray body = "grant_type=client_credentials";
    QByteArray shown;
    switch (connection.clientAuthentication) {
    case ClientAuthentication::FormBody: {
        QByteArray encoded = formEncoded(clientSecret.view());
        shown = body + "&client_id=" + formEncoded(id) + "&client_secret=••••••";
        body += "&client_id=" + formEncoded(id) + "&client_secret=" + encoded;
        wipe(encoded);
        break;
    }
    case ClientAuthentication::BasicRaw:
        request.secretHeaders.emplace_back("Authorization", basicCredentials(id, clientSecret.view().toByteArray()));
        break;
    case ClientAuthentication::BasicFormEncoded:
        request.secretHeaders.emplace_back("Authorization",
                                           basicCredentials(formEncoded(id), formEncoded(clientSecret.view())));
        break;
    }
    QByteArray more;
    if (!connection.scope.isEmpty())
        more += "&scope=" + formEncoded(connection.scope.toUtf8());
    if (connection.validityPeriod > 0)
        more += "&validity_period=" + QByteArray::number(connection.validityPeriod);
    QByteArray moreShown = more;
    for (const auto &[name, value] : connection.tokenParameters) {
        more += '&' + formEncoded(name) + '=' + formEncoded(value);
        moreShown += '&' + formEncoded(name) + '=' + (isKeyName(name) ? secretDots() : formEncoded(value));
    }
    request.bodyForTranscript = (shown.isEmpty() ? body : shown) + moreShown;
    body += more;
    request.body = Secret(std::move(body));
    return request;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionfile.h"

#include <QJsonDocument>

//! Connections for tests, as objects of a connection file.
namespace linterna::samples {

using namespace Qt::Literals::StringLiterals;

inline QJsonObject smallest()
{
    return {{u"name"_s, u"Gateway"_s},
            {u"token_url"_s, u"https://gateway.example/oauth/token"_s},
            {u"api_url"_s, u"https://gateway.example/uscis"_s}};
}

inline QJsonObject with(const QString &field, const QJsonValue &value)
{
    QJsonObject object = smallest();
    object.insert(field, value);
    return object;
}

inline Result<Connection> read(const QJsonObject &object)
{
    return readConnectionFile(QJsonDocument(object).toJson());
}

inline Connection fullest()
{
    Connection c;
    c.name = u"Clínica «Ñandú» 1/2"_s;
    c.kind = ConnectionKind::Wso2V3;
    c.tokenUrl = QUrl(u"https://gateway.example:8243/token%20x"_s);
    c.apiUrl = QUrl(u"http://127.0.0.1:4711/uscis/v1"_s);
    c.clientAuthentication = ClientAuthentication::BasicFormEncoded;
    c.clientId = u"id with :%+/&=\"\\ ~"_s;
    c.scope = u"read case-status!#[]"_s;
    c.validityPeriod = 3600;
    c.tokenParameters = {{"audience", "https://x.example/?a=b c"}, {"resource", "\"q\""}};
    c.headers = {{"X-Team", "a b; c=\"d\""}, {"demo_id", "1234"}};
    c.requestsPerSecond = 0.25;
    c.requestsPerDay = 0;
    c.requestsKeptForPerson = 7;
    c.quotaTimeZone = QTimeZone("Pacific/Honolulu");
    c.serviceHours = ServiceHours{.days = {Qt::Monday, Qt::Sunday},
                                  .opens = QTime(0, 0),
                                  .closes = QTime(23, 59),
                                  .timeZone = QTimeZone("Asia/Kathmandu")};
    c.proxy = {
        .kind = ProxyChoice::Kind::Manual, .host = u"proxy.example"_s, .port = 3128, .user = u"OFFICE\\desk 7"_s};
    c.caFile = u"/etc/ssl/Año 1/ca.pem"_s;
    return c;
}

} // namespace linterna::samples

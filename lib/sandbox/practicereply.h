// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QJsonObject;

namespace linterna {

//! A request, as far as the practice server looks at it.
struct PracticeRequest {
    //! "GET", "POST", …
    QByteArray method;
    //! Percent-encoded, without the query.
    QString path;
    QByteArray authorization;
    QByteArray contentType;
    QByteArray body;
};

//! A reply of the practice server.
struct PracticeReply {
    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    //! Value of the Allow header, for 405.
    QByteArray allow = {};
};

//! JSON as the Torch API writes it: indented, and beyond ASCII as \u00F3 (official sample).
[[nodiscard]] QByteArray toAsciiJson(const QJsonObject &object);

//! `{"message": …}`, as live 404 and 422 replies of the Torch API.
[[nodiscard]] PracticeReply messageReply(int status, const QString &message);
//! `{"code": …, "message": …}`, as the Torch API documents its errors.
[[nodiscard]] PracticeReply codeReply(int status, const QString &message);
//! `{"fault": …}`, as Apigee writes what it refuses on its own.
[[nodiscard]] PracticeReply faultReply(int status, const QString &faultString, const QString &errorCode);

} // namespace linterna

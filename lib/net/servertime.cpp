// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/servertime.h"

#include <QHostAddress>
#include <QLocale>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The one form that may still be sent (RFC 9110, IMF-fixdate): "Mon, 30 Nov 2026 07:20:55 GMT". The weekday says
//! nothing that the date does not.
QDateTime imfDate(const QByteArray &field)
{
    const QString text = QString::fromLatin1(field).trimmed().section(u", "_s, 1);
    if (!text.endsWith(" GMT"_L1))
        return {};
    return QDateTime(QLocale::c().toDate(text.left(11), u"dd MMM yyyy"_s),
                     QTime::fromString(text.mid(12, 8), u"HH:mm:ss"_s), Qt::UTC);
}

} // namespace

std::optional<ServerTime> serverTimeOf(const CheckOutcome &outcome)
{
    if (outcome.transcripts.empty())
        return {};
    const HttpTranscript &last = outcome.transcripts.back();
    const auto date = std::ranges::find_if(
        last.replyHeaders, [](const auto &header) { return header.first.compare("Date", Qt::CaseInsensitive) == 0; });
    if (date == last.replyHeaders.end())
        return {};
    const QDateTime says = imfDate(date->second);
    const QString host = last.url.host();
    if (!says.isValid())
        return {};
    return ServerTime{says, host == "localhost"_L1 || QHostAddress(host).isLoopback()};
}

} // namespace linterna

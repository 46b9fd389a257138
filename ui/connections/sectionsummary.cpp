// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/sectionsummary.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct SectionTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::FormSection)
};

QString addresses(const QJsonObject &fields)
{
    const QString token = QUrl(fields.value("token_url"_L1).toString()).host(QUrl::FullyEncoded);
    const QString api = QUrl(fields.value("api_url"_L1).toString()).host(QUrl::FullyEncoded);
    return token == api || api.isEmpty() ? token : token + u" · "_s + api;
}

QString tokenRequest(const QJsonObject &fields)
{
    const auto parameters = int(fields.value("token_parameters"_L1).toObject().size());
    QStringList parts;
    parts += fields.value("client_authentication"_L1) == "form-body"_L1 ? SectionTexts::tr("secret in the body")
                                                                        : SectionTexts::tr("HTTP Basic");
    if (const QString scope = fields.value("scope"_L1).toString(); !scope.isEmpty())
        parts += SectionTexts::tr("scope %1").arg(scope);
    if (parameters > 0)
        parts += SectionTexts::tr("%n parameter(s)", nullptr, parameters);
    return parts.join(u" · "_s);
}

QString headers(const QJsonObject &fields)
{
    const QStringList names = fields.value("headers"_L1).toObject().keys();
    return names.isEmpty() ? SectionTexts::tr("none") : names.join(u", "_s);
}

QString limits(const QJsonObject &fields)
{
    const QLocale locale;
    const double perSecond = fields.value("requests_per_second"_L1).toDouble();
    const int perDay = fields.value("requests_per_day"_L1).toInt();
    QStringList parts{
        SectionTexts::tr("%1 per second").arg(locale.toString(perSecond, 'f', QLocale::FloatingPointShortest)),
        perDay == 0 ? SectionTexts::tr("no daily limit") : SectionTexts::tr("%1 per day").arg(locale.toString(perDay))};
    const QJsonObject hours = fields.value("service_hours"_L1).toObject();
    if (!hours.isEmpty())
        parts += hours.value("opens"_L1).toString() + u"–"_s + hours.value("closes"_L1).toString();
    return parts.join(u" · "_s);
}

QString network(const QJsonObject &fields)
{
    const QString proxy = fields.value("proxy"_L1).toString();
    QStringList parts;
    if (proxy == "none"_L1)
        parts += SectionTexts::tr("no proxy");
    else
        parts += proxy == "system"_L1 || proxy.isEmpty() ? SectionTexts::tr("as the system") : proxy;
    if (const QString file = fields.value("ca_file"_L1).toString(); !file.isEmpty())
        parts += QFileInfo(file).fileName();
    return parts.join(u" · "_s);
}

} // namespace

QString sectionTitle(FormSection section)
{
    switch (section) {
    case FormSection::Addresses:
        return SectionTexts::tr("Addresses");
    case FormSection::TokenRequest:
        return SectionTexts::tr("Token request");
    case FormSection::Headers:
        return SectionTexts::tr("Further header fields");
    case FormSection::Limits:
        return SectionTexts::tr("Limits and hours");
    case FormSection::Network:
        return SectionTexts::tr("Network");
    }
    return {};
}

QString sectionSummary(FormSection section, const QJsonObject &fields)
{
    switch (section) {
    case FormSection::Addresses:
        return addresses(fields);
    case FormSection::TokenRequest:
        return tokenRequest(fields);
    case FormSection::Headers:
        return headers(fields);
    case FormSection::Limits:
        return limits(fields);
    case FormSection::Network:
        return network(fields);
    }
    return {};
}

} // namespace linterna

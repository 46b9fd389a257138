// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonmembers.h"

#include "lib/text/isomoment.h"

#include <algorithm>

namespace linterna {

namespace {

bool isLatin1(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() <= 0xFF; });
}

} // namespace

JsonMembers::JsonMembers(QJsonObject object, QString path, QString &wrong)
    : m_object(std::move(object)), m_path(std::move(path)), m_wrong(wrong)
{}

QString JsonMembers::text(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    return value.isString() ? value.toString() : complain(name, QString());
}

QStringList JsonMembers::texts(QLatin1StringView name)
{
    QStringList texts;
    for (const QJsonValue value : array(name)) {
        texts << value.toString();
        if (!value.isString())
            complain(name, 0);
    }
    return texts;
}

QByteArray JsonMembers::bytes(QLatin1StringView name)
{
    const auto decoded = QByteArray::fromBase64Encoding(text(name).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? *decoded : complain(name, QByteArray());
}

QByteArray JsonMembers::latin1(QLatin1StringView name)
{
    const QString value = text(name);
    return isLatin1(value) ? value.toLatin1() : complain(name, QByteArray());
}

NamedValues JsonMembers::namedValues(QLatin1StringView name)
{
    NamedValues values;
    for (const QJsonValue pair : array(name)) {
        const QString header = pair[0].toString();
        const QString value = pair[1].toString();
        if (!pair[0].isString() || !pair[1].isString() || !isLatin1(header) || !isLatin1(value))
            complain(name, 0);
        values.emplace_back(header.toLatin1(), value.toLatin1());
    }
    return values;
}

qint64 JsonMembers::number(QLatin1StringView name, qint64 most)
{
    const QJsonValue value = m_object.value(name);
    const qint64 number = value.toInteger(-1);
    return number >= 0 && number <= most ? number : complain(name, qint64(0));
}

bool JsonMembers::truth(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    return value.isBool() ? value.toBool() : complain(name, false);
}

QDateTime JsonMembers::moment(QLatin1StringView name)
{
    const auto moment = momentFromIso(text(name));
    return moment ? *moment : complain(name, QDateTime());
}

std::optional<QDateTime> JsonMembers::maybeMoment(QLatin1StringView name)
{
    const QDateTime read = moment(name);
    return read.isValid() ? std::optional(read) : std::nullopt;
}

std::optional<QDate> JsonMembers::maybeDate(QLatin1StringView name)
{
    const QString written = text(name);
    const QDate date = QDate::fromString(written, Qt::ISODate);
    if (!written.isEmpty() && !date.isValid())
        complain(name, 0);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

JsonMembers JsonMembers::object(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    if (!value.isObject())
        complain(name, 0);
    return {value.toObject(), pathOf(name), m_wrong};
}

QJsonArray JsonMembers::array(QLatin1StringView name)
{
    const QJsonValue value = m_object.value(name);
    return value.isArray() ? value.toArray() : complain(name, QJsonArray());
}

QString JsonMembers::pathOf(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

} // namespace linterna

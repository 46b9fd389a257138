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

bool isHex(const QString &text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); });
}

} // namespace

JsonMembers::JsonMembers(JsonView object, QString path, QString &wrong)
    : m_object(std::move(object)), m_path(std::move(path)), m_wrong(wrong)
{}

QString JsonMembers::text(QLatin1StringView name)
{
    const JsonView value = m_object.value(name);
    return value.isString() ? value.toString() : complain(name, QString());
}

QStringList JsonMembers::texts(QLatin1StringView name)
{
    QStringList texts;
    for (const JsonView &value : array(name)) {
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

QByteArray JsonMembers::hex(QLatin1StringView name, qsizetype length)
{
    const QString digits = text(name);
    return digits.size() == 2 * length && isHex(digits) ? QByteArray::fromHex(digits.toLatin1())
                                                        : complain(name, QByteArray());
}

QByteArray JsonMembers::latin1(QLatin1StringView name)
{
    const QString value = text(name);
    return isLatin1(value) ? value.toLatin1() : complain(name, QByteArray());
}

NamedValues JsonMembers::namedValues(QLatin1StringView name)
{
    NamedValues values;
    for (const JsonView &pair : array(name)) {
        const auto texts = pair.elements();
        const bool isPair = texts.size() >= 2 && texts[0].isString() && texts[1].isString();
        const QString header = isPair ? texts[0].toString() : QString();
        const QString value = isPair ? texts[1].toString() : QString();
        if (!isPair || !isLatin1(header) || !isLatin1(value))
            complain(name, 0);
        values.emplace_back(header.toLatin1(), value.toLatin1());
    }
    return values;
}

qint64 JsonMembers::number(QLatin1StringView name, qint64 most)
{
    const qint64 number = m_object.value(name).toInteger().value_or(-1);
    return number >= 0 && number <= most ? number : complain(name, qint64(0));
}

qint64 JsonMembers::anyNumber(QLatin1StringView name)
{
    const auto number = m_object.value(name).toInteger();
    return number ? *number : complain(name, qint64(0));
}

bool JsonMembers::truth(QLatin1StringView name)
{
    const auto truth = m_object.value(name).toBool();
    return truth ? *truth : complain(name, false);
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
    const JsonView value = m_object.value(name);
    if (!value.isObject())
        complain(name, 0);
    return {value, pathOf(name), m_wrong};
}

std::vector<JsonView> JsonMembers::array(QLatin1StringView name)
{
    const JsonView value = m_object.value(name);
    return value.isArray() ? value.elements() : complain(name, std::vector<JsonView>());
}

QString JsonMembers::pathOf(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

} // namespace linterna

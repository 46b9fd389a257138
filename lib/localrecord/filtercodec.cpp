// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/filtercodec.h"

#include "lib/text/cbortext.h"

#include <QCborArray>
#include <QCborMap>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int filterVersion = 1;

QCborArray fromList(const QStringList &texts)
{
    QCborArray array;
    for (const QString &text : texts)
        array.append(cborFromText(text));
    return array;
}

QStringList toList(const QCborValue &value)
{
    QStringList texts;
    for (const QCborValue text : value.toArray())
        texts << textFromCbor(text);
    return texts;
}

QCborValue fromDate(const QDate &date)
{
    return date.isValid() ? QCborValue(date.toJulianDay()) : QCborValue(nullptr);
}

QDate toDate(const QCborValue &value)
{
    return value.isInteger() ? QDate::fromJulianDay(value.toInteger()) : QDate();
}

QCborValue fromNumber(const std::optional<int> &number)
{
    return number ? QCborValue(*number) : QCborValue(nullptr);
}

std::optional<int> toNumber(const QCborValue &value)
{
    return value.isInteger() ? std::optional(static_cast<int>(value.toInteger())) : std::nullopt;
}

} // namespace

QByteArray encodeFilter(const SavedFilter &saved)
{
    const RecordFilter &filter = saved.filter;
    QStringList categories;
    for (const StatusCategory category : filter.categories)
        categories << statusCategoryName(category);
    QCborMap map{{u"v"_s, filterVersion},
                 {u"name"_s, cborFromText(saved.name)},
                 {u"text"_s, cborFromText(filter.text)},
                 {u"categories"_s, fromList(categories)},
                 {u"forms"_s, fromList(filter.formTypes)},
                 {u"tags"_s, fromList(filter.tags)},
                 {u"failed"_s, filter.failed},
                 {u"not confirmed"_s, fromNumber(filter.notConfirmedForDays)},
                 {u"from"_s, fromDate(filter.from)},
                 {u"to"_s, fromDate(filter.to)}};
    if (filter.changedSince)
        map.insert(u"changed"_s,
                   QCborArray{fromNumber(filter.changedSince->daysAgo), fromDate(filter.changedSince->date)});
    return map.toCborValue().toCbor();
}

std::optional<SavedFilter> decodeFilter(const QByteArray &bytes)
{
    const QCborMap map = QCborValue::fromCbor(bytes).toMap();
    if (map[u"v"_s].toInteger() != filterVersion)
        return {};
    SavedFilter saved{.name = textFromCbor(map[u"name"_s])};
    RecordFilter &filter = saved.filter;
    filter.text = textFromCbor(map[u"text"_s]);
    for (const QString &category : toList(map[u"categories"_s]))
        filter.categories.insert(categoryFromName(category));
    filter.formTypes = toList(map[u"forms"_s]);
    filter.tags = toList(map[u"tags"_s]);
    filter.failed = map[u"failed"_s].toBool();
    filter.notConfirmedForDays = toNumber(map[u"not confirmed"_s]);
    filter.from = toDate(map[u"from"_s]);
    filter.to = toDate(map[u"to"_s]);
    if (const QCborValue changed = map[u"changed"_s]; changed.isArray())
        filter.changedSince = SinceDay{toNumber(changed[0]), toDate(changed[1])};
    return saved;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/damagedcheck.h"

#include "lib/json/jsontext.h"
#include "lib/record/storednames.h"

namespace linterna {

namespace {

void addColumn(JsonText &json, const QString &name, const QVariant &value)
{
    const QByteArray key = name.toLatin1();
    json.key(QLatin1StringView(key));
    if (value.metaType() == QMetaType::fromType<qint64>())
        json.number(value.toLongLong());
    else if (value.metaType() == QMetaType::fromType<QString>())
        json.text(value.toString());
    else
        json.bytes(value.toByteArray());
}

} // namespace

QByteArray damagedCheckJson(const CheckInspection &check)
{
    using namespace Qt::Literals::StringLiterals;
    QByteArray out;
    JsonText json(out);
    json.beginObject();
    json.member("linterna_damaged_check"_L1, 1);
    json.key("check"_L1);
    json.number(check.id);
    json.member("damage"_L1, check.damage ? checkDamageName(*check.damage) : QString());
    if (check.checkedAt.isValid())
        json.member("checked_at"_L1, check.checkedAt.toUTC().toString(Qt::ISODateWithMs));
    if (!check.olderRow.isEmpty()) {
        json.key("older_row"_L1);
        json.bytes(check.olderRow);
    }
    json.key("rows"_L1);
    json.beginArray();
    for (const StoredRow &row : check.rows) {
        json.beginObject();
        json.member("table"_L1, row.table);
        json.key("columns"_L1);
        json.beginObject();
        for (const auto &[name, value] : row.columns)
            addColumn(json, name, value);
        json.endObject();
        json.endObject();
    }
    json.endArray();
    json.endObject();
    out += '\n';
    return out;
}

} // namespace linterna

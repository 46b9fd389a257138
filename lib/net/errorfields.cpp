// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/errorfields.h"

#include "lib/json/jsonview.h"

#include <QLocale>
#include <QXmlStreamReader>

#include <deque>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Values that are looked at in one body; no gateway sends a tenth of it.
constexpr std::size_t mostValues = 1000;

void add(ErrorFields &fields, const QString &name, const QString &text)
{
    const QString key = name.toLower();
    if (!key.isEmpty() && !text.trimmed().isEmpty() && !fields.contains(key))
        fields.insert(key, text.trimmed());
}

QString numberText(const JsonView &number)
{
    const auto whole = number.toInteger();
    return whole ? QString::number(*whole)
                 : QString::number(number.toDouble().value_or(0), 'g', QLocale::FloatingPointShortest);
}

} // namespace

ErrorFields errorFieldsOfJson(const QByteArray &json)
{
    // Several values with commas between them are told as a list is.
    const auto values = JsonView::of('[' + json + ']', JsonRules::Lenient).elements();
    ErrorFields fields;
    std::deque<JsonView::Member> waiting;
    if (!values.empty())
        waiting.push_back({u"message"_s, values.front()});
    // Members of an outer object come before those of the objects inside it.
    for (std::size_t seen = 0; !waiting.empty() && seen < mostValues; ++seen) {
        const auto [name, value] = std::move(waiting.front());
        waiting.pop_front();
        if (value.isString()) {
            add(fields, name, value.toString());
        } else if (value.toDouble()) {
            add(fields, name, numberText(value));
        } else if (value.isObject()) {
            const auto members = value.object();
            for (auto it = members.begin(); it != members.end(); ++it)
                waiting.push_back({it.key(), it.value()});
        } else if (const auto elements = value.elements(); !elements.empty()) {
            // Several errors: the first is the one to tell.
            waiting.push_back({elements.front().isString() ? u"message"_s : name, elements.front()});
        }
    }
    return fields;
}

ErrorFields errorFieldsOfXml(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    if (!reader.readNextStartElement() || reader.name().compare("html"_L1, Qt::CaseInsensitive) == 0)
        return {};
    ErrorFields fields;
    QString name = reader.name().toString();
    QString text;
    for (std::size_t seen = 0; !reader.atEnd() && seen < mostValues; ++seen) {
        switch (reader.readNext()) {
        case QXmlStreamReader::StartElement:
            name = reader.name().toString();
            text.clear();
            break;
        case QXmlStreamReader::Characters:
            text += reader.text();
            break;
        case QXmlStreamReader::EndElement:
            // Only what holds no other element has a name of its own left.
            add(fields, name, text);
            name.clear();
            text.clear();
            break;
        default:
            break;
        }
    }
    return reader.hasError() ? ErrorFields() : fields;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/errorfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
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

struct Named {
    QString name;
    QJsonValue value;
};

} // namespace

ErrorFields errorFieldsOfJson(const QByteArray &json)
{
    // A text alone is JSON, which QJsonDocument reads only inside something.
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']');
    ErrorFields fields;
    std::deque<Named> waiting{{u"message"_s, document.array().first()}};
    // Members of an outer object come before those of the objects inside it.
    for (std::size_t seen = 0; !waiting.empty() && seen < mostValues; ++seen) {
        const auto [name, value] = std::move(waiting.front());
        waiting.pop_front();
        if (value.isString()) {
            add(fields, name, value.toString());
        } else if (value.isDouble()) {
            add(fields, name, value.toVariant().toString());
        } else if (value.isObject()) {
            const QJsonObject object = value.toObject();
            for (auto it = object.begin(); it != object.end(); ++it)
                waiting.push_back({it.key(), it.value()});
        } else if (value.isArray() && !value.toArray().isEmpty()) {
            // Several errors: the first is the one to tell.
            const QJsonValue first = value.toArray().first();
            waiting.push_back({first.isString() ? u"message"_s : name, first});
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/eventjson.h"

#include "lib/json/jsonmembers.h"
#include "lib/json/jsontext.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView eventMark("linterna_event");
constexpr int eventLineVersion = 1;

//! ASCII, as the kind in the canonical bytes is.
QByteArray readKind(JsonMembers &event)
{
    QByteArray kind = event.latin1("kind"_L1);
    const bool plain = std::ranges::all_of(kind, [](char c) { return c > ' ' && c <= '~'; });
    return plain && !kind.isEmpty() ? kind : event.complain("kind"_L1, QByteArray());
}

void readContent(JsonMembers &event, RecordEvent &read)
{
    if (event.isNull("salt"_L1) && event.isNull("canonical"_L1))
        return;
    read.salt = event.hex("salt"_L1, EventHashBytes);
    read.canonical = event.bytes("canonical"_L1);
    if (read.canonical.isEmpty())
        event.complain("canonical"_L1, 0);
}

} // namespace

void appendEventJson(QByteArray &out, const RecordEvent &event)
{
    JsonText json(out);
    json.beginObject();
    json.member(eventMark, eventLineVersion);
    json.hexMember("uuid"_L1, event.head.uuid);
    json.hexMember("desk"_L1, event.head.desk);
    json.key("number"_L1);
    json.number(event.head.number);
    json.key("at"_L1);
    json.number(event.head.at);
    json.member("kind"_L1, QString::fromLatin1(event.kind));
    json.hexMember("leaf"_L1, event.head.leaf);
    json.hexMember("link"_L1, event.head.link);
    json.key("salt"_L1);
    event.hasContent() ? json.hex(event.salt) : json.null();
    json.key("canonical"_L1);
    event.hasContent() ? json.bytes(event.canonical) : json.null();
    json.endObject();
}

bool isEventJson(const JsonView &line)
{
    return bool(line.value(eventMark));
}

std::variant<RecordEvent, JsonLineProblem> readEventJson(const JsonView &line)
{
    using Kind = JsonLineProblem::Kind;
    const qint64 version = line.value(eventMark).toInteger().value_or(0);
    if (version != eventLineVersion)
        return JsonLineProblem{version > eventLineVersion ? Kind::Newer : Kind::NotOurs};
    QString wrong;
    JsonMembers event(line, {}, wrong);
    RecordEvent read{.head = {.uuid = event.hex("uuid"_L1, UuidBytes),
                              .desk = event.hex("desk"_L1, UuidBytes),
                              .number = event.number("number"_L1, std::numeric_limits<qint64>::max()),
                              .at = event.anyNumber("at"_L1),
                              .leaf = event.hex("leaf"_L1, EventHashBytes),
                              .link = event.hex("link"_L1, EventHashBytes)},
                     .kind = readKind(event)};
    if (read.head.number < 1)
        event.complain("number"_L1, 0);
    readContent(event, read);
    if (!wrong.isEmpty())
        return JsonLineProblem{Kind::Value, wrong};
    return read;
}

} // namespace linterna

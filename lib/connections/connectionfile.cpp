// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionfile.h"

#include "lib/connections/connectionfields.h"
#include "lib/connections/connectiontext.h"
#include "lib/connections/fieldrules.h"
#include "lib/json/jsontext.h"
#include "lib/json/jsonview.h"
#include "lib/text/hiddencharacter.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using FileField = ConnectionField;

//! Text of a file in an error: short, and nothing in it that a terminal or a window would obey.
QString harmlessText(const QString &text)
{
    constexpr qsizetype most = 60;
    QString out;
    for (const uint c : text.left(most).toUcs4())
        out += isVisibleCharacter(c) && c != u'"' ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1)
                                                  : u"\\u{%1}"_s.arg(c, 0, 16);
    return text.size() > most ? out + u'…' : out;
}

QString shownValue(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return u"null"_s;
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case QJsonValue::String:
        return u"\"%1\""_s.arg(harmlessText(value.toString()));
    case QJsonValue::Array:
        return u"a list"_s;
    default:
        return u"an object"_s;
    }
}

Error invalidFile(const QString &detail)
{
    return Error{.code = ErrorCode::Invalid, .detail = detail};
}

bool isKnown(const QString &name)
{
    return std::ranges::any_of(connectionFields(), [&](const FileField &field) { return name == field.name; });
}

Error unknownField(const QString &path, const QString &name)
{
    const QString where = u"\"%1.%2\""_s.arg(path, harmlessText(name));
    if (namesASecret(name))
        return invalidFile(
            where + " is not allowed: secrets do not belong in this file, they are given by "_L1
            + (name.contains("proxy"_L1, Qt::CaseInsensitive) ? "--set-proxy-password"_L1 : "--set-secret"_L1));
    QStringList known;
    for (const FileField &field : connectionFields())
        known += field.name;
    return invalidFile(u"%1 is not known; allowed: %2"_s.arg(where, known.join(", "_L1)));
}

//! Says what nobody sees in a text, or how an address would be sent: what its owner cannot find by looking.
QString whatIsNotSeen(const FileField &field, const QString &below, const QJsonValue &value)
{
    const QJsonValue text = value.isObject() ? value.toObject().value(below) : value;
    auto hidden = hiddenCharacterIn(text.toString());
    if (!hidden && value.isObject())
        hidden = hiddenCharacterIn(below);
    if (hidden)
        return u"; "_s + hiddenCharacterLine(*hidden);
    const bool isAddress = field.name == "token_url"_L1 || field.name == "api_url"_L1;
    return isAddress && !below.isEmpty() ? u"; it would be sent as "_s + harmlessText(below) : QString();
}

Error wrongValue(const QString &path, const FileField &field, const QString &below, const QJsonValue &value)
{
    QString where = u"\"%1.%2\""_s.arg(path, field.name);
    if (!below.isEmpty() && value.isObject())
        where = u"\"%1.%2\" (%3)"_s.arg(path, field.name, harmlessText(below));
    const bool repeat = field.repeatable || !value.isString();
    return invalidFile(u"%1: %2 is not allowed; allowed: %3%4"_s.arg(
        where, repeat ? shownValue(value) : u"this text"_s, field.allowed, whatIsNotSeen(field, below, value)));
}

} // namespace

Result<Connection> connectionFromJson(const QJsonObject &object, const QString &path)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!isKnown(it.key()))
            return unknownField(path, it.key());
    }
    Connection connection;
    for (const FileField &field : connectionFields()) {
        const QJsonValue value = object.value(field.name);
        if (value.isUndefined() && field.required)
            return invalidFile(u"\"%1.%2\" is missing; required: name, token_url, api_url"_s.arg(path, field.name));
        if (value.isUndefined())
            continue;
        if (const auto wrong = field.take(value, connection))
            return wrongValue(path, field, *wrong, value);
    }
    return connection;
}

QJsonObject connectionToJson(const Connection &connection)
{
    QJsonObject object;
    for (const FileField &field : connectionFields())
        object.insert(field.name, field.give(connection));
    return object;
}

ConnectionFileContent connectionFileContent(const QByteArray &json)
{
    using Problem = ConnectionFileContent::Problem;
    if (json.size() > LargestConnectionFile)
        return {.problem = Problem::TooLarge, .detail = u"the file is larger than 64 kB"_s};
    if (const TextProblem problem = textProblemOf(json); problem != TextProblem::None)
        return {.problem = problem == TextProblem::Utf16 ? Problem::Utf16 : Problem::NotUtf8,
                .detail = textProblemLine(problem)};
    const QByteArray text = withoutByteOrderMark(json);
    if (const qsizetype at = text.indexOf("\xEF\xBB\xBF"); at >= 0)
        return {.problem = Problem::HiddenMark,
                .detail = u"a byte order mark (U+FEFF), which nobody sees, stands at byte %1"_s.arg(at)};
    const JsonView root = JsonView::of(text);
    if (!root && JsonView::of(text, JsonRules::Lenient)) // what one reader takes, another refuses
        return {.problem = Problem::NotToTheLetter, .detail = u"not JSON to the letter (RFC 8259)"_s};
    if (!root) {
        const qsizetype at = jsonErrorOffset(text);
        return {.problem = Problem::NotJson,
                .line = text.first(at).count('\n') + 1,
                .detail = u"not JSON: it cannot be read at byte %1"_s.arg(at)};
    }
    if (const auto twice = doubledName(text))
        return {.problem = Problem::NameTwice,
                .path = *twice,
                .detail = u"\"%1\" stands there twice; allowed: each name once"_s.arg(harmlessText(*twice))};
    if (!root.isObject())
        return {.problem = Problem::NotAnObject, .detail = u"\"$\": a list is not allowed; allowed: an object"_s};
    return {.object = root.toJsonValue().toObject()};
}

Result<Connection> readConnectionFile(const QByteArray &json)
{
    const ConnectionFileContent content = connectionFileContent(json);
    if (content.problem != ConnectionFileContent::Problem::None)
        return invalidFile(content.detail);
    auto connection = connectionFromJson(content.object, u"$"_s);
    if (connection && builtInLookalike(connection->name))
        return wrongValue(u"$"_s, *connectionFields().begin(), {}, connection->name);
    return connection;
}

std::vector<FieldProblem> problemsIn(const QJsonObject &object)
{
    std::vector<FieldProblem> problems;
    for (const QString &name : object.keys()) {
        if (!isKnown(name))
            problems.push_back({name, {}});
    }
    Connection ignored;
    for (const FileField &field : connectionFields()) {
        const QJsonValue value = object.value(field.name);
        if (value.isUndefined() && !field.required)
            continue;
        if (const auto wrong = field.take(value, ignored))
            problems.push_back({QString(field.name), *wrong});
    }
    return problems;
}

QByteArray writeConnectionFile(const Connection &connection)
{
    return jsonBytes(connectionToJson(connection));
}

} // namespace linterna

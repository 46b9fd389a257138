// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringDecoder>

#include <bit>
#include <cmath>
#include <simdjson.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
//! Stands before four digits for half of a surrogate pair, which no UTF-8 holds: a noncharacter.
constexpr char16_t halfPairMark = 0xFDD0;
constexpr QByteArrayView markInUtf8("\xEF\xB7\x90");

//! Spells a text in another way where simdjson refuses what the rules allow: whole numbers beyond 64 bits, numbers
//! beyond a double, halves of surrogate pairs, and what JsonRules::Lenient takes. All else stays, right or wrong.
class Respelling
{
public:
    Respelling(QByteArrayView text, JsonRules rules) : m_text(text), m_rules(rules) {}

    QByteArray respelled()
    {
        for (bool inString = false; m_at < m_text.size();) {
            const char c = m_text[m_at];
            inString ^= c == '"';
            if (inString && c == '\\')
                escape();
            else if (inString && m_rules == JsonRules::Lenient && static_cast<unsigned char>(c) < 0x20)
                replace(1, "\\u00" + QByteArray(1, c).toHex());
            else if (m_text.sliced(m_at).startsWith(markInUtf8))
                replace(markInUtf8.size(), "\\ufdd0fdd0");
            else if (!inString && (c == '-' || (c >= '0' && c <= '9')))
                number();
            else
                copy(1);
        }
        return m_out;
    }

private:
    QByteArrayView here(qsizetype size) const { return m_text.sliced(m_at, std::min(size, m_text.size() - m_at)); }
    void copy(qsizetype size) { replace(size, here(size)); }
    void replace(qsizetype size, QByteArrayView by)
    {
        m_out += by;
        m_at += size;
    }
    void escape()
    {
        const QByteArrayView digits = here(6).sliced(std::min<qsizetype>(2, here(6).size()));
        const QByteArrayView next = here(12).sliced(here(6).size());
        const auto unit = [](QByteArrayView hex) { return QChar(hex.toByteArray().toUShort(nullptr, 16)); };
        const bool known = here(2).size() < 2 || QByteArrayView("\"\\/bfnrtu").contains(here(2).back());
        if (!known && m_rules == JsonRules::Lenient)
            ++m_at; // "\q" is read as "q"
        else if (!here(2).endsWith('u'))
            copy(2);
        else if (unit(digits).isHighSurrogate() && next.startsWith("\\u") && unit(next.sliced(2)).isLowSurrogate())
            copy(12);
        else if (unit(digits).isSurrogate() || unit(digits) == halfPairMark)
            replace(6, "\\ufdd0" + digits.toByteArray());
        else
            copy(6);
    }
    void number()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && QByteArrayView("+-.0123456789Ee").contains(m_text[end]))
            ++end;
        const QString text = QString::fromLatin1(here(end - m_at));
        static const QRegularExpression json(u"\\A-?(0|[1-9][0-9]*+)(\\.[0-9]++)?([eE][-+]?[0-9]++)?\\z"_s);
        const auto match = json.match(text);
        bool fits = false;
        (void)text.toLongLong(&fits);
        if (match.hasMatch() && std::isinf(text.toDouble()) && m_rules == JsonRules::AnyNumber)
            replace(text.size(), "null");
        else if (match.lastCapturedIndex() == 1 && !fits)
            replace(text.size(), text.toLatin1() + "e0"); // of digits alone simdjson reads no more than 64 bits
        else
            copy(text.size());
    }

    QByteArrayView m_text;
    JsonRules m_rules;
    QByteArray m_out;
    qsizetype m_at = 0;
};

QString withHalfPairs(const QString &text)
{
    QString out;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool half = text[at] == halfPairMark;
        out += half ? QChar(text.sliced(at + 1, 4).toUShort(nullptr, 16)) : text[at];
        at += half ? 4 : 0;
    }
    return out;
}

QString decodedText(std::string_view utf8, bool respelled)
{
    const QByteArrayView bytes(utf8.data(), qsizetype(utf8.size()));
    // A byte order mark is a character like any other here, but not for QString.
    using Flag = QStringConverter::Flag;
    const QString text = bytes.startsWith(byteOrderMark)
        ? QStringDecoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom).decode(bytes)
        : QString::fromUtf8(bytes);
    return respelled ? withHalfPairs(text) : text;
}

//! Reads over a value. Throws a simdjson_error where it is wrong; its parser then stands there.
void readOver(simdjson::ondemand::value value, qsizetype depth)
{
    namespace ondemand = simdjson::ondemand;
    if (depth > DeepestJson)
        throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
    const ondemand::json_type type = value.type();
    if (type == ondemand::json_type::array) {
        for (ondemand::value element : value.get_array())
            readOver(element, depth + 1);
    } else if (type == ondemand::json_type::object) {
        for (ondemand::field field : value.get_object()) {
            (void)field.unescaped_key().value();
            readOver(field.value(), depth + 1);
        }
    } else if (type == ondemand::json_type::string) {
        (void)value.get_string().value();
    } else if (type == ondemand::json_type::number) {
        (void)value.get_double().value();
    } else if (!value.is_null()) {
        (void)value.get_bool().value();
    }
}

//! The element that JsonView keeps without its type.
simdjson::dom::element elementAt(const auto &place)
{
    return std::bit_cast<simdjson::dom::element>(place);
}

} // namespace

struct JsonView::Document {
    simdjson::dom::document dom;
    bool respelled = false;
};

JsonView JsonView::of(QByteArrayView text, JsonRules rules)
{
    if (text.isEmpty() || text.startsWith(byteOrderMark))
        return {};
    const auto document = std::make_shared<Document>();
    simdjson::dom::parser parser;
    simdjson::dom::element root;
    const auto parse = [&](QByteArrayView spelled) {
        const auto size = std::size_t(spelled.size());
        return parser.allocate(size, DeepestJson) == simdjson::SUCCESS
            && parser.parse_into_document(document->dom, spelled.data(), size).get(root) == simdjson::SUCCESS;
    };
    if (!parse(text)) {
        const QByteArray respelled = Respelling(text, rules).respelled();
        document->respelled = true;
        if (respelled == text || !parse(respelled))
            return {};
    }
    return JsonView(document, std::bit_cast<Element>(root));
}

template<class T>
std::optional<T> JsonView::as() const
{
    T value{};
    const bool is = m_document && elementAt(m_element).get(value) == simdjson::SUCCESS;
    return is ? std::optional(value) : std::nullopt;
}

bool JsonView::is(char type) const
{
    return m_document && char(elementAt(m_element).type()) == type;
}

QString JsonView::toString() const
{
    const auto text = as<std::string_view>();
    return text ? decodedText(*text, m_document->respelled) : QString();
}

std::optional<qint64> JsonView::toInteger() const
{
    if (const auto whole = as<std::int64_t>())
        return *whole;
    const auto number = toDouble();
    const bool isWhole = number && *number == std::trunc(*number) && *number >= -0x1p63 && *number < 0x1p63;
    return isWhole ? std::optional(qint64(*number)) : std::nullopt;
}

std::optional<double> JsonView::toDouble() const
{
    return as<double>();
}

std::optional<bool> JsonView::toBool() const
{
    return as<bool>();
}

std::vector<JsonView> JsonView::elements() const
{
    std::vector<JsonView> elements;
    if (const auto array = as<simdjson::dom::array>()) {
        for (const simdjson::dom::element element : *array)
            elements.push_back(JsonView(m_document, std::bit_cast<Element>(element)));
    }
    return elements;
}

std::vector<JsonView::Member> JsonView::members() const
{
    std::vector<Member> members;
    if (const auto object = as<simdjson::dom::object>()) {
        for (const auto &[name, element] : *object)
            members.push_back(
                {decodedText(name, m_document->respelled), JsonView(m_document, std::bit_cast<Element>(element))});
    }
    return members;
}

QMap<QString, JsonView> JsonView::object() const
{
    QMap<QString, JsonView> byName;
    for (const Member &member : members())
        byName.insert(member.name, member.value);
    return byName;
}

JsonView JsonView::value(QLatin1StringView name) const
{
    JsonView last;
    if (const auto object = as<simdjson::dom::object>()) {
        for (const auto &[key, element] : *object) {
            if (key == std::string_view(name.data(), std::size_t(name.size())))
                last = JsonView(m_document, std::bit_cast<Element>(element));
        }
    }
    return last;
}

QJsonValue JsonView::toJsonValue() const
{
    if (isObject()) {
        QJsonObject changeable;
        const auto byName = object(); // sorted, as QJsonObject is
        for (auto member = byName.begin(); member != byName.end(); ++member)
            changeable.insert(member.key(), member->toJsonValue());
        return changeable;
    }
    if (isArray()) {
        QJsonArray changeable;
        for (const JsonView &element : elements())
            changeable.append(element.toJsonValue());
        return changeable;
    }
    if (isString())
        return toString();
    if (const auto whole = toInteger())
        return *whole;
    if (const auto number = toDouble())
        return *number;
    const auto truth = toBool();
    return truth ? QJsonValue(*truth) : QJsonValue(m_document ? QJsonValue::Null : QJsonValue::Undefined);
}

QByteArray withoutByteOrderMark(const QByteArray &text)
{
    return text.startsWith(byteOrderMark) ? text.sliced(byteOrderMark.size()) : text;
}

QByteArray jsonText(const QByteArray &body)
{
    QByteArray text = withoutByteOrderMark(body);
    if (!text.isValidUtf8())
        text = QString::fromUtf8(text).toUtf8();
    return text.contains('\0') ? text.replace('\0', QByteArrayView("\xEF\xBF\xBD")) : text;
}

bool isStrictJson(QByteArrayView text)
{
    if (text.startsWith(byteOrderMark) || text.isValidUtf8())
        return bool(JsonView::of(text, JsonRules::AnyNumber));
    return bool(JsonView::of(QString::fromUtf8(text).toUtf8(), JsonRules::AnyNumber));
}

qsizetype jsonErrorOffset(const QByteArray &text)
{
    const simdjson::padded_string padded(text.constData(), std::size_t(text.size()));
    simdjson::ondemand::parser parser;
    simdjson::ondemand::document document;
    if (parser.iterate(padded).get(document) != simdjson::SUCCESS)
        return text.size(); // a string without an end, say
    try {
        readOver(document.get_value(), 1);
    } catch (const simdjson::simdjson_error &error) {
        if (error.error() == simdjson::INCOMPLETE_ARRAY_OR_OBJECT)
            return text.size();
    }
    const char *place = nullptr;
    const bool isAtEnd = document.current_location().get(place) != simdjson::SUCCESS;
    return isAtEnd ? text.size() : place - padded.data();
}

} // namespace linterna

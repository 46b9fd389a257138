// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QMap>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace linterna {

//! Most values inside each other, the innermost included.
constexpr qsizetype DeepestJson = 200;

//! What is taken for JSON. What is nested deeper than DeepestJson is none, nor what is no UTF-8 (see jsonText()).
enum class JsonRules {
    Strict,    //!< RFC 8259 to the letter, and every number fits into a double.
    AnyNumber, //!< RFC 8259 to the letter. A number beyond a double is read as null.
    Lenient,   //!< Strict, but for control characters and unknown escapes in strings, which QJsonDocument takes too.
};

//! A value that simdjson has read in a JSON text; nothing else in Linterna reads JSON. A view shares what was read with
//! the views of the values inside it, so that each of them can be copied and kept.
class JsonView
{
public:
    struct Member;

    //! No value at all.
    JsonView() = default;
    //! The value that a whole text is; no value where it is no JSON by these rules.
    [[nodiscard]] static JsonView of(QByteArrayView text, JsonRules rules = JsonRules::Strict);

    explicit operator bool() const { return m_document != nullptr; }
    [[nodiscard]] bool isNull() const { return is('n'); }
    [[nodiscard]] bool isString() const { return is('"'); }
    [[nodiscard]] bool isArray() const { return is('['); }
    [[nodiscard]] bool isObject() const { return is('{'); }

    //! The text in a string, escapes undone (half of a surrogate pair stays one). Empty for everything else.
    [[nodiscard]] QString toString() const;
    //! A whole number, exact, also where it is written as "1.0" or "1e2"; empty for everything else.
    [[nodiscard]] std::optional<qint64> toInteger() const;
    //! Any number, also a whole one; empty for everything else.
    [[nodiscard]] std::optional<double> toDouble() const;
    [[nodiscard]] std::optional<bool> toBool() const;
    //! Elements of an array, in their order; none for everything else.
    [[nodiscard]] std::vector<JsonView> elements() const;
    //! Members of an object, in their order, of one name perhaps several; none for everything else.
    [[nodiscard]] std::vector<Member> members() const;
    //! Members of an object by their names; of several of one name the last one.
    [[nodiscard]] QMap<QString, JsonView> object() const;
    //! The value of the member with that name, in ASCII; of several the last one. No value where there is none.
    [[nodiscard]] JsonView value(QLatin1StringView name) const;
    //! The value as one that can be changed; undefined where there is none.
    [[nodiscard]] QJsonValue toJsonValue() const;

private:
    struct Document;
    //! What a simdjson::dom::element holds, whose header is the longest of all.
    struct Element {
        const void *document = nullptr;
        std::size_t index = 0;
    };
    JsonView(std::shared_ptr<const Document> document, Element element)
        : m_document(std::move(document)), m_element(element)
    {}
    //! Whether the element is of a type, by the character that simdjson has for it.
    [[nodiscard]] bool is(char type) const;
    template<class T>
    [[nodiscard]] std::optional<T> as() const;

    std::shared_ptr<const Document> m_document;
    Element m_element;
};

struct JsonView::Member {
    QString name;
    JsonView value;
};

//! `body` as text that can be read as JSON: without a byte order mark, and with what is no UTF-8 and raw NUL bytes,
//! both of which would cost the whole reply, replaced by U+FFFD.
[[nodiscard]] QByteArray jsonText(const QByteArray &body);
//! The text without the byte order mark that some editors put in front of UTF-8, and which JSON does not know.
[[nodiscard]] QByteArray withoutByteOrderMark(const QByteArray &text);

//! Whether `text` is JSON to the letter (JsonRules::AnyNumber). UTF-8 is not looked at: see jsonText().
[[nodiscard]] bool isStrictJson(QByteArrayView text);

//! Where a text that is no JSON stops being any, in bytes; its size where it was cut off.
[[nodiscard]] qsizetype jsonErrorOffset(const QByteArray &text);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/strictjson.h"

#include "lib/json/jsonstring.h"

#include <QJsonDocument>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isJsonDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isJsonDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

//! Walks over a JSON text and says whether it is one.
class Checker
{
public:
    explicit Checker(QByteArrayView text) : m_text(text) {}

    bool document()
    {
        do {
            if (!valueOrOpening())
                return false;
            // Closes all containers that end with the value just read; a comma asks for the next value.
            while (!m_open.isEmpty() && !m_valueDue) {
                if (!afterValue())
                    return false;
            }
        } while (m_valueDue);
        skipSpace();
        return m_at == m_text.size();
    }

private:
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c)
    {
        if (m_at == m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    bool take(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    void skipSpace()
    {
        while (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r')
            ++m_at;
    }

    //! A whole scalar or empty container, or the opening of a container up to its first value.
    bool valueOrOpening()
    {
        skipSpace();
        m_valueDue = false;
        if (take('{'))
            return open('}') && (take('}') ? close() : key());
        if (take('['))
            return open(']') && (take(']') ? close() : (m_valueDue = true));
        if (here() == '"')
            return string();
        return take("true") || take("false") || take("null") || number();
    }
    bool open(char closing)
    {
        m_open.append(closing);
        skipSpace();
        return m_open.size() <= DeepestJson;
    }
    bool close()
    {
        m_open.chop(1);
        return true;
    }
    bool afterValue()
    {
        skipSpace();
        const char closing = m_open.back();
        if (take(closing))
            return close();
        if (!take(','))
            return false;
        return closing == '}' ? key() : (m_valueDue = true);
    }
    bool key()
    {
        skipSpace();
        if (!string())
            return false;
        skipSpace();
        return m_valueDue = take(':');
    }
    bool string()
    {
        if (!take('"'))
            return false;
        while (true) {
            m_at = endOfPlain(m_text, m_at);
            if (take('"'))
                return true;
            if (!take('\\') || !escape()) // a control character, or the end
                return false;
        }
    }
    bool escape()
    {
        if (!take('u')) {
            const bool known = here() != '\0' && "\"\\/bfnrt"_ba.contains(here());
            m_at += known;
            return known;
        }
        for (int i = 0; i < 4; ++i, ++m_at) {
            if (!isHexDigit(here()))
                return false;
        }
        return true;
    }
    bool digits()
    {
        const qsizetype start = m_at;
        while (isJsonDigit(here()))
            ++m_at;
        return m_at > start;
    }
    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits();
        }
        return true;
    }

    QByteArrayView m_text;
    //! The closing character of each container that is open.
    QByteArray m_open;
    qsizetype m_at = 0;
    bool m_valueDue = false;
};

} // namespace

QByteArray jsonText(const QByteArray &body)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF");
    QByteArray text = body.startsWith(byteOrderMark) ? body.sliced(byteOrderMark.size()) : body;
    if (!text.isValidUtf8())
        text = QString::fromUtf8(text).toUtf8();
    return text.contains('\0') ? text.replace('\0', QByteArrayView("\xEF\xBF\xBD")) : text;
}

bool isStrictJson(QByteArrayView text)
{
    return Checker(text).document();
}

std::optional<QJsonObject> strictJsonObject(const QByteArray &text)
{
    if (!isStrictJson(text))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace linterna

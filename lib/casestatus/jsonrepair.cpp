// SPDX-License-Identifier: GPL-3.0-or-later
#include "casestatus/jsonrepair.h"

#include "net/strictjson.h"

#include <vector>

namespace linterna {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20;
}

//! Reads one opening tag as it stands inside a JSON string: '<', a name, attributes, '>'. Anything that is not surely
//! one is none, so that a mere "<" in a sentence leads nowhere.
class TagReader
{
public:
    TagReader(QByteArrayView text, qsizetype start) : m_text(text), m_at(start) {}

    bool read()
    {
        if (!take("<") || !isLetter(here()))
            return false;
        while (isNameCharacter(here()))
            ++m_at;
        while (true) {
            const bool space = skipSpace();
            if (take("/>") || take("\\/>") || take(">"))
                return true;
            if (!space || !attribute())
                return false;
        }
    }
    //! Behind the tag.
    qsizetype end() const { return m_at; }
    //! Where the quotation marks stand that are not escaped.
    const std::vector<qsizetype> &rawQuotes() const { return m_rawQuotes; }

private:
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(QByteArrayView word)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        return true;
    }
    bool skipSpace()
    {
        const qsizetype start = m_at;
        while (take(" ") || take("\\t") || take("\\n") || take("\\r")) { }
        return m_at > start;
    }
    bool attribute()
    {
        if (!isLetter(here()) && here() != '_')
            return false;
        while (isNameCharacter(here()))
            ++m_at;
        const qsizetype nameEnd = m_at;
        skipSpace();
        if (!take("=")) {
            m_at = nameEnd;
            return true;
        }
        skipSpace();
        if (here() == '"') {
            m_rawQuotes.push_back(m_at++);
            if (!valueUntil("\"", false))
                return false;
            m_rawQuotes.push_back(m_at - 1);
            return true;
        }
        if (take("\\\""))
            return valueUntil("\\\"", false);
        if (take("'"))
            return valueUntil("'", true);
        return unquotedValue();
    }
    //! Reads over a value and the mark that ends it; in single quotes, double ones may stand inside.
    bool valueUntil(QByteArrayView mark, bool quotesInside)
    {
        while (m_at < m_text.size()) {
            if (take(mark))
                return true;
            const char c = here();
            if (c == '<' || isControl(c) || (c == '"' && !quotesInside))
                return false;
            if (c == '"')
                m_rawQuotes.push_back(m_at);
            // An escaped quotation mark ends nothing here but what it began.
            if (c == '\\' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '"' && !quotesInside)
                return false;
            m_at += c == '\\' ? 2 : 1;
        }
        return false;
    }
    bool unquotedValue()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !isControl(here()) && !QByteArrayView(" \"'<>`\\").contains(here()))
            ++m_at;
        return m_at > start;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    std::vector<qsizetype> m_rawQuotes;
};

} // namespace

std::optional<QByteArray> repairedJson(const QByteArray &body)
{
    if (isStrictJson(body))
        return std::nullopt;
    QByteArray mended;
    mended.reserve(body.size() + 64);
    bool found = false;
    bool inString = false;
    bool inValue = false;
    char lastOutside = '\0';
    for (qsizetype i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (inString && inValue && c == '<') {
            TagReader tag(body, i);
            if (tag.read() && !tag.rawQuotes().empty()) {
                found = true;
                for (const qsizetype quote : tag.rawQuotes()) {
                    mended += QByteArrayView(body).sliced(i, quote - i);
                    mended += '\\';
                    i = quote;
                }
                mended += QByteArrayView(body).sliced(i, tag.end() - i);
                i = tag.end() - 1;
                continue;
            }
        }
        mended += c;
        if (inString && c == '\\' && i + 1 < body.size()) {
            mended += body[++i];
        } else if (c == '"') {
            inString = !inString;
            inValue = inString && lastOutside == ':';
        }
        if (!inString && c != ' ' && c != '\t' && c != '\n' && c != '\r')
            lastOutside = c;
    }
    return found ? std::optional(mended) : std::nullopt;
}

} // namespace linterna

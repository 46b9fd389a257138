// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonrepair.h"

#include "lib/json/strictjson.h"
#include "lib/text/characters.h"

#include <algorithm>
#include <utility>

namespace linterna {

namespace {

bool isTagLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isTagLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

bool isControlByte(char c)
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
        if (!take("<") || !isTagLetter(here()))
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
    //! Position behind the tag.
    qsizetype end() const { return m_at; }
    //! Positions of the quotation marks that are not escaped.
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
        while (take(" ") || take("\\t") || take("\\n") || take("\\r")) {
        }
        return m_at > start;
    }
    bool attribute()
    {
        if (!isTagLetter(here()) && here() != '_')
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
            if (c == '<' || isControlByte(c) || (c == '"' && !quotesInside))
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
        while (m_at < m_text.size() && !isControlByte(here()) && !QByteArrayView(" \"'<>`\\").contains(here()))
            ++m_at;
        return m_at > start;
    }

    QByteArrayView m_text;
    qsizetype m_at;
    std::vector<qsizetype> m_rawQuotes;
};

//! Goes through a reply string by string and escapes what stands raw in the tags of values.
class Mender
{
public:
    explicit Mender(const QByteArray &body) : m_body(body) { m_mended.json.reserve(body.size() + 64); }

    std::optional<MendedJson> mended()
    {
        for (m_at = 0; m_at < m_body.size();) {
            if (!m_inValue || m_body[m_at] != '<' || !mendTag())
                copyCharacter();
        }
        return m_mended.fields.empty() ? std::nullopt : std::optional(std::move(m_mended));
    }

private:
    bool mendTag()
    {
        TagReader tag(m_body, m_at);
        if (!tag.read() || tag.rawQuotes().empty())
            return false;
        for (const qsizetype quote : tag.rawQuotes()) {
            copyUntil(quote);
            m_mended.json += '\\';
        }
        copyUntil(tag.end());
        count(static_cast<int>(tag.rawQuotes().size()));
        return true;
    }
    void copyCharacter()
    {
        const char c = m_body[m_at];
        if (m_inString && c == '\\' && m_at + 1 < m_body.size()) {
            copyUntil(m_at + 2);
            return;
        }
        // Where a value begins, the string before it was its key.
        if (c == '"' && m_inString)
            m_key = QByteArrayView(m_body).sliced(m_stringStart, m_at - m_stringStart);
        copyUntil(m_at + 1);
        if (c == '"') {
            m_inString = !m_inString;
            m_inValue = m_inString && m_lastOutside == ':';
            m_stringStart = m_at;
        }
        if (!m_inString && c != ' ' && c != '\t' && c != '\n' && c != '\r')
            m_lastOutside = c;
    }
    void copyUntil(qsizetype end)
    {
        m_mended.json += QByteArrayView(m_body).sliced(m_at, end - m_at);
        m_at = end;
    }
    void count(int quotes)
    {
        constexpr std::size_t mostNames = 20;
        constexpr qsizetype longestName = 64;
        QString name = wellFormed(QString::fromUtf8(m_key.first(std::min(longestName, m_key.size()))));
        std::vector<MendedField> &fields = m_mended.fields;
        auto known = std::ranges::find(fields, name, &MendedField::name);
        if (known == fields.end() && fields.size() >= mostNames) {
            name.clear();
            known = std::ranges::find(fields, name, &MendedField::name);
        }
        if (known == fields.end())
            fields.push_back({name, quotes});
        else
            known->quotes += quotes;
    }

    const QByteArray &m_body;
    MendedJson m_mended;
    qsizetype m_at = 0;
    qsizetype m_stringStart = 0;
    QByteArrayView m_key;
    char m_lastOutside = '\0';
    bool m_inString = false;
    bool m_inValue = false;
};

} // namespace

std::optional<MendedJson> repairedJson(const QByteArray &body)
{
    return isStrictJson(body) ? std::nullopt : Mender(body).mended();
}

} // namespace linterna

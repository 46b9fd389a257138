// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonview.h"

#include "lib/json/jsonstring.h"

#include <QStringDecoder>
#include <QtEndian>

namespace linterna {

namespace {

bool isJsonSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isAscii(char c)
{
    return static_cast<unsigned char>(c) < 0x80;
}

//! Walks over text that is known to be strict JSON: it looks for no error, and never past the end.
class Walker
{
public:
    explicit Walker(QByteArrayView text) : m_text(text) {}

    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size() && isJsonSpace(m_text[m_at]))
            ++m_at;
    }
    void skip(qsizetype count = 1) { m_at = std::min(m_at + count, m_text.size()); }
    qsizetype at() const { return m_at; }
    QByteArrayView since(qsizetype start) const { return m_text.sliced(start, m_at - start); }
    //! The value that begins here, whole.
    QByteArrayView value()
    {
        skipSpace();
        const qsizetype start = m_at;
        if (here() == '"')
            skipString();
        else if (here() == '{' || here() == '[')
            skipContainer();
        else
            skipWord();
        return since(start);
    }

private:
    void skipString()
    {
        for (skip(); m_at < m_text.size(); skip(2)) { // over an escape
            m_at = endOfPlain(m_text, m_at);
            if (here() == '"') {
                skip();
                return;
            }
        }
    }
    void skipContainer()
    {
        qsizetype depth = 0;
        do {
            const char c = here();
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            skip();
        } while (depth > 0 && m_at < m_text.size());
    }
    void skipWord()
    {
        while (m_at < m_text.size() && !isJsonSpace(here()) && here() != ',' && here() != '}' && here() != ']')
            ++m_at;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

QChar escaped(char letter)
{
    switch (letter) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default: // a quotation mark, a slash
        return QLatin1Char(letter);
    }
}

//! The four hexadecimal digits of an escape.
char16_t codeUnit(QByteArrayView digits)
{
    unsigned code = 0;
    for (const char c : digits)
        code = code * 16 + unsigned(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return char16_t(code);
}

//! Writes the ASCII at the start of the text as UTF-16, eight letters at a time, and gives its length; a few letters at
//! its end may be left over.
qsizetype copyAscii(QByteArrayView text, char16_t *out)
{
    qsizetype i = 0;
    for (; text.size() - i >= 8 && (qFromUnaligned<quint64>(text.data() + i) & 0x8080808080808080) == 0; i += 8) {
        for (qsizetype k = 0; k < 8; ++k)
            out[i + k] = static_cast<unsigned char>(text[i + k]);
    }
    return i;
}

//! What stands between the quotation marks of a string.
QString unescaped(QByteArrayView inside)
{
    constexpr QByteArrayView byteOrderMark("\xEF\xBB\xBF"); // a character like any other here, but not for QString
    if (!inside.contains('\\') && !inside.startsWith(byteOrderMark))
        return QString::fromUtf8(inside);
    QString text(inside.size(), Qt::Uninitialized); // UTF-16 never has more units than UTF-8 has bytes
    QChar *out = text.data();
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    while (!inside.isEmpty()) {
        const qsizetype escape = inside.indexOf('\\');
        QByteArrayView plain = escape < 0 ? inside : inside.first(escape);
        inside = inside.sliced(plain.size());
        const qsizetype ascii = copyAscii(plain, reinterpret_cast<char16_t *>(out));
        out += ascii;
        plain = plain.sliced(ascii);
        for (; !plain.isEmpty() && isAscii(plain.front()); plain = plain.sliced(1))
            *out++ = QLatin1Char(plain.front());
        if (!plain.isEmpty()) // the decoder is slow to begin
            out = decoder.appendToBuffer(out, plain);
        if (inside.size() < 2)
            break;
        const bool code = inside[1] == 'u' && inside.size() >= 6;
        *out++ = code ? QChar(codeUnit(inside.sliced(2, 4))) : escaped(inside[1]);
        inside = inside.sliced(code ? 6 : 2);
    }
    text.truncate(out - text.constData());
    return text;
}

} // namespace

JsonView JsonView::of(QByteArrayView text)
{
    return JsonView(text.trimmed());
}

QString JsonView::toString() const
{
    return m_text.startsWith('"') && m_text.size() >= 2 ? unescaped(m_text.sliced(1, m_text.size() - 2)) : QString();
}

bool JsonView::isText(QLatin1StringView text) const
{
    if (!m_text.startsWith('"'))
        return false;
    const QByteArrayView inside = m_text.sliced(1, m_text.size() - 2);
    if (inside.size() <= text.size()) // an escape is longer than what it stands for
        return inside == QByteArrayView(text.data(), text.size());
    return inside.contains('\\') && toString() == text;
}

namespace {

//! The members of the object that the walker stands at; it then stands behind the object. `enter` is called with each
//! key and may walk over the value itself: it then gives true.
template<class Enter>
std::vector<JsonView::Member> membersAt(Walker &walker, const Enter &enter)
{
    std::vector<JsonView::Member> members;
    members.reserve(16);
    walker.skip();
    for (walker.skipSpace(); walker.here() == '"'; walker.skipSpace()) {
        const JsonView key = JsonView::of(walker.value());
        walker.skipSpace();
        walker.skip(); // the colon
        walker.skipSpace();
        const qsizetype start = walker.at();
        if (!enter(key))
            (void)walker.value();
        members.push_back({key, JsonView::of(walker.since(start))});
        walker.skipSpace();
        if (walker.here() == ',')
            walker.skip();
    }
    walker.skip(); // the end
    return members;
}

} // namespace

std::vector<JsonView::Member> JsonView::members() const
{
    Walker walker(m_text);
    return isObject() ? membersAt(walker, [](JsonView) { return false; }) : std::vector<Member>();
}

std::vector<JsonView::Member> JsonView::members(QLatin1StringView name, std::vector<Member> &inside) const
{
    inside.clear();
    if (!isObject())
        return {};
    Walker walker(m_text);
    return membersAt(walker, [&](JsonView key) {
        if (!key.isText(name))
            return false;
        inside.clear(); // of several the last one counts
        if (walker.here() != '{')
            return false;
        inside = membersAt(walker, [](JsonView) { return false; });
        return true;
    });
}

std::vector<JsonView> JsonView::elements() const
{
    std::vector<JsonView> elements;
    if (!m_text.startsWith('['))
        return elements;
    Walker walker(m_text);
    walker.skip();
    for (walker.skipSpace(); walker.here() != '\0' && walker.here() != ']'; walker.skipSpace()) {
        elements.push_back(JsonView(walker.value()));
        walker.skipSpace();
        if (walker.here() == ',')
            walker.skip();
    }
    return elements;
}

JsonView valueOf(const std::vector<JsonView::Member> &members, QLatin1StringView name)
{
    for (auto member = members.rbegin(); member != members.rend(); ++member) {
        if (member->key.isText(name))
            return member->value;
    }
    return {};
}

} // namespace linterna

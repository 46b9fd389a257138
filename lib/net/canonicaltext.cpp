// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/canonicaltext.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace linterna {

namespace {

constexpr qsizetype longestEntity = 12; // "&#x0010FFFF;"
constexpr char32_t noCharacter = 0x110000;

struct NamedEntity {
    QByteArrayView name;
    char character;
};

//! Named entities of HTML that stand for visible ASCII.
constexpr std::array namedEntities{
    NamedEntity{"amp", '&'},    NamedEntity{"AMP", '&'},
    NamedEntity{"lt", '<'},     NamedEntity{"LT", '<'},
    NamedEntity{"gt", '>'},     NamedEntity{"GT", '>'},
    NamedEntity{"quot", '"'},   NamedEntity{"QUOT", '"'},
    NamedEntity{"apos", '\''},  NamedEntity{"plus", '+'},
    NamedEntity{"sol", '/'},    NamedEntity{"equals", '='},
    NamedEntity{"period", '.'}, NamedEntity{"comma", ','},
    NamedEntity{"colon", ':'},  NamedEntity{"semi", ';'},
    NamedEntity{"lowbar", '_'}, NamedEntity{"UnderBar", '_'},
    NamedEntity{"percnt", '%'}, NamedEntity{"num", '#'},
    NamedEntity{"dollar", '$'}, NamedEntity{"excl", '!'},
    NamedEntity{"quest", '?'},  NamedEntity{"commat", '@'},
    NamedEntity{"ast", '*'},    NamedEntity{"midast", '*'},
    NamedEntity{"lpar", '('},   NamedEntity{"rpar", ')'},
    NamedEntity{"lsqb", '['},   NamedEntity{"lbrack", '['},
    NamedEntity{"rsqb", ']'},   NamedEntity{"rbrack", ']'},
    NamedEntity{"lcub", '{'},   NamedEntity{"lbrace", '{'},
    NamedEntity{"rcub", '}'},   NamedEntity{"rbrace", '}'},
    NamedEntity{"verbar", '|'}, NamedEntity{"vert", '|'},
    NamedEntity{"bsol", '\\'},  NamedEntity{"Hat", '^'},
    NamedEntity{"grave", '`'},  NamedEntity{"nbsp", ' '},
    NamedEntity{"Tab", '\t'},   NamedEntity{"NewLine", '\n'},
    NamedEntity{"shy", ' '},    NamedEntity{"ZeroWidthSpace", ' '},
};

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

//! The number that all of `digits` is; noCharacter where they are none, or too many.
char32_t codeOf(QByteArrayView digits, int base)
{
    char32_t code = 0;
    for (const char c : digits) {
        const int value = hexValue(c);
        if (value < 0 || value >= base || code > 0x10FFFF)
            return noCharacter;
        code = code * char32_t(base) + char32_t(value);
    }
    return digits.isEmpty() || code > 0x10FFFF ? noCharacter : code;
}

bool isSpaceCharacter(char32_t c)
{
    return c <= 0x20 || QChar::isSpace(c);
}

//! Whether a character is invisible: the formatting characters, and those that have no ink of their own.
bool isHiddenCharacter(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Other_Control || category == QChar::Other_Format || (c >= 0xFE00 && c <= 0xFE0F)
        || c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x2800 || c == 0x3164 || c == 0xFFA0;
}

//! The character that ends with the last byte of `bytes`, and how many bytes it has; empty while it is not whole.
struct LastCharacter {
    char32_t code;
    qsizetype length;
};
std::optional<LastCharacter> lastCharacter(QByteArrayView bytes)
{
    for (qsizetype length = 2; length <= std::min<qsizetype>(4, bytes.size()); ++length) {
        const auto lead = static_cast<uchar>(bytes[bytes.size() - length]);
        if ((lead & 0xC0) == 0x80)
            continue;
        const qsizetype wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 0;
        if (wanted != length)
            return {};
        char32_t code = lead & (0xFF >> (length + 1));
        for (const char c : bytes.last(length - 1))
            code = (code << 6) | (static_cast<uchar>(c) & 0x3F);
        return LastCharacter{code, length};
    }
    return {};
}

//! Takes a text byte by byte. An escape is undone when its last byte has come; the character that it stands for is
//! written in its place, and may complete another escape.
class CanonicalWriter
{
public:
    CanonicalWriter(qsizetype size, CanonicalReading reading) : m_reading(reading)
    {
        m_out.text.reserve(size);
        m_out.from.reserve(std::size_t(size));
        m_out.behindSpace.reserve(std::size_t(size));
    }

    void write(char c, CanonicalText::Place place)
    {
        if (isPlain(c)) { // as nearly everything is
            append(c, place, 0);
            return;
        }
        m_waiting.push_back({c, place, 0});
        while (!m_waiting.empty()) { // no recursion: an escape may complete the one around it, that the next, and so on
            const Waiting next = m_waiting.back();
            m_waiting.pop_back();
            writeOne(next);
        }
    }
    CanonicalText finished()
    {
        write('\0', {});
        return std::move(m_out);
    }

private:
    struct Waiting {
        char byte;
        CanonicalText::Place place;
        int depth; //!< how many escapes were undone to get it
    };
    //! A byte that is neither part of an escape nor of anything else that has several spellings.
    [[nodiscard]] bool isPlain(char c) const
    {
        constexpr qsizetype longestEscape = 20;
        return c > ' ' && c < 0x7F && c != '-' && c != '_' && c != '\\' && c != '%' && c != '&' && c != '>'
            && size() - m_lastOpening > longestEscape;
    }
    void writeOne(const Waiting &next)
    {
        const char c = next.byte;
        if (const auto code = m_reading.openEntities ? openEntityBefore(c) : std::nullopt) {
            m_waiting.push_back(next);
            replaceLast(size() - m_lastAmpersand, *code);
            return;
        }
        const auto byte = static_cast<uchar>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            m_spaceBefore = m_spaceBefore || byte != 0;
            return;
        }
        append(c == '-' ? '+' : c == '_' ? '/' : c, next.place, next.depth);
        if (byte >= 0x80)
            endCharacter();
        else if (hexValue(c) >= 0)
            endHexEscape(c);
        else
            endOtherEscape(c);
    }
    [[nodiscard]] qsizetype size() const { return m_out.text.size(); }
    //! Whether the byte `fromEnd` bytes before the end exists and is `c`.
    [[nodiscard]] bool isAt(qsizetype fromEnd, char c) const
    {
        return size() >= fromEnd && m_out.text[size() - fromEnd] == c;
    }
    void append(char c, CanonicalText::Place place, int depth)
    {
        if (c == '&')
            m_lastAmpersand = size();
        else if (c == '<')
            m_lastTag = size();
        if (c == '&' || c == '%' || c == '\\')
            m_lastOpening = size();
        m_out.text += c;
        m_out.from.push_back(place);
        m_out.behindSpace.push_back(std::exchange(m_spaceBefore, false));
        m_out.depth.push_back(depth);
    }
    //! The last place of `c`: `known` while the text is that long, else searched near the end; -1 where there is none.
    [[nodiscard]] qsizetype lastBefore(qsizetype known, char c) const
    {
        constexpr qsizetype farthest = 256;
        if (known < size())
            return known;
        const qsizetype from = std::max<qsizetype>(0, size() - farthest);
        const qsizetype found = QByteArrayView(m_out.text).sliced(from).lastIndexOf(c);
        return found < 0 ? -1 : from + found;
    }
    [[nodiscard]] int deepestOfLast(qsizetype count) const
    {
        return *std::max_element(m_out.depth.end() - count, m_out.depth.end());
    }
    //! Removes the last `count` bytes, and gives where they came from in the source.
    CanonicalText::Place take(qsizetype count)
    {
        const auto at = std::size_t(size() - count);
        const CanonicalText::Place place{m_out.from[at].begin, m_out.from.back().end};
        m_spaceBefore = m_spaceBefore || m_out.behindSpace[at];
        m_out.text.chop(count);
        m_out.from.resize(at);
        m_out.behindSpace.resize(at);
        m_out.depth.resize(at);
        m_lastAmpersand = lastBefore(m_lastAmpersand, '&');
        m_lastTag = lastBefore(m_lastTag, '<');
        return place;
    }
    void replaceLast(qsizetype count, char32_t code)
    {
        const int depth = deepestOfLast(count) + 1;
        CanonicalText::Place place = take(count);
        if (code < 0x80) {
            m_waiting.push_back({char(code), place, depth});
            return;
        }
        if (code >= 0xDC00 && code <= 0xDFFF) { // the second half of a pair, each written as an escape
            const auto first = lastCharacter(m_out.text);
            if (first && first->code >= 0xD800 && first->code <= 0xDBFF) {
                code = QChar::surrogateToUcs4(char16_t(first->code), char16_t(code));
                place.begin = take(first->length).begin;
            }
        }
        const int more = code >= 0x10000 ? 3 : code >= 0x800 ? 2 : 1;
        append(char((0xFF00 >> (more + 1)) | int(code >> (6 * more))), place, depth);
        for (int i = more - 1; i >= 0; --i)
            append(char(0x80 | ((code >> (6 * i)) & 0x3F)), place, depth);
        endCharacter();
    }
    void endCharacter()
    {
        const auto last = lastCharacter(m_out.text);
        if (!last)
            return;
        if (isSpaceCharacter(last->code)) {
            take(last->length);
            m_spaceBefore = true;
        } else if (isHiddenCharacter(last->code)) {
            take(last->length);
        } else if (last->code >= 0xFF01 && last->code <= 0xFF5E) { // full width
            replaceLast(last->length, last->code - 0xFF01 + '!');
        }
    }
    //! %41, %u0041, \u0041, \x41
    void endHexEscape(char c)
    {
        const QByteArrayView text = m_out.text;
        if (isAt(3, '%')) {
            if (const char32_t code = codeOf(text.last(2), 16); code < noCharacter)
                replaceByByte(3, char(code));
        } else if (isAt(4, '\\') && isAt(3, 'x')) {
            if (const char32_t code = codeOf(text.last(2), 16); code < noCharacter)
                replaceByByte(4, char(code));
        } else if ((isAt(6, '\\') || isAt(6, '%')) && isAt(5, 'u')) {
            if (const char32_t code = codeOf(text.last(4), 16); code < noCharacter)
                replaceLast(6, code);
        } else if ((c == 'b' || c == 'f') && isAt(2, '\\')) {
            take(2);
            m_spaceBefore = true;
        }
    }
    void replaceByByte(qsizetype count, char byte)
    {
        const int depth = deepestOfLast(count) + 1;
        const CanonicalText::Place place = take(count);
        m_waiting.push_back({byte, place, depth});
    }
    void endOtherEscape(char c)
    {
        switch (c) {
        case ';':
            endEntity();
            break;
        case '}':
            endBracedEscape();
            break;
        case '"':
        case '\'':
        case '/':
        case '\\': // an escape only where both are equally deep in other escapes
            if (isAt(2, '\\') && m_out.depth[m_out.depth.size() - 2] == m_out.depth.back())
                replaceByByte(2, c);
            break;
        case 'n':
        case 'r':
        case 't':
            if (isAt(2, '\\')) {
                take(2);
                m_spaceBefore = true;
            }
            break;
        case '>':
            endTag();
            break;
        default:
            break;
        }
    }
    //! \u{41}
    void endBracedEscape()
    {
        const QByteArrayView text = m_out.text;
        const qsizetype open = text.last(std::min<qsizetype>(10, text.size())).lastIndexOf('{');
        if (open < 0)
            return;
        const qsizetype count = std::min<qsizetype>(10, text.size()) - open + 2; // with the backslash and the u
        if (!isAt(count, '\\') || !isAt(count - 1, 'u'))
            return;
        const qsizetype digits = count - 4;
        if (const char32_t code = codeOf(text.sliced(text.size() - 1 - digits, digits), 16); code < noCharacter)
            replaceLast(count, code);
    }
    //! &amp; &#65; &#x41;
    void endEntity()
    {
        const qsizetype length = size() - m_lastAmpersand;
        if (m_lastAmpersand < 0 || length < 4 || length > longestEntity + 5 || !isAt(length, '&'))
            return;
        const QByteArrayView inside = QByteArrayView(m_out.text).sliced(m_lastAmpersand + 1, length - 2);
        if (inside.startsWith('#')) {
            if (const char32_t code = numberedEntity(inside); code < noCharacter)
                replaceLast(length, code);
            return;
        }
        const auto *known = std::ranges::find(namedEntities, inside, &NamedEntity::name);
        if (known != namedEntities.end())
            replaceByByte(length, known->character);
    }
    static char32_t numberedEntity(QByteArrayView inside)
    {
        const bool hex = inside.size() > 1 && (inside[1] == 'x' || inside[1] == 'X');
        return codeOf(inside.sliced(hex ? 2 : 1), hex ? 16 : 10);
    }
    //! Undoes an entity without its semicolon (&#65), as browsers do: it ends before the first character that is no
    //! digit of it.
    [[nodiscard]] std::optional<char32_t> openEntityBefore(char next) const
    {
        const qsizetype length = size() - m_lastAmpersand;
        if (m_lastAmpersand < 0 || length < 3 || length > longestEntity || next == ';' || !isAt(length, '&')
            || m_out.text[m_lastAmpersand + 1] != '#')
            return {};
        const QByteArrayView inside = QByteArrayView(m_out.text).sliced(m_lastAmpersand + 1);
        const bool hex = inside[1] == 'x' || inside[1] == 'X';
        const int value = hexValue(next);
        if ((value >= 0 && (hex || value < 10)) || (inside.size() == 1 && (next == 'x' || next == 'X')))
            return {};
        const char32_t code = numberedEntity(inside);
        return code < noCharacter ? std::optional(code) : std::nullopt;
    }
    void endTag()
    {
        if (!m_reading.withoutTags)
            return;
        const qsizetype open = m_lastTag;
        if (open < 0 || open + 2 >= size() || m_out.text[open] != '<')
            return;
        const char first = m_out.text[open + 1];
        if ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || first == '/' || first == '!'
            || first == '?')
            take(size() - open);
    }

    CanonicalText m_out;
    CanonicalReading m_reading;
    qsizetype m_lastAmpersand = -1;
    qsizetype m_lastTag = -1;
    qsizetype m_lastOpening = -100; //!< Where an escape may have begun; never too small.
    std::vector<Waiting> m_waiting;
    bool m_spaceBefore = false;
};

} // namespace

CanonicalText canonicalText(QByteArrayView source, CanonicalReading reading)
{
    CanonicalWriter writer(source.size(), reading);
    for (qsizetype i = 0; i < source.size(); ++i)
        writer.write(source[i], {i, i + 1});
    return writer.finished();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/texttemplate.h"

#include "lib/text/safehtml.h"

#include <algorithm>
#include <array>

namespace linterna {

namespace {

constexpr QByteArrayView placeholderMark = "\xEE\x80\x9A"; // U+E01A

//! Characters that stand for the blanks while the plain text of a form is made: one for each, to be found again
//! wherever it ends up.
constexpr char16_t privateFirst = u'\uE000';
constexpr char16_t privateLast = u'\uF8FF';
constexpr char16_t firstNumbered = u'\uE100';
constexpr qsizetype mostNumbered = privateLast - firstNumbered + 1;

constexpr std::array<QByteArrayView, 24> monthsInBothLanguages{
    "january",   "february", "march",    "april",    "may",        "june",    "july",      "august",
    "september", "october",  "november", "december", "enero",      "febrero", "marzo",     "abril",
    "mayo",      "junio",    "julio",    "agosto",   "septiembre", "octubre", "noviembre", "diciembre"};

bool isAsciiDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

//! Whether the character belongs to a word; bytes of characters beyond ASCII do.
bool isOfWord(char c)
{
    return isAsciiDigit(c) || isAsciiLetter(c) || static_cast<uchar>(c) >= 0x80 || c == '*';
}

bool isReceiptNumber(QByteArrayView word)
{
    constexpr qsizetype length = 13;
    const auto tail = word.size() == length ? word.sliced(word[3] == '*' ? 4 : 3) : QByteArrayView();
    return !tail.isEmpty() && std::all_of(word.begin(), word.begin() + 3, isAsciiLetter)
        && std::all_of(tail.begin(), tail.end(), isAsciiDigit);
}

char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

bool isMonth(QByteArrayView word)
{
    return std::ranges::any_of(monthsInBothLanguages, [&](QByteArrayView month) {
        return month.size() == word.size() && month[0] == lowered(word[0])
            && std::ranges::equal(month, word, {}, {}, lowered);
    });
}

bool isValue(QByteArrayView word)
{
    if (std::all_of(word.begin(), word.end(), isAsciiDigit))
        return true;
    constexpr qsizetype shortestMonth = 3;
    constexpr qsizetype longestMonth = 10;
    return isReceiptNumber(word) || (word.size() >= shortestMonth && word.size() <= longestMonth && isMonth(word));
}

bool hasPrivateCharacter(QByteArrayView text)
{
    // U+E000 to U+F8FF: EE 80 80 to EF A3 BF.
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<uchar>(text[i]);
        if (first == 0xEE || (first == 0xEF && static_cast<uchar>(text[i + 1]) <= 0xA3))
            return true;
    }
    return false;
}

//! Position behind the tag or entity that begins at `at` with "<" or "&".
qsizetype endOfMarkup(QByteArrayView text, qsizetype at)
{
    if (text[at] == '<') {
        const qsizetype end = text.indexOf('>', at);
        return end < 0 ? text.size() : end + 1;
    }
    for (++at; at < text.size() && (isOfWord(text[at]) || text[at] == '#'); ++at) {
    }
    return at;
}

TextTemplate takeApart(QByteArrayView text, bool html)
{
    TextTemplate letter;
    if (text.size() > TextTemplate::LongestBytes || hasPrivateCharacter(text)) {
        letter.form = text.toByteArray();
        return letter;
    }
    letter.form.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (html && (text[at] == '<' || text[at] == '&')) {
            end = endOfMarkup(text, at);
        } else if (isOfWord(text[at])) {
            while (end < text.size() && isOfWord(text[end]))
                ++end;
            if (const QByteArrayView word = text.sliced(at, end - at); isValue(word)) {
                letter.form += placeholderMark;
                letter.values.append(word).append('\n');
                at = end;
                continue;
            }
        }
        letter.form.append(text.sliced(at, end - at));
        at = end;
    }
    return letter;
}

//! Gives the values one after the other.
class ValueReader
{
public:
    explicit ValueReader(QByteArrayView values) : m_values(values) {}
    [[nodiscard]] bool atEnd() const { return m_at >= m_values.size(); }
    [[nodiscard]] QByteArrayView next()
    {
        const qsizetype end = m_values.indexOf('\n', m_at);
        const QByteArrayView value = m_values.sliced(m_at, (end < 0 ? m_values.size() : end) - m_at);
        m_at += value.size() + 1;
        return value;
    }

private:
    QByteArrayView m_values;
    qsizetype m_at = 0;
};

} // namespace

TextTemplate readLetter(QByteArrayView text)
{
    return takeApart(text, false);
}

TextTemplate readHtmlLetter(QByteArrayView html)
{
    return takeApart(html, true);
}

QByteArray filledIn(const TextTemplate &letter)
{
    return filledIn(letter.form, letter.values);
}

QByteArray filledIn(const QByteArray &form, const QByteArray &values)
{
    if (values.isEmpty())
        return form;
    QByteArray text;
    text.reserve(form.size() + values.size());
    ValueReader reader(values);
    qsizetype at = 0;
    for (qsizetype found; !reader.atEnd() && (found = form.indexOf(placeholderMark, at)) >= 0;
         at = found + placeholderMark.size())
        text.append(QByteArrayView(form).sliced(at, found - at)).append(reader.next());
    return text.append(QByteArrayView(form).sliced(at));
}

PlainForm::PlainForm(const QByteArray &form)
{
    QString numbered = QString::fromUtf8(form);
    const bool whole = std::ranges::any_of(
        numbered, [](QChar c) { return c >= privateFirst && c <= privateLast && c != TextTemplate::Blank; });
    qsizetype count = 0;
    for (QChar &character : numbered) {
        if (character == TextTemplate::Blank && !whole && count < mostNumbered)
            character = QChar(static_cast<char16_t>(firstNumbered + count++));
    }
    const QString plain = safeHtml(numbered).text;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < plain.size(); ++at) {
        const int number = plain[at].unicode() - firstNumbered;
        if (number < 0 || number >= count)
            continue;
        m_pieces.push_back(plain.sliced(begin, at - begin));
        m_valueAt.push_back(number);
        begin = at + 1;
    }
    m_pieces.push_back(plain.sliced(begin));
    m_showsAll = static_cast<qsizetype>(m_valueAt.size()) == count;
}

} // namespace linterna

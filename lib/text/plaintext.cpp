// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/plaintext.h"

#include "lib/text/safehtml.h"

#include <optional>

namespace linterna {

namespace {

//! Largest text for the fast way: beyond these numbers the limits of lib/text/htmltree.h may count.
constexpr qsizetype longestText = 20'000;
constexpr int mostTags = 100;

//! Whether safeHtml() hands the character on as it is, or collapses it as white space. Only for the characters that
//! status texts are made of.
bool isOrdinary(char16_t c)
{
    return (c >= 0x20 && c <= 0x7E) || (c >= 0xA0 && c <= 0x24F) || (c >= 0x2010 && c <= 0x2027) || c == u'\t'
        || c == u'\n' || c == u'\r' || c == u'\f';
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
}

bool isWordLetter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
}

//! Reads one tag of an anchor to the letter; a tag that a parser could understand in another way is refused.
class AnchorTag
{
public:
    AnchorTag(QStringView text, qsizetype at) : m_text(text), m_at(at) {}

    //! Position behind the tag; empty where it is no such tag.
    std::optional<qsizetype> end()
    {
        if (m_text.sliced(m_at).startsWith(u"</a>"))
            return m_at + 4;
        if (!m_text.sliced(m_at).startsWith(u"<a"))
            return {};
        m_at += 2;
        while (true) {
            const bool spaced = skip(isBlank) > 0;
            if (next() == u'>')
                return m_at + 1;
            if (!spaced || !attribute())
                return {};
        }
    }

private:
    [[nodiscard]] QChar next() const { return m_at < m_text.size() ? m_text[m_at] : QChar(); }
    qsizetype skip(bool (*wanted)(QChar))
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && wanted(m_text[m_at]))
            ++m_at;
        return m_at - from;
    }
    //! name="value"
    bool attribute()
    {
        if (skip(isWordLetter) == 0 || !m_text.sliced(m_at).startsWith(u"=\""))
            return false;
        m_at += 2;
        skip([](QChar c) { return c != u'"' && c != u'<' && c != u'>'; });
        if (next() != u'"')
            return false;
        ++m_at;
        return true;
    }

    QStringView m_text;
    qsizetype m_at;
};

//! The plain text; empty where the text holds more than words and anchors.
std::optional<QString> simpleText(const QString &text)
{
    if (text.size() > longestText)
        return {};
    QString words(text.size(), Qt::Uninitialized);
    QChar *out = words.data();
    bool space = false;
    int tags = 0;
    for (qsizetype i = 0; i < text.size();) {
        const QChar c = text[i];
        if (!isOrdinary(c.unicode()) || c == u'&')
            return {};
        if (c == u'<') {
            const auto behind = AnchorTag(text, i).end();
            if (!behind || ++tags > mostTags)
                return {};
            i = *behind;
            continue;
        }
        ++i;
        if (isBlank(c)) {
            space = true;
            continue;
        }
        if (space && out != words.constData())
            *out++ = u' ';
        space = false;
        *out++ = c == QChar(QChar::Nbsp) ? QChar(u' ') : c;
    }
    words.truncate(out - words.constData());
    return words;
}

} // namespace

QString plainText(const QString &untrusted)
{
    const std::optional<QString> simple = simpleText(untrusted);
    return simple ? *simple : safeHtml(untrusted).text;
}

QString plainTitle(const QString &untrusted)
{
    return plainText(untrusted).simplified();
}

} // namespace linterna

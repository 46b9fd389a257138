// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptcharacters.h"

namespace linterna::receiptcharacters {

namespace {

bool isDash(char32_t c)
{
    // The minus sign, the bullet that is a hyphen, and the Japanese long vowel marks, which an input method gives for a
    // hyphen between full-width characters.
    return QChar::category(c) == QChar::Punctuation_Dash || c == U'\u2212' || c == U'\u2043' || c == U'\u30FC'
        || c == U'\uFF70';
}

bool isDot(QChar c)
{
    // The full stop, and those that stand in the middle or belong to East Asian writing. Not the ellipsis: it says that
    // something was left out.
    static constexpr QStringView dots(u".\u00B7\u2022\u2024\u2027\u22C5\u3002\u30FB\uFF61\uFF65");
    return dots.contains(c);
}

char32_t plainOf(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (QChar::isSpace(c))
        return U' ';
    return isDash(c) ? U'-' : c;
}

} // namespace

char32_t characterAt(QStringView text, qsizetype position)
{
    const QChar c = text[position];
    if (c.isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(c, text[position + 1]);
    return c.unicode();
}

QString plain(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].unicode() > 0x20 && text[i].unicode() < 0x7F) {
            out += text[i];
            continue;
        }
        const char32_t c = characterAt(text, i);
        // A right-to-left override stays, and is refused by name: it turns digits round, so that the eye reads another
        // number there.
        if (QChar::category(c) != QChar::Other_Format || c == U'\u202E')
            out += QChar::fromUcs4(plainOf(c));
        if (QChar::requiresSurrogates(c))
            ++i;
    }
    return out;
}

QString withoutSeparators(QStringView text)
{
    QString out = plain(text);
    out.removeIf([](QChar c) { return c == u' ' || c == u'-' || isDot(c); });
    return out;
}

} // namespace linterna::receiptcharacters

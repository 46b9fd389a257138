// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/characters.h"

namespace linterna {

namespace {

constexpr QChar replacement(QChar::ReplacementCharacter);

bool isLoneSurrogate(QStringView text, qsizetype i)
{
    if (text[i].isHighSurrogate())
        return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
    return text[i].isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate());
}

bool isControl(char16_t c)
{
    const bool space = c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
    return (c < 0x20 && !space) || (c >= 0x7F && c <= 0x9F);
}

bool isBidiControl(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

//! Object replacement character, noncharacters of the basic plane.
bool isMarkOfDocuments(char16_t c)
{
    return c == 0xFFFC || c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

template<class Unfit>
QString replaced(const QString &text, Unfit unfit)
{
    QString out = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (unfit(text, i))
            out[i] = replacement;
    }
    return out;
}

} // namespace

QString wellFormed(const QString &text)
{
    return replaced(text, [](QStringView all, qsizetype i) { return all[i].isNull() || isLoneSurrogate(all, i); });
}

QString showable(const QString &text)
{
    return replaced(text, [](QStringView all, qsizetype i) {
        const char16_t c = all[i].unicode();
        return isControl(c) || isBidiControl(c) || isMarkOfDocuments(c) || isLoneSurrogate(all, i);
    });
}

QString oneLine(const QString &text, qsizetype most)
{
    QString line = showable(text).simplified();
    if (line.size() <= most)
        return line;
    line.truncate(most - 1);
    if (line.back().isHighSurrogate())
        line.chop(1);
    return line.trimmed() + u'…';
}

} // namespace linterna

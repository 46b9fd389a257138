// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/characters.h"

namespace linterna {
namespace {

constexpr QChar replacement(QChar::ReplacementCharacter);
constexpr QChar wordJoiner(0x2060);

bool isLoneSurrogate(QStringView text, qsizetype i)
{
    if (text[i].isHighSurrogate())
        return i + 1 == text.size() || !text[i + 1].isLowSurrogate();
    return text[i].isLowSurrogate() && (i == 0 || !text[i - 1].isHighSurrogate());
}

bool isControlUnit(char16_t c)
{
    const bool space = c == u'\t' || c == u'\n' || c == u'\f' || c == u'\r';
    return (c < 0x20 && !space) || (c >= 0x7F && c <= 0x9F);
}

bool isBidiControl(char16_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

//! Whether Qt's text documents use the character as a mark: the object replacement character, and the noncharacters of
//! the basic plane.
bool isMarkOfDocuments(char16_t c)
{
    return c == 0xFFFC || c >= 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

//! A byte order mark becomes a word joiner: inside a text it is an old way to write one, and at the start of a text it
//! does not come back from UTF-8.
QChar wellFormedAt(QStringView text, qsizetype i)
{
    if (text[i] == QChar::ByteOrderMark)
        return wordJoiner;
    return text[i].isNull() || isLoneSurrogate(text, i) ? replacement : text[i];
}

QChar showableAt(QStringView text, qsizetype i)
{
    const char16_t c = text[i].unicode();
    return isControlUnit(c) || isBidiControl(c) || isMarkOfDocuments(c) ? replacement : wellFormedAt(text, i);
}

QString replaced(const QString &text, QChar (*fit)(QStringView, qsizetype))
{
    QString out = text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const QChar fitting = fit(text, i); fitting != text[i])
            out[i] = fitting;
    }
    return out;
}

} // namespace

QString wellFormed(const QString &text)
{
    // Nearly every text of every reply is, and is handed on as it is.
    const bool isWellFormed =
        text.isValidUtf16() && !text.contains(QChar::Null) && !text.contains(QChar::ByteOrderMark);
    return isWellFormed ? text : replaced(text, wellFormedAt);
}

QString showable(const QString &text)
{
    return replaced(text, showableAt);
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

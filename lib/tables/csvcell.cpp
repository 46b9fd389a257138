// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvcell.h"

#include "lib/text/characters.h"

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView formulaStarts = u"=+-@\t\r\n＝＋－＠";
//! Most characters of a text that may be a value.
constexpr qsizetype longestCellValue = 60;
//! Characters of a word that are compared: more than the longest of the words below has.
constexpr qsizetype longestWord = 10;

//! Words that may stand in a date, in lower case; and those that may stand behind a digit in a date, time or number.
constexpr std::array monthNames{
    QStringView(u"jan"),        QStringView(u"feb"),       QStringView(u"mar"),      QStringView(u"apr"),
    QStringView(u"may"),        QStringView(u"jun"),       QStringView(u"jul"),      QStringView(u"aug"),
    QStringView(u"sep"),        QStringView(u"sept"),      QStringView(u"oct"),      QStringView(u"nov"),
    QStringView(u"dec"),        QStringView(u"ene"),       QStringView(u"abr"),      QStringView(u"ago"),
    QStringView(u"dic"),        QStringView(u"january"),   QStringView(u"february"), QStringView(u"march"),
    QStringView(u"april"),      QStringView(u"june"),      QStringView(u"july"),     QStringView(u"august"),
    QStringView(u"september"),  QStringView(u"october"),   QStringView(u"november"), QStringView(u"december"),
    QStringView(u"enero"),      QStringView(u"febrero"),   QStringView(u"marzo"),    QStringView(u"abril"),
    QStringView(u"mayo"),       QStringView(u"junio"),     QStringView(u"julio"),    QStringView(u"agosto"),
    QStringView(u"septiembre"), QStringView(u"setiembre"), QStringView(u"octubre"),  QStringView(u"noviembre"),
    QStringView(u"diciembre")};
constexpr std::array behindDigits{QStringView(u"e"),  QStringView(u"am"), QStringView(u"pm"), QStringView(u"a"),
                                  QStringView(u"p"),  QStringView(u"m"),  QStringView(u"t"),  QStringView(u"z"),
                                  QStringView(u"de"), QStringView(u"del")};
constexpr std::array truthWords{QStringView(u"true"), QStringView(u"false"), QStringView(u"verdadero"),
                                QStringView(u"falso")};

bool isSkipped(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format;
}

bool isAsciiWordCharacter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isDangerous(QStringView text)
{
    for (const QChar character : text) {
        if (isAsciiWordCharacter(character)) // nearly every text
            return false;
        if (formulaStarts.contains(character))
            return true;
        if (!isSkipped(character))
            return false;
    }
    return false;
}

QStringView behindApostrophes(QStringView text)
{
    const auto behind = std::ranges::find_if(text, [](QChar character) { return character != u'\''; });
    return QStringView(behind, text.end());
}

bool needsApostrophe(QStringView text, CsvCell kind)
{
    const QStringView behind = behindApostrophes(text);
    return isDangerous(behind) || (kind == CsvCell::Text && looksLikeValue(behind));
}

QString withoutApostrophe(const QString &cell, CsvCell kind)
{
    return cell.startsWith(u'\'') && needsApostrophe(cell, kind) ? cell.sliced(1) : cell;
}

bool needsQuoting(QChar c)
{
    return c == u',' || c == u'"' || c == u'\r' || c == u'\n' || c == u'\t' || c == u';';
}

bool needsQuotes(QStringView text, bool apostrophe)
{
    return !text.isEmpty()
        && ((!apostrophe && text.front().isSpace()) || text.back().isSpace()
            || std::ranges::any_of(text, needsQuoting));
}

template<std::size_t n>
bool isOneOf(QStringView word, const std::array<QStringView, n> &words)
{
    if (word.size() > longestWord)
        return false;
    return std::ranges::any_of(words, [&](QStringView known) {
        return known.size() == word.size() && known.compare(word, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

QString defusedCell(const QString &text)
{
    return needsApostrophe(text, CsvCell::Value) ? u'\'' + text : text;
}

QString originalCell(const QString &cell)
{
    return withoutApostrophe(cell, CsvCell::Value);
}

QString originalTextCell(const QString &cell)
{
    return withoutApostrophe(cell, CsvCell::Text);
}

bool looksLikeValue(QStringView text)
{
    if (text.size() > longestCellValue)
        return false;
    if (isOneOf(text.trimmed(), truthWords))
        return true;
    bool digits = false;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && text[end].isLetter())
            ++end;
        const QStringView word = text.sliced(i, end - i);
        if (!word.isEmpty() && !isOneOf(word, monthNames) && !(digits && isOneOf(word, behindDigits)))
            return false;
        digits = digits || (end == i && text[i].isNumber());
        i = std::max(end, i + 1);
    }
    return digits;
}

void appendCsvCell(QByteArray &line, QStringView text, CsvCell kind, bool quoted)
{
    const bool apostrophe = needsApostrophe(text, kind);
    quoted = quoted || needsQuotes(text, apostrophe);
    line += quoted ? "\"" : "";
    line += apostrophe ? "'" : "";
    const QByteArray utf8 = wellFormed(text.toString()).toUtf8();
    line += utf8.contains('"') ? QByteArray(utf8).replace('"', "\"\"") : utf8;
    line += quoted ? "\"" : "";
}

void appendQuotedCsvCell(QByteArray &line, const QByteArray &utf8)
{
    line += '"' + QByteArray(utf8).replace('"', "\"\"") + '"';
}

} // namespace linterna

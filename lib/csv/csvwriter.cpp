// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvwriter.h"

#include "text/characters.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView formulaStarts = u"=+-@\t\r\n＝＋－＠";

bool isSkipped(QChar character)
{
    return character.isSpace() || character.category() == QChar::Other_Format;
}

bool isDangerous(QStringView text)
{
    for (const QChar character : text) {
        if (formulaStarts.contains(character))
            return true;
        if (!isSkipped(character))
            return false;
    }
    return false;
}

bool isDangerousBehindApostrophes(const QString &text)
{
    const auto behind = std::ranges::find_if(text, [](QChar character) { return character != u'\''; });
    return isDangerous(QStringView(behind, text.cend()));
}

bool needsQuotes(const QString &cell)
{
    return !cell.isEmpty()
           && (cell.front().isSpace() || cell.back().isSpace()
               || std::ranges::any_of(cell, [](QChar character) { return u",\"\r\n\t;"_s.contains(character); }));
}

QString quoted(QString cell)
{
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString defusedCell(const QString &text)
{
    return isDangerousBehindApostrophes(text) ? u'\'' + text : text;
}

QString originalCell(const QString &cell)
{
    return cell.startsWith(u'\'') && isDangerousBehindApostrophes(cell) ? cell.sliced(1) : cell;
}

bool CsvWriter::writeRow(const QStringList &cells)
{
    QStringList written;
    for (const QString &text : cells) {
        const QString cell = defusedCell(wellFormed(text));
        written << (needsQuotes(cell) || cells.size() == 1 ? quoted(cell) : cell); // an empty line would be no cell
    }
    const QByteArray bytes = (m_bytes == 0 ? "\xef\xbb\xbf"_ba : ""_ba) + written.join(u',').toUtf8() + "\r\n";
    const bool whole = m_device.write(bytes) == bytes.size();
    m_bytes += bytes.size();
    return whole;
}

} // namespace linterna

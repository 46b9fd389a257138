// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvreader.h"
#include "lib/tables/csvwriter.h"
#include "tests/fuzz/fuzzing.h"

#include <QBuffer>

#include <vector>

using namespace linterna;
using namespace linterna::test;

namespace fuzz_csv {

namespace {

constexpr qsizetype longestRow = 2000;
constexpr qsizetype mostCells = 50;

struct Read {
    std::vector<QStringList> rows;
    std::optional<CsvProblem> problem;
    bool operator==(const Read &) const = default;
};

//! Gives `atOnce` bytes at a time: blocks end anywhere.
class Trickle : public QBuffer
{
public:
    Trickle(QByteArray *bytes, qint64 atOnce) : QBuffer(bytes), m_atOnce(atOnce) {}

protected:
    qint64 readData(char *data, qint64 size) override { return QBuffer::readData(data, std::min(size, m_atOnce)); }

private:
    qint64 m_atOnce;
};

Read readAll(QByteArray bytes, const CsvReader::Rules &rules, qint64 atOnce)
{
    Trickle device(&bytes, atOnce);
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    CsvReader reader(device, rules);
    Read read;
    qint64 row = 0;
    while (const auto cells = reader.readRow()) {
        promise(!cells->isEmpty() && cells->size() <= mostCells, "a row has cells, and not too many");
        qsizetype length = 0;
        for (const QString &cell : *cells) {
            promise(isWhole(cell) && !cell.contains(QChar::Null), "cells are text");
            length += cell.size();
        }
        promise(length <= 2 * longestRow, "a row has its bound"); // in UTF-16 units, two a character at the most
        promise(reader.row() > row, "rows are counted");
        row = reader.row();
        read.rows.push_back(*cells);
    }
    read.problem = reader.problem();
    if (read.problem) {
        promise(read.problem->kind != CsvProblem::Kind::ReadFailed, "the device was well");
        promise(read.problem->row > 0 && read.problem->line > 0, "a place to look at");
        promise(read.problem->row <= bytes.size() + 1 && read.problem->line <= bytes.size() + 1, "inside the file");
    }
    return read;
}

QByteArray written(const std::vector<QStringList> &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : rows)
        promise(writer.writeRow(row), "a buffer takes all");
    return buffer.data();
}

bool looksLikeSeparatorLine(const QStringList &row)
{
    return row.size() == 1 && row.front().startsWith(QLatin1StringView("sep="), Qt::CaseInsensitive);
}

} // namespace

//! The first byte chooses the rules, the others are the file.
int tryOnce(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    CsvReader::Rules rules{.longestRow = longestRow, .mostCells = mostCells};
    if (data[0] & 1)
        rules.separator = QLatin1Char(data[0] & 2 ? ';' : '\t');
    if (data[0] & 4)
        rules.encoding = data[0] & 8 ? CsvEncoding::Windows1252 : CsvEncoding::Utf8;
    const QByteArray bytes = bytesOf(data + 1, size - 1);
    const Read read = readAll(bytes, rules, 1 << 20);
    promise(readAll(bytes, rules, 1 + data[0] % 5) == read, "the same in small pieces");

    // What was read can be written and read again, and comes back as it was, apostrophes against formulas apart.
    rules = {.separator = QLatin1Char(','), .longestRow = 20 * longestRow, .mostCells = mostCells};
    Read again = readAll(written(read.rows), rules, 1 << 20);
    promise(!again.problem, "what we wrote can be read");
    for (QStringList &row : again.rows) {
        for (QString &cell : row)
            cell = originalCell(cell);
    }
    if (!read.rows.empty() && !looksLikeSeparatorLine(read.rows.front()))
        promise(again.rows == read.rows, "no text is lost on the way");
    return 0;
}

LINTERNA_FUZZ_TARGET(fuzz_csv, tryOnce)

} // namespace fuzz_csv

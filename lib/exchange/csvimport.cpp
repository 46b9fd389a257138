// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/csvimport.h"

#include "lib/exchange/exportcolumns.h"
#include "lib/tables/csvcell.h"

#include <algorithm>

namespace linterna {

using ImportKind = ImportProblem::Kind;

namespace {

//! A table with at least this many of our columns is an export of ours.
constexpr qsizetype oursFrom = 3;

bool isOurHeading(const QString &column)
{
    return std::ranges::any_of(exportColumns(), [&](const ExportColumn &known) { return column == known.name; });
}

} // namespace

CsvImport::CsvImport(const QString &file) : RecordImport(file), m_device(file) {}

RecordImport::NextCheck CsvImport::nextCheck()
{
    if (!m_reader) {
        if (auto problem = begin())
            return *problem;
    }
    const std::optional<QStringList> cells = m_reader->readRow();
    if (m_strayCells != m_reader->strayCells()) {
        m_strayCells = m_reader->strayCells();
        m_strayMarks = m_reader->strayMarks();
    }
    if (!cells) {
        auto problem = readerProblem();
        return problem ? NextCheck(*problem) : NextCheck(std::optional<QByteArray>());
    }
    // A row that is too short gives an empty text, which is no check.
    return std::optional(originalCell(cells->value(m_checkColumn)).toUtf8());
}

std::optional<ImportProblem> CsvImport::begin()
{
    if (!m_device.open(QIODevice::ReadOnly))
        return ImportProblem{.kind = ImportKind::Unreadable, .what = m_device.errorString()};
    m_reader = std::make_unique<CsvReader>(m_device, CsvReader::Rules{.longestRow = LongestCheck});
    return readHeader();
}

std::optional<ImportProblem> CsvImport::readHeader()
{
    const std::optional<QStringList> names = m_reader->readRow();
    if (!names) {
        auto problem = readerProblem();
        return problem ? problem : ImportProblem{.kind = ImportKind::Empty};
    }
    qsizetype ours = 0;
    for (qsizetype i = 0; i < names->size(); ++i) {
        const QString name = (*names)[i].trimmed();
        if (name == CheckColumn)
            m_checkColumn = i;
        else if (isOurHeading(name))
            ++ours;
        else
            m_unknownColumns << name;
    }
    if (m_checkColumn >= 0)
        return {};
    if (ours >= oursFrom)
        return ImportProblem{.kind = ImportKind::Everyday};
    return ImportProblem{.kind = ImportKind::NotAnExport, .what = CheckColumn};
}

std::optional<ImportProblem> CsvImport::readerProblem() const
{
    const std::optional<CsvProblem> &problem = m_reader->problem();
    if (!problem)
        return {};
    if (problem->kind == CsvProblem::Kind::ReadFailed)
        return ImportProblem{.kind = ImportKind::Unreadable, .row = problem->row, .what = m_device.errorString()};
    return ImportProblem{.kind = ImportKind::BrokenCsv, .row = problem->row, .csv = problem};
}

} // namespace linterna

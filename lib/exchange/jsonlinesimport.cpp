// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/jsonlinesimport.h"

#include "lib/tables/csvwriter.h"

namespace linterna {

using ImportKind = ImportProblem::Kind;

JsonLinesImport::JsonLinesImport(const QString &file) : RecordImport(file), m_device(file) {}

RecordImport::NextCheck JsonLinesImport::nextCheck()
{
    if (!m_device.isOpen() && !m_device.open(QIODevice::ReadOnly))
        return ImportProblem{.kind = ImportKind::Unreadable, .what = m_device.errorString()};
    while (true) {
        QByteArray line = m_device.readLine(LongestCheck);
        if (line.isEmpty() && m_device.error() != QFileDevice::NoError)
            return ImportProblem{.kind = ImportKind::Unreadable, .row = m_line, .what = m_device.errorString()};
        if (line.isEmpty())
            return std::optional<QByteArray>();
        ++m_line;
        if (line.size() >= LongestCheck - 1)
            return ImportProblem{.kind = ImportKind::TooLong, .row = m_line};
        if (m_line == 1 && line.startsWith(CsvMark))
            line.remove(0, 3);
        line = line.trimmed();
        if (!line.isEmpty())
            return std::optional(std::move(line));
    }
}

} // namespace linterna

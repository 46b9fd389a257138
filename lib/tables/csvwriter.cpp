// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvwriter.h"

namespace linterna {

bool CsvWriter::writeRow(const QStringList &cells)
{
    m_line.resize(0); // keeps its capacity
    if (m_bytes == 0)
        m_line += CsvMark;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_line += ',';
        appendCsvCell(m_line, cells[i], CsvCell::Value, cells.size() == 1); // an empty line would be no cell
    }
    m_line += "\r\n";
    m_bytes += m_line.size();
    return m_device.write(m_line) == m_line.size();
}

} // namespace linterna

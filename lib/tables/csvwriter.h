// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tables/csvcell.h"

#include <QIODevice>
#include <QStringList>

namespace linterna {

//! Writes CSV: RFC 4180 with CRLF, UTF-8 behind a byte order mark. Each cell is defused and quoted as appendCsvCell()
//! says.
class CsvWriter
{
public:
    explicit CsvWriter(QIODevice &device) : m_device(device) {}
    //! False when the device took less than the whole line: nothing that was written so far may then be trusted, even
    //! if what comes later seems to succeed.
    [[nodiscard]] bool writeRow(const QStringList &cells);
    //! Bytes written so far, the byte order mark included.
    [[nodiscard]] qint64 bytesWritten() const { return m_bytes; }

private:
    QIODevice &m_device;
    QByteArray m_line;
    qint64 m_bytes = 0;
};

//! The byte order mark that begins a CSV file.
constexpr char CsvMark[] = "\xef\xbb\xbf";

} // namespace linterna

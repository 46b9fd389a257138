// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QStringList>

namespace linterna {

//! `text` so that no spreadsheet runs it as a formula. A text is dangerous when its first character is one of
//! = + - @ TAB CR LF or a full-width ＝ ＋ － ＠, white space and invisible marks before it not counted. Such a text gets
//! an apostrophe in front; so does one that already begins with apostrophes before something dangerous, so that
//! nothing is lost: originalCell() takes one apostrophe away where something dangerous stands behind them.
[[nodiscard]] QString defusedCell(const QString &text);

//! The inverse: the text that defusedCell() made `cell` of. A cell that it never wrote stays as it is.
[[nodiscard]] QString originalCell(const QString &cell);

//! Writes CSV: RFC 4180 with CRLF, UTF-8 behind a byte order mark. Each cell is defused, and quoted where it holds a
//! comma, quote, line break, tab, semicolon (the separator of other countries) or white space at an end. What
//! cannot travel is replaced as wellFormed() has it: NUL, at which readers stop, and half of a surrogate pair, which is
//! no UTF-8, by U+FFFD; a byte order mark inside a cell by U+2060.
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
    qint64 m_bytes = 0;
};

} // namespace linterna

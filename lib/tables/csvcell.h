// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace linterna {

//! `text` so that no spreadsheet runs it as a formula. A text is dangerous when its first character is one of
//! = + - @ TAB CR LF or a full-width ＝ ＋ － ＠, white space and invisible marks before it not counted. Such a text gets
//! an apostrophe in front; so does one that already begins with apostrophes before something dangerous, so that
//! nothing is lost: originalCell() takes one apostrophe away where something dangerous stands behind them.
[[nodiscard]] QString defusedCell(const QString &text);

//! The inverse of defusedCell(). A cell that defusedCell() never wrote stays as it is.
[[nodiscard]] QString originalCell(const QString &cell);

//! What a cell holds, for the spreadsheet that opens it.
enum class CsvCell {
    //! A number, a date, a word of ours: a spreadsheet may take it for what it is.
    Value,
    //! A text, which must stay one. By default LibreOffice 7.4 and its like read "00017" as 17, "1/2" and "3 May" as
    //! dates, "12345678901234567890" as 1.23456789012346E+019 and "1E5" as 100000, in quotation marks or not: those
    //! count only for who ticks "format quoted field as text" while opening. A formula that gives a text is a formula.
    //! What is left is a character in front, so what looks like such a value (looksLikeValue()) gets the apostrophe of
    //! defusedCell() too, and originalTextCell() takes it away by the same rule. The apostrophe shows in the cell.
    //! tests/desktop/test_spreadsheet.cpp opens such cells in LibreOffice.
    Text,
};

//! Whether a spreadsheet that reads English or Spanish may take `text` for a number, date, time or truth value: digits
//! of any script with no letters around but those of months, a.m. and p.m. and the like; or a word for true or false.
//! Says yes rather too often than too rarely.
[[nodiscard]] bool looksLikeValue(QStringView text);

//! The inverse of what CsvCell::Text does to a cell.
[[nodiscard]] QString originalTextCell(const QString &cell);

//! Appends `text` as one cell of RFC 4180 in UTF-8: defused, and in quotation marks where it holds a comma, quotation
//! mark, line break, tab, semicolon (the separator of other countries) or white space at an end, or where `quoted` asks
//! for them. Characters that UTF-8 cannot carry are replaced as wellFormed() does it.
void appendCsvCell(QByteArray &line, QStringView text, CsvCell kind = CsvCell::Value, bool quoted = false);

//! Appends text in UTF-8 that begins with nothing dangerous and holds no NUL, in quotation marks.
void appendQuotedCsvCell(QByteArray &line, const QByteArray &utf8);

} // namespace linterna

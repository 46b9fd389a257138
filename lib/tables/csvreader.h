// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tables/csvtext.h"

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace linterna {

//! Why a CSV file is read no further.
struct CsvProblem {
    enum class Kind {
        RowTooLong,   //!< More characters or cells than Rules allow; the place is where the row begins. Often a
                      //!< quotation mark that nobody closed.
        NulCharacter, //!< No text: a spreadsheet's own file, or UTF-16 without a byte order mark.
        Undecodable,  //!< Not in the encoding that the file seemed to be in (CsvText).
        ReadFailed,   //!< The device failed; its errorString() says why.
    };
    Kind kind = Kind::ReadFailed;
    //! The row, as spreadsheets number them: from 1, empty lines and the header included, a first line "sep=;" not.
    qint64 row = 0;
    //! The line, as text editors number them: from 1.
    qint64 line = 0;
    bool operator==(const CsvProblem &) const = default;
};

//! A cell with a quotation mark that does not belong where it stands. It was read all the same, and is worth a look.
struct CsvStrayMark {
    enum class Kind {
        Inside,    //!< The mark is in an unquoted cell, or in a quoted one but not doubled or with spaces beside it.
        NotClosed, //!< The file ends inside a quoted cell; the place is where it begins.
    };
    Kind kind = Kind::Inside;
    //! Where the cell stands, as in CsvProblem.
    qint64 row = 0;
    qint64 line = 0;
    bool operator==(const CsvStrayMark &) const = default;
};

//! Reads CSV, the counterpart of CsvWriter: RFC 4180, and what spreadsheets of both countries write. Cells are parted
//! by comma, semicolon or tab; rows end with CRLF, LF or CR; a cell in quotation marks may hold all of these, and a
//! mark doubled. Empty lines are no rows. Cells come as they are, apostrophes of defusedCell() included
//! (originalCell()), but for a byte order mark inside, which becomes U+2060 (wellFormed()).
//!
//! The separator is the caller's; else what a first line "sep=;" says, which is no row in either case; else the one
//! that stands most often in the first row outside of quotation marks, and of equals tab before semicolon before comma:
//! the rarer in a text. Nothing found: comma.
//!
//! Stray quotation marks are read as LibreOffice reads them, and told by strayMarks(). A mark inside a cell is a part
//! of its text. A mark closes a quoted cell only before a separator or the end of the line, spaces between them apart.
//! Where none does, the cell never was quoted: it ends at the next separator or the end of its line, with all of its
//! marks.
//!
//! Holds one row and 64 kB of the file. A problem ends the reading: rows that came before it may be right, and a caller
//! who imports takes all or nothing.
class CsvReader
{
public:
    //! Most characters of a row, separators and quotation marks included.
    static constexpr qsizetype LongestRow = 1'000'000;
    static constexpr qsizetype MostCells = 10'000;

    struct Rules {
        //! Any character but a quotation mark or a line break; empty: found out from the file.
        std::optional<QChar> separator = {};
        std::optional<CsvEncoding> encoding = {};
        qsizetype longestRow = LongestRow;
        qsizetype mostCells = MostCells;
    };
    explicit CsvReader(QIODevice &device) : CsvReader(device, Rules()) {}
    CsvReader(QIODevice &device, const Rules &rules);

    //! The next row, one cell at least; empty at the end of the file and where there is a problem().
    [[nodiscard]] std::optional<QStringList> readRow();
    [[nodiscard]] const std::optional<CsvProblem> &problem() const { return m_problem; }
    //! Stray marks in the cells read so far; only the first of many: strayCells() counts them all.
    [[nodiscard]] const std::vector<CsvStrayMark> &strayMarks() const { return m_strayMarks; }
    [[nodiscard]] qint64 strayCells() const { return m_strayCells; }
    //! Number of the row that was read last, see CsvProblem::row. 0 before the first.
    [[nodiscard]] qint64 row() const { return m_row; }
    //! The separator; known once a row was read.
    [[nodiscard]] QChar separator() const { return QChar(static_cast<char16_t>(m_separator)); }
    //! The encoding, as far as it is known by now.
    [[nodiscard]] CsvEncoding encoding() const { return m_text.encoding(); }

private:
    void begin();
    void gatherFirstRow();
    bool takeSeparatorLine();
    [[nodiscard]] char32_t mostFrequentSeparator() const;
    char32_t peek();
    char32_t take();
    void stop(CsvProblem::Kind kind);
    void stopAtRowStart(CsvProblem::Kind kind);
    void stopAtSpecial(char32_t special);
    bool isLineBreak(char32_t character);
    bool readCells(QStringList &cells);
    char32_t readCell(char32_t first, QString &cell);
    char32_t readPlainCell(char32_t first, QString &cell, bool told = false);
    std::optional<char32_t> readQuotedCell(QString &cell, qint64 &strayLine);
    void noteStray(CsvStrayMark::Kind kind, qint64 line);

    Rules m_rules;
    CsvText m_text;
    //! Characters that were read already, to find the separator.
    std::u32string m_ahead;
    std::size_t m_aheadAt = 0;
    char32_t m_separator = U',';
    char32_t m_previous = 0;
    qsizetype m_length = 0;
    qint64 m_row = 0;
    qint64 m_line = 1;
    qint64 m_rowLine = 1;
    bool m_begun = false;
    bool m_ended = false;
    //! What a quoted cell was read from, to read it again where it turns out not to be quoted.
    std::optional<std::u32string> m_taken;
    std::optional<CsvProblem> m_problem;
    std::vector<CsvStrayMark> m_strayMarks;
    qint64 m_strayCells = 0;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/checksource.h"
#include "lib/tables/csvreader.h"

#include <atomic>
#include <memory>

namespace linterna {

//! Why a file cannot be taken into the record.
struct ImportProblem {
    enum class Kind {
        Unreadable,  //!< The file cannot be opened or read; `what` is the system's reason.
        Empty,       //!< The file is empty.
        Everyday,    //!< An export for reading, in which not all of a check stands. A complete one is needed.
        NotAnExport, //!< Something else; `what` is the column or key that is missed.
        BrokenCsv,   //!< The CSV cannot be read; `csv` says why.
        BrokenCheck, //!< A check is cut off or changed: a spreadsheet that saved the file cuts long cells.
        WrongValue,  //!< A check or event has a wrong value; `what` is the field.
        TooLong,     //!< A check is longer than any that this program writes.
        Newer,       //!< Written by a newer version of the program.
        Misplaced,   //!< An event behind a check: two files, one behind the other.
        Altered,     //!< The record refused a check or an event that is not what it vouches for.
    };
    Kind kind = Kind::Unreadable;
    //! Where the problem is: in CSV the row, as spreadsheets number rows from 1; in JSON Lines the line. 0: the whole
    //! file.
    qint64 row = 0;
    QString what = {};
    std::optional<CsvProblem> csv = {};

    bool operator==(const ImportProblem &) const = default;
};

//! The problem in words for a log or a terminal; what a person in the window reads is made in ui/export.
[[nodiscard]] QString importProblemText(const ImportProblem &problem);

//! Reads the events and checks of a file that exportRecord() wrote as Kind::Complete. Whatever is not part of a check or
//! an event is left aside. What happened besides can be asked for when the job that reads it has ended.
class RecordImport : public CheckSource
{
public:
    //! An import of a file in either format, told apart by what the file begins with. Never null: what is wrong is said
    //! by next().
    [[nodiscard]] static std::shared_ptr<RecordImport> of(const QString &file);

    //! Error: Invalid (the detail is importProblemText(), with the name of the file before it).
    [[nodiscard]] Result<std::optional<ImportedItem>> next() final;

    //! Checks that have been given so far. May be called from any thread, at any time.
    [[nodiscard]] qint64 given() const { return m_given; }
    //! Events that have been given so far. The same holds for it.
    [[nodiscard]] qint64 events() const { return m_events; }
    [[nodiscard]] const std::optional<ImportProblem> &problem() const { return m_problem; }
    //! Why the import ended in ErrorCode::Invalid: problem() or, where there was none, that the record refused what was
    //! given to it last.
    [[nodiscard]] ImportProblem refusal() const;
    //! Columns that this program does not know, and that were not read.
    [[nodiscard]] QStringList unknownColumns() const { return m_unknownColumns; }
    //! The first of the cells with a quotation mark that does not belong where it stands; see CsvReader. How many there
    //! are is strayCells().
    [[nodiscard]] const std::vector<CsvStrayMark> &strayMarks() const { return m_strayMarks; }
    [[nodiscard]] qint64 strayCells() const { return m_strayCells; }
    //! Checks that could not be decrypted where the file was written: there is nothing of them to take in.
    [[nodiscard]] qint64 unreadable() const { return m_unreadable; }

    //! A check is at most this long: its reply and those of its requests are capped, and this is many times as much.
    static constexpr qsizetype LongestCheck = 64'000'000;

protected:
    explicit RecordImport(const QString &file) : m_file(file) {}
    //! The JSON of the next check or event; nothing at the end.
    using NextCheck = std::variant<std::optional<QByteArray>, ImportProblem>;
    [[nodiscard]] virtual NextCheck nextCheck() = 0;
    //! The row of what nextCheck() gave last, counted as ImportProblem::row.
    [[nodiscard]] virtual qint64 row() const = 0;

    const QString m_file;
    QStringList m_unknownColumns;
    std::vector<CsvStrayMark> m_strayMarks;
    qint64 m_strayCells = 0;

private:
    [[nodiscard]] Error failed(ImportProblem problem);
    //! The event or check in a line; empty for a check that could not be decrypted where it was written.
    using ReadLine = std::variant<std::optional<ImportedItem>, ImportProblem>;
    [[nodiscard]] ReadLine readLine(const QByteArray &json);

    std::optional<ImportProblem> m_problem;
    qint64 m_unreadable = 0;
    //! Row of what was given last; 0 at the end.
    qint64 m_givenRow = 0;
    std::atomic<qint64> m_given = 0;
    std::atomic<qint64> m_events = 0;
};

} // namespace linterna

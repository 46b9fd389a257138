// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/recordvisitor.h"

#include <QMap>
#include <QStringList>

namespace linterna {

//! What leaves the record, and how it is written.
struct ExportOptions {
    enum class Format {
        Csv,       //!< CSV for spreadsheets: lib/tables/csvwriter.h.
        JsonLines, //!< JSON Lines for programs: UTF-8, an object a line.
    };
    enum class Kind {
        //! What people read: plain texts, no requests and replies.
        Everyday,
        //! Everything, for moving the record to another computer: lib/exchange/recordimport.h reads it. `columns`,
        //! `headers`, `languages` and `masked` do not count. A spreadsheet that saves such a file may cut long cells.
        //! Only checks can be written so: a file with a line for each case is an everyday one. JSON Lines hold the events of
        //! the record too.
        Complete,
    };
    //! What a line of the file stands for.
    enum class Line { Check, Case };
    //! Languages of the status texts in the file.
    enum class Languages { English, Spanish, Both };

    Format format = Format::Csv;
    Kind kind = Kind::Everyday;
    Languages languages = Languages::Both;
    //! For eyes outside of the office: receipt numbers as "EAC••••••3402", in texts as well, where any other run of
    //! seven digits or more (a parcel's number, an alien registration number, a telephone number) becomes dots too.
    //! Names cannot be known by a program, so whatever may hold one is left out: client, note, tags, the long
    //! descriptions and the server's message.
    bool masked = false;
    //! Names of the columns that are wanted where a line stands for a check, and where it stands for a case; empty: all
    //! that the rest allows. In the table's own order.
    QStringList columns = {};
    QStringList caseColumns = {};
    //! What stands in CSV's first line for a column, by the column's name. The name itself where there is nothing.
    QMap<QString, QString> headers = {};
    //! A pipe, a device or an open stream is written to as it is; else only files are. Who chooses a file in a window
    //! means a file.
    bool mayStream = false;
    //! The checks or cases that are written, and who is told of the progress.
    VisitScope scope = {};

    [[nodiscard]] Line line() const { return scope.what == VisitScope::What::Cases ? Line::Case : Line::Check; }
    [[nodiscard]] bool isComplete() const { return kind == Kind::Complete && line() == Line::Check; }
};

} // namespace linterna

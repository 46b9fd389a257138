// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listrow.h"

#include <QStringList>

#include <vector>

namespace linterna {

//! Columns of the two lists. The first two show most, in two lines of text, and are shown until the person chooses.
enum class ListColumn {
    Case,   //!< First line: symbol and receipt number; second: client, form and title.
    Status, //!< First line: category, or why there was no answer; second: time.
    Client,
    Form,
    Title,
    Category,
    Confirmed, //!< In the list of cases only.
    Changed,
    Checked,
    Connection, //!< In the list of checks only.
    HttpStatus, //!< In the list of checks only.
    AskedBy,    //!< In the list of checks only.
    Tags,
    Note,
};

//! Columns that a list has, in their usual order.
[[nodiscard]] std::vector<ListColumn> columnsOf(ListKind list);
//! Heading of a column, in the language shown.
[[nodiscard]] QString columnTitle(ListColumn column, ListKind list);
//! Order that a click on the column's heading chooses; empty where the list cannot be sorted by that column.
[[nodiscard]] std::optional<ListSort> sortOf(ListColumn column);
//! Text of an order in a menu: "Newest first", "Client".
[[nodiscard]] QString sortTitle(ListSort sort, ListKind list);
//! Orders that a list can be sorted by.
[[nodiscard]] std::vector<ListSort> sortsOf(ListKind list);
//! Stable name of an order for the settings, and back; an unknown name gives Newest, not reversed.
[[nodiscard]] QString sortName(ListSort sort, bool reversed);
[[nodiscard]] std::pair<ListSort, bool> sortFromName(const QString &name);
//! Stable name of a list for the settings ("cases", "checks"), and back; an unknown name gives Cases.
[[nodiscard]] QString listName(ListKind list);
[[nodiscard]] ListKind listFromName(const QString &name);

//! Which columns are shown, in which order and how wide. ListColumn::Case is always the first.
class ColumnLayout
{
public:
    struct Shown {
        ListColumn column = ListColumn::Case;
        //! Pixels; 0: as wide as the column needs.
        int width = 0;
        bool operator==(const Shown &) const = default;
    };
    //! The usual columns: Case and Status.
    explicit ColumnLayout(ListKind list = ListKind::Cases);
    //! `settings`: as toSettings() returned it; columns that are unknown or not of this list are left out.
    ColumnLayout(ListKind list, const QStringList &settings);

    [[nodiscard]] QStringList toSettings() const;
    [[nodiscard]] const std::vector<Shown> &shown() const { return m_shown; }
    [[nodiscard]] bool shows(ListColumn column) const;
    //! Shows a column as the last one, or hides it. Case cannot be hidden.
    void setShown(ListColumn column, bool shown);
    //! Moves the column at `from` to where the one at `to` stands. Case stays the first.
    void move(int from, int to);
    void setWidth(int index, int width);

    bool operator==(const ColumnLayout &) const = default;

private:
    ListKind m_list;
    std::vector<Shown> m_shown;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <QStringList>

#include <vector>

namespace linterna {

//! What a column of the lists can show. The first two say the most in two lines and are there from the start.
enum class ListColumn {
    Case,   //!< Symbol, receipt number; client, form and title.
    Status, //!< Category or why there was no answer; when.
    Client,
    Form,
    Title,
    Category,
    Confirmed, //!< Cases.
    Changed,
    Checked,
    Connection, //!< Checks.
    HttpStatus, //!< Checks.
    AskedBy,    //!< Checks.
    Tags,
    Note,
};

//! Those that a list has, in their usual order.
[[nodiscard]] std::vector<ListColumn> columnsOf(ListKind list);
//! The heading, in the language shown.
[[nodiscard]] QString columnTitle(ListColumn column, ListKind list);
//! What a click on the heading sorts by; empty where the list cannot be sorted by it.
[[nodiscard]] std::optional<HistorySort> sortOf(ListColumn column);
//! "Newest first", "Client", as a choice in a menu.
[[nodiscard]] QString sortTitle(HistorySort sort, ListKind list);
//! Those that a list can be sorted by.
[[nodiscard]] std::vector<HistorySort> sortsOf(ListKind list);
//! A stable word for the settings, and back; Newest for one that is not known.
[[nodiscard]] QString sortName(HistorySort sort, bool reversed);
[[nodiscard]] std::pair<HistorySort, bool> sortFromName(const QString &name);
//! "cases", "checks", for the settings.
[[nodiscard]] QString listName(ListKind list);

//! Which columns are shown, in which order and how wide. Case is always the first of them.
class ColumnLayout
{
public:
    struct Shown {
        ListColumn column = ListColumn::Case;
        //! Pixels; 0 for as much as it needs.
        int width = 0;
        bool operator==(const Shown &) const = default;
    };
    //! Case and Status.
    explicit ColumnLayout(ListKind list = ListKind::Cases);
    //! As toSettings() wrote it; what is not known or not of this list is left out.
    ColumnLayout(ListKind list, const QStringList &settings);

    [[nodiscard]] QStringList toSettings() const;
    [[nodiscard]] const std::vector<Shown> &shown() const { return m_shown; }
    [[nodiscard]] bool shows(ListColumn column) const;
    //! Shows it as the last one, or hides it. Case cannot be hidden.
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

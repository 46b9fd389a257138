// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"
#include "lib/record/checkrow.h"

#include <QDate>

#include <set>

namespace linterna {

//! A day that may move with the calendar: so many days ago, or a date. In the computer's own time zone.
struct SinceDay {
    std::optional<int> daysAgo = {}; //!< 0: since today began.
    QDate date = {};                 //!< The date, where daysAgo is empty.

    bool operator==(const SinceDay &) const = default;
};

//! The rows that a list shows: those that meet every member that is set. In the list of cases, category, form, texts
//! and dates are those of the last good answer; in the list of checks, those of the check.
struct RecordFilter {
    //! What stands in the search box: words, each of which must be found somewhere in receipt number, client, note,
    //! title or text, in either language; words between quotation marks stand together. Letter case and accents play no
    //! part.
    QString text = {};
    //! A row needs one of these categories; empty: any. formTypes and tags work the same way.
    std::set<StatusCategory> categories = {};
    QStringList formTypes = {}; //!< "" stands for answers without one.
    QStringList tags = {};
    //! Checks that got no answer; cases whose last check got none.
    bool failed = false;
    //! Checks that brought a change (Change::Wording or more) since then; cases whose last change came since then.
    std::optional<SinceDay> changedSince = {};
    //! Cases (and the checks of cases) without a good answer for so many days, or for ever.
    std::optional<int> notConfirmedForDays = {};
    //! First and last day of the check; of cases, of the last one. Either may be empty.
    QDate from = {};
    QDate to = {};

    bool operator==(const RecordFilter &) const = default;
    [[nodiscard]] bool isEmpty() const { return *this == RecordFilter(); }
};

//! A filter that a person has given a name. It may hold a client's name, so that it is kept in the record.
struct SavedFilter {
    QString name = {};
    RecordFilter filter = {};

    bool operator==(const SavedFilter &) const = default;
};

//! By what a list can be sorted. Texts sort without regard to letter case and accents, rows without one at the end;
//! equal ones by age, newest first.
enum class ListSort {
    //! By the order of recording: of checks, of the cases' last checks. Checks that came from a file stand among them by
    //! their time.
    Newest,
    Receipt,
    Client,
    FormType,
    Category,
    Confirmed, //!< Cases: by the last good answer. Checks: as Newest.
    Changed,   //!< Cases: by the last change. Checks: by the strength of the change.
};

//! Which rows of a list are wanted, and in which order.
struct ListCriteria {
    RecordFilter filter = {};
    ListSort sort = ListSort::Newest;
    //! Turns the list's own order round (Newest: newest first; texts: A first).
    bool reversed = false;

    bool operator==(const ListCriteria &) const = default;
};

//! The part of a list that is wanted.
struct ListQuery {
    ListCriteria criteria = {};

    //! The row at which the page begins or ends. Rows are named by their id: others may come and go meanwhile.
    enum class From {
        Start,
        Below, //!< The page after `id`.
        Above, //!< The page before `id`.
        Date,  //!< A page that begins with the newest check of `date` or, if there is none, of a day before it. Only
               //!< where the list is sorted by Newest.
    } from = From::Start;
    qint64 id = 0;
    QDate date = {};
    static constexpr int LargestPage = 2000;
    //! Most rows of the page: LargestPage or fewer.
    int pageSize = LargestPage;
    //! The part of the page that is wanted now: at most `limit` rows (0: all), without the page's first `offset` rows. A
    //! long page is fetched in parts by repeating the query.
    int limit = 0;
    int offset = 0;
};

//! A part of a list.
template<class Row>
struct ListPage {
    std::vector<Row> rows;
    //! Rows of the page, including those that ListQuery::limit and offset left out.
    qint64 pageSize = 0;
    //! Matching rows before the first row of the page, and in all.
    qint64 offset = 0;
    qint64 total = 0;
    //! False while the record is still being read in: there may be more, and recordRead() tells when to ask again.
    bool complete = true;
    //! Parts of a page belong together where this is the same: nothing was recorded or changed between them.
    qint64 version = 0;
};
using CheckPage = ListPage<CheckRow>;
using CasePage = ListPage<CaseRow>;

//! All form types and tags in the record, to choose from in a filter.
struct FilterChoices {
    QStringList formTypes;
    QStringList tags;
};

} // namespace linterna

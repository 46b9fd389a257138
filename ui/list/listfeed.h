// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/record.h"
#include "lib/settings/settings.h"
#include "ui/list/listrow.h"

#include <QObject>
#include <QTimer>

namespace linterna {

class ListView;

//! Brings the record to the view: asks for the page that the person wants to see, again when the record has changed,
//! and for the check that the person chose. A different page shows a first screenful at once, and the rest below it as
//! it comes; the same page, read anew, is shown whole, so that nothing jumps. Remembers what the lists look like, but
//! not what was searched for.
class ListFeed : public QObject
{
    Q_OBJECT
public:
    ListFeed(Record &history, Settings &settings, ListView &view, QObject *parent = nullptr);

    //! To be called when a record has been opened, or another one: reads what is in view from it. Before the first call
    //! nothing is read.
    void reload();
    //! To be called when a new day begins: filters such as "today" then mean another day.
    void dayTurned() { ask(); }
    //! Drops the answer of a check that is still being loaded because the person chose it.
    void forgetChoice() { m_wanted = 0; }
    //! Query of the page in view, or of the one that is being read for it.
    [[nodiscard]] const ListQuery &query() const { return m_query; }

signals:
    //! A recorded check has been loaded in full because the person chose it.
    void loaded(const linterna::CheckOutcome &outcome);
    //! The check that the person chose cannot be trusted.
    void damaged(const linterna::CheckInspection &check);

private:
    void connectView();
    void restoreLook();
    //! Reads the list that the view's wish() names from its start.
    void start();
    void go(ListQuery::From from, qint64 id, const QDate &date = {});
    void ask();
    void read(const ListQuery &query);
    template<class Page>
    void await(JobOf<Page> *job);
    void takeIn(ListRows rows);
    void takeInMore(ListRows rows);
    void readOn();
    void showPage(ListRows page);
    void endPage();
    void fail(const Error &error);
    [[nodiscard]] bool goEarlier();
    void readSavedFilters();
    void load(qint64 check);
    void inspect(qint64 check);
    void say(const QString &message, bool wrong);
    void announceCount();

    Record &m_history;
    Settings &m_settings;
    ListView &m_view;
    bool m_open = false;
    //! What the view is to show. m_turn counts how often that changed: a page that arrives for m_turnInView is the page
    //! in view, read anew.
    ListQuery m_query;
    int m_turn = 0;
    int m_turnInView = -1;
    //! A page is being read. Only one is read at a time; m_askAgain: another one was wanted meanwhile and is read
    //! afterwards.
    bool m_asking = false;
    bool m_askAgain = false;
    struct {
        int turn = 0;
        ListQuery query = {};
        qint64 come = 0; //!< Number of rows of this page that have arrived.
        qint64 version = 0;
    } m_page;
    //! The person wants the page after the one that is being read.
    bool m_earlierWanted = false;
    //! Page in view: ids of its first and last row, rows before it, its own number of rows, and the total of all pages.
    qint64 m_first = 0;
    qint64 m_last = 0;
    qint64 m_skipped = 0;
    qint64 m_size = 0;
    qint64 m_total = 0;
    bool m_whole = false;
    qint64 m_wanted = 0;
    QTimer m_reload;
    QTimer m_announce;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"
#include "history/listrow.h"
#include "settings/settings.h"

#include <QObject>
#include <QTimer>

namespace linterna {

class HistoryView;

//! Brings the record to the view: asks for the page that the person wants to see, again when the record has changed, and
//! for the check that the person chose. Of another page what fits on a screen is shown at once, and the rest below it as
//! it comes; the same page anew comes whole, so that nothing jumps. Remembers what the lists look like, but not what was searched for.
class HistoryFeed : public QObject
{
    Q_OBJECT
public:
    HistoryFeed(HistoryStore &history, Settings &settings, HistoryView &view, QObject *parent = nullptr);

    //! The record is open, or another one is: reads what is in view from it. Nothing is asked for before.
    void reload();
    //! A filter may mean another day by now.
    void dayTurned() { ask(); }
    //! The check that the person chose is not wanted any more.
    void forgetChoice() { m_wanted = 0; }
    //! What is in view.
    [[nodiscard]] const HistoryQuery &query() const { return m_query; }

signals:
    //! A check of the past, whole, because the person chose it.
    void loaded(const linterna::CheckOutcome &outcome);

private:
    void connectView();
    void restoreLook();
    //! Begins anew with what the view wants.
    void start();
    void go(HistoryQuery::From from, qint64 id, const QDate &date = {});
    void ask();
    void read(const HistoryQuery &query);
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
    void say(const QString &message, bool wrong);
    void announceCount();

    HistoryStore &m_history;
    Settings &m_settings;
    HistoryView &m_view;
    bool m_open = false;
    //! What the view is to show, and how often it was another: a page that comes for the turn that is in view already
    //! is the same one anew.
    HistoryQuery m_query;
    int m_turn = 0;
    int m_turnInView = -1;
    //! One page is read at a time; what is wanted meanwhile is asked for when it has ended.
    bool m_asking = false;
    bool m_askAgain = false;
    struct {
        int turn = 0;
        HistoryQuery query = {};
        qint64 come = 0; //!< Rows that have come.
        qint64 version = 0;
    } m_page;
    //! The person wants the page after the one that is being read.
    bool m_earlierWanted = false;
    //! Of the page in view.
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

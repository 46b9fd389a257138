// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listfeed.h"

#include "ui/list/listview.h"
#include "ui/words/errortext.h"

#include <algorithm>
#include <chrono>

namespace linterna {

using namespace std::chrono_literals;

namespace {
//! A run of many checks changes the record several times a second; the view is read anew at most this often.
constexpr auto reloadPause = 100ms;
//! Pause in typing after which a screen reader is told how many rows match, and not at each letter.
constexpr auto announcePause = 700ms;
//! Rows read at first, which is more than fit on a screen, and rows read at a time after that.
constexpr int rowsAtFirst = 100;
constexpr int rowsAtOnce = 500;
} // namespace

ListFeed::ListFeed(Record &history, Settings &settings, ListView &view, QObject *parent)
    : QObject(parent), m_history(history), m_settings(settings), m_view(view)
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(reloadPause);
    connect(&m_reload, &QTimer::timeout, this, &ListFeed::ask);
    m_announce.setSingleShot(true);
    m_announce.setInterval(announcePause);
    connect(&m_announce, &QTimer::timeout, this, &ListFeed::announceCount);
    const auto follow = [this] {
        if (!m_reload.isActive())
            m_reload.start();
    };
    connect(&m_history, &Record::recorded, this, follow);
    connect(&m_history, &Record::changed, this, follow);
    connect(&m_history, &Record::recordRead, this, &ListFeed::ask);
    connect(&m_history, &Record::replaced, this, &ListFeed::start);
    for (const auto changed : {&Record::replaced, &Record::filtersChanged})
        connect(&m_history, changed, this, &ListFeed::readSavedFilters);
    restoreLook();
    connectView();
}

void ListFeed::restoreLook()
{
    ListState &state = m_view.state();
    for (const ListKind list : {ListKind::Cases, ListKind::Checks}) {
        const auto [sort, reversed] = sortFromName(m_settings.listSort(listName(list)));
        state.setSort(list, sort, reversed);
        state.setColumns(list, ColumnLayout(list, m_settings.listColumns(listName(list))));
    }
    state.setDense(m_settings.denseRows());
    state.setList(listFromName(m_settings.list()));
    m_query.criteria = state.wish().criteria;
}

void ListFeed::connectView()
{
    using From = ListQuery::From;
    connect(&m_view.state(), &ListState::wishChanged, this, [this](const ListWish &wish) {
        m_settings.setList(listName(wish.list));
        m_settings.setListSort(listName(wish.list), sortName(wish.criteria.sort, wish.criteria.reversed));
        start();
    });
    connect(&m_view.state(), &ListState::columnsChanged, this, [this](ListKind list, const ColumnLayout &columns) {
        m_settings.setListColumns(listName(list), columns.toSettings());
    });
    connect(&m_view.state(), &ListState::denseChanged, &m_settings, &Settings::setDenseRows);
    connect(&m_view, &ListView::newestRequested, this, [this] { go(From::Start, 0); });
    connect(&m_view, &ListView::earlierRequested, this, [this] { (void)goEarlier(); });
    connect(&m_view, &ListView::laterRequested, this, [this] {
        // The last step back goes to the start of the list: a full page, which includes rows added meanwhile.
        const bool toStart = m_skipped <= m_query.pageSize;
        go(toStart ? From::Start : From::Above, toStart ? 0 : m_first);
    });
    connect(&m_view, &ListView::dateRequested, this, [this](const QDate &date) { go(From::Date, 0, date); });
    connect(&m_view, &ListView::retryRequested, this, &ListFeed::ask);
    connect(&m_view, &ListView::rowChosen, this, [this](qint64, qint64 check) { load(check); });
    connect(&m_view, &ListView::choicesWanted, this, [this] {
        m_history.filterChoices()->onFinished(this, [this](const Result<FilterChoices> &choices) {
            if (choices)
                m_view.setChoices(*choices);
        });
    });
    connect(&m_view, &ListView::savedFiltersChanged, this, [this](const std::vector<SavedFilter> &filters) {
        m_history.saveFilters(filters)->onFinished(this, [this](const Result<Nothing> &saved) {
            if (saved)
                return;
            say(tr("The filters could not be saved. (%1)").arg(saved.error().detail), true);
            readSavedFilters();
        });
    });
}

void ListFeed::reload()
{
    m_open = true;
    readSavedFilters();
    ask();
}

void ListFeed::readSavedFilters()
{
    m_history.savedFilters()->onFinished(this, [this](const Result<std::vector<SavedFilter>> &filters) {
        if (filters)
            m_view.setSavedFilters(*filters);
    });
}

void ListFeed::start()
{
    go(ListQuery::From::Start, 0);
}

void ListFeed::go(ListQuery::From from, qint64 id, const QDate &date)
{
    m_query = {.criteria = m_view.wish().criteria, .from = from, .id = id, .date = date};
    m_earlierWanted = false;
    ++m_turn;
    ask();
}

void ListFeed::ask()
{
    if (!m_open)
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_page = {.turn = m_turn, .query = m_query};
    if (m_turn != m_turnInView)
        m_page.query.limit = rowsAtFirst;
    read(m_page.query);
}

void ListFeed::read(const ListQuery &query)
{
    if (m_view.wish().list == ListKind::Cases)
        await(m_history.cases(query));
    else
        await(m_history.checks(query));
}

template<class Page>
void ListFeed::await(JobOf<Page> *job)
{
    job->onFinished(this, [this](const Result<Page> &page) {
        if (page)
            takeIn(listRows(*page));
        else
            fail(page.error());
    });
}

void ListFeed::takeIn(ListRows rows)
{
    if (rows.list != m_view.wish().list)
        return endPage();
    if (m_page.come > 0)
        return takeInMore(std::move(rows));
    const bool wanted = m_page.turn == m_turn;
    const bool anew = m_page.turn == m_turnInView;
    if (anew && !wanted)
        return endPage();
    if (wanted && rows.rows.empty() && rows.total > 0 && m_query.from != ListQuery::From::Start) {
        start(); // all rows of this page were deleted
        return endPage();
    }
    m_page.come = qint64(rows.rows.size());
    m_page.version = rows.version;
    m_whole = m_page.come >= rows.size;
    const bool more = wanted && !m_whole;
    if (more)
        readOn(); // reads the next rows while the window paints these
    showPage(std::move(rows));
    if (!more)
        endPage();
}

void ListFeed::takeInMore(ListRows rows)
{
    if (rows.version != m_page.version) { // the record has changed meanwhile: reads the page anew
        m_askAgain = true;
        return endPage();
    }
    m_page.come += qint64(rows.rows.size());
    m_whole = rows.rows.empty() || m_page.come >= m_size;
    const bool more = m_page.turn == m_turn && !m_whole;
    if (more)
        readOn();
    if (!rows.rows.empty())
        m_last = rows.rows.back().id;
    m_view.addRows(std::move(rows.rows), m_whole);
    if (!more)
        endPage();
}

void ListFeed::readOn()
{
    m_page.query.offset = int(m_page.come);
    m_page.query.limit = rowsAtOnce;
    read(m_page.query);
}

void ListFeed::showPage(ListRows page)
{
    const bool anew = std::exchange(m_turnInView, m_page.turn) == m_page.turn;
    m_first = page.rows.empty() ? 0 : page.rows.front().id;
    m_last = page.rows.empty() ? 0 : page.rows.back().id;
    m_skipped = page.skipped;
    m_size = page.size;
    m_total = page.total;
    m_view.setPage(std::move(page), anew);
    if (!anew && !m_view.wish().criteria.filter.isEmpty())
        m_announce.start();
}

void ListFeed::endPage()
{
    m_asking = false;
    const bool again = std::exchange(m_askAgain, false);
    const bool turned = m_earlierWanted && goEarlier();
    if (again && !turned)
        ask();
}

//! False where the page in view stays for now: it is not whole yet, or is the last one.
bool ListFeed::goEarlier()
{
    // Where the page in view ends is known only when all of it has come.
    m_earlierWanted = m_turn != m_turnInView || !m_whole;
    if (m_earlierWanted || m_skipped + m_size >= m_total)
        return false;
    go(ListQuery::From::Below, m_last);
    return true;
}

void ListFeed::fail(const Error &error)
{
    if (m_page.turn == m_turn && error.code != ErrorCode::Cancelled)
        m_view.setFailed(errorLine(error));
    m_earlierWanted = false;
    endPage();
}

void ListFeed::announceCount()
{
    const int count = int(std::min<qint64>(m_total, 1'000'000'000));
    m_view.announce(m_view.wish().list == ListKind::Cases ? tr("%Ln case(s) found", nullptr, count)
                                                          : tr("%Ln check(s) found", nullptr, count));
}

void ListFeed::load(qint64 check)
{
    m_wanted = check;
    if (check == 0)
        return;
    m_history.load(check)->onFinished(this, [this, check](const Result<CheckOutcome> &outcome) {
        // Holding an arrow key chooses many rows in passing; only the last of them is to be shown.
        if (check != m_wanted)
            return;
        if (outcome)
            emit loaded(*outcome);
        else if (outcome.error().code == ErrorCode::Unreadable)
            inspect(check);
        else
            say(errorLine(outcome.error()), true);
    });
}

void ListFeed::inspect(qint64 check)
{
    m_history.inspect(check)->onFinished(this, [this, check](const Result<CheckInspection> &found) {
        if (check != m_wanted)
            return;
        if (found)
            emit damaged(*found);
        else
            say(errorLine(found.error()), true);
    });
}

void ListFeed::say(const QString &message, bool wrong)
{
    m_view.setMessage(message, wrong);
    m_view.announce(message);
}

} // namespace linterna

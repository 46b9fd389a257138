// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordindex/queryengine.h"

#include "lib/recordindex/filterpredicate.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace linterna {

namespace {

constexpr std::uint32_t noPosition = 0xFFFF'FFFF;

//! Sorts rows, which are newest first, by their keys, and leaves rows with equal keys in their order. Keys are small
//! numbers: ranks. Rows without a key (noPosition) come last, reversed or not.
void sortByKeys(std::vector<std::uint32_t> &rows, const std::vector<std::uint32_t> &keys, bool reversed)
{
    std::uint32_t largest = 0;
    for (const std::uint32_t key : keys)
        largest = key == noPosition ? largest : std::max(largest, key);
    const auto place = [&](std::uint32_t key) {
        return static_cast<std::size_t>(key == noPosition ? largest + 1 : (reversed ? largest - key : key));
    };
    std::vector<std::uint32_t> begins(std::size_t(largest) + 3);
    for (const std::uint32_t key : keys)
        ++begins[place(key) + 1];
    std::partial_sum(begins.begin(), begins.end(), begins.begin());
    std::vector<std::uint32_t> sorted(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        sorted[begins[place(keys[i])]++] = rows[i];
    rows = std::move(sorted);
}

//! The rank of each text among all; noPosition for empty texts.
std::vector<std::uint32_t> ranks(const std::vector<QByteArrayView> &texts)
{
    std::vector<std::uint32_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return texts[a].compare(texts[b]) < 0; });
    std::vector<std::uint32_t> places(texts.size(), noPosition);
    std::uint32_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && texts[order[i]] != texts[order[i - 1]])
            ++place;
        if (!texts[order[i]].isEmpty())
            places[order[i]] = place;
    }
    return places;
}

//! The part of `count` rows that a query wants, given the row at which its anchor stands.
ListPart partOf(const ListQuery &query, std::size_t count, std::size_t anchor, bool anchorIsThere)
{
    const auto pageSize = static_cast<std::size_t>(std::clamp(query.pageSize, 0, ListQuery::LargestPage));
    std::size_t begin = 0;
    std::size_t end = count;
    switch (query.from) {
    case ListQuery::From::Start:
        break;
    case ListQuery::From::Below:
        begin = anchor + (anchorIsThere ? 1 : 0);
        break;
    case ListQuery::From::Above:
        end = anchor;
        begin = end - std::min(end, pageSize);
        break;
    case ListQuery::From::Date:
        begin = anchor;
        break;
    }
    const std::size_t size = std::min(end - std::min(begin, end), pageSize);
    ListPart part{.ids = {}, .pageSize = qint64(size), .offset = qint64(begin), .total = qint64(count)};
    const std::size_t left = size - std::min(size, std::size_t(std::max(0, query.offset)));
    part.ids.resize(query.limit > 0 ? std::min(left, std::size_t(query.limit)) : left);
    part.first = size - left + begin;
    return part;
}

} // namespace

void QueryEngine::rankCases()
{
    if (m_ranked == m_index.caseGeneration() && m_byReceipt.size() == m_index.cases().size())
        return;
    m_ranked = m_index.caseGeneration();
    std::vector<QByteArrayView> receipts;
    std::vector<QByteArrayView> clients;
    for (const IndexedCase &one : m_index.cases()) {
        receipts.push_back(one.there ? one.receipt() : QByteArrayView());
        clients.push_back(one.there ? one.client() : QByteArrayView());
    }
    m_byReceipt = ranks(receipts);
    m_byClient = ranks(clients);
}

void QueryEngine::rankFormTypes()
{
    QByteArrayList names;
    for (const QString &formType : m_index.letters().formTypes())
        names << formType.toUtf8();
    m_byFormType = ranks({names.cbegin(), names.cend()});
}

std::uint32_t QueryEngine::keyOf(const IndexedCheck &check, ListSort sort) const
{
    const bool good = check.id != 0 && check.outcome == 0;
    switch (sort) {
    case ListSort::Receipt:
        return m_byReceipt[check.ofCase];
    case ListSort::Client:
        return m_byClient[check.ofCase];
    case ListSort::FormType: {
        const int formType = good ? m_index.letters().formTypeOf(check.answer) : -1;
        return formType < 0 ? noPosition : m_byFormType[static_cast<std::size_t>(formType)];
    }
    case ListSort::Category:
        return good ? std::uint32_t(check.category) : noPosition;
    case ListSort::Changed:
        return good ? std::uint32_t(Change::Status) - std::uint32_t(check.change) : noPosition;
    case ListSort::Newest:
    case ListSort::Confirmed:
        break;
    }
    return 0;
}

const std::vector<std::uint32_t> &QueryEngine::times()
{
    if (m_timesOf == m_index.generation())
        return m_times;
    m_timesOf = m_index.generation();
    m_times.clear();
    if (m_index.isInOrder())
        return m_times;
    m_times.resize(m_index.checkCount());
    std::uint32_t latest = 0;
    for (std::size_t i = m_times.size(); i-- > 0;) {
        const IndexedCheck &check = m_index.check(i);
        if (!check.takenIn)
            latest = std::max(latest, check.checkedAt);
        m_times[i] = check.takenIn ? check.checkedAt : latest;
    }
    return m_times;
}

bool QueryEngine::isNewer(std::uint32_t position, std::uint32_t other)
{
    const auto &when = times();
    if (position >= when.size() || other >= when.size() || when[position] == when[other])
        return position < other;
    return when[position] > when[other];
}

void QueryEngine::sortByAge(std::vector<std::uint32_t> &rows)
{
    const auto &when = times();
    if (when.empty())
        return;
    std::vector<std::uint64_t> keys; // the time downwards, then the position: sorted faster than by looking both up
    keys.reserve(rows.size());
    for (const std::uint32_t row : rows)
        keys.push_back(std::uint64_t(~when[row]) << 32 | row);
    std::ranges::sort(keys);
    std::ranges::transform(keys, rows.begin(), [](std::uint64_t key) { return static_cast<std::uint32_t>(key); });
}

void QueryEngine::findChecks(const Basis &basis, const QDateTime &now)
{
    if (m_checks.basis == basis)
        return;
    const FilterPredicate filter(basis.criteria.filter, m_index, m_words, now);
    auto &rows = m_checks.rows;
    rows.clear();
    for (std::size_t i = 0; i < m_index.checkCount(); ++i) {
        if (filter.matches(m_index.check(i)))
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    sortByAge(rows);
    if (basis.criteria.sort == ListSort::Newest || basis.criteria.sort == ListSort::Confirmed) {
        if (basis.criteria.reversed)
            std::ranges::reverse(rows);
    } else {
        rankCases();
        rankFormTypes();
        Keys keys;
        keys.reserve(rows.size());
        for (const std::uint32_t row : rows)
            keys.push_back(keyOf(m_index.check(row), basis.criteria.sort));
        sortByKeys(rows, keys, basis.criteria.reversed);
    }
    m_checks.basis = basis;
}

ListPart QueryEngine::checks(const ListQuery &query, const QDateTime &now)
{
    const Basis basis{query.criteria, now.toLocalTime().date(), m_index.generation()};
    findChecks(basis, now);
    const auto &rows = m_checks.rows;
    const bool byAge = query.criteria.sort == ListSort::Newest || query.criteria.sort == ListSort::Confirmed;
    auto anchor = rows.begin();
    bool isThere = false;
    if (query.from == ListQuery::From::Date && byAge) {
        const std::uint32_t end = beginningOf(query.date.addDays(1));
        const std::uint32_t begin = beginningOf(query.date);
        anchor = std::ranges::find_if(rows, [&](std::uint32_t row) {
            const std::uint32_t at = m_index.check(row).checkedAt;
            return query.criteria.reversed ? at >= begin : at < end;
        });
    } else if (query.id != 0) {
        const auto position = static_cast<std::uint32_t>(m_index.positionOf(query.id));
        anchor = std::ranges::find(rows, position);
        isThere = anchor != rows.end() && m_index.check(position).id == query.id;
        if (!isThere && byAge) { // it does not match, or is gone: the place where it would stand
            anchor = std::ranges::find_if(
                rows, [&](std::uint32_t row) { return isNewer(row, position) == query.criteria.reversed; });
        } else if (!isThere) {
            anchor = rows.begin();
        }
    }
    ListPart part = partOf(query, rows.size(), static_cast<std::size_t>(anchor - rows.begin()), isThere);
    for (std::size_t i = 0; i < part.ids.size(); ++i)
        part.ids[i] = m_index.check(rows[part.first + i]).id;
    return part;
}

std::vector<qint64> QueryEngine::allChecks(const RecordFilter &wanted, const QDateTime &now)
{
    const FilterPredicate filter(wanted, m_index, m_words, now);
    return oldestFirst([&](const IndexedCheck &check) { return filter.matches(check); });
}

std::vector<qint64> QueryEngine::oldestFirst(const std::function<bool(const IndexedCheck &)> &isWanted)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t i = 0; i < m_index.checkCount(); ++i) {
        if (isWanted(m_index.check(i)))
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    sortByAge(rows);
    std::vector<qint64> ids;
    ids.reserve(rows.size());
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        ids.push_back(m_index.check(*row).id);
    return ids;
}

std::vector<qint64> QueryEngine::allCases(const ListCriteria &criteria, const QDateTime &now)
{
    findCases({criteria, now.toLocalTime().date(), m_index.generation()}, now);
    std::vector<qint64> ids;
    ids.reserve(m_cases.rows.size());
    for (const std::uint32_t row : m_cases.rows)
        ids.push_back(m_index.cases()[row].id);
    return ids;
}

std::vector<qint64> QueryEngine::checksOf(const std::vector<qint64> &cases)
{
    Marks wanted(m_index.cases().size());
    for (const qint64 id : cases)
        wanted[m_index.positionOfCase(id)] = 1;
    wanted[0] = 0; // position 0 is no case
    return oldestFirst([&](const IndexedCheck &check) { return wanted[check.ofCase] != 0; });
}

std::uint32_t QueryEngine::keyOf(std::uint32_t ofCase, ListSort sort) const
{
    const IndexedCase &one = m_index.cases()[ofCase];
    switch (sort) {
    case ListSort::Receipt:
        return m_byReceipt[ofCase];
    case ListSort::Client:
        return m_byClient[ofCase];
    default:
        return keyOf(one.lastGood, sort);
    }
}

void QueryEngine::findCases(const Basis &basis, const QDateTime &now)
{
    if (m_cases.basis == basis)
        return;
    const FilterPredicate filter(basis.criteria.filter, m_index, m_words, now);
    const auto &cases = m_index.cases();
    auto &rows = m_cases.rows;
    rows.clear();
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (filter.matches(i))
            rows.push_back(static_cast<std::uint32_t>(i));
    }
    const auto age = [&, when = std::span(times())](const IndexedCheck &check) {
        const std::size_t at = when.empty() || check.id == 0 ? 0 : m_index.positionOf(check.id);
        return std::pair(at < when.size() && check.id != 0 ? when[at] : 0, check.id);
    };
    const auto checkBy = [&](std::uint32_t row) -> const IndexedCheck & {
        const IndexedCase &one = cases[row];
        return basis.criteria.sort == ListSort::Confirmed ? one.lastGood
            : basis.criteria.sort == ListSort::Changed    ? one.lastChange
                                                          : one.lastCheck;
    };
    std::ranges::sort(rows, [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple(age(checkBy(a)), age(cases[a].lastCheck), cases[a].id)
            > std::tuple(age(checkBy(b)), age(cases[b].lastCheck), cases[b].id);
    });
    if (basis.criteria.sort == ListSort::Newest || basis.criteria.sort == ListSort::Confirmed
        || basis.criteria.sort == ListSort::Changed) {
        if (basis.criteria.reversed) // those without one stay at the end
            std::reverse(rows.begin(),
                         std::ranges::find_if(rows, [&](std::uint32_t row) { return checkBy(row).id == 0; }));
    } else {
        rankCases();
        rankFormTypes();
        Keys keys;
        for (const std::uint32_t row : rows)
            keys.push_back(keyOf(row, basis.criteria.sort));
        sortByKeys(rows, keys, basis.criteria.reversed);
    }
    m_cases.basis = basis;
}

ListPart QueryEngine::cases(const ListQuery &query, const QDateTime &now)
{
    const Basis basis{query.criteria, now.toLocalTime().date(), m_index.generation()};
    findCases(basis, now);
    const auto &rows = m_cases.rows;
    const auto &cases = m_index.cases();
    auto anchor = rows.begin();
    if (query.from == ListQuery::From::Date && query.criteria.sort == ListSort::Newest) {
        const std::uint32_t end = beginningOf(query.date.addDays(1));
        const std::uint32_t begin = beginningOf(query.date);
        anchor = std::ranges::find_if(rows, [&](std::uint32_t row) {
            const std::uint32_t at = cases[row].lastCheck.checkedAt;
            return query.criteria.reversed ? at >= begin : at < end;
        });
    } else if (query.id != 0) {
        anchor = std::ranges::find_if(rows, [&](std::uint32_t row) { return cases[row].id == query.id; });
    }
    const bool isThere = query.id != 0 && anchor != rows.end();
    if (query.id != 0 && !isThere)
        anchor = rows.begin();
    ListPart part = partOf(query, rows.size(), static_cast<std::size_t>(anchor - rows.begin()), isThere);
    for (std::size_t i = 0; i < part.ids.size(); ++i)
        part.ids[i] = cases[rows[part.first + i]].id;
    return part;
}

} // namespace linterna

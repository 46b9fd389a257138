// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listquery.h"
#include "lib/recordindex/searchcache.h"

#include <functional>
#include <limits>

namespace linterna {

//! Rows of a list by number: ids of checks, or of cases.
struct ListPart {
    std::vector<qint64> ids;
    qint64 pageSize = 0;   //!< Rows of the page, before ListQuery::limit and offset make it shorter.
    std::size_t first = 0; //!< Row of the whole list at which `ids` begins.
    qint64 offset = 0;
    qint64 total = 0;
};

//! Finds, sorts and counts by the index in memory. What was found last is kept, so that turning pages costs nothing.
class QueryEngine
{
public:
    explicit QueryEngine(const RecordIndex &index) : m_index(index), m_words(index) {}

    [[nodiscard]] ListPart checks(const ListQuery &query, const QDateTime &now);
    [[nodiscard]] ListPart cases(const ListQuery &query, const QDateTime &now);
    //! Ids of all checks that match, oldest first.
    [[nodiscard]] std::vector<qint64> allChecks(const RecordFilter &filter, const QDateTime &now);
    //! Ids of all cases that match, in the order of the list.
    [[nodiscard]] std::vector<qint64> allCases(const ListCriteria &criteria, const QDateTime &now);
    //! Ids of all checks of these cases, oldest first.
    [[nodiscard]] std::vector<qint64> checksOf(const std::vector<qint64> &cases);

private:
    //! Ids of all checks that are wanted.
    [[nodiscard]] std::vector<qint64> oldestFirst(const std::function<bool(const IndexedCheck &)> &isWanted);
    //! Puts rows, positions of checks in their order, into the order of a list, newest first.
    void sortByAge(std::vector<std::uint32_t> &rows);
    //! Whether a check stands before another one in a list, newest first.
    [[nodiscard]] bool isNewer(std::uint32_t position, std::uint32_t other);
    //! When each check was made, by position, where they are not in order: of those that were recorded here no later
    //! one counts as made before an earlier one. Empty where they are in order.
    [[nodiscard]] const std::vector<std::uint32_t> &times();
    //! The query, and the state of the index, that a list was found by.
    struct Basis {
        ListCriteria criteria;
        QDate today; //!< Filters count days back from it.
        std::uint64_t generation = 0;
        bool operator==(const Basis &) const = default;
    };
    struct Found {
        std::optional<Basis> basis;
        //! In the order of the list: positions of checks, or of cases.
        std::vector<std::uint32_t> rows;
    };
    using Keys = std::vector<std::uint32_t>;

    void findChecks(const Basis &basis, const QDateTime &now);
    void findCases(const Basis &basis, const QDateTime &now);
    [[nodiscard]] std::uint32_t keyOf(const IndexedCheck &check, ListSort sort) const;
    [[nodiscard]] std::uint32_t keyOf(std::uint32_t ofCase, ListSort sort) const;
    void rankCases();
    void rankFormTypes();

    const RecordIndex &m_index;
    SearchCache m_words;
    Found m_checks;
    Found m_cases;
    //! The ranks of all cases by receipt number and by client; none for cases without.
    Keys m_byReceipt;
    Keys m_byClient;
    std::optional<std::uint64_t> m_ranked;
    Keys m_byFormType;
    //! What times() gave, of which generation of the index.
    std::vector<std::uint32_t> m_times;
    std::uint64_t m_timesOf = std::numeric_limits<std::uint64_t>::max();
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recorddatabase.h"
#include "lib/record/eventranges.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/testrecord.h"

//! What goes from one record to another, without a file between them.
namespace linterna::test {

using ImportedItems = std::vector<ImportedItem>;

//! All events and checks of a record, as a complete export has them.
[[nodiscard]] inline ImportedItems itemsOf(RecordDatabase &record, const VisitScope &scope = {})
{
    ImportedItems items;
    CollectingVisitor seen;
    for (Result<bool> done = record.readMore(); done && !*done; done = record.readMore()) {
    }
    const std::vector<qint64> ids = record.idsWithin(scope, someAuthor().at);
    if (scope.ids.empty()) {
        auto place = *record.beginOfEvents();
        for (auto some = *record.eventsAfter(place); !some.empty(); some = *record.eventsAfter(place))
            items.insert(items.end(), some.begin(), some.end());
    } else {
        const auto some = record.eventsAt(*record.eventsOfChecks(ids));
        items.insert(items.end(), some->begin(), some->end());
    }
    if (record.show(ids, seen, false))
        return {};
    for (std::size_t i = 0; i < seen.rows.size(); ++i) {
        if (seen.outcomes[i])
            items.emplace_back(ImportedCheck{*seen.outcomes[i], seen.rows[i].details});
    }
    return items;
}

//! Gives items one after the other.
class ItemSource : public CheckSource
{
public:
    explicit ItemSource(ImportedItems items) : m_items(std::move(items)) {}
    Result<std::optional<ImportedItem>> next() override
    {
        return m_next < m_items.size() ? std::optional(m_items[m_next++]) : std::optional<ImportedItem>();
    }

private:
    ImportedItems m_items;
    std::size_t m_next = 0;
};

inline Result<ImportReport> takeIn(RecordDatabase &record, ImportedItems items, const Author &author = someAuthor())
{
    ItemSource source(std::move(items));
    return record.importAll(source, author, false);
}

} // namespace linterna::test

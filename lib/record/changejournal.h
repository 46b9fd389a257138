// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/domain/receiptnumber.h"

#include <deque>
#include <optional>
#include <vector>

namespace linterna {

//! What has happened to a record after a change number (Record::changesAfter()).
struct RecordChanges {
    //! The number of the last change: ask with it the next time.
    qint64 number = 0;
    //! Whether everything must be read anew: what changed is not known, or is too much to tell (an import, a deletion,
    //! another program's writing, a record put in place of this one, changes longer ago than are remembered). The
    //! members below are empty then.
    bool everything = false;
    //! Ids of the checks that were recorded, in the order of recording.
    std::vector<qint64> checks = {};
    //! Cases of which the office wrote something, each once.
    std::vector<ReceiptNumber> cases = {};
    //! The saved filters are others now.
    bool filters = false;

    bool operator==(const RecordChanges &) const = default;
};

//! The last changes of a record, numbered in their order without gaps. Numbers begin at 1 and never come again.
class ChangeJournal
{
public:
    //! So many changes are remembered; who asks for more is told to read everything anew.
    static constexpr std::size_t Remembered = 10'000;

    //! The number of the last change; 0 before the first.
    [[nodiscard]] qint64 number() const { return m_number; }
    void noteCheck(qint64 id) { add({.check = id, .ofCase = {}}); }
    void noteCase(const ReceiptNumber &receipt) { add({.check = 0, .ofCase = receipt}); }
    void noteFilters() { add({}); }
    //! Notes a change that nobody can follow step by step.
    void noteEverything();
    //! What changed after a number; 0, or a number that was never given, asks for everything.
    [[nodiscard]] RecordChanges after(qint64 number) const;

private:
    //! With neither a check nor a case: the saved filters.
    struct Entry {
        qint64 check = 0;
        std::optional<ReceiptNumber> ofCase = {};
    };
    void add(Entry entry);

    //! The last ones; the newest has the number m_number.
    std::deque<Entry> m_entries;
    qint64 m_number = 0;
};

} // namespace linterna

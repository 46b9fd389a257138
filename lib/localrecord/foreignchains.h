// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/recordtables.h"
#include "lib/record/recordevent.h"

#include <QHash>

namespace linterna {

//! The chains of all desks as far as they are in the record, while events of other desks are taken in. All but the
//! constructor inside of one transaction.
class ForeignChains
{
public:
    explicit ForeignChains(RecordTables &tables) : m_tables(tables) {}

    //! Whether an event is the next one of its desk after those that are here, and its link holds.
    [[nodiscard]] Result<bool> follows(const RecordEvent &event);
    //! Inserts an event that follows, and gives its change number.
    [[nodiscard]] Result<qint64> insert(const RecordEvent &event);
    //! Call after events were appended to the chain of this desk meanwhile.
    void forget() { m_chains.clear(); }
    //! Keeps an event that follows, and that is here already in the chain of another desk.
    [[nodiscard]] std::optional<Error> insertCopy(const RecordEvent &event);

private:
    //! The last event of a desk.
    struct Chain {
        qint64 desk = 0; //!< desks.id; 0: none so far.
        qint64 number = 0;
        QByteArray link = noLink();
        //! The desk that writes here: nobody else goes on with its chain.
        bool isOwn = false;
    };
    [[nodiscard]] Result<Chain *> chainOf(const QByteArray &desk);
    //! The chain with its desk, which is added where there is none.
    [[nodiscard]] Result<Chain *> chainToExtend(const QByteArray &desk);

    RecordTables &m_tables;
    QHash<QByteArray, Chain> m_chains;
};

} // namespace linterna

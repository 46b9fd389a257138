// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/checktable.h"
#include "lib/sqlite/transaction.h"

namespace linterna {

//! The tables of an open record and the key to them. They hold references to each other, so this object cannot be
//! moved.
struct RecordTables {
    //! `file`: in which the database is kept; empty: in memory.
    RecordTables(std::shared_ptr<Database> openDatabase, const Secret &dataKey, const QString &file)
        : database(std::move(openDatabase)), cipher(dataKey), events(database, cipher, words, file)
    {}
    Q_DISABLE_COPY_MOVE(RecordTables)

    //! Call after a transaction that did not come to its end: drops what is remembered of rows that may not be there.
    void forget()
    {
        words.forget();
        answers.forget();
        events.forget();
    }

    std::shared_ptr<Database> database;
    FieldCipher cipher;
    NameTable words{database};
    TextStore texts{database, cipher};
    AnswerStore answers{database, cipher, texts};
    EventTable events;
    CaseTable cases{database, cipher, words, events};
    CheckTable checks{database, cipher, words, events, cases, answers, texts};
};

//! A transaction in which events are appended.
class RecordTransaction : public Transaction
{
public:
    explicit RecordTransaction(RecordTables &tables) : Transaction(*tables.database) { tables.events.forget(); }
};

} // namespace linterna

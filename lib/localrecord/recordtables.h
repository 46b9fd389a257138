// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/checktable.h"

namespace linterna {

//! The tables of an open record and the key to them. They hold references to each other, so this object cannot be
//! moved.
struct RecordTables {
    RecordTables(std::shared_ptr<Database> openDatabase, const Secret &dataKey)
        : database(std::move(openDatabase)), cipher(dataKey)
    {}
    Q_DISABLE_COPY_MOVE(RecordTables)

    //! Call after a transaction that did not come to its end: drops what is remembered of rows that may not be there.
    void forget()
    {
        words.forget();
        answers.forget();
    }

    std::shared_ptr<Database> database;
    FieldCipher cipher;
    NameTable words{database};
    TextStore texts{database, cipher};
    AnswerStore answers{database, cipher, texts};
    CaseTable cases{database, cipher, words};
    CheckTable checks{database, cipher, words, cases, answers, texts};
};

} // namespace linterna

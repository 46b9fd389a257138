// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/answerstore.h"
#include "lib/localrecord/casetable.h"
#include "lib/record/checkrow.h"

namespace linterna {

//! The checks of the record. The `seal` of a row vouches for its numbers: nobody without the key can change what was
//! recorded, or move it to another case or answer.
class CheckTable
{
public:
    CheckTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words, CaseTable &cases,
               AnswerStore &answers, TextStore &texts);

    //! Appends a check of the case `ofCase` and gives its id: that of the outcome where it is not 0, else a new one.
    //! Call inside a transaction.
    [[nodiscard]] Result<qint64> insert(const CheckOutcome &outcome, const CaseEntry &ofCase);

    //! How much of a check is read.
    enum class Depth {
        Answer,   //!< The check without the raw reply and the requests.
        Requests, //!< The whole check.
    };
    //! The beginning of a query ("SELECT … FROM … "), to be followed by a condition: selectRows() for readRow(),
    //! selectWhole() for readWhole() and readRow().
    [[nodiscard]] static QString selectRows();
    [[nodiscard]] static QString selectWhole(Depth depth = Depth::Requests);
    //! The current row as a line of the list. Never fails: what cannot be read is marked unreadable.
    [[nodiscard]] CheckRow readRow(const Rows &rows) const;
    struct Whole {
        CheckRow row;
        //! The check without its `previous`; empty where any part of the check cannot be read.
        std::optional<CheckOutcome> outcome;
    };
    //! The current row as a whole check. `asked`: the row is read as a check of this receipt number, whatever is left
    //! of its case.
    [[nodiscard]] Whole readWhole(const Rows &rows, const std::optional<ReceiptNumber> &asked = {},
                                  Depth depth = Depth::Requests) const;

private:
    [[nodiscard]] CheckRow readRow(const Rows &rows, const std::optional<ReceiptNumber> &asked,
                                   CaseTable::Opening opening) const;
    [[nodiscard]] bool sealHolds(const Rows &rows, const ReceiptNumber &receipt) const;
    struct SealedCheck;
    //! For a row with a number that stands for no word (NameTable): whether the seal holds with one of the known words
    //! in its place.
    [[nodiscard]] bool findWord(const Rows &rows, SealedCheck row) const;

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    NameTable &m_words;
    CaseTable &m_cases;
    AnswerStore &m_answers;
    TextStore &m_texts;
    //! How many more rows findWord() may try: each takes some time.
    mutable int m_rowsToTry = 1000;
};

} // namespace linterna

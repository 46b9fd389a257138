// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/answerstore.h"
#include "lib/localrecord/casetable.h"
#include "lib/record/checkrow.h"

#include <array>

namespace linterna {

struct CheckLocal;

//! The checks of the record, made from their events. What a row says in numbers serves to find it; what is shown of a
//! check is what its event holds, and a row that says something else than its event is shown as one that cannot be
//! trusted.
class CheckTable
{
public:
    CheckTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words, EventTable &events,
               CaseTable &cases, AnswerStore &answers, TextStore &texts);

    struct Inserted {
        qint64 id = 0;        //!< Of the check.
        QByteArray uuid = {}; //!< Of the event.
    };
    //! How a check came that nobody made just now.
    struct Arrival {
        //! When it was taken over from a file of before there were events; milliseconds since 1970.
        std::optional<qint64> takenOver = {};
        //! It came from an export.
        bool takenIn = false;
    };
    //! Appends the event of a check of the case `ofCase`, and its row. `outcome.uuid` becomes the event's where it is not
    //! empty; `outcome.id`, where it is not 0, the id. Call inside a transaction.
    [[nodiscard]] Result<Inserted> insert(const CheckOutcome &outcome, const CaseEntry &ofCase, const Author &author,
                                          const Arrival &arrival);
    [[nodiscard]] Result<Inserted> insert(const CheckOutcome &outcome, const CaseEntry &ofCase, const Author &author)
    {
        return insert(outcome, ofCase, author, Arrival());
    }
    //! As insert(), where the answer and the requests are in the record already: these under `outcome.uuid`.
    [[nodiscard]] Result<Inserted> takeOver(const CheckOutcome &outcome, const AnswerStore::Place &answer,
                                            qint64 caseId, const Author &author, const Arrival &arrival);
    //! Adds the row of a check whose event, of kind "check" and opened, is there already and vouches for the outcome.
    //! Call inside a transaction.
    [[nodiscard]] Result<Inserted> attach(const CheckOutcome &outcome, const CaseEntry &ofCase, qint64 event,
                                          const OpenedEvent &opened);
    //! Adds the row of a check anew, whose event is there and whose row is gone, and gives its id: the one it had where
    //! that is known. 0: a row has that id, and none is added.
    [[nodiscard]] Result<qint64> restore(qint64 event, const OpenedEvent &opened, qint64 caseId);
    //! Whether a check with this content is in the lists, or hidden, under whatever UUID.
    [[nodiscard]] Result<bool> holds(const CheckContent &content) const;
    //! Adds the row of a check of whose answer nothing is there; it is shown as one that cannot be read.
    [[nodiscard]] Result<qint64> insertWithoutParts(const CheckContent &content, qint64 caseId, qint64 event);
    //! Writes what a check changed anew, where it is known by now against which answer it must be compared. Call inside
    //! a transaction.
    [[nodiscard]] std::optional<Error> setChange(qint64 id, Change change);

    //! What a row says in clear, to be found by.
    struct CheckNumbers {
        qint64 id = 0; //!< 0: the next one.
        qint64 event = 0;
        qint64 checkedAt = 0; //!< Milliseconds since 1970.
        qint64 caseId = 0;
        qint64 answerId = 0; //!< 0: there is none.
        qint64 httpStatus = 0;
        //! It came from a file.
        bool takenIn = false;
        //! Connection, who asked, outcome, change, category, by their stable names.
        std::array<QString, 5> words = {};
    };
    //! Adds a row for an event that is there already, and gives its id.
    [[nodiscard]] Result<qint64> insertRow(const CheckNumbers &row);

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
        //! The check without its `previous`; empty where any part of the check cannot be read, or is not what the event
        //! vouches for.
        std::optional<CheckOutcome> outcome;
        //! Why the outcome is empty.
        std::optional<CheckDamage> damage;
    };
    //! The current row as a whole check. `asked`: the row is read as a check of this receipt number, whatever is left
    //! of its case.
    [[nodiscard]] Whole readWhole(const Rows &rows, const std::optional<ReceiptNumber> &asked = {},
                                  Depth depth = Depth::Requests) const;

private:
    struct Vouched;
    [[nodiscard]] Result<Inserted> append(const CheckOutcome &outcome, const AnswerStore::Place &answer, qint64 caseId,
                                          const Author &author, const Arrival &arrival);
    //! Adds the row of a check; `row` names event, case and answer.
    [[nodiscard]] Result<qint64> insertRowOf(const CheckContent &content, const CheckLocal &local, CheckNumbers row);
    [[nodiscard]] Result<qint64> idFor(const CheckOutcome &outcome) const;
    [[nodiscard]] std::optional<Error> insertRequests(const CheckOutcome &outcome, const Inserted &check);
    //! What the event of the current row vouches for; empty where it cannot be trusted, is not of this receipt number,
    //! or says something else than the row: `damage` is told which.
    [[nodiscard]] std::optional<Vouched> vouchedFor(const Rows &rows, const std::optional<ReceiptNumber> &receipt,
                                                    CheckDamage *damage = nullptr) const;
    [[nodiscard]] bool isAsInEvent(const Rows &rows, const CheckContent &content, const CheckLocal &local) const;
    [[nodiscard]] bool isAnswerOf(const Rows &rows, const CheckLocal &local) const;
    [[nodiscard]] bool isWord(const Rows &rows, int column, const QString &expected) const;
    [[nodiscard]] CheckRow readRow(const Rows &rows, const std::optional<Vouched> &vouched, CaseDetails details) const;

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    NameTable &m_words;
    EventTable &m_events;
    CaseTable &m_cases;
    AnswerStore &m_answers;
    TextStore &m_texts;
};

} // namespace linterna

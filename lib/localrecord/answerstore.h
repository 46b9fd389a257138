// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/localrecord/textstore.h"
#include "lib/recordindex/indexvalues.h"

namespace linterna {

//! The distinct replies of the record: answers and failures with their raw replies, each stored once however many
//! checks got it.
class AnswerStore
{
public:
    AnswerStore(std::shared_ptr<Database> database, const FieldCipher &cipher, TextStore &texts);

    struct Place {
        qint64 id = 0;
        QByteArray hash = {};
        //! Keyed hash of the heading (form type and title); empty for failures.
        QByteArray headingHash = {};
    };
    //! The row of an answer or failure, which is added where there is none. Call inside a transaction, and forget()
    //! when that was rolled back.
    [[nodiscard]] Result<Place> keep(const Result<CaseStatus> &answer, const QByteArray &rawReply);
    //! Drops the row numbers of texts that are kept in memory: call after a transaction was rolled back.
    void forget() { m_texts.forget(); }

    struct Kept {
        Result<CaseStatus> answer;
        QByteArray rawReply;
    };
    //! Columns of `answers` (with that name before them) that read() expects, in its order.
    [[nodiscard]] static QString columns();
    //! Reads an answer from the current row, whose columns() begin at column `first`. Empty where any part of the
    //! answer is gone, damaged or not what was stored. Without `withReply` the raw reply is left out.
    [[nodiscard]] std::optional<Kept> read(const Rows &rows, int first, bool withReply = true) const;
    //! What is searched of an answer beside its title and the forms of its texts.
    struct Searched {
        BilingualValues values;
        std::vector<TimelineEntry> timeline;
    };
    //! Reads only that, from the same columns as read().
    [[nodiscard]] Searched readSearched(const Rows &rows, int first) const;

private:
    struct Parts;
    [[nodiscard]] Result<Parts> keepTexts(const Result<CaseStatus> &answer, const QByteArray &rawReply);
    [[nodiscard]] Result<TextStore::Place> keepLetter(const QString &description, QByteArray &values);

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    TextStore &m_texts;
};

} // namespace linterna

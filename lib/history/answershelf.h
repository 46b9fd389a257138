// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "history/textshelf.h"

namespace linterna {

//! FormLetter::values of an answer's two descriptions.
struct BilingualValues {
    QByteArray en = {};
    QByteArray es = {};
};

//! What was said, answers and failures with their raw replies, each stored once however often it was said again.
class AnswerShelf
{
public:
    AnswerShelf(std::shared_ptr<Database> database, const FieldCipher &cipher, TextShelf &texts);

    struct Place {
        qint64 id = 0;
        QByteArray hash = {};
        //! Empty for failures.
        QByteArray headingHash = {};
    };
    //! Where it stands; it is stored where it is new. Inside of a transaction, see Wordbook::number().
    [[nodiscard]] Result<Place> keep(const Result<CaseStatus> &answer, const QByteArray &rawReply);
    void forget() { m_texts.forget(); }

    struct Kept {
        Result<CaseStatus> answer;
        QByteArray rawReply;
    };
    //! Columns of `answers` (with that name before them) that read() expects, in its order.
    [[nodiscard]] static QString columns();
    //! Reads columns() from `first` on. Empty where any part of it is gone, damaged or not what was stored.
    //! Without `withReply` the raw reply is left out.
    [[nodiscard]] std::optional<Kept> read(const Rows &rows, int first, bool withReply = true) const;
    //! Of the same columns only the values.
    [[nodiscard]] BilingualValues readValues(const Rows &rows, int first) const;

private:
    struct Parts;
    [[nodiscard]] Result<Parts> keepTexts(const Result<CaseStatus> &answer, const QByteArray &rawReply);
    [[nodiscard]] Result<TextShelf::Place> keepLetter(const QString &description, QByteArray &values);

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    TextShelf &m_texts;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/answerstore.h"

#include <QHash>

#include <vector>

namespace linterna {

//! One flag for each item of a list, by its position: whether the item is meant.
using Marks = std::vector<char>;

//! The texts of answers in memory, so that any word in them is found at once: each form of a letter once, searchable,
//! and for each answer the values that stand in its blanks (lib/text/texttemplate.h). A million checks are answered with some
//! thousand forms.
class AnswerTextIndex
{
public:
    explicit AnswerTextIndex(const TextStore &texts) : m_texts(&texts) {}

    //! Adds an answer and gives its position. `heading`, `en` and `es` are ids in TextStore, 0 for none.
    std::uint32_t add(qint64 heading, qint64 en, qint64 es, const BilingualValues &values);
    [[nodiscard]] std::size_t size() const { return m_answers.size(); }

    //! Marks the answers that have this word (of searchWords()) in title or text. `among`: no other answers are looked
    //! at.
    [[nodiscard]] Marks answersWith(const QByteArray &word, const Marks *among = nullptr) const;

    //! Form types, in no order; "" among them where answers have none. formTypeOf() gives the index of an answer's, -1
    //! for a failure.
    [[nodiscard]] const QStringList &formTypes() const { return m_formTypes; }
    [[nodiscard]] int formTypeOf(std::uint32_t answer) const;

private:
    class Search;
    static constexpr std::uint32_t none = 0xFFFF'FFFF;
    struct IndexedHeading {
        qint64 id;
        QByteArray title;
        int formType;
    };
    struct IndexedLetter {
        QByteArray text;
        std::vector<int> valueAt;
        bool showsAllValues = true;
    };
    struct Answer {
        std::uint32_t heading = none;
        std::uint32_t letters[2] = {none, none};
        //! Positions in m_values at which the values of the two letters begin; the second ones end where the next
        //! answer's begin.
        std::uint32_t values[2] = {0, 0};
    };
    std::uint32_t headingAt(qint64 id);
    std::uint32_t letterAt(qint64 id);
    [[nodiscard]] QByteArrayView valuesOf(std::size_t answer, int letter) const;
    [[nodiscard]] QByteArrayView allValuesOf(std::size_t answer) const;
    [[nodiscard]] QByteArray letterOf(std::size_t answer, int letter) const;
    [[nodiscard]] bool showsAllValues(std::size_t answer) const;

    const TextStore *m_texts;
    QHash<qint64, std::uint32_t> m_headingAt;
    QHash<qint64, std::uint32_t> m_letterAt;
    std::vector<IndexedHeading> m_headings;
    std::vector<IndexedLetter> m_letters;
    std::vector<Answer> m_answers;
    //! The values of all answers in lower case, each followed by a line feed.
    QByteArray m_values;
    QStringList m_formTypes;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordindex/indexvalues.h"
#include "lib/text/texttemplate.h"

#include <vector>

namespace linterna {

//! One flag for each item of a list, by its position: whether the item is meant.
using Marks = std::vector<char>;

//! The texts of answers in memory, so that any word in them is found at once: each form of a letter once, searchable,
//! and for each answer the values that stand in its blanks (lib/text/texttemplate.h). A million checks are answered
//! with some thousand forms. Texts and answers are named by the positions that the functions which add them give.
class AnswerTextIndex
{
public:
    static constexpr std::uint32_t NoText = 0xFFFF'FFFF;
    //! The position of an empty answer, which stands for one that is not there.
    static constexpr std::uint32_t NoAnswer = 0;

    AnswerTextIndex() { (void)addAnswer({NoText, NoText, NoText}); }

    //! Adds form type and title.
    [[nodiscard]] std::uint32_t addHeading(const QString &formType, const BilingualText &title);
    //! Adds the form of a description, or a description as a whole (plain text).
    [[nodiscard]] std::uint32_t addLetter(const PlainForm &form);
    [[nodiscard]] std::uint32_t addText(const QString &plain);
    //! Adds the text of an entry of a timeline (HTML, as sent).
    [[nodiscard]] std::uint32_t addTimelineText(const BilingualText &text);
    //! Adds a timeline, which consists of texts that addTimelineText() took in.
    [[nodiscard]] std::uint32_t addTimeline(std::vector<std::uint32_t> texts);
    [[nodiscard]] std::uint32_t addAnswer(const AnswerValues &answer);
    [[nodiscard]] std::size_t size() const { return m_answers.size(); }

    //! Marks the answers that have this word (of searchWords()) in title or text. `among`: no other answers are looked
    //! at.
    [[nodiscard]] Marks answersWith(const QByteArray &word, const Marks *among = nullptr) const;
    //! Marks the answers that have this word in the text of an entry of their timeline.
    [[nodiscard]] Marks answersWithInTimeline(const QByteArray &word) const;

    //! Form types, in no order; "" among them where answers have none. formTypeOf() gives the index of an answer's, -1
    //! for a failure.
    [[nodiscard]] const QStringList &formTypes() const { return m_formTypes; }
    [[nodiscard]] int formTypeOf(std::uint32_t answer) const;

private:
    class Search;
    struct IndexedHeading {
        QByteArray title;
        int formType;
    };
    struct IndexedLetter {
        QByteArray text;
        std::vector<int> valueAt;
        bool showsAllValues = true;
    };
    struct Answer {
        std::uint32_t heading = NoText;
        std::uint32_t letters[2] = {NoText, NoText};
        //! Positions in m_values at which the values of the two letters begin; the second ones end where the next
        //! answer's begin.
        std::uint32_t values[2] = {0, 0};
        std::uint32_t timeline = NoText;
    };
    [[nodiscard]] QByteArrayView valuesOf(std::size_t answer, int letter) const;
    [[nodiscard]] QByteArrayView allValuesOf(std::size_t answer) const;
    [[nodiscard]] QByteArray letterOf(std::size_t answer, int letter) const;
    [[nodiscard]] bool showsAllValues(std::size_t answer) const;

    std::vector<IndexedHeading> m_headings;
    std::vector<IndexedLetter> m_letters;
    std::vector<Answer> m_answers;
    //! The values of all answers in lower case, each followed by a line feed.
    QByteArray m_values;
    std::vector<QByteArray> m_timelineTexts; //!< Searchable.
    //! Each timeline once: positions in m_timelineTexts.
    std::vector<std::vector<std::uint32_t>> m_timelines;
    QStringList m_formTypes;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordindex/answertextindex.h"

#include "lib/text/safehtml.h"
#include "lib/text/searchtext.h"

#include <algorithm>

namespace linterna {

namespace {

constexpr char blankInForm = '\x1a';

bool isOfValue(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*';
}

bool isOfValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isOfValue(c); });
}

//! How far a word was read in a form.
struct FormReading {
    qsizetype place;        //!< Position in the form.
    qsizetype at;           //!< Position in the word.
    bool crosses = false;   //!< Something of the word stands before this place: in the form itself, or in a blank.
    bool usedBlank = false; //!< Part of the word stood in a blank.
};

//! Whether the rest of `word` fits the form from `reading` on, with part of the word in a blank. A blank fits any
//! value.
bool mayStand(QByteArrayView form, QByteArrayView word, FormReading reading)
{
    for (; reading.at < word.size(); ++reading.place, ++reading.at) {
        if (reading.place >= form.size())
            return false;
        if (form[reading.place] == blankInForm) {
            if (reading.crosses && isOfValue(word.sliced(reading.at)))
                return true; // the word ends in the blank
            for (qsizetype end = reading.at + 1; end < word.size() && isOfValue(word[end - 1]); ++end) {
                if (mayStand(form, word, {reading.place + 1, end, true, true}))
                    return true;
            }
            return false;
        }
        if (form[reading.place] != word[reading.at])
            return false;
        reading.crosses = true;
    }
    return reading.usedBlank;
}

//! Whether `word` may stand partly in a blank of `form`, and partly out of it.
bool mayCrossBlank(QByteArrayView form, QByteArrayView word)
{
    qsizetype tried = 0;
    for (qsizetype at = form.indexOf(blankInForm); at >= 0; at = form.indexOf(blankInForm, at + 1)) {
        // A word that reaches this blank begins at most its own length before it.
        for (qsizetype begin = std::max(tried, at + 1 - word.size()); begin <= at; ++begin) {
            if ((form[begin] == blankInForm || form[begin] == word.front()) && mayStand(form, word, {begin, 0}))
                return true;
        }
        tried = at + 1;
    }
    return false;
}

QByteArray searchableLetter(const PlainForm &form)
{
    QString whole;
    for (const QString &piece : form.pieces())
        whole += (whole.isNull() ? QString() : QString(QChar(u'\x1a'))) + piece;
    return searchable(whole);
}

} // namespace

std::uint32_t AnswerTextIndex::addHeading(const QString &formType, const BilingualText &title)
{
    if (!m_formTypes.contains(formType))
        m_formTypes << formType;
    m_headings.push_back({searchable(safeTitle(title.en)) + '\n' + searchable(safeTitle(title.es)),
                          static_cast<int>(m_formTypes.indexOf(formType))});
    return static_cast<std::uint32_t>(m_headings.size() - 1);
}

std::uint32_t AnswerTextIndex::addLetter(const PlainForm &form)
{
    m_letters.push_back({searchableLetter(form), form.valueAt(), form.showsAll()});
    return static_cast<std::uint32_t>(m_letters.size() - 1);
}

std::uint32_t AnswerTextIndex::addText(const QString &plain)
{
    m_letters.push_back({searchable(plain), {}});
    return static_cast<std::uint32_t>(m_letters.size() - 1);
}

std::uint32_t AnswerTextIndex::addTimelineText(const BilingualText &text)
{
    m_timelineTexts.push_back(searchable(safeHtml(text.en).text) + '\n' + searchable(safeHtml(text.es).text));
    return static_cast<std::uint32_t>(m_timelineTexts.size() - 1);
}

std::uint32_t AnswerTextIndex::addTimeline(std::vector<std::uint32_t> texts)
{
    m_timelines.push_back(std::move(texts));
    return static_cast<std::uint32_t>(m_timelines.size() - 1);
}

std::uint32_t AnswerTextIndex::addAnswer(const AnswerValues &values)
{
    Answer answer{.heading = values.heading, .letters = {values.en, values.es}, .timeline = values.timeline};
    answer.values[0] = static_cast<std::uint32_t>(m_values.size());
    m_values += values.values.en.toLower();
    answer.values[1] = static_cast<std::uint32_t>(m_values.size());
    m_values += values.values.es.toLower();
    m_answers.push_back(answer);
    return static_cast<std::uint32_t>(m_answers.size() - 1);
}

QByteArrayView AnswerTextIndex::valuesOf(std::size_t answer, int letter) const
{
    const Answer &found = m_answers[answer];
    const bool last = answer + 1 == m_answers.size();
    const qsizetype end = letter == 0 ? found.values[1] : (last ? m_values.size() : m_answers[answer + 1].values[0]);
    return QByteArrayView(m_values).sliced(found.values[letter], end - found.values[letter]);
}

QByteArrayView AnswerTextIndex::allValuesOf(std::size_t answer) const
{
    const bool last = answer + 1 == m_answers.size();
    const qsizetype begin = m_answers[answer].values[0];
    return QByteArrayView(m_values).sliced(begin, (last ? m_values.size() : m_answers[answer + 1].values[0]) - begin);
}

//! The whole text, searchable.
QByteArray AnswerTextIndex::letterOf(std::size_t answer, int letter) const
{
    const std::uint32_t at = m_answers[answer].letters[letter];
    if (at == NoText)
        return {};
    const IndexedLetter &form = m_letters[at];
    const QByteArrayList values = valuesOf(answer, letter).toByteArray().split('\n');
    QByteArray text;
    text.reserve(form.text.size() + 100);
    std::size_t number = 0;
    for (const char c : form.text) {
        if (c != blankInForm) {
            text += c;
            continue;
        }
        const int value = number < form.valueAt.size() ? form.valueAt[number] : -1;
        ++number;
        if (value >= 0 && value < values.size())
            text += values[value];
    }
    return text;
}

bool AnswerTextIndex::showsAllValues(std::size_t answer) const
{
    return std::ranges::all_of(m_answers[answer].letters, [this](std::uint32_t letter) {
        return letter == NoText || m_letters[letter].showsAllValues;
    });
}

//! Looks for one word. What is said of a form is worked out when the first answer with that form asks.
class AnswerTextIndex::Search
{
public:
    Search(const AnswerTextIndex &index, const QByteArray &word)
        : m_index(index), m_word(word), m_ofValue(isOfValue(word)), m_headings(index.m_headings.size(), NotAsked),
          m_letters(index.m_letters.size(), NotAsked), m_crossings(index.m_letters.size(), NotAsked)
    {}
    bool isIn(std::size_t at)
    {
        const Answer &answer = m_index.m_answers[at];
        const auto [en, es] = answer.letters;
        if (isInHeading(answer.heading) || isInForm(en) || isInForm(es))
            return true;
        if (m_ofValue && isWithin(m_word, m_index.allValuesOf(at)) && (m_index.showsAllValues(at) || isInLetters(at)))
            return true;
        return (mayCross(en) && isWithin(m_word, m_index.letterOf(at, 0)))
            || (mayCross(es) && isWithin(m_word, m_index.letterOf(at, 1)));
    }

private:
    enum Known : char { No, Yes, NotAsked };
    using Answers = std::vector<Known>;

    template<class Ask>
    static bool known(Answers &answers, std::uint32_t at, Ask ask)
    {
        if (at == NoText)
            return false;
        if (answers[at] == NotAsked)
            answers[at] = ask(at) ? Yes : No;
        return answers[at] == Yes;
    }
    bool isInHeading(std::uint32_t heading)
    {
        return known(m_headings, heading, [this](auto at) { return isWithin(m_word, m_index.m_headings[at].title); });
    }
    bool isInForm(std::uint32_t letter)
    {
        return known(m_letters, letter, [this](auto at) { return isWithin(m_word, m_index.m_letters[at].text); });
    }
    bool mayCross(std::uint32_t letter)
    {
        return known(m_crossings, letter,
                     [this](auto at) { return mayCrossBlank(m_index.m_letters[at].text, m_word); });
    }
    [[nodiscard]] bool isInLetters(std::size_t at) const
    {
        return isWithin(m_word, m_index.letterOf(at, 0)) || isWithin(m_word, m_index.letterOf(at, 1));
    }

    const AnswerTextIndex &m_index;
    const QByteArray &m_word;
    bool m_ofValue;
    Answers m_headings;
    Answers m_letters;
    Answers m_crossings;
};

Marks AnswerTextIndex::answersWith(const QByteArray &word, const Marks *among) const
{
    Search search(*this, word);
    Marks marks(m_answers.size());
    for (std::size_t i = 0; i < marks.size(); ++i)
        marks[i] = (!among || (*among)[i] != 0) && search.isIn(i);
    return marks;
}

Marks AnswerTextIndex::answersWithInTimeline(const QByteArray &word) const
{
    const auto hasWord = [&word](const QByteArray &text) { return isWithin(word, text); };
    Marks texts(m_timelineTexts.size());
    std::ranges::transform(m_timelineTexts, texts.begin(), hasWord);
    const auto isMarked = [&texts](std::uint32_t text) { return texts[text] != 0; };
    Marks timelines(m_timelines.size());
    std::ranges::transform(m_timelines, timelines.begin(),
                           [&](const auto &timeline) { return std::ranges::any_of(timeline, isMarked); });
    Marks answers(m_answers.size());
    std::ranges::transform(m_answers, answers.begin(), [&timelines](const Answer &answer) {
        return answer.timeline != NoText && timelines[answer.timeline] != 0;
    });
    return answers;
}

int AnswerTextIndex::formTypeOf(std::uint32_t answer) const
{
    const std::uint32_t heading = m_answers[answer].heading;
    return heading == NoText ? -1 : m_headings[heading].formType;
}

} // namespace linterna

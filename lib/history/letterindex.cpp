// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/letterindex.h"

#include "history/cbortext.h"
#include "text/safehtml.h"
#include "text/searchtext.h"

#include <QByteArrayMatcher>

#include <algorithm>

namespace linterna {

namespace {

constexpr char blank = '\x1a';

bool isOfValue(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '*';
}

bool isOfValue(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isOfValue(c); });
}

//! How far a word was read in a form.
struct Reading {
    qsizetype place; //!< In the form.
    qsizetype at;    //!< In the word.
    bool crosses = false;   //!< Something of the word stands before this place: in the form itself, or in a blank.
    bool usedBlank = false; //!< In a blank.
};

//! Whether the rest of `word` may stand there, given that blanks may hold anything, and part of it in a blank.
bool mayStand(QByteArrayView form, QByteArrayView word, Reading reading)
{
    for (; reading.at < word.size(); ++reading.place, ++reading.at) {
        if (reading.place >= form.size())
            return false;
        if (form[reading.place] == blank) {
            if (reading.crosses && isOfValue(word.sliced(reading.at)))
                return true; // it ends inside of the blank
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
    for (qsizetype i = 0; i < form.size(); ++i) {
        if ((form[i] == blank || form[i] == word.front()) && mayStand(form, word, {i, 0}))
            return true;
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

std::uint32_t LetterIndex::headingAt(qint64 id)
{
    if (id == 0)
        return none;
    if (const auto known = m_headingAt.constFind(id); known != m_headingAt.cend())
        return *known;
    const auto heading = m_texts->heading(id);
    const QString formType = heading ? heading->formType : QString();
    if (!m_formTypes.contains(formType))
        m_formTypes << formType;
    QByteArray title;
    if (heading)
        title = searchable(safeTitle(heading->title.en)) + '\n' + searchable(safeTitle(heading->title.es));
    const auto at = static_cast<std::uint32_t>(m_headings.size());
    m_headings.push_back({id, title, static_cast<int>(m_formTypes.indexOf(formType))});
    m_headingAt.insert(id, at);
    return at;
}

std::uint32_t LetterIndex::letterAt(qint64 id)
{
    if (id == 0)
        return none;
    if (const auto known = m_letterAt.constFind(id); known != m_letterAt.cend())
        return *known;
    IndexedLetter letter;
    if (const auto plain = m_texts->plain(id)) {
        letter = {searchableLetter(*plain), plain->valueAt(), plain->showsAll()};
    } else if (const auto text = m_texts->text(id); text && text->kind == TextShelf::Kind::OddLetter) {
        letter.text = searchable(safeHtml(textOfUnits(text->content)).text);
    }
    const auto at = static_cast<std::uint32_t>(m_letters.size());
    m_letters.push_back(std::move(letter));
    m_letterAt.insert(id, at);
    return at;
}

std::uint32_t LetterIndex::add(qint64 heading, qint64 en, qint64 es, const BilingualValues &values)
{
    Answer answer{.heading = headingAt(heading), .letters = {letterAt(en), letterAt(es)}};
    answer.values[0] = static_cast<std::uint32_t>(m_values.size());
    m_values += values.en.toLower();
    answer.values[1] = static_cast<std::uint32_t>(m_values.size());
    m_values += values.es.toLower();
    m_answers.push_back(answer);
    return static_cast<std::uint32_t>(m_answers.size() - 1);
}

QByteArrayView LetterIndex::valuesOf(std::size_t answer, int letter) const
{
    const Answer &found = m_answers[answer];
    const bool last = answer + 1 == m_answers.size();
    const qsizetype end = letter == 0 ? found.values[1] : (last ? m_values.size() : m_answers[answer + 1].values[0]);
    return QByteArrayView(m_values).sliced(found.values[letter], end - found.values[letter]);
}

//! The whole text, searchable.
QByteArray LetterIndex::letterOf(std::size_t answer, int letter) const
{
    const std::uint32_t at = m_answers[answer].letters[letter];
    if (at == none)
        return {};
    const IndexedLetter &form = m_letters[at];
    const QByteArrayList values = valuesOf(answer, letter).toByteArray().split('\n');
    QByteArray text;
    text.reserve(form.text.size() + 100);
    std::size_t number = 0;
    for (const char c : form.text) {
        if (c != blank) {
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

bool LetterIndex::showsAllValues(std::size_t answer) const
{
    return std::ranges::all_of(m_answers[answer].letters, [this](std::uint32_t letter) {
        return letter == none || m_letters[letter].showsAllValues;
    });
}

void LetterIndex::markInValues(Marks &marks, const QByteArray &word) const
{
    const QByteArrayMatcher matcher(word);
    for (qsizetype at = 0; (at = matcher.indexIn(m_values, at)) >= 0; ++at) {
        const auto after = std::ranges::upper_bound(m_answers, static_cast<std::uint32_t>(at), {},
                                                    [](const Answer &answer) { return answer.values[0]; });
        const auto answer = static_cast<std::size_t>(after - m_answers.begin()) - 1;
        if (showsAllValues(answer))
            marks[answer] = 1;
        else if (marks[answer] == 0 && (letterOf(answer, 0).contains(word) || letterOf(answer, 1).contains(word)))
            marks[answer] = 1;
        const qsizetype end = answer + 1 == m_answers.size() ? m_values.size() : m_answers[answer + 1].values[0];
        if (marks[answer] != 0)
            at = end - 1;
    }
}

void LetterIndex::markAcrossBlanks(Marks &marks, const QByteArray &word) const
{
    Marks mayCross(m_letters.size());
    for (std::size_t i = 0; i < m_letters.size(); ++i)
        mayCross[i] = mayCrossBlank(m_letters[i].text, word);
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        for (const int letter : {0, 1}) {
            const std::uint32_t at = m_answers[i].letters[letter];
            if (marks[i] == 0 && at != none && mayCross[at] != 0 && letterOf(i, letter).contains(word))
                marks[i] = 1;
        }
    }
}

Marks LetterIndex::answersWith(const QByteArray &word) const
{
    Marks headings(m_headings.size());
    for (std::size_t i = 0; i < m_headings.size(); ++i)
        headings[i] = m_headings[i].title.contains(word);
    Marks letters(m_letters.size());
    for (std::size_t i = 0; i < m_letters.size(); ++i)
        letters[i] = m_letters[i].text.contains(word);
    Marks marks(m_answers.size());
    for (std::size_t i = 0; i < m_answers.size(); ++i) {
        const Answer &answer = m_answers[i];
        const auto has = [](const Marks &those, std::uint32_t at) { return at != none && those[at] != 0; };
        marks[i] = has(headings, answer.heading) || has(letters, answer.letters[0]) || has(letters, answer.letters[1]);
    }
    if (isOfValue(word))
        markInValues(marks, word);
    markAcrossBlanks(marks, word);
    return marks;
}

int LetterIndex::formTypeOf(std::uint32_t answer) const
{
    const std::uint32_t heading = m_answers[answer].heading;
    return heading == none ? -1 : m_headings[heading].formType;
}

qint64 LetterIndex::headingOf(std::uint32_t answer) const
{
    const std::uint32_t heading = m_answers[answer].heading;
    return heading == none ? 0 : m_headings[heading].id;
}

} // namespace linterna

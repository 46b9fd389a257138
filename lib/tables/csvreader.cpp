// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvreader.h"

#include "lib/text/characters.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace linterna {

namespace {

//! Separators, the rarer in a text first: it wins where two stand equally often.
constexpr std::array separators{U'\t', U';', U','};
constexpr std::u32string_view separatorLine = U"sep=";

bool isBreak(char32_t character)
{
    return character == U'\r' || character == U'\n';
}

bool isReaderSignal(char32_t character)
{
    return character >= CsvText::ReadFailed;
}

bool isSeparator(char32_t character)
{
    return std::ranges::find(separators, character) != separators.end();
}

char32_t lowerAscii(char32_t character)
{
    return character >= U'A' && character <= U'Z' ? character + 32 : character;
}

//! Follows quotation marks while the separator is not known yet.
class QuoteWatch
{
public:
    //! Whether `character` stands outside of quotation marks, and is none.
    bool isOutside(char32_t character)
    {
        // Within a cell a mark opens nothing; the second of a doubled one opens again what the first closed.
        const bool counts = m_quoted || isBreak(m_previous) || isSeparator(m_previous) || m_previous == U'"';
        m_previous = character;
        if (character == U'"' && counts)
            m_quoted = !m_quoted;
        return !m_quoted && character != U'"';
    }

private:
    bool m_quoted = false;
    char32_t m_previous = U'\n';
};

} // namespace

CsvReader::CsvReader(QIODevice &device, const Rules &rules) : m_rules(rules), m_text(device, rules.encoding)
{
    Q_ASSERT(!rules.separator || !QStringView(u"\"\r\n").contains(*rules.separator));
}

std::optional<QStringList> CsvReader::readRow()
{
    if (!std::exchange(m_begun, true))
        begin();
    while (!m_problem && !m_ended) {
        ++m_row;
        m_rowLine = m_line;
        m_length = 0;
        QStringList cells;
        if (readCells(cells))
            return cells;
        if (m_ended && !m_problem)
            --m_row; // no row was left
    }
    return {};
}

void CsvReader::begin()
{
    gatherFirstRow();
    const bool said = takeSeparatorLine();
    if (m_rules.separator)
        m_separator = m_rules.separator->unicode();
    else if (!said)
        m_separator = mostFrequentSeparator();
}

//! Reads up to the line break that ends the first row, or as far as a row may go.
void CsvReader::gatherFirstRow()
{
    QuoteWatch quotes;
    bool empty = true;
    while (std::ssize(m_ahead) <= m_rules.longestRow) {
        const char32_t character = m_text.next();
        if (isReaderSignal(character))
            return;
        m_ahead += character;
        if (quotes.isOutside(character) && isBreak(character) && !empty)
            return;
        empty = empty && isBreak(character);
    }
}

//! Takes a first line "sep=;", which is for spreadsheets, not for people. False where there is none.
bool CsvReader::takeSeparatorLine()
{
    const auto end = std::ranges::find_if(m_ahead, isBreak) - m_ahead.begin();
    std::u32string line = m_ahead.substr(0, static_cast<std::size_t>(end));
    std::ranges::transform(line, line.begin(), lowerAscii);
    if (line.size() != separatorLine.size() + 1 || !line.starts_with(separatorLine) || !isSeparator(line.back()))
        return false;
    m_separator = line.back();
    m_aheadAt = line.size();
    if (!isReaderSignal(peek()))
        isLineBreak(take());
    return true;
}

char32_t CsvReader::mostFrequentSeparator() const
{
    std::array<qsizetype, separators.size()> counts{};
    QuoteWatch quotes;
    for (const char32_t character : m_ahead) {
        const auto found = std::ranges::find(separators, character);
        if (quotes.isOutside(character) && found != separators.end())
            ++counts[static_cast<std::size_t>(found - separators.begin())];
    }
    const auto most = std::ranges::max_element(counts);
    return *most == 0 ? U',' : separators[static_cast<std::size_t>(most - counts.begin())];
}

char32_t CsvReader::peek()
{
    if (m_aheadAt == m_ahead.size()) {
        const char32_t character = m_text.next();
        if (isReaderSignal(character))
            return character;
        m_ahead = character;
        m_aheadAt = 0;
    }
    return m_ahead[m_aheadAt];
}

//! The next character, counted; CsvText::End at the end and where there is a problem.
char32_t CsvReader::take()
{
    const char32_t character = peek();
    if (isReaderSignal(character)) {
        stopAtSpecial(character);
        return CsvText::End;
    }
    if (character == 0) {
        stop(CsvProblem::Kind::NulCharacter);
        return CsvText::End;
    }
    // The limit is for the row itself: its line break may be two characters more.
    if (++m_length > m_rules.longestRow + (isBreak(character) ? 2 : 0)) {
        stopAtRowStart(CsvProblem::Kind::RowTooLong);
        return CsvText::End;
    }
    ++m_aheadAt;
    if (m_taken)
        *m_taken += character;
    m_line += character == U'\r' || (character == U'\n' && m_previous != U'\r');
    m_previous = character;
    return character;
}

void CsvReader::stop(CsvProblem::Kind kind)
{
    if (!m_problem)
        m_problem = CsvProblem{kind, m_row, m_line};
}

void CsvReader::stopAtRowStart(CsvProblem::Kind kind)
{
    if (!m_problem)
        m_problem = CsvProblem{kind, m_row, m_rowLine};
}

void CsvReader::stopAtSpecial(char32_t special)
{
    m_ended = true;
    if (special != CsvText::End)
        stop(special == CsvText::ReadFailed ? CsvProblem::Kind::ReadFailed : CsvProblem::Kind::Undecodable);
}

//! Whether a line ends with `character`, which was taken, and with the LF behind a CR.
bool CsvReader::isLineBreak(char32_t character)
{
    if (character == U'\r' && peek() == U'\n')
        take();
    return isBreak(character);
}

//! Reads one row: one line, or as many as its quoted cells take. False where the row is empty, there is none, or it is
//! wrong.
bool CsvReader::readCells(QStringList &cells)
{
    char32_t character = take();
    if (character == CsvText::End || isLineBreak(character))
        return false;
    while (true) {
        QString cell;
        character = readCell(character, cell);
        cells += wellFormed(cell);
        if (cells.size() > m_rules.mostCells)
            stopAtRowStart(CsvProblem::Kind::RowTooLong);
        if (m_problem || character != m_separator)
            break;
        character = take();
    }
    isLineBreak(character);
    return !m_problem;
}

//! Reads a cell, and gives the character that ended it: a separator, a line break or the end.
char32_t CsvReader::readCell(char32_t first, QString &cell)
{
    char32_t character = first;
    for (; character == U' ' && m_separator != U' '; character = take())
        cell += u' ';
    if (character != U'"')
        return readPlainCell(character, cell);
    const auto [line, length, previous] = std::tuple(m_line, m_length, m_previous);
    m_taken.emplace();
    QString inside;
    qint64 strayLine = cell.isEmpty() ? 0 : line;
    const std::optional<char32_t> end = readQuotedCell(inside, strayLine);
    const std::u32string taken = *std::exchange(m_taken, {});
    if (m_problem)
        return CsvText::End;
    if (end) {
        cell = inside;
        if (strayLine > 0)
            noteStray(CsvStrayMark::Kind::Inside, strayLine);
        return *end;
    }
    const bool atEnd = std::exchange(m_ended, false);
    if (atEnd)
        noteStray(CsvStrayMark::Kind::NotClosed, line);
    m_ahead.replace(0, m_aheadAt, taken);
    m_aheadAt = 0;
    std::tie(m_line, m_length, m_previous) = std::tuple(line, length, previous);
    return readPlainCell(U'"', cell, atEnd);
}

//! Reads a cell without quotation marks around it, as readCell(). `told`: its stray marks are noted already.
char32_t CsvReader::readPlainCell(char32_t first, QString &cell, bool told)
{
    qint64 strayLine = 0;
    char32_t character = first;
    for (; character != m_separator && !isBreak(character) && character != CsvText::End; character = take()) {
        if (character == U'"' && strayLine == 0)
            strayLine = m_line;
        cell += QChar::fromUcs4(character);
    }
    if (strayLine > 0 && !told && !m_problem)
        noteStray(CsvStrayMark::Kind::Inside, strayLine);
    return character;
}

//! Reads a quoted cell from behind its opening quotation mark, as readCell(). Nothing where no mark closes it: then the
//! cell is not quoted. `strayLine` becomes the line of the first mark inside that is not doubled, if there is one.
std::optional<char32_t> CsvReader::readQuotedCell(QString &cell, qint64 &strayLine)
{
    bool hasLines = false;
    bool hasStray = false;
    char32_t before = U'"';
    char32_t character = take();
    while (character != CsvText::End) {
        if (character != U'"') {
            if (isBreak(character) && hasStray)
                return {};
            hasLines = hasLines || isBreak(character);
            cell += QChar::fromUcs4(character);
            before = std::exchange(character, take());
            continue;
        }
        const qint64 line = m_line;
        character = take();
        if (character == U'"') {
            cell += u'"';
            before = std::exchange(character, take());
            continue;
        }
        QString spaces;
        for (; character == U' ' && m_separator != U' '; character = take())
            spaces += u' ';
        const bool closes = character == m_separator || isBreak(character) || character == CsvText::End;
        if ((!closes || !spaces.isEmpty()) && strayLine == 0)
            strayLine = line;
        if (closes) {
            cell += spaces;
            return character;
        }
        // In a later line, a mark that begins a cell says that the cell above was never closed.
        if (hasLines && (before == m_separator || isBreak(before)))
            return {};
        hasStray = true;
        cell += u'"' + spaces;
        before = U'"';
    }
    return {};
}

void CsvReader::noteStray(CsvStrayMark::Kind kind, qint64 line)
{
    constexpr std::size_t most = 20;
    ++m_strayCells;
    if (m_strayMarks.size() < most)
        m_strayMarks.push_back({kind, m_row, line});
}

} // namespace linterna

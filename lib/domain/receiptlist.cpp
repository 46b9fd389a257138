// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptlist.h"

#include "lib/domain/receiptfacts.h"

#include <QRegularExpression>
#include <QSet>
#include <QStringList>

#include <algorithm>

namespace linterna {

namespace {

using ReceiptProblem = ReceiptNumber::Problem;

bool endsPiece(QChar c)
{
    static constexpr QStringView ends(u"\n\r\t\v\f\u0085\u2028\u2029,;|\uFF0C\uFF1B\u3001\uFF5C");
    return ends.contains(c);
}

//! Reads several receipt numbers on one line: only where each word is one by itself, so that a mistyped number is never
//! split; else none.
std::vector<ReceiptReading> wordByWord(QStringView piece)
{
    std::vector<ReceiptReading> readings;
    const QStringList words = piece.toString().simplified().split(u' ');
    for (const QString &word : words) {
        ReceiptReading reading = readReceipt(word);
        if (!reading.receipt)
            return {};
        readings.push_back(std::move(reading));
    }
    return readings;
}

//! The receipt number that was broken in two between the end of a line and the beginning of the next; empty where there
//! is none.
QString brokenNumber(QStringView before, QStringView piece)
{
    static const QRegularExpression head(
        QStringLiteral("(?:^|[^A-Za-z0-9])((?:%1)[ .-]?[0-9*]{0,9})$").arg(knownPrefixes()));
    static const QRegularExpression tail(QStringLiteral("^[0-9*][0-9 .-]*(?![A-Za-z0-9/])"));
    const auto begun = head.match(before.toString());
    const auto ended = tail.match(piece.toString());
    const QString whole = begun.captured(1) + u' ' + ended.captured().trimmed();
    const bool isOne = begun.hasMatch() && ended.hasMatch() && ReceiptNumber::fromText(whole) && !isTornReceipt(before)
        && !hasReceiptNearMisses(before); // else receiptNearMisses() names it already
    return isOne ? whole : QString();
}

//! Reads the pieces of one text, which must outlive the reader.
class ListReader
{
public:
    void read(QStringView piece)
    {
        const ReceiptReading whole = readReceipt(piece);
        if (whole.receipt && !hasSmallLForI(piece)) {
            take(whole);
        } else if (whole.receipt) {
            refuse({piece.toString(), {.refusal = unclear(piece)}});
        } else if (whole.refusal.problem != ReceiptProblem::Empty) {
            const QString broken = brokenNumber(m_before, piece);
            if (!broken.isEmpty() && !isTornReceipt(piece)) // a torn piece is named by itself
                refuse({broken, {.refusal = unclear(broken)}});
            if (piece.size() <= ReceiptNumber::Length || !findIn(piece, whole))
                refuse({piece.toString(), whole});
        }
        m_before = piece;
    }

    ReceiptList result()
    {
        constexpr qsizetype shown = 40;
        for (Refused &each : m_refused) {
            if (!m_list.receipts.empty() && each.reading.refusal.problem != ReceiptProblem::Unclear
                && isMereWords(each.piece))
                m_list.otherWords = true;
            else
                m_list.refused.emplace_back(each.piece.left(shown), std::move(each.reading));
        }
        return std::move(m_list);
    }

private:
    struct Refused {
        QString piece;
        ReceiptReading reading;
    };

    static ReceiptNumber::Refusal unclear(QStringView piece)
    {
        return {.problem = ReceiptProblem::Unclear, .length = piece.size()};
    }

    bool findIn(QStringView piece, const ReceiptReading &whole)
    {
        const auto words = wordByWord(piece);
        std::ranges::for_each(words, [this](const ReceiptReading &each) { take(each); });
        if (!words.empty())
            return true;
        const ReceiptsInLine line = receiptsIn(piece);
        const bool manyWords = whole.refusal.problem != ReceiptProblem::TooShort && !line.nearMisses.empty();
        if (line.found.empty() && !manyWords)
            return false;
        std::ranges::for_each(line.found, [this](const ReceiptReading &each) { take(each); });
        for (const ReceiptNearMiss &miss : line.nearMisses)
            refuse({miss.text, {.refusal = miss.refusal}});
        m_list.otherWords = !line.found.empty() || m_list.otherWords;
        return true;
    }

    void refuse(Refused piece) { m_refused.push_back(std::move(piece)); }

    void take(const ReceiptReading &reading)
    {
        if (m_seen.contains(*reading.receipt))
            return;
        m_seen.insert(*reading.receipt);
        m_list.receipts.push_back(*reading.receipt);
        if (reading.readAsDigits)
            m_list.readAsDigits.emplace_back(*reading.receipt, reading.readAsDigits);
    }

    ReceiptList m_list;
    std::vector<Refused> m_refused;
    QSet<ReceiptNumber> m_seen;
    QStringView m_before;
};

} // namespace

ReceiptList parseReceiptList(QStringView text)
{
    ReceiptList tooLong;
    tooLong.tooLong = text.size() > ReceiptList::MaxPaste;
    if (tooLong.tooLong)
        return tooLong;
    ListReader reader;
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !endsPiece(text[i]))
            continue;
        const QStringView piece = text.sliced(start, i - start).trimmed();
        start = i + 1;
        if (!piece.isEmpty())
            reader.read(piece);
    }
    return reader.result();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/receiptlist.h"

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

//! Several on one line: only where each word is one by itself, so that a mistyped number is never split.
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

//! Of one text, which lives longer.
class ListReader
{
public:
    void read(QStringView piece)
    {
        const ReceiptReading whole = readReceipt(piece);
        if (whole.receipt) {
            take(whole);
            return;
        }
        if (whole.refusal.problem == ReceiptProblem::Empty)
            return;
        if (piece.size() > ReceiptNumber::Length && findIn(piece))
            return;
        m_refused.push_back({piece, whole});
    }

    ReceiptList result()
    {
        constexpr qsizetype shown = 40;
        for (Refused &each : m_refused) {
            if (!m_list.receipts.empty() && isMereWords(each.piece))
                m_list.otherWords = true;
            else
                m_list.refused.emplace_back(each.piece.left(shown).toString(), std::move(each.reading));
        }
        return std::move(m_list);
    }

private:
    struct Refused {
        QStringView piece;
        ReceiptReading reading;
    };

    bool findIn(QStringView piece)
    {
        const auto words = wordByWord(piece);
        std::ranges::for_each(words, [this](const ReceiptReading &each) { take(each); });
        if (!words.empty())
            return true;
        const ReceiptsInLine line = receiptsIn(piece);
        if (line.found.empty() || line.tornLeft)
            return false;
        std::ranges::for_each(line.found, [this](const ReceiptReading &each) { take(each); });
        m_list.otherWords = true;
        return true;
    }

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

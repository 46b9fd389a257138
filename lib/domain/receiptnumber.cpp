// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/receiptnumber.h"

#include <QSet>

#include <algorithm>

namespace linterna {

namespace {

//! Takes out what people and documents put between the characters of a receipt number: white space, dashes, dots, and
//! marks that cannot be seen. Full-width forms become the plain characters that they look like.
QString cleaned(QStringView text)
{
    QString out;
    out.reserve(std::min(text.size(), 2 * ReceiptNumber::Length));
    for (const QChar c : text) {
        if (c.isSpace() || c == u'.' || c.category() == QChar::Punctuation_Dash || c.category() == QChar::Other_Format
            || c == u'\u2212')
            continue;
        const char16_t code = c.unicode();
        out += code >= 0xFF01 && code <= 0xFF5E ? QChar(char16_t(code - 0xFEE0)) : c;
    }
    return out;
}

bool isPlainLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool isPlainDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! The whole character at `position`, two code units where it takes two.
QString characterAt(const QString &text, qsizetype position)
{
    const bool pair = text[position].isHighSurrogate() && position + 1 < text.size() && text[position + 1].isLowSurrogate();
    return text.mid(position, pair ? 2 : 1);
}

} // namespace

std::variant<ReceiptNumber, ReceiptNumber::Refusal> ReceiptNumber::parse(QStringView text)
{
    const QString clean = cleaned(text);
    if (clean.isEmpty())
        return Refusal{Problem::Empty, 0, {}};
    for (qsizetype i = 0; i < std::min(clean.size(), Length); ++i) {
        const QChar c = clean[i];
        const bool fits = i < 3 ? isPlainLetter(c) : isPlainDigit(c) || (i == 3 && c == u'*');
        if (!fits)
            return Refusal{i < 3 ? Problem::BadPrefix : Problem::BadCharacter, clean.size(), characterAt(clean, i)};
    }
    if (clean.size() != Length)
        return Refusal{clean.size() < Length ? Problem::TooShort : Problem::TooLong, clean.size(), {}};
    return ReceiptNumber(clean.toUpper());
}

std::optional<ReceiptNumber> ReceiptNumber::fromText(QStringView text)
{
    const auto parsed = parse(text);
    const auto *receipt = std::get_if<ReceiptNumber>(&parsed);
    return receipt ? std::optional(*receipt) : std::nullopt;
}

QString ReceiptNumber::masked() const
{
    return m_text.left(3) + QStringLiteral("••••••") + m_text.right(4);
}

ReceiptList parseReceiptList(QStringView text)
{
    constexpr qsizetype shownOfRefused = 40;
    ReceiptList list;
    if (text.size() > ReceiptList::MaxPaste) {
        list.tooLong = true;
        return list;
    }
    QSet<ReceiptNumber> seen;
    const auto take = [&](const ReceiptNumber &receipt) {
        if (!seen.contains(receipt)) {
            seen.insert(receipt);
            list.receipts.push_back(receipt);
        }
    };
    const auto lineEnds = [](QChar c) {
        return c == u'\n' || c == u'\r' || c == u'\t' || c == u',' || c == u';' || c == u'\u2028' || c == u'\u2029';
    };
    qsizetype start = 0;
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i < text.size() && !lineEnds(text[i]))
            continue;
        const QStringView piece = text.sliced(start, i - start).trimmed();
        start = i + 1;
        if (piece.isEmpty())
            continue;
        const auto whole = ReceiptNumber::parse(piece);
        if (const auto *receipt = std::get_if<ReceiptNumber>(&whole)) {
            take(*receipt);
            continue;
        }
        // Several on one line: only where each word is one by itself, so that a mistyped number is never split.
        std::vector<ReceiptNumber> words;
        bool allWhole = true;
        for (const QStringView word : piece.toString().simplified().split(u' ')) {
            const auto receipt = ReceiptNumber::fromText(word);
            allWhole = allWhole && receipt.has_value();
            if (receipt)
                words.push_back(*receipt);
        }
        if (allWhole)
            std::ranges::for_each(words, take);
        else
            list.refused.emplace_back(piece.left(shownOfRefused).toString(), std::get<ReceiptNumber::Refusal>(whole));
    }
    return list;
}

} // namespace linterna

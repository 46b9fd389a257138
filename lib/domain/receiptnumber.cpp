// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptnumber.h"

#include "lib/domain/receiptcharacters.h"

#include <algorithm>

namespace linterna {

using namespace receiptcharacters;

std::variant<ReceiptNumber, ReceiptNumber::Refusal> ReceiptNumber::parse(QStringView text)
{
    const QString clean = withoutSeparators(text);
    if (clean.isEmpty())
        return Refusal{};
    for (qsizetype i = 0; i < std::min(clean.size(), Length); ++i) {
        const QChar c = clean[i];
        const bool fits = i < 3 ? isLetter(c) : isDigit(c) || (i == 3 && c == u'*');
        if (!fits)
            return Refusal{i < 3 ? Problem::BadPrefix : Problem::BadCharacter, clean.size(),
                           QStringView(QChar::fromUcs4(characterAt(clean, i))).toString()};
    }
    if (clean.size() != Length)
        return Refusal{clean.size() < Length ? Problem::TooShort : Problem::TooLong, clean.size()};
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

} // namespace linterna

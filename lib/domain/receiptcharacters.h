// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! How single characters are understood where a receipt number is read.
namespace linterna::receiptcharacters {

[[nodiscard]] constexpr bool isLetter(QChar c)
{
    return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

[[nodiscard]] constexpr bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

//! The text with what the eye does not see taken out (zero-width and direction marks, soft hyphens), full-width forms
//! made the plain characters that they look like, each white space, line ends too, a space and each dash a hyphen.
[[nodiscard]] QString plain(QStringView text);

//! plain() without what people and documents put between the characters of a receipt number: spaces, hyphens, dots.
[[nodiscard]] QString withoutSeparators(QStringView text);

//! The whole character at `position`, two code units where it takes two.
[[nodiscard]] char32_t characterAt(QStringView text, qsizetype position);

} // namespace linterna::receiptcharacters

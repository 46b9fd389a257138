// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/lookalike.h"

#include "lib/text/hiddencharacter.h"

#include <unicode/uspoof.h>

#include <memory>
#include <vector>

namespace linterna {

namespace {

//! The text with each character replaced by the one that Unicode takes for the model of those that look like it.
QString skeletonOf(const QString &text)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<USpoofChecker, decltype(&uspoof_close)> checker(uspoof_open(&status), uspoof_close);
    std::vector<char16_t> skeleton(std::size_t(text.size()) * 8 + 16); // one character stands for few
    const auto *letters = reinterpret_cast<const UChar *>(text.utf16());
    const int length =
        uspoof_getSkeleton(checker.get(), 0, letters, int(text.size()), skeleton.data(), int(skeleton.size()), &status);
    return U_SUCCESS(status) ? QString::fromUtf16(skeleton.data(), length) : text;
}

//! The characters that a person would read out, without spaces, punctuation and hidden characters.
QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c == u'5' || c == u'$')
            letters += u's';
        else if (!c.isSpace() && !c.isPunct() && !hiddenCharacterIn(c))
            letters += c;
    }
    return letters;
}

} // namespace

bool looksAlike(const QString &one, const QString &other)
{
    const QString a = lettersOf(one);
    const QString b = lettersOf(other);
    // A capital I looks like l, a small one does not: both ways are tried.
    return skeletonOf(a.toCaseFolded()) == skeletonOf(b.toCaseFolded())
        || skeletonOf(a).toCaseFolded() == skeletonOf(b).toCaseFolded()
        || skeletonOf(a.toUpper()) == skeletonOf(b.toUpper());
}

} // namespace linterna

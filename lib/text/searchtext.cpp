// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/searchtext.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPlain(QChar c)
{
    return c.unicode() < 0x80;
}

QByteArray plainSearchable(const QString &text)
{
    QByteArray folded = text.toLatin1().toLower();
    return folded.simplified();
}

//! The end of a piece of about 200 characters that may be decomposed on its own.
qsizetype endOfPiece(const QString &text, qsizetype begin)
{
    constexpr qsizetype usual = 200;
    qsizetype end = std::min(begin + usual, text.size());
    while (end < text.size() && (text[end].isLowSurrogate() || text[end].combiningClass() != 0))
        ++end;
    return end;
}

bool isQuotationMark(QChar c)
{
    return u"\"“”„«»"_s.contains(c);
}

} // namespace

QByteArray searchable(const QString &text)
{
    if (std::ranges::all_of(text, isPlain))
        return plainSearchable(text);
    QString folded;
    folded.reserve(text.size());
    // Decomposed in pieces: Qt makes room for each character in the whole text, which takes minutes in a long one.
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = endOfPiece(text, begin);
        for (const QChar c : text.sliced(begin, end - begin).normalized(QString::NormalizationForm_KD)) {
            if (c.category() != QChar::Mark_NonSpacing)
                folded += c;
        }
        begin = end;
    }
    return folded.toCaseFolded().simplified().toUtf8();
}

QByteArrayList searchWords(const QString &typed)
{
    QByteArrayList words;
    QString word;
    bool quoted = false;
    const auto end = [&] {
        if (const QByteArray folded = searchable(word); !folded.isEmpty() && !words.contains(folded))
            words << folded;
        word.clear();
    };
    for (const QChar c : typed) {
        if (isQuotationMark(c)) {
            end();
            quoted = !quoted;
        } else if (c.isSpace() && !quoted) {
            end();
        } else {
            word += c;
        }
    }
    end();
    return words;
}

} // namespace linterna

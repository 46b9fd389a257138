// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/maskedtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longRun = 7;

//! "EAC9999103402", "EAC-99-991-03402", "EAC 9999103402": three letters, ten digits or an asterisk for the first, each
//! parted by one sign at the most.
QString withReceiptsMasked(QString text)
{
    static const QRegularExpression receipt(
        u"(?<![A-Za-z])([A-Za-z]{3})[ .\\-\u2010-\u2015\u00A0]?(?:[0-9]|\\*|%2[Aa])(?:[ .\\-\u2010-\u2015\u00A0]?[0-9]){5}"
        "((?:[ .\\-\u2010-\u2015\u00A0]?[0-9]){4})(?![0-9])"_s);
    auto match = receipt.match(text);
    while (match.hasMatch()) {
        QString last = match.captured(2);
        last.removeIf([](QChar c) { return !c.isDigit(); });
        const QString masked = match.captured(1) + u"••••••"_s + last;
        text.replace(match.capturedStart(), match.capturedLength(), masked);
        match = receipt.match(text, match.capturedStart() + masked.size());
    }
    return text;
}

} // namespace

QString maskedText(const QString &text)
{
    if (std::ranges::none_of(text, [](QChar c) { return c.isDigit(); }))
        return text;
    QString masked = withReceiptsMasked(text);
    for (qsizetype i = 0; i < masked.size();) {
        qsizetype end = i;
        while (end < masked.size() && masked[end].isDigit())
            ++end;
        if (end - i >= longRun)
            std::fill(masked.begin() + i, masked.begin() + end, u'•');
        i = std::max(end, i + 1);
    }
    return masked;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/chance.h"

#include <QList>
#include <QString>

//! The encodings in which a server may repeat what it was sent.
namespace linterna::test {

using namespace Qt::Literals::StringLiterals;

//! Every character as \u00XX.
inline QByteArray spelledAsJson(const QByteArray &text)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(text))
        out += "\\u" + QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out;
}

inline QByteArray spelledAsHtml(const QByteArray &text)
{
    QByteArray out;
    bool hex = false;
    for (const uint code : QString::fromUtf8(text).toUcs4()) {
        out += hex ? "&#x" + QByteArray::number(code, 16) + ';' : "&#" + QByteArray::number(code) + ';';
        hex = !hex;
    }
    return out;
}

inline QByteArray spelledAsPercent(const QByteArray &text)
{
    QByteArray out;
    for (const char c : text)
        out += '%' + QByteArray(1, c).toHex();
    return out;
}

//! Each character by chance as itself or in one of several encodings.
inline QByteArray spelledMixed(const QByteArray &text, Chance &chance)
{
    QByteArray out;
    for (const QChar c : QString::fromUtf8(text)) {
        const QByteArray letter = QString(c).toUtf8();
        // A plain backslash would become part of the escape after it.
        switch (c == u'\\' ? chance.below(3) : chance.below(6)) {
        case 0:
            out += spelledAsJson(letter).toUpper().replace("\\U", "\\u");
            break;
        case 1:
            out += spelledAsHtml(letter);
            break;
        case 2:
            out += spelledAsPercent(letter).toUpper();
            break;
        case 3:
            out += letter + (chance.oneIn(3) ? "\xE2\x80\x8B" : "");
            break;
        default:
            out += letter;
        }
    }
    return out;
}

//! The secret in a random encoding, or in up to three of them one upon another.
inline QByteArray spelledSomehow(const QByteArray &secret, Chance &chance)
{
    QByteArray text = secret;
    for (int layers = 1 + chance.below(3); layers > 0; --layers) {
        switch (chance.below(9)) {
        case 0:
            text = spelledAsJson(text);
            break;
        case 1:
            text = spelledAsHtml(text);
            break;
        case 2:
            text = spelledAsPercent(text);
            break;
        case 3:
            text = spelledMixed(text, chance);
            break;
        case 4:
            text = text.toPercentEncoding();
            break;
        case 5: // beginning anywhere in what is encoded, as part of a list or an object
            text = (QByteArray("{\"a\":\"").first(chance.below(7)) + text + "\"}").toBase64();
            break;
        case 6:
            text = text.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
            break;
        case 7:
            if (QString lines = QString::fromUtf8(text); lines.size() >= 32)
                text = lines.insert(lines.size() / 2, "\r\n\t"_L1).toUtf8();
            break;
        default:
            break;
        }
    }
    return text;
}

} // namespace linterna::test

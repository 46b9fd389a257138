// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/hiddencharacter.h"

#include <QList>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using HiddenKind = HiddenCharacter::Kind;

bool isDirection(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

//! Letters and marks that Unicode has without any ink of their own.
bool isWithoutInk(char32_t c)
{
    return c == 0x034F || c == 0x115F || c == 0x1160 || c == 0x17B4 || c == 0x17B5 || (c >= 0x180B && c <= 0x180F)
        || c == 0x2800 || c == 0x3164 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFFA0 || (c >= 0xE0100 && c <= 0xE01EF);
}

std::optional<HiddenKind> hiddenKindOf(char32_t c)
{
    if (c == u'\t')
        return HiddenKind::Tab;
    if (c == u'\n' || c == u'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029)
        return HiddenKind::LineBreak;
    if (c == 0xFEFF)
        return HiddenKind::ByteOrderMark;
    if (c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060)
        return HiddenKind::ZeroWidth;
    if (c == 0x00AD)
        return HiddenKind::SoftHyphen;
    if (c == 0xFFFD)
        return HiddenKind::Lost;
    if (isDirection(c))
        return HiddenKind::Direction;
    if (c != u' ' && QChar::isSpace(c))
        return HiddenKind::NoBreakSpace;
    const auto category = QChar::category(c);
    const bool none = category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned;
    return none || isWithoutInk(c) ? std::optional(HiddenKind::Other) : std::nullopt;
}

} // namespace

std::optional<HiddenCharacter> hiddenCharacterIn(const QString &text)
{
    using Where = HiddenCharacter::Where;
    const QList<uint> characters = text.toUcs4();
    for (qsizetype i = 0; i < characters.size(); ++i) {
        const char32_t c = characters[i];
        const bool isOuter = i == 0 || i + 1 == characters.size();
        const auto kind = c == u' ' && isOuter ? std::optional(HiddenKind::Space) : hiddenKindOf(c);
        if (!kind)
            continue;
        const Where where = i == 0 ? Where::AtStart : i + 1 == characters.size() ? Where::AtEnd : Where::Inside;
        return HiddenCharacter{.kind = *kind, .where = where, .code = c, .position = i + 1};
    }
    return {};
}

QString hiddenCharacterLine(const HiddenCharacter &hidden)
{
    return u"character %1 is U+%2, which nobody sees"_s.arg(hidden.position)
        .arg(QString::number(uint(hidden.code), 16).toUpper().rightJustified(4, u'0'));
}

} // namespace linterna

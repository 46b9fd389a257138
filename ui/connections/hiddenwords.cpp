// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/hiddenwords.h"

#include <QCoreApplication>

#include <algorithm>

namespace linterna {

namespace {

using CharacterKind = HiddenCharacter::Kind;

struct HiddenName {
    CharacterKind kind;
    const char *name;
};

struct HiddenTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::HiddenWords)
public:
    static constexpr HiddenName names[] = {
        {CharacterKind::Space, QT_TR_NOOP("a space")},
        {CharacterKind::Tab, QT_TR_NOOP("a tab")},
        {CharacterKind::LineBreak, QT_TR_NOOP("a line break")},
        {CharacterKind::NoBreakSpace, QT_TR_NOOP("a no-break space (%1)")},
        {CharacterKind::ByteOrderMark, QT_TR_NOOP("a byte order mark (%1)")},
        {CharacterKind::ZeroWidth, QT_TR_NOOP("a zero-width character (%1)")},
        {CharacterKind::SoftHyphen, QT_TR_NOOP("a soft hyphen (%1)")},
        {CharacterKind::Direction, QT_TR_NOOP("a character that turns the writing direction (%1)")},
        {CharacterKind::Lost, QT_TR_NOOP("a character that was lost on the way from another encoding (%1)")},
        {CharacterKind::Other, QT_TR_NOOP("an invisible character (%1)")},
    };
};

} // namespace

QString hiddenCharacterText(const HiddenCharacter &hidden)
{
    const auto *row = std::ranges::find(HiddenTexts::names, hidden.kind, &HiddenName::kind);
    QString name = HiddenTexts::tr(row->name);
    if (name.contains(QStringLiteral("%1")))
        name = name.arg(QStringLiteral("U+%1").arg(uint(hidden.code), 4, 16, QChar(u'0')).toUpper());
    switch (hidden.where) {
    case HiddenCharacter::Where::AtStart:
        return HiddenTexts::tr("At the start stands %1, which nobody sees and the server would refuse. Take it out.")
            .arg(name);
    case HiddenCharacter::Where::AtEnd:
        return HiddenTexts::tr("At the end stands %1, which nobody sees and the server would refuse. Take it out.")
            .arg(name);
    case HiddenCharacter::Where::Inside:
        break;
    }
    return HiddenTexts::tr("As character %1 stands %2, which nobody sees and the server would refuse. Take it out.")
        .arg(hidden.position)
        .arg(name);
}

} // namespace linterna

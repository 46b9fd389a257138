// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/damagedtext.h"

#include "ui/words/dates.h"

#include <QCoreApplication>

namespace linterna {

namespace {

struct DamagedTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::DamagedText)
};

QString whyDamaged(CheckDamage damage)
{
    switch (damage) {
    case CheckDamage::OlderFile:
        return DamagedTexts::tr(
            "This row could not be read when the history was brought up to date for this version of Linterna. What "
            "there was of it is kept.");
    case CheckDamage::CaseUnknown:
        return DamagedTexts::tr("This row no longer says which case it is about.");
    case CheckDamage::EventMissing:
        return DamagedTexts::tr("The saved entry of this row is missing.");
    case CheckDamage::ContentGone:
        return DamagedTexts::tr("The saved entry of this row is empty, and nothing says that it was deleted.");
    case CheckDamage::NotOpened:
        return DamagedTexts::tr(
            "The saved entry of this row cannot be decrypted: it was saved with another key, or the file was changed "
            "or damaged.");
    case CheckDamage::LeafDiffers:
        return DamagedTexts::tr("The saved entry of this row is not what Linterna wrote: it was changed later.");
    case CheckDamage::RowDiffers:
        return DamagedTexts::tr("This row says something else than its saved entry.");
    case CheckDamage::PartDiffers:
        return DamagedTexts::tr("A part of the answer is missing, or is not what Linterna wrote.");
    }
    return {};
}

} // namespace

CardText damagedTextOf(const CheckInspection &check, const QDateTime &now)
{
    using Kind = CardText::Part::Kind;
    CardText card;
    const auto add = [&card](Kind kind, const QString &text) { card.parts.push_back({kind, text}); };
    card.title = DamagedTexts::tr("This row cannot be trusted");
    if (check.receipt)
        card.facts += DamagedTexts::tr("Receipt number %1").arg(check.receipt->toString());
    if (check.checkedAt.isValid())
        card.facts += DamagedTexts::tr("Checked %1").arg(momentText(check.checkedAt, now));
    if (!card.facts.isEmpty() && check.damage != CheckDamage::PartDiffers)
        card.facts += DamagedTexts::tr("This may be wrong too.");
    add(Kind::Words, whyDamaged(check.damage.value_or(CheckDamage::PartDiffers)));
    add(Kind::Words, DamagedTexts::tr("The answer that stood here cannot be shown. Other rows are not affected."));
    add(Kind::Section, DamagedTexts::tr("What you can do"));
    add(Kind::Words,
        check.receipt ? DamagedTexts::tr("Ask again to get today’s status.")
                      : DamagedTexts::tr("Enter the receipt number above to get today’s status."));
    add(Kind::Words,
        DamagedTexts::tr(
            "If you need the old answer and have a backup from before the damage, choose File, Restore a backup. The "
            "history of today is kept beside it."));
    add(Kind::Words,
        DamagedTexts::tr(
            "If there are more rows like this one, the disk may be failing: make a backup, and ask whoever looks "
            "after your computers for help. Export this row for them: the file holds it as it is stored, encrypted "
            "and without the key."));
    return card;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/casefacts.h"

#include "lib/text/characters.h"
#include "lib/text/safehtml.h"
#include "ui/words/dates.h"

#include <QCoreApplication>

#include <array>

namespace linterna {

namespace {

struct CaseFactTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::CardText)
};

} // namespace

QString shortField(const QString &untrusted)
{
    constexpr qsizetype most = 100;
    return oneLine(safeTitle(untrusted), most);
}

QString torchDateText(const QString &sent)
{
    const auto parsed = parseTorchDateTime(sent);
    return parsed ? shortDateText(parsed->date()) : shortField(sent);
}

QString changeSinceText(const CheckOutcome &outcome, const QDateTime &now)
{
    static constexpr std::array texts{
        "", // None
        QT_TRANSLATE_NOOP("linterna::CardText", "first check"),
        QT_TRANSLATE_NOOP("linterna::CardText", "unchanged since %1"),
        QT_TRANSLATE_NOOP("linterna::CardText", "same words as on %1"),
        QT_TRANSLATE_NOOP("linterna::CardText", "wording changed since %1"),
        QT_TRANSLATE_NOOP("linterna::CardText", "timeline changed since %1"),
        QT_TRANSLATE_NOOP("linterna::CardText", "dates changed since %1"),
        QT_TRANSLATE_NOOP("linterna::CardText", "status changed since %1"),
    };
    if (outcome.change == Change::None)
        return {};
    QString text = CaseFactTexts::tr(texts[static_cast<std::size_t>(outcome.change)]);
    if (!text.contains(QStringLiteral("%1")))
        return text;
    return outcome.previousAt ? text.arg(momentText(*outcome.previousAt, now)) : QString();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/receiptwords.h"

#include "lib/domain/receiptfacts.h"
#include "lib/text/characters.h"
#include "ui/words/errortext.h"

#include <QCoreApplication>

namespace linterna {

namespace {

using Problem = ReceiptNumber::Problem;
using HelperTone = HelperLine::Tone;

struct ReceiptTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ReceiptWords)
};

//! Separator of the helper line's parts.
QString dot()
{
    return QStringLiteral(" \u00B7 ");
}

QString officeName(ReceiptFacts::Intake intake)
{
    using Intake = ReceiptFacts::Intake;
    switch (intake) {
    case Intake::Vermont:
        return ReceiptTexts::tr("Vermont Service Center");
    case Intake::California:
        return ReceiptTexts::tr("California Service Center");
    case Intake::Nebraska:
        return ReceiptTexts::tr("Nebraska Service Center");
    case Intake::Texas:
        return ReceiptTexts::tr("Texas Service Center");
    case Intake::NationalBenefits:
        return ReceiptTexts::tr("National Benefits Center");
    case Intake::Potomac:
        return ReceiptTexts::tr("Potomac Service Center");
    case Intake::None:
    case Intake::Unknown:
        break;
    }
    return {};
}

//! What a receipt number itself tells: office of intake and fiscal year, or an unknown prefix; may be empty.
QString factsText(const ReceiptNumber &receipt, const QDate &today)
{
    const ReceiptFacts facts = receiptFacts(receipt, today);
    if (facts.intake == ReceiptFacts::Intake::Unknown)
        return ReceiptTexts::tr("Linterna does not know the prefix %1: compare it with the notice")
            .arg(receipt.prefix());
    const QString office = officeName(facts.intake);
    if (office.isEmpty())
        return {};
    //: %1 is an office of USCIS: where the case was taken in, which is not always where it is now
    return facts.fiscalYear ? ReceiptTexts::tr("Intake: %1, about fiscal year %2").arg(office).arg(*facts.fiscalYear)
                            : ReceiptTexts::tr("Intake: %1").arg(office);
}

//! Which characters were read as digits: "letter O read as zero, letter L read as one"; empty for none.
QString readAsText(ReadAsDigits as)
{
    QStringList parts;
    if (as & ReadAsDigit::LetterO)
        parts += ReceiptTexts::tr("letter O read as zero");
    if (as & ReadAsDigit::LetterI)
        parts += ReceiptTexts::tr("letter I read as one");
    if (as & ReadAsDigit::LetterL)
        parts += ReceiptTexts::tr("letter L read as one");
    if (as & ReadAsDigit::OtherDigits)
        parts += ReceiptTexts::tr("digits of another script read as 0 to 9");
    return parts.join(QStringLiteral(", "));
}

QString capitalized(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString refusedText(const ReceiptReading &reading)
{
    QString text = receiptProblemText(reading.refusal);
    if (reading.refusal.problem == Problem::TooShort && reading.readAsDigits)
        text += dot() + readAsText(reading.readAsDigits) + QStringLiteral(": ") + reading.soFar;
    return text;
}

HelperLine nothingFound(const ReceiptList &list)
{
    const ReceiptReading reading = list.refused.empty() ? ReceiptReading{} : list.refused.front().second;
    const Problem problem = reading.refusal.problem;
    return {refusedText(reading),
            problem == Problem::Empty || problem == Problem::TooShort ? HelperTone::Quiet : HelperTone::Wrong};
}

//! The receipt number that will be asked for; before it, how it was read or found where it was not typed just so.
QString oneText(const ReceiptList &list)
{
    const QString number = list.receipts.front().toString();
    if (!list.readAsDigits.empty())
        return capitalized(readAsText(list.readAsDigits.front().second)) + QStringLiteral(": ") + number;
    return list.otherWords ? ReceiptTexts::tr("Found in the text: %1").arg(number) : number;
}

QString severalText(const ReceiptList &list)
{
    QString text = ReceiptTexts::tr("%n receipt number(s)", nullptr, int(list.receipts.size()));
    if (!list.readAsDigits.empty()) {
        constexpr std::size_t named = 2;
        ReadAsDigits as;
        QStringList numbers;
        for (const auto &[receipt, each] : list.readAsDigits) {
            as |= each;
            if (std::size_t(numbers.size()) < named)
                numbers += receipt.toString();
        }
        text += dot() + readAsText(as) + QStringLiteral(": ") + numbers.join(QStringLiteral(", "));
        if (list.readAsDigits.size() > named)
            text += u' ' + ReceiptTexts::tr("and %n more", nullptr, int(list.readAsDigits.size() - named));
    }
    if (list.otherWords)
        text += dot() + ReceiptTexts::tr("other words left out");
    return text;
}

//! `found`, followed by the pieces of the entry that are left out: the first two with what is wrong with them, the
//! third, and how many more there are.
QString withLeftOut(const QString &found, const ReceiptList &list)
{
    constexpr qsizetype shown = 24;
    constexpr std::size_t explained = 2;
    constexpr std::size_t named = 3;
    const auto &[first, why] = list.refused.front();
    QString text =
        ReceiptTexts::tr("%1. Left out: “%2” (%3)").arg(found, oneLine(first, shown), receiptProblemText(why.refusal));
    for (std::size_t i = 1; i < std::min(list.refused.size(), named); ++i) {
        const auto &[piece, reading] = list.refused[i];
        const QString name = oneLine(piece, shown);
        text += QStringLiteral(", ")
            + (i < explained ? ReceiptTexts::tr("“%1” (%2)").arg(name, receiptProblemText(reading.refusal))
                             : ReceiptTexts::tr("“%1”").arg(name));
    }
    if (list.refused.size() > named)
        text += u' ' + ReceiptTexts::tr("and %n more", nullptr, int(list.refused.size() - named));
    return text;
}

} // namespace

HelperLine helperLine(const ReceiptList &list, const QSet<ReceiptNumber> &underWay, const QDate &today)
{
    if (list.receipts.empty())
        return nothingFound(list);
    const bool one = list.receipts.size() == 1;
    if (!list.refused.empty())
        return {withLeftOut(one ? oneText(list) : severalText(list), list), HelperTone::Wrong};
    if (!one)
        return {severalText(list), HelperTone::Good};
    const ReceiptNumber &only = list.receipts.front();
    if (underWay.contains(only))
        return {ReceiptTexts::tr("Asking about %1").arg(only.toString()), HelperTone::Good};
    QStringList parts{oneText(list), factsText(only, today)};
    if (list.readAsDigits.empty() && !list.otherWords)
        parts += ReceiptTexts::tr("%1 characters")
                     .arg(ReceiptNumber::Length)
                     .replace(u' ', QChar::Nbsp); // not broken between lines
    parts.removeAll(QString());
    return {parts.join(dot()), HelperTone::Good};
}

QStringList longHelperLines()
{
    const QDate today(2026, 1, 1);
    QStringList lines;
    for (const QString &typed :
         {QStringLiteral("1"), QStringLiteral("MSC2I90212345"), QStringLiteral("MSC2I9O212345"),
          QStringLiteral("ZZZ0000000000"), QStringLiteral("MSC2190212345,EAC99991034%0000000000000000"),
          QStringLiteral("a receipt number"), QStringLiteral("MSC2190212345.pdf"),
          QStringLiteral("MSC2190212345,I0E0912345678,5RC2190123456")})
        lines += helperLine(parseReceiptList(typed), {}, today).text;
    return lines;
}

} // namespace linterna

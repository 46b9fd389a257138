// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/receiptfacts.h"

#include <QStringList>
#include <QStringView>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using Intake = ReceiptFacts::Intake;

struct Row {
    QStringView prefix;
    Intake intake;
};

constexpr std::array rows{
    Row{u"EAC", Intake::Vermont},
    Row{u"VSC", Intake::Vermont},
    Row{u"WAC", Intake::California},
    Row{u"CSC", Intake::California},
    Row{u"LIN", Intake::Nebraska},
    Row{u"NSC", Intake::Nebraska},
    Row{u"SRC", Intake::Texas},
    Row{u"TSC", Intake::Texas},
    Row{u"MSC", Intake::NationalBenefits},
    Row{u"YSC", Intake::Potomac},
    Row{u"NBC", Intake::NationalBenefits},
    Row{u"IOE", Intake::None},
};

//! Computer workdays of a fiscal year: no weekends or holidays, so that none has more.
constexpr int lastWorkday = 265;

bool isWorkday(QStringView digits)
{
    const int day = digits.toInt();
    return day >= 1 && day <= lastWorkday;
}

std::optional<int> fiscalYear(QStringView receipt, const QDate &today)
{
    const QStringView digits = receipt.sliced(3);
    if (digits[0] == u'*')
        return std::nullopt;
    // Year, workday, number; or the lockbox's: year, a digit of its own, workday, number. The sandbox's 9999… has no such
    // day in either.
    if (!isWorkday(digits.sliced(2, 3)) && !isWorkday(digits.sliced(3, 3)))
        return std::nullopt;
    const int year = 2000 + digits.first(2).toInt();
    return year <= fiscalYearOf(today) ? std::optional(year) : std::nullopt;
}

} // namespace

ReceiptFacts receiptFacts(const ReceiptNumber &receipt, const QDate &today)
{
    const auto *row = std::ranges::find(rows, receipt.prefix(), &Row::prefix);
    ReceiptFacts facts{.intake = row == rows.end() ? Intake::Unknown : row->intake};
    if (facts.intake != Intake::Unknown && facts.intake != Intake::None)
        facts.fiscalYear = fiscalYear(receipt.toString(), today);
    return facts;
}

int fiscalYearOf(const QDate &day)
{
    return day.year() + (day.month() >= 10 ? 1 : 0);
}

QString knownPrefixes()
{
    QStringList prefixes;
    for (const Row &row : rows)
        prefixes += row.prefix.toString();
    return prefixes.join(u'|');
}

} // namespace linterna

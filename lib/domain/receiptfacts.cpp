// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptfacts.h"

#include <QStringList>
#include <QStringView>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

using Intake = ReceiptFacts::Intake;

struct PrefixMeaning {
    QStringView prefix;
    Intake intake;
};

constexpr std::array servicePrefixes{
    PrefixMeaning{u"EAC", Intake::Vermont},
    PrefixMeaning{u"VSC", Intake::Vermont},
    PrefixMeaning{u"WAC", Intake::California},
    PrefixMeaning{u"CSC", Intake::California},
    PrefixMeaning{u"LIN", Intake::Nebraska},
    PrefixMeaning{u"NSC", Intake::Nebraska},
    PrefixMeaning{u"SRC", Intake::Texas},
    PrefixMeaning{u"TSC", Intake::Texas},
    PrefixMeaning{u"MSC", Intake::NationalBenefits},
    PrefixMeaning{u"YSC", Intake::Potomac},
    PrefixMeaning{u"NBC", Intake::NationalBenefits},
    PrefixMeaning{u"IOE", Intake::None},
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
    // Year, workday, number; or the lockbox's: year, a digit of its own, workday, number. The sandbox's 9999… has no
    // such day in either.
    if (!isWorkday(digits.sliced(2, 3)) && !isWorkday(digits.sliced(3, 3)))
        return std::nullopt;
    const int year = 2000 + digits.first(2).toInt();
    return year <= fiscalYearOf(today) ? std::optional(year) : std::nullopt;
}

} // namespace

ReceiptFacts receiptFacts(const ReceiptNumber &receipt, const QDate &today)
{
    const auto *row = std::ranges::find(servicePrefixes, receipt.prefix(), &PrefixMeaning::prefix);
    ReceiptFacts facts{.intake = row == servicePrefixes.end() ? Intake::Unknown : row->intake};
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
    for (const PrefixMeaning &row : servicePrefixes)
        prefixes += row.prefix.toString();
    return prefixes.join(u'|');
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/changedetector.h"

#include "lib/text/safehtml.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

QString foldedTitle(const QString &title)
{
    return safeTitle(title).simplified().toCaseFolded();
}

QString wordsOf(const QString &description)
{
    return safeHtml(description).text.simplified();
}

bool differentTitle(const BilingualText &before, const BilingualText &now)
{
    const QString en[] = {foldedTitle(before.en), foldedTitle(now.en)};
    if (!en[0].isEmpty() && !en[1].isEmpty())
        return en[0] != en[1];
    const QString es[] = {foldedTitle(before.es), foldedTitle(now.es)};
    if (!es[0].isEmpty() && !es[1].isEmpty())
        return es[0] != es[1];
    return en[0] != en[1] || es[0] != es[1];
}

bool differentStatus(const CaseStatus &before, const CaseStatus &now)
{
    return before.formType.simplified().toCaseFolded() != now.formType.simplified().toCaseFolded()
        || differentTitle(before.title, now.title);
}

bool differentDate(const QString &before, const QString &now)
{
    const auto a = parseTorchDateTime(before);
    const auto b = parseTorchDateTime(now);
    return a && b ? *a != *b : before.simplified() != now.simplified();
}

bool differentDates(const CaseStatus &before, const CaseStatus &now)
{
    return differentDate(before.submittedDate, now.submittedDate)
        || differentDate(before.modifiedDate, now.modifiedDate);
}

//! The entries of a timeline as a person reads them, sorted: a server that shuffles them says nothing new.
auto timeline(const CaseStatus &status)
{
    std::vector<std::tuple<QString, QString, QString>> entries;
    entries.reserve(status.history.size());
    for (const TimelineEntry &entry : status.history)
        entries.emplace_back(entry.dateText.simplified(), wordsOf(entry.text.en), wordsOf(entry.text.es));
    std::ranges::sort(entries);
    return entries;
}

bool differentTimeline(const CaseStatus &before, const CaseStatus &now)
{
    return before.history != now.history && timeline(before) != timeline(now);
}

bool differentWords(const QString &before, const QString &now)
{
    return before != now && wordsOf(before) != wordsOf(now);
}

bool differentWording(const CaseStatus &before, const CaseStatus &now)
{
    return foldedTitle(before.title.en) != foldedTitle(now.title.en)
        || foldedTitle(before.title.es) != foldedTitle(now.title.es)
        || differentWords(before.description.en, now.description.en)
        || differentWords(before.description.es, now.description.es);
}

//! Whether everything that is compared was sent byte for byte the same.
bool sameAsSent(const CaseStatus &before, const CaseStatus &now)
{
    const auto sent = [](const CaseStatus &status) {
        return std::tie(status.formType, status.submittedDate, status.modifiedDate, status.title, status.description,
                        status.history);
    };
    return sent(before) == sent(now);
}

struct ChangeRule {
    Change change;
    bool (*differs)(const CaseStatus &before, const CaseStatus &now);
};

//! Strongest first.
constexpr std::array changeRules{
    ChangeRule{Change::Status, differentStatus},
    ChangeRule{Change::Date, differentDates},
    ChangeRule{Change::Timeline, differentTimeline},
    ChangeRule{Change::Wording, differentWording},
};

} // namespace

Change detectChange(const std::optional<CaseStatus> &before, const CaseStatus &now)
{
    if (!before || before->receipt != now.receipt) // the answer before must be of the same case
        return Change::First;
    if (sameAsSent(*before, now))
        return Change::Unchanged;
    const auto rule =
        std::ranges::find_if(changeRules, [&](const ChangeRule &candidate) { return candidate.differs(*before, now); });
    return rule == changeRules.end() ? Change::Formatting : rule->change;
}

} // namespace linterna

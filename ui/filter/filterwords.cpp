// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterwords.h"

#include "lib/text/characters.h"
#include "lib/text/safehtml.h"
#include "ui/style/statuslook.h"
#include "ui/words/dates.h"

#include <QCoreApplication>

namespace linterna {

namespace {

constexpr qsizetype mostInAChip = 60;

struct FilterTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::FilterWords)
};

QString rangeText(const QDate &from, const QDate &to)
{
    if (!from.isValid())
        return FilterTexts::tr("Checked until %1", "a day").arg(shortDateText(to));
    if (!to.isValid())
        return FilterTexts::tr("Checked since %1", "a day").arg(shortDateText(from));
    if (from == to)
        return FilterTexts::tr("Checked %1", "a day").arg(shortDateText(from));
    return FilterTexts::tr("Checked %1 to %2", "days").arg(shortDateText(from), shortDateText(to));
}

//! Adds one part for a whole condition, such as all categories together: any value within a condition matches.
template<class Change>
void addPart(std::vector<FilterPart> &parts, const RecordFilter &filter, const QString &text, Change change)
{
    FilterPart part{oneLine(text, mostInAChip), filter};
    change(part.without);
    parts.push_back(std::move(part));
}

QString categoriesText(const std::set<StatusCategory> &categories)
{
    QStringList words;
    for (const StatusCategory each : categories)
        words += lookOf(each, lightColors()).word;
    return words.join(FilterTexts::tr(" or "));
}

QString formsText(const QStringList &forms)
{
    QStringList words;
    for (const QString &form : forms)
        words += formChoiceText(form);
    return words.join(FilterTexts::tr(" or "));
}

} // namespace

QString formChoiceText(const QString &formType)
{
    return formType.isEmpty() ? FilterTexts::tr("No form") : oneLine(safeTitle(formType), mostInAChip);
}

QString sinceText(const SinceDay &since)
{
    if (!since.daysAgo)
        return shortDateText(since.date);
    return *since.daysAgo == 0 ? FilterTexts::tr("today")
                               : FilterTexts::tr("the last %n day(s)", nullptr, *since.daysAgo);
}

std::vector<FilterPart> partsOf(const RecordFilter &filter, ListKind list)
{
    std::vector<FilterPart> parts;
    if (!filter.categories.empty())
        addPart(parts, filter, categoriesText(filter.categories), [](RecordFilter &f) { f.categories.clear(); });
    if (!filter.formTypes.isEmpty())
        addPart(parts, filter, formsText(filter.formTypes), [](RecordFilter &f) { f.formTypes.clear(); });
    if (!filter.tags.isEmpty())
        addPart(parts, filter, FilterTexts::tr("Tag: %1").arg(filter.tags.join(FilterTexts::tr(" or "))),
                [](RecordFilter &f) { f.tags.clear(); });
    if (filter.changedSince) {
        const QString since = sinceText(*filter.changedSince);
        const QString text = !filter.changedSince->daysAgo ? FilterTexts::tr("Changed since %1", "a day")
            : *filter.changedSince->daysAgo == 0           ? FilterTexts::tr("Changed %1", "today")
                                                           : FilterTexts::tr("Changed in %1", "the last 7 days");
        addPart(parts, filter, text.arg(since), [](RecordFilter &f) { f.changedSince.reset(); });
    }
    if (filter.failed)
        addPart(parts, filter,
                list == ListKind::Cases ? FilterTexts::tr("Last check got no answer") : FilterTexts::tr("No answer"),
                [](RecordFilter &f) { f.failed = false; });
    if (filter.notConfirmedForDays)
        addPart(parts, filter, FilterTexts::tr("Not confirmed for %n day(s)", nullptr, *filter.notConfirmedForDays),
                [](RecordFilter &f) { f.notConfirmedForDays.reset(); });
    if (filter.from.isValid() || filter.to.isValid())
        addPart(parts, filter, rangeText(filter.from, filter.to), [](RecordFilter &f) { f.from = f.to = QDate(); });
    return parts;
}

RecordFilter withoutConditions(const RecordFilter &filter)
{
    return RecordFilter{.text = filter.text};
}

} // namespace linterna

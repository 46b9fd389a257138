// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listcolumns.h"

#include "lib/base/enumnames.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ColumnTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ListColumns)
};

enum Lists { OfBothLists, OfCases, OfChecks };

struct Entry {
    ListColumn column;
    Lists lists;
    QLatin1StringView name; //!< Stable name of the column in the settings.
    const char *title;
    const char *titleOfChecks; //!< Title in the list of checks where it differs from `title`; else null.
    std::optional<ListSort> sort;
};

constexpr std::array allListColumns{
    Entry{ListColumn::Case, OfBothLists, "case"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Case"), nullptr,
          ListSort::Receipt},
    Entry{ListColumn::Status, OfBothLists, "status"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Status"), nullptr,
          ListSort::Category},
    Entry{ListColumn::Client, OfBothLists, "client"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Client"), nullptr,
          ListSort::Client},
    Entry{ListColumn::Form, OfBothLists, "form"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Form"), nullptr,
          ListSort::FormType},
    Entry{ListColumn::Title, OfBothLists, "title"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Title"), nullptr, {}},
    Entry{ListColumn::Category, OfBothLists, "category"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Category"),
          nullptr, ListSort::Category},
    Entry{ListColumn::Confirmed, OfCases, "confirmed"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Last confirmed"),
          nullptr, ListSort::Confirmed},
    Entry{ListColumn::Changed, OfBothLists, "changed"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Last change"),
          QT_TRANSLATE_NOOP("linterna::ListColumns", "Change"), ListSort::Changed},
    Entry{ListColumn::Checked, OfBothLists, "checked"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Last check"),
          QT_TRANSLATE_NOOP("linterna::ListColumns", "Checked"), ListSort::Newest},
    Entry{ListColumn::Connection,
          OfChecks,
          "connection"_L1,
          QT_TRANSLATE_NOOP("linterna::ListColumns", "Connection"),
          nullptr,
          {}},
    Entry{ListColumn::HttpStatus,
          OfChecks,
          "http-status"_L1,
          QT_TRANSLATE_NOOP("linterna::ListColumns", "HTTP status"),
          nullptr,
          {}},
    Entry{ListColumn::AskedBy,
          OfChecks,
          "asked-by"_L1,
          QT_TRANSLATE_NOOP("linterna::ListColumns", "Asked by"),
          nullptr,
          {}},
    Entry{ListColumn::Tags, OfBothLists, "tags"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Tags"), nullptr, {}},
    Entry{ListColumn::Note, OfBothLists, "note"_L1, QT_TRANSLATE_NOOP("linterna::ListColumns", "Note"), nullptr, {}},
};

struct SortTitle {
    ListSort sort;
    const char *title;
};

constexpr std::array sorts{
    SortTitle{ListSort::Newest, QT_TRANSLATE_NOOP("linterna::ListColumns", "Newest first")},
    SortTitle{ListSort::Receipt, QT_TRANSLATE_NOOP("linterna::ListColumns", "Receipt number")},
    SortTitle{ListSort::Client, QT_TRANSLATE_NOOP("linterna::ListColumns", "Client")},
    SortTitle{ListSort::FormType, QT_TRANSLATE_NOOP("linterna::ListColumns", "Form")},
    SortTitle{ListSort::Category, QT_TRANSLATE_NOOP("linterna::ListColumns", "Category")},
    SortTitle{ListSort::Confirmed, QT_TRANSLATE_NOOP("linterna::ListColumns", "Last confirmed")},
    SortTitle{ListSort::Changed, QT_TRANSLATE_NOOP("linterna::ListColumns", "Last change")},
};

constexpr auto sortNames = enumNames<ListSort>({
    {ListSort::Newest, "newest"},
    {ListSort::Receipt, "receipt"},
    {ListSort::Client, "client"},
    {ListSort::FormType, "form"},
    {ListSort::Category, "category"},
    {ListSort::Confirmed, "confirmed"},
    {ListSort::Changed, "changed"},
});

constexpr auto listNames = enumNames<ListKind>({{ListKind::Cases, "cases"}, {ListKind::Checks, "checks"}});

constexpr auto reversedSuffix = " reversed"_L1;

bool belongs(const Entry &entry, ListKind list)
{
    return entry.lists == OfBothLists || (entry.lists == OfCases) == (list == ListKind::Cases);
}

const Entry &entryOf(ListColumn column)
{
    return allListColumns[static_cast<std::size_t>(column)];
}

} // namespace

std::vector<ListColumn> columnsOf(ListKind list)
{
    std::vector<ListColumn> columns;
    for (const Entry &entry : allListColumns) {
        if (belongs(entry, list))
            columns.push_back(entry.column);
    }
    return columns;
}

QString columnTitle(ListColumn column, ListKind list)
{
    const Entry &entry = entryOf(column);
    return ColumnTexts::tr(list == ListKind::Checks && entry.titleOfChecks ? entry.titleOfChecks : entry.title);
}

std::optional<ListSort> sortOf(ListColumn column)
{
    return entryOf(column).sort;
}

QString sortTitle(ListSort sort, ListKind list)
{
    if (sort == ListSort::Changed)
        return columnTitle(ListColumn::Changed, list);
    return ColumnTexts::tr(sorts[static_cast<std::size_t>(sort)].title);
}

std::vector<ListSort> sortsOf(ListKind list)
{
    std::vector<ListSort> all;
    for (const SortTitle &entry : sorts) {
        if (list == ListKind::Cases || entry.sort != ListSort::Confirmed) // the same as Newest in the list of cases
            all.push_back(entry.sort);
    }
    return all;
}

QString sortName(ListSort sort, bool reversed)
{
    const QString name = sortNames.name(sort);
    return reversed ? name + reversedSuffix : name;
}

std::pair<ListSort, bool> sortFromName(const QString &name)
{
    const bool reversed = name.endsWith(reversedSuffix);
    const auto sort = sortNames.value(QStringView(name).chopped(reversed ? reversedSuffix.size() : 0));
    return sort ? std::pair(*sort, reversed) : std::pair(ListSort::Newest, false);
}

QString listName(ListKind list)
{
    return listNames.name(list);
}

ListKind listFromName(const QString &name)
{
    return listNames.value(name).value_or(ListKind::Cases);
}

ColumnLayout::ColumnLayout(ListKind list) : m_list(list), m_shown{{ListColumn::Case}, {ListColumn::Status}} {}

ColumnLayout::ColumnLayout(ListKind list, const QStringList &settings) : ColumnLayout(list)
{
    if (settings.isEmpty())
        return;
    m_shown = {{ListColumn::Case}};
    for (const QString &each : settings) {
        const QString name = each.section(u':', 0, 0);
        const int width = std::clamp(each.section(u':', 1).toInt(), 0, 4000);
        const auto entry = std::ranges::find_if(allListColumns, [&](const Entry &e) { return e.name == name; });
        if (entry == allListColumns.end() || !belongs(*entry, list))
            continue;
        if (entry->column == ListColumn::Case)
            m_shown.front().width = width;
        else if (!shows(entry->column))
            m_shown.push_back({entry->column, width});
    }
}

QStringList ColumnLayout::toSettings() const
{
    QStringList all;
    for (const Shown &each : m_shown)
        all += entryOf(each.column).name + u':' + QString::number(each.width);
    return all;
}

bool ColumnLayout::shows(ListColumn column) const
{
    return std::ranges::find(m_shown, column, &Shown::column) != m_shown.end();
}

void ColumnLayout::setShown(ListColumn column, bool shown)
{
    if (column == ListColumn::Case || shown == shows(column) || !belongs(entryOf(column), m_list))
        return;
    if (shown)
        m_shown.push_back({column});
    else
        std::erase_if(m_shown, [column](const Shown &each) { return each.column == column; });
}

void ColumnLayout::move(int from, int to)
{
    const int count = int(m_shown.size());
    to = std::clamp(to, 1, std::max(1, count - 1));
    if (from < 1 || from >= count || from == to)
        return;
    const Shown moved = m_shown[static_cast<std::size_t>(from)];
    m_shown.erase(m_shown.begin() + from);
    m_shown.insert(m_shown.begin() + to, moved);
}

void ColumnLayout::setWidth(int index, int width)
{
    if (index >= 0 && index < int(m_shown.size()))
        m_shown[static_cast<std::size_t>(index)].width = width;
}

} // namespace linterna

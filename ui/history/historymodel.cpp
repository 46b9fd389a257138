// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historymodel.h"

#include "common/statuslook.h"
#include "text/characters.h"
#include "text/safehtml.h"

#include <QLocale>

namespace linterna {

HistoryModel::HistoryModel(const ViewEnvironment &environment, QObject *parent)
    : QAbstractTableModel(parent), m_environment(environment)
{}

void HistoryModel::setRows(std::vector<HistoryRow> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

const HistoryRow *HistoryModel::row(const QModelIndex &index) const
{
    const bool inside = index.isValid() && static_cast<std::size_t>(index.row()) < m_rows.size();
    return inside ? &m_rows[static_cast<std::size_t>(index.row())] : nullptr;
}

int HistoryModel::rowOf(qint64 id) const
{
    const auto found = std::ranges::find(m_rows, id, &HistoryRow::id);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const HistoryRow *found = row(index);
    if (!found)
        return {};
    if (role == RowRole)
        return QVariant::fromValue(static_cast<const void *>(found));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const HistoryWords words = wordsOf(*found, now());
    const QString &first = index.column() == CaseColumn ? words.receipt : words.status;
    const QString &second = index.column() == CaseColumn ? words.detail : words.when;
    return second.isEmpty() ? first : first + QStringLiteral(", ") + second;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    return section == CaseColumn ? tr("Case") : tr("Status");
}

HistoryWords wordsOf(const HistoryRow &row, const QDateTime &now)
{
    HistoryWords words;
    words.when = shortMomentText(row.checkedAt, now);
    if (row.unreadable) {
        words.receipt = HistoryModel::tr("Cannot be read");
        words.detail = HistoryModel::tr("Saved with another key, or damaged");
        return words;
    }
    words.receipt = row.receipt ? row.receipt->toString() : QString();
    words.status = row.error ? lookOf(*row.error, lightColors()).word : lookOf(row.category, lightColors()).word;
    const bool spanish = QLocale().language() == QLocale::Spanish;
    const QString &wanted = spanish ? row.title.es : row.title.en;
    // More does not fit into a row, and is measured each time it is painted.
    constexpr qsizetype most = 300;
    const QString title = oneLine(safeTitle(wanted.isEmpty() ? (spanish ? row.title.en : row.title.es) : wanted), most);
    const QString form = oneLine(safeTitle(row.formType), most);
    words.detail = form.isEmpty() || title.isEmpty() ? form + title : form + QStringLiteral(" · ") + title;
    words.changed = row.change > Change::Formatting;
    if (words.changed)
        words.detail = HistoryModel::tr("Changed · %1").arg(words.detail);
    return words;
}

} // namespace linterna

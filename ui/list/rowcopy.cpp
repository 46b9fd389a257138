// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/rowcopy.h"

#include "lib/tables/csvwriter.h"
#include "ui/list/listmodel.h"
#include "ui/list/rowwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMimeData>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostInACell = 10'000;

struct CopiedRowTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::RowCopy)
};

QString heading(ListColumn column, ListKind list)
{
    return column == ListColumn::Case ? CopiedRowTexts::tr("Receipt number") : columnTitle(column, list);
}

QString momentCell(const QDateTime &utc)
{
    // Not words like "today", which are wrong by tomorrow; every spreadsheet reads and sorts this form.
    return utc.isValid() ? utc.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_s) : QString();
}

QString copiedText(const ListRow &row, ListColumn column, const ListModel &model)
{
    switch (column) {
    case ListColumn::Confirmed:
        return row.confirmedAt ? momentCell(*row.confirmedAt) : QString();
    case ListColumn::Checked:
        return momentCell(row.checkedAt);
    case ListColumn::Changed:
        return cellText(row, column, model.list(), {}, mostInACell);
    default:
        return cellText(row, column, model.list(), model.now(), mostInACell);
    }
}

class Table
{
public:
    void addRow(const QStringList &cells, bool head)
    {
        QStringList plain;
        m_html += u"<tr>"_s;
        for (const QString &cell : cells) {
            const QString safe = defusedCell(cell);
            plain += safe;
            m_html += (head ? u"<th>"_s : u"<td>"_s) + safe.toHtmlEscaped() + (head ? u"</th>"_s : u"</td>"_s);
        }
        m_html += u"</tr>\n"_s;
        m_text += plain.join(u'\t') + u'\n';
    }
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QString html() const { return u"<meta charset=\"utf-8\"><table>\n"_s + m_html + u"</table>"_s; }

private:
    QString m_text;
    QString m_html;
};

} // namespace

std::vector<ListColumn> copiedColumns(ListKind list, const std::vector<ListColumn> &shown)
{
    std::vector<ListColumn> columns;
    const auto add = [&columns](ListColumn column) {
        if (std::ranges::find(columns, column) == columns.end())
            columns.push_back(column);
    };
    for (const ListColumn column : {ListColumn::Case, ListColumn::Client, ListColumn::Form, ListColumn::Title})
        add(column);
    for (const ListColumn column : shown) {
        add(column);
        if (column == ListColumn::Status)
            add(list == ListKind::Cases ? ListColumn::Confirmed : ListColumn::Checked);
    }
    return columns;
}

QMimeData *copiedRows(const ListModel &model, const std::vector<int> &rows)
{
    std::vector<ListColumn> shown;
    for (int i = 0; i < model.columnCount(); ++i)
        shown.push_back(model.column(i));
    const std::vector<ListColumn> columns = copiedColumns(model.list(), shown);
    Table table;
    QStringList cells;
    for (const ListColumn column : columns)
        cells += heading(column, model.list());
    table.addRow(cells, true);
    for (const int number : rows) {
        const ListRow *row = model.row(number);
        if (!row)
            continue;
        cells.clear();
        for (const ListColumn column : columns)
            cells += copiedText(*row, column, model);
        table.addRow(cells, false);
    }
    auto *data = new QMimeData;
    data->setText(table.text());
    data->setHtml(table.html());
    return data;
}

} // namespace linterna

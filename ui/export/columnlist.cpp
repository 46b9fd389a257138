// SPDX-License-Identifier: GPL-3.0-or-later
#include "export/columnlist.h"

#include "csv/exportcolumns.h"
#include "export/exportwords.h"

#include <QEvent>

namespace linterna {

namespace {
constexpr int nameRole = Qt::UserRole;
constexpr int rowsInView = 6;
} // namespace

ColumnList::ColumnList(QWidget *parent) : QListWidget(parent)
{
    for (const ExportColumn &column : exportColumns()) {
        auto *item = new QListWidgetItem(this);
        item->setData(nameRole, QString(column.name));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Checked);
    }
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::NoSelection);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    retranslate();
}

void ColumnList::setColumns(const QStringList &columns)
{
    for (int i = 0; i < count(); ++i) {
        const bool ticked = columns.isEmpty() || columns.contains(item(i)->data(nameRole).toString());
        item(i)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    }
}

QStringList ColumnList::columns() const
{
    QStringList ticked;
    for (int i = 0; i < count(); ++i) {
        if (item(i)->checkState() == Qt::Checked)
            ticked << item(i)->data(nameRole).toString();
    }
    return ticked;
}

QSize ColumnList::sizeHint() const
{
    return {QListWidget::sizeHint().width(), rowsInView * sizeHintForRow(0) + 2 * frameWidth()};
}

void ColumnList::changeEvent(QEvent *event)
{
    QListWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ColumnList::retranslate()
{
    setAccessibleName(tr("Columns"));
    for (int i = 0; i < count(); ++i)
        item(i)->setText(columnWord(item(i)->data(nameRole).toString()));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/savedfiltersdialog.h"

#include "ui/filter/filterwords.h"
#include "ui/filter/namedialog.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessibleitems.h"
#include "ui/widgets/foreigntext.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace linterna {

namespace {

QString whatItShows(const RecordFilter &filter)
{
    QStringList parts;
    if (!filter.text.isEmpty())
        parts += filter.text;
    for (const FilterPart &part : partsOf(filter, ListKind::Cases))
        parts += part.text;
    return parts.join(QStringLiteral(" · "));
}

} // namespace

SavedFiltersDialog::SavedFiltersDialog(std::vector<SavedFilter> filters, QWidget *parent)
    : QDialog(parent), m_filters(std::move(filters)), m_list(new ItemList), m_rename(new QPushButton(tr("Rename…"))),
      m_remove(new QPushButton(tr("Delete"))), m_undo(new QPushButton(tr("Put back")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, tr("Saved filters"));
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedFiltersDialog::look);
    connect(m_list, &QListWidget::itemActivated, this, &SavedFiltersDialog::rename);
    connect(m_rename, &QPushButton::clicked, this, &SavedFiltersDialog::rename);
    connect(m_remove, &QPushButton::clicked, this, &SavedFiltersDialog::remove);
    connect(m_undo, &QPushButton::clicked, this, &SavedFiltersDialog::putBack);
    fill(0);
}

void SavedFiltersDialog::build()
{
    m_list->setAccessibleName(tr("Saved filters"));
    auto *close = new QPushButton(tr("Close"));
    for (QPushButton *button : {m_rename, m_remove, close})
        setButtonKind(button, ButtonKind::Plain);
    setButtonKind(m_undo, ButtonKind::Link);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_rename);
    buttons->addWidget(m_remove);
    buttons->addWidget(m_undo);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto *heading = new TextLabel(textsize::section);
    heading->setText(windowTitle());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 72, fontMetrics().height() * 18);
}

void SavedFiltersDialog::fill(int current)
{
    m_list->clear();
    for (const SavedFilter &saved : m_filters) {
        auto *item = new QListWidgetItem(saved.name, m_list);
        item->setData(Qt::ToolTipRole, toolTipText(whatItShows(saved.filter)));
        item->setData(Qt::AccessibleDescriptionRole, whatItShows(saved.filter));
    }
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    look();
}

void SavedFiltersDialog::look()
{
    const bool any = m_list->currentRow() >= 0;
    m_rename->setEnabled(any);
    m_remove->setEnabled(any);
    m_undo->setVisible(!m_before.empty());
}

void SavedFiltersDialog::rename()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QStringList taken;
    for (int i = 0; i < int(m_filters.size()); ++i) {
        if (i != row)
            taken += m_filters[std::size_t(i)].name;
    }
    auto *dialog = new NameDialog({.heading = tr("Rename the filter"),
                                   .name = m_filters[std::size_t(row)].name,
                                   .taken = taken,
                                   .mayReplace = false},
                                  this);
    connect(dialog, &NameDialog::named, this, [this, row](const QString &name) {
        m_filters[std::size_t(row)].name = name;
        m_before.clear();
        fill(row);
        emit filtersChanged(m_filters);
    });
    dialog->open();
}

void SavedFiltersDialog::remove()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_before = m_filters;
    m_filters.erase(m_filters.begin() + row);
    fill(row);
    emit filtersChanged(m_filters);
}

void SavedFiltersDialog::putBack()
{
    const int row = std::max(0, m_list->currentRow());
    m_filters = std::exchange(m_before, {});
    fill(row);
    emit filtersChanged(m_filters);
}

} // namespace linterna

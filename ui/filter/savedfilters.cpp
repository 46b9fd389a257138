// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/savedfilters.h"

#include "ui/filter/namedialog.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/widgets/foreigntext.h"

#include <algorithm>

namespace linterna {

SavedFilters::SavedFilters(std::function<RecordFilter()> current, QWidget *window)
    : QObject(window), m_current(std::move(current)), m_window(window), m_menu(new QMenu(window))
{
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
}

void SavedFilters::fillMenu()
{
    m_menu->clear();
    for (const SavedFilter &saved : m_filters) {
        QAction *action = m_menu->addAction(captionText(saved.name));
        action->setCheckable(true);
        action->setChecked(saved.filter == m_current());
        connect(action, &QAction::triggered, this, [this, filter = saved.filter] { emit filterChosen(filter); });
    }
    if (m_filters.empty())
        m_menu->addAction(tr("No filter is saved yet"))->setEnabled(false);
    m_menu->addSeparator();
    QAction *save = m_menu->addAction(tr("Save this filter…"), this, &SavedFilters::askToSave);
    save->setEnabled(!m_current().isEmpty());
    if (!m_filters.empty())
        m_menu->addAction(tr("Rename or delete…"), this, &SavedFilters::manage);
}

void SavedFilters::askToSave()
{
    QStringList taken;
    for (const SavedFilter &saved : m_filters)
        taken += saved.name;
    auto *dialog = new NameDialog({.heading = tr("Save this filter"), .name = {}, .taken = taken, .mayReplace = true},
                                  m_window->window());
    connect(dialog, &NameDialog::named, this, &SavedFilters::save);
    dialog->open();
}

void SavedFilters::save(const QString &name)
{
    const auto same = [&](const SavedFilter &saved) { return saved.name.compare(name, Qt::CaseInsensitive) == 0; };
    if (const auto found = std::ranges::find_if(m_filters, same); found != m_filters.end())
        *found = {name, m_current()};
    else
        m_filters.push_back({name, m_current()});
    emit changed(m_filters);
}

void SavedFilters::manage()
{
    auto *dialog = new SavedFiltersDialog(m_filters, m_window->window());
    connect(dialog, &SavedFiltersDialog::filtersChanged, this, [this](const std::vector<SavedFilter> &filters) {
        m_filters = filters;
        emit changed(m_filters);
    });
    dialog->open();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace linterna {

//! Menu of the saved filters, which have names: choosing, saving, renaming and deleting. Holds the filters that it was
//! given, and emits all of them when the person has changed something.
class SavedFilters : public QObject
{
    Q_OBJECT
public:
    //! `current` gives the filter that "Save this filter…" saves; `window`: parent of its dialogs.
    SavedFilters(std::function<RecordFilter()> current, QWidget *window);

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void setFilters(std::vector<SavedFilter> filters) { m_filters = std::move(filters); }
    [[nodiscard]] const std::vector<SavedFilter> &filters() const { return m_filters; }

public slots:
    //! Asks for a name, and saves the current filter under it.
    void askToSave();
    //! Opens SavedFiltersDialog, to rename and delete filters.
    void manage();

signals:
    void filterChosen(const linterna::RecordFilter &filter);
    void changed(const std::vector<linterna::SavedFilter> &filters);

private:
    void fillMenu();
    void save(const QString &name);
    std::function<RecordFilter()> m_current;
    QWidget *m_window;
    QMenu *m_menu;
    std::vector<SavedFilter> m_filters;
};

} // namespace linterna

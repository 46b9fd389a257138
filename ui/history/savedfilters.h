// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <QMenu>

#include <vector>

namespace linterna {

//! The filters that have a name: to take one, to name the one that is set, to rename and to delete them. Knows them as
//! they were given, and emits all of them when the person changed something.
class SavedFilters : public QObject
{
    Q_OBJECT
public:
    //! Dialogs stand in front of `window`.
    explicit SavedFilters(QWidget *window);

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    void setFilters(std::vector<SavedFilter> filters) { m_filters = std::move(filters); }
    [[nodiscard]] const std::vector<SavedFilter> &filters() const { return m_filters; }
    //! What "Save this filter…" saves.
    void setCurrent(const HistoryFilter &filter) { m_current = filter; }

public slots:
    //! Asks for a name, and saves under it what is set now.
    void askToSave();
    //! Shows all of them, to be renamed and deleted.
    void manage();

signals:
    void filterChosen(const linterna::HistoryFilter &filter);
    void changed(const std::vector<linterna::SavedFilter> &filters);

private:
    void fillMenu();
    void save(const QString &name);
    QWidget *m_window;
    QMenu *m_menu;
    std::vector<SavedFilter> m_filters;
    HistoryFilter m_current;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"

#include <QDialog>

#include <vector>

class QListWidget;
class QPushButton;

namespace linterna {

//! The saved filters, to be renamed, moved and deleted. Changes take effect at once; a deleted filter can be put back
//! while the dialog is open. Show it with open(); it deletes itself when closed.
class SavedFiltersDialog : public QDialog
{
    Q_OBJECT
public:
    explicit SavedFiltersDialog(std::vector<SavedFilter> filters, QWidget *parent = nullptr);

signals:
    void filtersChanged(const std::vector<linterna::SavedFilter> &filters);

private:
    void build();
    void fill(int current);
    void look();
    void rename();
    void remove();
    void putBack();
    std::vector<SavedFilter> m_filters;
    std::vector<SavedFilter> m_before; //!< The filters before the last deletion; empty where no deletion can be undone.
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_undo;
};

} // namespace linterna

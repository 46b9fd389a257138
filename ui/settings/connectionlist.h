// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionstore.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace linterna {

//! The connections of this desk, and what can be done with the list.
class ConnectionList : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionList(QWidget *parent = nullptr);

    //! Practice connections are left out. `inUse` may be none of them.
    void setConnections(const std::vector<Connection> &connections, const QString &inUse);
    //! A line of its own for a connection that is not saved yet.
    void setNewOne(bool there);
    //! Without saying so. An empty name is the new one.
    void select(const QString &name);
    [[nodiscard]] QString selected() const;
    void focusList();
    //! Above the editor instead of beside it: two lines of the list, and the buttons in one row.
    void setOnTop(bool onTop);

signals:
    //! The person moved to this one; empty for the new one.
    void chosen(const QString &name);
    void newRequested();
    void importRequested();
    void exportRequested();
    void removeRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void refresh();
    void retranslate();

    std::vector<Connection> m_connections;
    QString m_inUse;
    bool m_newOne = false;
    QLabel *m_heading;
    QListWidget *m_list;
    QGridLayout *m_buttons;
    QPushButton *m_new;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_remove;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionstore.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QListWidget;
class QPushButton;

namespace linterna {

//! List of the connections on this computer, with buttons for new ones, import, export and removal.
class ConnectionList : public QWidget
{
    Q_OBJECT
public:
    explicit ConnectionList(QWidget *parent = nullptr);

    //! Shows these connections except those for practice. `inUse`: name of the connection in use; may be none of them.
    void setConnections(const std::vector<Connection> &connections, const QString &inUse);
    //! Whether the list has a row for a new connection that is not saved yet.
    void setNewOne(bool there);
    //! Selects a connection without emitting chosen(). An empty name is the new one.
    void select(const QString &name);
    [[nodiscard]] QString selected() const;
    void focusList();
    //! Layout for a list above the editor and not beside it: two rows high, with the buttons in one row.
    void setOnTop(bool onTop);

signals:
    //! The person selected a connection; empty for the new one.
    void chosen(const QString &name);
    void newRequested();
    void importRequested();
    void exportRequested();
    void removeRequested();

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

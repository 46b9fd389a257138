// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "history/historystore.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace linterna {

class HistoryModel;
class TextLabel;

//! Every check, newest first, a page at a time. Shows and emits; HistoryFeed knows.
class HistoryView : public QWidget
{
    Q_OBJECT
public:
    explicit HistoryView(const ViewEnvironment &environment, QWidget *parent = nullptr);

    //! `skipped`: rows that are newer than this page. Keeps the selection by the check's id.
    void setPage(CheckPage page, qint64 skipped);
    //! Marks a check without emitting checkChosen(); 0 takes the mark away.
    void select(qint64 id);
    //! Something to say in one line above the buttons; `wrong` adds a symbol. Empty takes it away.
    void setMessage(const QString &message, bool wrong = false);

signals:
    //! The person chose a line.
    void checkChosen(qint64 id);
    //! The page below the check with this id; 0 for the newest.
    void pageWanted(qint64 before);
    void exportRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void makeTable();
    void retranslate();
    void sayRange();

    HistoryModel *m_model;
    QTableView *m_table;
    TextLabel *m_heading;
    TextLabel *m_empty;
    TextLabel *m_message;
    TextLabel *m_range;
    QPushButton *m_earlier;
    QPushButton *m_newest;
    QPushButton *m_export;
    qint64 m_selected = 0;
    qint64 m_lastId = 0;
    qint64 m_skipped = 0;
    qint64 m_total = 0;
    bool m_filling = false;
};

} // namespace linterna

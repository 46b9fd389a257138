// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/listkind.h"
#include "lib/record/listquery.h"

#include <QWidget>

class QPushButton;

namespace linterna {

//! Shows what a list is filtered by: a chip for each condition, which removes that condition, and one button that
//! removes all. Has no height where nothing is set. Where the chips would leave too little of the window to the list,
//! the last of them stand behind a button that says how many they are.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);
    void setFilter(const RecordFilter &filter, ListKind list);

signals:
    void filterChosen(const linterna::RecordFilter &filter);
    //! The button for the conditions that have no room was pressed: the person wants to see all of them.
    void moreRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void addChip(const QString &text, const RecordFilter &without);
    void addClear(const RecordFilter &filter);
    QPushButton *addLink(const QString &text);
    void fit();
    void showFirst(std::size_t count);

    std::vector<QWidget *> m_chips;
    QPushButton *m_more = nullptr;
    bool m_fitting = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/listrow.h"

#include <QWidget>

namespace linterna {

//! What a list is filtered by, each condition as a chip that takes it away, and one button that takes all away. Has no
//! height where nothing is set.
class FilterChips : public QWidget
{
    Q_OBJECT
public:
    explicit FilterChips(QWidget *parent = nullptr);
    void setFilter(const HistoryFilter &filter, ListKind list);

signals:
    void filterChosen(const linterna::HistoryFilter &filter);

private:
    void addChip(const QString &text, const HistoryFilter &without);
    void addClear(const HistoryFilter &filter);
};

} // namespace linterna

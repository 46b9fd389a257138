// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace linterna {

//! Has the rows of tables and lists and the tabs of tab bars tell assistive technology the truth, which those of Qt 6.4
//! do not: one is focused only while its view has the keyboard, and then it is and not the view; and what selects one
//! (Toggle) does what a click on it does. Widgets that only hand the keyboard on are not focused either. From the first
//! call on, for all that is made known after it.
void reportItemsTruly();

//! A list that reports a focused row only while it has the keyboard.
class ItemList : public QListWidget
{
    Q_OBJECT
public:
    explicit ItemList(QWidget *parent = nullptr);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace linterna {

//! Corrects what Qt 6.4 reports to assistive technology about rows of tables and lists and tabs of tab bars: an item is
//! focused only while its view has the keyboard focus, and then the item is and not the view; its Toggle action does
//! what a click on it does. Widgets that pass the focus to a proxy are not reported as focused either. Works from the
//! first call on, for accessible interfaces made after it; further calls do nothing.
void reportItemsTruly();

//! A list that reports a focused row only while it has the keyboard focus.
class ItemList : public QListWidget
{
    Q_OBJECT
public:
    explicit ItemList(QWidget *parent = nullptr);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
};

} // namespace linterna

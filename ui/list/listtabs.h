// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/list/listrow.h"

#include <QTabBar>

namespace linterna {

//! Tabs that choose which list is shown: words over a line, the chosen one bold and underlined.
class ListTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit ListTabs(QWidget *parent = nullptr);
    void setList(ListKind list);
    [[nodiscard]] ListKind list() const { return static_cast<ListKind>(currentIndex()); }
    void retranslate();

signals:
    //! The person chose the other list.
    void listChosen(linterna::ListKind list);

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize tabSizeHint(int index) const override;
};

} // namespace linterna

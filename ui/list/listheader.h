// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace linterna {

//! The column headings of a list: words in a weak colour over a thin line, with an arrow at the column that the list is
//! sorted by.
class ListHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ListHeader(QWidget *parent = nullptr);
    //! `section` -1: the list is sorted by none of the columns shown.
    void setSorted(int section, bool ascending);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;

private:
    int m_sorted = -1;
    bool m_ascending = true;
};

} // namespace linterna

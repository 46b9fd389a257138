// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace linterna {

//! The headings of a list: quiet words over a hairline, and an arrow where the list is sorted by one.
class ListHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ListHeader(QWidget *parent = nullptr);
    //! -1: by none of the columns that are shown.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linterna {

//! Paints a row of a list. The first two columns say the most, in two lines: symbol and receipt number above client,
//! form and title; the status word above the time. Dense rows put both into one line. Any other column is one text.
class ListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setDense(bool dense) { m_dense = dense; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! Pixels: height of two lines of text, at least 48; where dense, of one line, at least 28.
    [[nodiscard]] static int rowHeight(bool dense);
    //! Pixels that a whole receipt number needs.
    [[nodiscard]] static int caseWidth();
    //! Pixels that the status column needs for its longest words.
    [[nodiscard]] static int statusWidth();

private:
    bool m_dense = false;
};

} // namespace linterna

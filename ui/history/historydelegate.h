// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linterna {

//! Paints a row of the history in two lines: symbol, receipt number and status word; form, title and time below.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    //! Height of two lines, at least 48 px.
    [[nodiscard]] static int rowHeight();
    //! Width that a whole receipt number needs.
    [[nodiscard]] static int caseWidth();
    //! Width that the status column needs for its longest words.
    [[nodiscard]] static int statusWidth();
};

} // namespace linterna

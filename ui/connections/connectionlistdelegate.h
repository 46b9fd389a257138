// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linterna {

//! Draws a connection in two lines, in the way of rows in the history.
class ConnectionListDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role { KeyRole = Qt::UserRole, DetailRole };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace linterna {

//! The columns of the everyday table, each to be ticked.
class ColumnList : public QListWidget
{
    Q_OBJECT
public:
    explicit ColumnList(QWidget *parent = nullptr);

    //! Names of columns, ticked; none: all.
    void setColumns(const QStringList &columns);
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] bool all() const { return columns().size() == count(); }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace linterna

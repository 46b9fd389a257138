// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/exportoptions.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QPushButton;

namespace linterna {

//! Choice of columns for the everyday table of checks or of cases: a button for each, which is down where the column is
//! wanted.
class ColumnChoice : public QWidget
{
    Q_OBJECT
public:
    explicit ColumnChoice(ExportOptions::Line line, QWidget *parent = nullptr);

    //! `columns`: names of the chosen columns; an empty list means all.
    void setColumns(const QStringList &columns);
    [[nodiscard]] QStringList columns() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_buttons.size()); }
    [[nodiscard]] bool all() const { return columns().size() == count(); }
    [[nodiscard]] QPushButton *button(int index) const { return m_buttons[static_cast<std::size_t>(index)]; }

signals:
    void edited();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void retranslate();
    void arrange();

    ExportOptions::Line m_line;
    QGridLayout *m_grid;
    std::vector<QPushButton *> m_buttons;
};

} // namespace linterna

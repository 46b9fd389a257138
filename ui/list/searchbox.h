// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace linterna {

//! Search entry of the lists: searches while the person types. Escape empties it; Down moves the focus to the rows
//! found.
class SearchBox : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchBox(QWidget *parent = nullptr);

signals:
    void leftDownwards();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintSymbol();
    void retranslate();
    QAction *m_symbol;
};

} // namespace linterna

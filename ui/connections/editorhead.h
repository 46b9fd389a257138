// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace linterna {

class TextLabel;

//! Heading above the form: the connection that is edited, and a button to use it.
class EditorHead : public QWidget
{
    Q_OBJECT
public:
    explicit EditorHead(QWidget *parent = nullptr);
    //! `canBeUsed`: the connection is saved, and another one is in use, so that the button is offered.
    void show(const QString &title, const QString &subtitle, bool canBeUsed);

signals:
    void useRequested();

private:
    TextLabel *m_title;
    TextLabel *m_subtitle;
    QPushButton *m_use;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/question.h"

class QLineEdit;

namespace linterna {

class FormField;
class Settings;

//! Asks for the name that stands beside what the person checks and writes. Show it with open().
class PersonDialog : public Question
{
    Q_OBJECT
public:
    //! `name`: the current choice; empty: the system's name is used.
    PersonDialog(const QString &name, QWidget *parent);

    //! Shows the name that is used where none is entered.
    void setSystemName(const QString &name);
    //! Asks in front of `window`, and keeps the answer in the settings.
    static void ask(Settings &settings, QWidget *window);

signals:
    //! `name` may be empty, and holds nothing that cannot be seen.
    void chosen(const QString &name);

private:
    void look();

    QLineEdit *m_entry;
    FormField *m_field;
    QPushButton *m_save;
};

} // namespace linterna

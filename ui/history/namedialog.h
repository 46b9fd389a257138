// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialog.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace linterna {

class FormField;

//! Asks for the name of a filter. Use open(); it deletes itself.
class NameDialog : public Dialog
{
    Q_OBJECT
public:
    struct Question {
        QString heading;
        QString name;      //!< Stands there at first.
        QStringList taken; //!< Names of others.
        bool mayReplace;   //!< Whether one of these may be given anew.
    };
    explicit NameDialog(const Question &question, QWidget *parent = nullptr);

    static constexpr int LongestName = 60;

signals:
    void named(const QString &name);

private:
    void look();
    void finish();
    [[nodiscard]] bool isTaken() const;
    Question m_question;
    QLineEdit *m_entry;
    FormField *m_field;
    QPushButton *m_save;
};

} // namespace linterna

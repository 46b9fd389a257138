// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

#include <QStringList>

class QLineEdit;
class QPushButton;

namespace linterna {

class FormField;

//! Asks for the name of a filter. Show it with open(); it deletes itself when closed.
class NameDialog : public Dialog
{
    Q_OBJECT
public:
    struct Question {
        QString heading;
        QString name;      //!< Text of the entry at first.
        QStringList taken; //!< Names of the other filters.
        bool mayReplace;   //!< Whether a name of `taken` may be chosen, to replace that filter.
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

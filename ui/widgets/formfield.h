// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace linterna {

class Notice;
class TextLabel;

//! One field of a form: its name, the control, and a line of help, in place of which a problem is shown. Help or
//! problem is also the control's accessible description.
class FormField : public QWidget
{
    Q_OBJECT
public:
    //! `control` becomes a child. Its focus proxy, else itself, gets the accessible name.
    explicit FormField(QWidget *control, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *control() const { return m_control; }
    //! The widget that gets the keyboard focus: the control's focus proxy, else the control.
    [[nodiscard]] QWidget *entry() const;
    void setWords(const QString &label, const QString &help);
    void setLabel(const QString &label);
    void setHelp(const QString &help);
    //! Shows a problem in place of the help; an empty text ends that.
    void setProblem(const QString &problem);
    [[nodiscard]] bool hasProblem() const { return !m_problem.isEmpty(); }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString label() const { return m_name; }

private:
    void say();
    QWidget *m_control;
    QLabel *m_label;
    TextLabel *m_help;
    Notice *m_message;
    QString m_name;
    QString m_helpText;
    QString m_problem;
};

} // namespace linterna

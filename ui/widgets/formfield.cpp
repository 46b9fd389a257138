// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/style/typography.h"
#include "ui/widgets/notice.h"

#include <QVBoxLayout>

namespace linterna {

FormField::FormField(QWidget *control, QWidget *parent)
    : QWidget(parent), m_control(control), m_label(new QLabel),
      m_help(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_message(new Notice(textsize::helper))
{
    m_label->setBuddy(entry());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(control);
    layout->addWidget(m_help);
    layout->addWidget(m_message);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
}

QWidget *FormField::entry() const
{
    return m_control->focusProxy() ? m_control->focusProxy() : m_control;
}

void FormField::setWords(const QString &label, const QString &help)
{
    setLabel(label);
    setHelp(help);
}

void FormField::setLabel(const QString &label)
{
    m_name = label;
    m_label->setText(label);
    entry()->setAccessibleName(label);
}

void FormField::setHelp(const QString &help)
{
    m_helpText = help;
    say();
}

void FormField::setProblem(const QString &problem)
{
    m_problem = problem;
    say();
}

void FormField::say()
{
    m_help->setText(m_helpText);
    m_help->setVisible(!hasProblem() && !m_helpText.isEmpty());
    m_message->say(m_problem, Notice::Tone::Wrong);
    entry()->setAccessibleDescription(hasProblem() ? m_problem : m_helpText);
}

} // namespace linterna

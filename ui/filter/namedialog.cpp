// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/namedialog.h"

#include "ui/widgets/formfield.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

NameDialog::NameDialog(const Question &question, QWidget *parent)
    : Dialog(parent), m_question(question), m_entry(new QLineEdit(question.name)), m_field(new FormField(m_entry)),
      m_save(new QPushButton(tr("Save")))
{
    setHeading(question.heading);
    m_entry->setMaxLength(LongestName);
    m_entry->setTextMargins(6, 0, 6, 0);
    m_entry->selectAll();
    m_field->setWords(tr("Name"), {});
    page()->setSpacing(16);
    page()->addWidget(m_field);
    setButtons(new QPushButton(tr("Cancel")), m_save);
    setUsualWidth(fontMetrics().averageCharWidth() * 56);
    connect(m_entry, &QLineEdit::textChanged, this, &NameDialog::look);
    connect(m_save, &QPushButton::clicked, this, &NameDialog::finish);
    look();
}

bool NameDialog::isTaken() const
{
    return m_question.taken.contains(m_entry->text().simplified(), Qt::CaseInsensitive);
}

void NameDialog::look()
{
    const bool taken = isTaken();
    m_field->setHelp(taken && m_question.mayReplace ? tr("Replaces the filter of that name.") : QString());
    m_field->setProblem(taken && !m_question.mayReplace ? tr("Another filter has that name.") : QString());
    m_save->setEnabled(!m_entry->text().simplified().isEmpty() && !m_field->hasProblem());
    fit();
}

void NameDialog::finish()
{
    emit named(m_entry->text().simplified());
    accept();
}

} // namespace linterna

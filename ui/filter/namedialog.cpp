// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/namedialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/formfield.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace linterna {

NameDialog::NameDialog(const Question &question, QWidget *parent)
    : Dialog(parent), m_question(question), m_entry(new QLineEdit(question.name)), m_field(new FormField(m_entry)),
      m_save(new QPushButton(tr("Save")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, question.heading);
    m_entry->setMaxLength(LongestName);
    m_entry->setTextMargins(6, 0, 6, 0);
    m_entry->selectAll();
    m_field->setWords(tr("Name"), {});
    auto *cancel = new QPushButton(tr("Cancel"));
    setButtonKind(cancel, ButtonKind::Plain);
    cancel->setAutoDefault(true); // so that Enter on Cancel saves nothing
    setButtonKind(m_save, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *heading = new TextLabel(textsize::section);
    heading->setFont(scaledFont(textsize::section, QFont::DemiBold));
    heading->setText(question.heading);
    page()->setSpacing(16);
    page()->addWidget(heading);
    page()->addWidget(m_field);
    setFoot(buttons);
    m_save->setDefault(true); // only inside the dialog, which else chooses one itself
    setUsualWidth(fontMetrics().averageCharWidth() * 56);
    connect(m_entry, &QLineEdit::textChanged, this, &NameDialog::look);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
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

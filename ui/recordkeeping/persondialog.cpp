// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/persondialog.h"

#include "lib/base/background.h"
#include "lib/platform/user.h"
#include "lib/settings/settings.h"
#include "lib/text/characters.h"
#include "lib/text/hiddencharacter.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>
#include <QPushButton>

namespace linterna {

PersonDialog::PersonDialog(const QString &name, QWidget *parent)
    : Question(tr("Your name"),
               tr("It stands beside what you check and write, so that others of the office know who it was. It is kept "
                  "in the history, and never sent to USCIS. What was written before keeps the name it has."),
               parent),
      m_entry(new QLineEdit(name)), m_field(new FormField(m_entry))
{
    m_entry->setMaxLength(Settings::LongestPersonName);
    m_entry->setTextMargins(6, 0, 6, 0);
    m_field->setWords(tr("Name"), tr("Without an entry, it is the name of your account on this computer."));
    m_field->setContentsMargins(0, 8, 0, 0);
    addContent(m_field);
    m_save = addChoice(tr("Save"), [this] { emit chosen(m_entry->text().simplified()); });
    addChoice(tr("Cancel"));
    connect(m_entry, &QLineEdit::textChanged, this, &PersonDialog::look);
    m_entry->setFocus();
    look();
}

void PersonDialog::setSystemName(const QString &name)
{
    m_field->setHelp(tr("Without an entry, it is the name of your account on this computer: %1.")
                         .arg(oneLine(name, Settings::LongestPersonName)));
    fit();
}

void PersonDialog::ask(Settings &settings, QWidget *window)
{
    auto *dialog = new PersonDialog(settings.personName(), window);
    connect(dialog, &PersonDialog::chosen, &settings, &Settings::setPersonName);
    dialog->open();
    auto *asked = inBackground<QString>([] { return systemUserName(); }, dialog);
    asked->onFinished(dialog, [dialog](const Result<QString> &name) {
        if (name)
            dialog->setSystemName(*name);
    });
}

void PersonDialog::look()
{
    const auto hidden = hiddenCharacterIn(m_entry->text().simplified());
    m_field->setProblem(
        hidden ? tr("A character that nobody sees stands in it, as pasting brings along. Type the name anew.")
               : QString());
    m_save->setEnabled(!hidden);
    fit();
}

} // namespace linterna

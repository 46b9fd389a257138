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
               tr("Your name is kept with each check and each note, so that others in the office know whose they are. "
                  "It stays in the history and is never sent to USCIS. Earlier entries keep the name they have."),
               parent),
      m_entry(new QLineEdit(name)), m_field(new FormField(m_entry))
{
    m_entry->setMaxLength(Settings::LongestPersonName);
    m_entry->setTextMargins(6, 0, 6, 0);
    m_field->setWords(tr("Name"), tr("If you leave this empty, the name of your account on this computer is used."));
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
    m_field->setHelp(tr("If you leave this empty, the name of your account on this computer is used: %1.")
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
        hidden ? tr("There is a character in it that nobody sees, probably from pasting. Type the name again.")
               : QString());
    m_save->setEnabled(!hidden);
    fit();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/passphrasedialog.h"

#include "lib/crypto/passphrase.h"
#include "ui/connections/secretentry.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/notice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

namespace {

//! Characters from which on hint() calls a passphrase good: ordinary words are hard to guess then even with many
//! computers.
constexpr qsizetype goodLength = 15;

struct PassphraseDialogTexts {
    QString heading;
    QString text;
    QString submit;
    QString leave;
};

PassphraseDialogTexts wordsFor(PassphraseDialog::Purpose purpose)
{
    switch (purpose) {
    case PassphraseDialog::Purpose::Open:
        return {
            PassphraseDialog::tr("Passphrase of the history"),
            PassphraseDialog::tr("The history on this computer is encrypted. Without its passphrase it stays closed, "
                                 "and what you look up is kept until the program ends."),
            PassphraseDialog::tr("Open the history"), PassphraseDialog::tr("Not now")};
    case PassphraseDialog::Purpose::Create:
        return {
            PassphraseDialog::tr("Protect the history with a passphrase"),
            PassphraseDialog::tr("Linterna asks for it at each start. Nobody can recover it: without it the history "
                                 "cannot be opened again, by you or by anybody else."),
            PassphraseDialog::tr("Protect"), PassphraseDialog::tr("Cancel")};
    case PassphraseDialog::Purpose::Backup:
        return {
            PassphraseDialog::tr("Passphrase for the backup"),
            PassphraseDialog::tr("The backup can be restored on any computer by whoever knows this passphrase, and by "
                                 "nobody else. Nobody can recover it."),
            PassphraseDialog::tr("Choose a file…"), PassphraseDialog::tr("Cancel")};
    case PassphraseDialog::Purpose::Restore:
        return {PassphraseDialog::tr("Passphrase of the backup"),
                PassphraseDialog::tr(
                    "The one that was chosen when the backup was made. How the history on this computer is "
                    "kept stays as it is."),
                PassphraseDialog::tr("Restore"), PassphraseDialog::tr("Cancel")};
    case PassphraseDialog::Purpose::Change:
        break;
    }
    return {PassphraseDialog::tr("Change the passphrase"),
            PassphraseDialog::tr("The history stays as it is. Nobody can recover the new passphrase: without it the "
                                 "history cannot be opened again, by you or by anybody else."),
            PassphraseDialog::tr("Change"), PassphraseDialog::tr("Cancel")};
}

qsizetype lettersIn(const QLineEdit *entry)
{
    return entry->text().toUcs4().size();
}

} // namespace

PassphraseDialog::PassphraseDialog(Purpose purpose, QWidget *parent)
    : Dialog(parent), m_purpose(purpose), m_notice(new Notice(textsize::body)), m_announcer(new Announcer(this))
{
    const PassphraseDialogTexts words = wordsFor(purpose);
    setHeading(words.heading);
    setAccessibleDescription(words.text);
    auto *sentences = new TextLabel;
    sentences->setText(words.text);
    m_submit = new QPushButton(words.submit);
    QPushButton *forgotten = nullptr;
    if (purpose == Purpose::Open) {
        forgotten = new QPushButton(tr("Forgotten…"));
        forgotten->setAccessibleName(tr("I do not know the passphrase any more"));
        setButtonKind(forgotten, ButtonKind::Link);
        forgotten->setAutoDefault(true);
        connect(forgotten, &QPushButton::clicked, this, [this] { done(Forgotten); });
    }
    page()->addWidget(sentences);
    if (purpose != Purpose::Create && purpose != Purpose::Backup)
        addPresent();
    if (purpose != Purpose::Open && purpose != Purpose::Restore)
        addFresh();
    page()->addWidget(m_notice);
    page()->addStretch(1);
    setButtons(new QPushButton(words.leave), m_submit, forgotten);
    connect(m_submit, &QPushButton::clicked, this, &PassphraseDialog::submit);
    setUsualWidth(std::max(440, fontMetrics().averageCharWidth() * 60));
    fit();
}

FormField *PassphraseDialog::addField(SecretEntry *entry)
{
    auto *field = new FormField(entry);
    page()->addSpacing(8);
    page()->addWidget(field);
    connect(entry, &SecretEntry::changed, field, [field] { field->setProblem({}); });
    connect(entry, &SecretEntry::changed, this, [this] { m_notice->say({}, Notice::Tone::Quiet); });
    return field;
}

void PassphraseDialog::addPresent()
{
    m_present = new SecretEntry(SecretEntry::Kind::Passphrase);
    m_presentField = addField(m_present);
    m_presentField->setWords(m_purpose != Purpose::Change ? tr("Passphrase") : tr("Passphrase until now"), {});
}

void PassphraseDialog::addFresh()
{
    m_fresh = new SecretEntry(SecretEntry::Kind::Passphrase);
    m_again = new SecretEntry(SecretEntry::Kind::Passphrase);
    m_freshField = addField(m_fresh);
    m_againField = addField(m_again);
    m_freshField->setWords(tr("New passphrase"), {});
    m_againField->setWords(tr("The same once more"), {});
    connect(m_fresh, &SecretEntry::changed, this, &PassphraseDialog::hint);
    hint();
}

//! Shows advice below the new passphrase, by its length.
void PassphraseDialog::hint()
{
    const qsizetype letters = lettersIn(m_fresh->entry());
    if (letters < ShortestPassphrase)
        m_freshField->setHelp(
            tr("At least %1 characters. Several words in a row are easy to remember and hard to guess.")
                .arg(ShortestPassphrase));
    else if (letters < goodLength)
        m_freshField->setHelp(tr("Long enough, but a computer could guess it. One more word makes it much stronger."));
    else
        m_freshField->setHelp(tr("A good length. Write it down and keep it in a safe place."));
}

bool PassphraseDialog::check()
{
    if (m_present && m_present->isEmpty()) {
        refuse(m_presentField, tr("Enter the passphrase."));
        return false;
    }
    if (m_fresh && lettersIn(m_fresh->entry()) < ShortestPassphrase) {
        refuse(m_freshField, tr("A passphrase has at least %1 characters.").arg(ShortestPassphrase));
        return false;
    }
    if (m_fresh && !(m_fresh->passphrase() == m_again->passphrase())) {
        refuse(m_againField, tr("This is not the same as above. Type it once more."));
        return false;
    }
    return true;
}

void PassphraseDialog::refuse(FormField *field, const QString &problem)
{
    field->setProblem(problem);
    m_announcer->announce(problem);
    field->entry()->setFocus();
    fit();
}

void PassphraseDialog::submit()
{
    if (m_busy || !check())
        return;
    setBusy(true);
    emit submitted(m_present ? m_present->passphrase() : Secret(), m_fresh ? m_fresh->passphrase() : Secret());
}

void PassphraseDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (SecretEntry *entry : {m_present, m_fresh, m_again}) {
        if (entry)
            entry->entry()->setReadOnly(busy);
    }
    m_notice->say(busy ? tr("One moment: the passphrase is being worked on. That takes time on purpose, so that it is "
                            "hard to guess.")
                       : QString(),
                  Notice::Tone::Quiet);
    fit();
}

void PassphraseDialog::say(const QString &problem)
{
    setBusy(false);
    m_notice->say(problem, Notice::Tone::Wrong);
    m_announcer->announce(problem);
    fit();
}

void PassphraseDialog::sayWrong()
{
    setBusy(false);
    refuse(m_presentField,
           m_purpose == Purpose::Restore
               ? tr("This is not the passphrase of the backup. Nothing was changed; try again.")
               : tr("This is not the passphrase of the history. Nothing was changed; try again."));
    m_present->entry()->selectAll();
}

void PassphraseDialog::done(int result)
{
    for (SecretEntry *entry : {m_present, m_fresh, m_again}) {
        if (entry)
            entry->clear();
    }
    QDialog::done(result);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "ui/widgets/dialog.h"

class QPushButton;

namespace linterna {

class Announcer;
class FormField;
class Notice;
class SecretEntry;
class TextLabel;

//! Asks for the passphrase of the history or of a backup: for the present one, for a new one (typed twice), or for
//! both. Stays open after submitted() until its owner has tried the passphrase and closes it. Show it with open().
class PassphraseDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Purpose {
        Open,
        Create,
        Change, //!< Asks for the present and a new passphrase of the history.
        Backup,
        Restore, //!< The passphrase that a backup was given.
    };
    PassphraseDialog(Purpose purpose, QWidget *parent);
    //! Further result of the dialog, for Purpose::Open: the person does not know the passphrase any more.
    static constexpr int Forgotten = 2;

    //! Whether the passphrase is being tried: nothing can be typed or submitted meanwhile; cancelling stays possible.
    //! The entries are not disabled, because a disabled one would pass its focus to the Cancel button, which a second
    //! Enter would press.
    void setBusy(bool busy);
    //! Shows a problem that another passphrase would not solve.
    void say(const QString &problem);
    //! Says that the passphrase was wrong, and waits for another.
    void sayWrong();

signals:
    //! `present` is empty with Create and Backup, `fresh` with Open and Restore.
    void submitted(const linterna::Secret &present, const linterna::Secret &fresh);

public slots:
    void done(int result) override;

private:
    FormField *addField(SecretEntry *entry);
    void addPresent();
    void addFresh();
    void submit();
    //! Whether what was typed can be tried; where it cannot, shows why at the field.
    [[nodiscard]] bool check();
    void refuse(FormField *field, const QString &problem);
    void hint();

    Purpose m_purpose;
    SecretEntry *m_present = nullptr;
    SecretEntry *m_fresh = nullptr;
    SecretEntry *m_again = nullptr;
    FormField *m_presentField = nullptr;
    FormField *m_freshField = nullptr;
    FormField *m_againField = nullptr;
    Notice *m_notice;
    Announcer *m_announcer;
    QPushButton *m_submit;
    bool m_busy = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "common/dialog.h"

class QPushButton;

namespace linterna {

class Announcer;
class FormField;
class Notice;
class SecretEntry;
class TextLabel;

//! Asks for the passphrase of the history, or of a backup: for the one that there is, for a new one (typed twice), or for both. It stays
//! open until whoever made it has tried what was typed. Use open().
class PassphraseDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Purpose {
        Open,
        Create,
        Change, //!< Of the history on this computer.
        Backup,
        Restore, //!< Of a backup: a new one, and the one that it was given.
    };
    PassphraseDialog(Purpose purpose, QWidget *parent);
    //! How it ends, beside QDialog's ways, with Open: the person does not know the passphrase any more.
    static constexpr int Forgotten = 2;

    //! While it is being tried: nothing can be typed or sent again, and giving up stays possible. The keyboard stays
    //! where it is: what is disabled would hand it to the button that gives up, and to a second press of Enter.
    void setBusy(bool busy);
    //! That there is no trying again with another passphrase helps: says why.
    void say(const QString &problem);
    //! It is not the passphrase: says so, and waits for another.
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
    //! Whether what was typed can be tried; says so at the field where it cannot.
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

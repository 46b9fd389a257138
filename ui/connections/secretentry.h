// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace linterna {

//! An entry for a client secret, a password or a passphrase, hidden unless the person asks to see it. Gives its text as
//! a Secret, and can overwrite it.
class SecretEntry : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { ClientSecret, ProxyPassword, Passphrase };
    explicit SecretEntry(Kind kind = Kind::ClientSecret, QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *entry() const { return m_entry; }
    [[nodiscard]] bool isEmpty() const;
    //! Message about the first invisible character in the entry; empty where there is none.
    [[nodiscard]] QString hiddenCharacter() const;
    //! A copy of what was typed.
    [[nodiscard]] Secret secret() const;
    //! What was typed as a passphrase, in Unicode's composed form: see passphraseFromText().
    [[nodiscard]] Secret passphrase() const;
    //! Overwrites and empties the entry.
    void clear();

signals:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    Kind m_kind;
    QLineEdit *m_entry;
    QPushButton *m_show;
};

} // namespace linterna

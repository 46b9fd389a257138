// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace linterna {

//! An entry for a client secret, hidden unless the person asks to see it. What it holds leaves as a Secret, and clears.
class SecretEntry : public QWidget
{
    Q_OBJECT
public:
    explicit SecretEntry(QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *entry() const { return m_entry; }
    [[nodiscard]] bool isEmpty() const;
    //! A copy of what was typed.
    [[nodiscard]] Secret secret() const;
    //! Overwrites and empties the entry.
    void clear();

signals:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    QLineEdit *m_entry;
    QPushButton *m_show;
};

} // namespace linterna

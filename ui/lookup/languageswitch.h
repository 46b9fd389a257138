// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace linterna {

//! English | Español: two checkable buttons of which one is always down. Each language has its own name whatever
//! language is shown, so that it is found by those who cannot read the other.
class LanguageSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QWidget *parent = nullptr);
    //! `code`: "en" or "es". Emits nothing.
    void setLanguage(const QString &code);

signals:
    //! The person chose a language; `code`: "en" or "es".
    void languageChosen(const QString &code);

private:
    void choose(const QString &code);
    void retranslate();
    QPushButton *m_english;
    QPushButton *m_spanish;
};

} // namespace linterna

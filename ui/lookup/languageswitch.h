// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace linterna {

//! English | Español: two checkable buttons of which one is always down. Their names are the languages' own, in both
//! languages of the program, so that whoever is lost in the other one finds the way.
class LanguageSwitch : public QWidget
{
    Q_OBJECT
public:
    explicit LanguageSwitch(QWidget *parent = nullptr);
    //! "en" or "es". Emits nothing.
    void setLanguage(const QString &code);

signals:
    //! The person chose "en" or "es".
    void languageChosen(const QString &code);

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(const QString &code);
    void retranslate();
    QPushButton *m_english;
    QPushButton *m_spanish;
};

} // namespace linterna

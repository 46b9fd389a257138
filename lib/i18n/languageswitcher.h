// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace linterna {

//! Swaps the translators of the program, of Qt and of QtKeychain while running; every view then re-says itself in
//! changeEvent(LanguageChange).
class LanguageSwitcher : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitcher(QObject *parent = nullptr);
    ~LanguageSwitcher() override;

    //! "en" or "es"; anything else counts as "en".
    void setLanguage(const QString &code);
    [[nodiscard]] QString language() const { return m_language; }

private:
    QString m_language;
    QTranslator m_program;
    QTranslator m_qt;
    QTranslator m_keychain;
};

} // namespace linterna

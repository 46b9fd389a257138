// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/i18n/languagescope.h"

#include <QLocale>
#include <QObject>
#include <QTranslator>

namespace linterna {

//! Swaps the translators of the program, of Qt and of QtKeychain while running; every view then re-says itself in
//! changeEvent(LanguageChange). Also sets the default QLocale, which is how views know the language shown.
//!
//! The program's own translations are in :/translations/linterna_XX.qm (English holds the plurals only). Those of Qt
//! and QtKeychain are used where they are installed.
class LanguageSwitcher : public QObject
{
    Q_OBJECT
public:
    explicit LanguageSwitcher(QObject *parent = nullptr);
    ~LanguageSwitcher() override;

    //! "en" or "es"; anything else counts as "en".
    void setLanguage(const QString &code);
    //! "en" or "es"; empty before the first choice.
    [[nodiscard]] QString language() const { return m_language; }

private:
    void swap(QTranslator &translator, const QString &file, const QString &folder);

    QString m_language;
    ProgramTranslator m_program;
    QTranslator m_qt;
    QTranslator m_keychain;
};

} // namespace linterna

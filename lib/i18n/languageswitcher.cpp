// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QStandardPaths>

namespace linterna {

LanguageSwitcher::LanguageSwitcher(QObject *parent) : QObject(parent) {}

LanguageSwitcher::~LanguageSwitcher() = default;

void LanguageSwitcher::setLanguage(const QString &code)
{
    const bool spanish = code == QLatin1StringView("es");
    const QString language = spanish ? QStringLiteral("es") : QStringLiteral("en");
    if (language == m_language)
        return;
    m_language = language;
    // Set before the translators: installing one sends LanguageChange, and views ask for the locale then.
    QLocale::setDefault(QLocale(spanish ? QLocale::Spanish : QLocale::English, QLocale::UnitedStates));
    const QString keychain =
        QStandardPaths::locate(QStandardPaths::GenericDataLocation, QStringLiteral("qt6keychain/translations"),
                               QStandardPaths::LocateDirectory);
    swap(m_qt, QStringLiteral("qtbase_") + language, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    swap(m_keychain, QStringLiteral("qtkeychain_") + language, keychain);
    swap(m_program, QStringLiteral("linterna_") + language, QStringLiteral(":/translations"));
}

void LanguageSwitcher::swap(QTranslator &translator, const QString &file, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(file, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/settings/settings.h"

#include "lib/base/enumnames.h"
#include "lib/base/log.h"
#include "lib/base/ownfile.h"
#include "lib/connections/connection.h"
#include "lib/settings/ownfiles.h"
#include "lib/text/characters.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto languageKey = "language"_L1; // its fallback is the system's
constexpr auto statusLanguageKey = "statusLanguage"_L1;
constexpr auto themeKey = "theme"_L1;
constexpr auto connectionKey = "connection"_L1; // its fallback is the first built-in one
constexpr auto personNameKey = "person/name"_L1;
constexpr auto geometryKey = "window/geometry"_L1;
constexpr auto splitterKey = "window/splitter"_L1;
constexpr auto exportFolderKey = "export/folder"_L1;
constexpr auto listKey = "lists/shown"_L1;
constexpr auto denseRowsKey = "lists/dense"_L1;
constexpr auto exportChoicesKey = "export/choices"_L1;
constexpr auto maskedChoice = "masked"_L1; // a word of lib/exchange/exportchoices.h
constexpr auto keepNothingKey = "history/keepNothing"_L1;
constexpr auto retentionKey = "history/retentionMonths"_L1;

constexpr auto statusLanguageNames = enumNames<Settings::StatusLanguage>({
    {Settings::StatusLanguage::AsProgram, "AsProgram"},
    {Settings::StatusLanguage::English, "English"},
    {Settings::StatusLanguage::Spanish, "Spanish"},
    {Settings::StatusLanguage::Both, "Both"},
});

constexpr auto themeNames = enumNames<Settings::Theme>({
    {Settings::Theme::System, "System"},
    {Settings::Theme::Light, "Light"},
    {Settings::Theme::Dark, "Dark"},
});

QString listEntry(const QString &list, QLatin1StringView what)
{
    return u"lists/"_s + list + u'/' + what;
}

bool isKnownLanguage(const QString &code)
{
    return code == "en"_L1 || code == "es"_L1;
}

QString languageOf(const QLocale &locale)
{
    // Not locale.language(): what a person wants to read may differ from how numbers are written.
    const QStringList languages = locale.uiLanguages();
    return !languages.isEmpty() && QLocale(languages.first()).language() == QLocale::Spanish ? u"es"_s : u"en"_s;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent) : Settings(file, QLocale::system(), parent) {}

Settings::Settings(const QString &file, const QLocale &system, QObject *parent)
    : QObject(parent), m_fileName(file),
      m_writer(std::make_unique<OwnThread<std::unique_ptr<QSettings>>>(u"settings"_s)),
      m_systemLanguage(languageOf(system))
{
    m_privacyName = QFileInfo(file).dir().filePath(ownfile::Privacy);
    read();
}

void Settings::read()
{
    const PrivacyFile privacy = PrivacyFile::read(m_privacyName);
    m_choices = privacy.choices;
    m_hasPrivacyFile = privacy.state == PrivacyFile::State::Sound;
    if (privacy.state == PrivacyFile::State::Damaged)
        m_privacyTrouble = privacy.what;
    m_trouble = troubleOfSettings(m_fileName, m_choices.files);
    if (!m_trouble) {
        const QSettings store(m_fileName, QSettings::IniFormat);
        for (const QString &key : store.allKeys())
            m_values.insert(key, store.value(key));
    }
    // Nobody can tell any more what was chosen where neither file says so.
    const bool iniSaysSo = !m_trouble && m_values.contains(keepNothingKey);
    if (!m_hasPrivacyFile && !iniSaysSo && (m_trouble || m_privacyTrouble))
        m_choices.inDoubt = true;
}

FileTroubles Settings::settle(const QDateTime &now)
{
    FileTroubles troubles;
    const auto settleOne = [&](const QString &file, std::optional<FileTrouble::What> &trouble) {
        if (!trouble)
            return;
        const bool stays = *trouble == FileTrouble::What::Gone || *trouble == FileTrouble::What::Unreadable;
        troubles.push_back(stays ? FileTrouble{QFileInfo(file).fileName(), *trouble, {}}
                                 : setOwnFileAside(file, *trouble, now));
        trouble.reset();
    };
    // Only the owner of the folder writes the file, so a lock of QSettings that lies there is nobody's; QSettings would
    // wait half a minute for it.
    QFile::remove(m_fileName + ".lock"_L1);
    settleOne(m_fileName, m_trouble);
    settleOne(m_privacyName, m_privacyTrouble);
    PrivacyChoices choices = m_choices;
    choices.keepNothing = keepNothing();
    if (!m_hasPrivacyFile) // a first start, or the file was lost: what settings.ini says holds in both
        choices.retentionMonths = retentionMonths();
    keep(choices);
    return troubles;
}

void Settings::keep(const PrivacyChoices &choices)
{
    if (!m_writer || (m_hasPrivacyFile && choices == m_choices))
        return;
    m_choices = choices;
    m_hasPrivacyFile = true;
    const auto write = [file = m_privacyName, choices](auto &, auto &) -> Result<Nothing> {
        Result<Nothing> written = PrivacyFile::write(file, choices);
        if (!written)
            qCWarning(lcStorage).noquote() << "choices about privacy were not written:" << written.error().detail;
        return written;
    };
    (void)m_writer->ask<Nothing>({.work = write}, this);
}

QString Settings::language() const
{
    const QString stored = m_values.value(languageKey).toString();
    return isKnownLanguage(stored) ? stored : m_systemLanguage;
}

void Settings::setLanguage(const QString &code)
{
    if (!isKnownLanguage(code))
        return;
    const bool changes = code != language();
    put(languageKey, code); // stored even where it is the system's language today
    if (changes)
        emit languageChanged(code);
}

Settings::StatusLanguage Settings::statusLanguage() const
{
    return statusLanguageNames.value(m_values.value(statusLanguageKey).toString()).value_or(StatusLanguage::AsProgram);
}

void Settings::setStatusLanguage(StatusLanguage language)
{
    if (language == statusLanguage())
        return;
    put(statusLanguageKey, statusLanguageNames.name(language));
    emit statusLanguageChanged();
}

Settings::Theme Settings::theme() const
{
    return themeNames.value(m_values.value(themeKey).toString()).value_or(Theme::System);
}

void Settings::setTheme(Theme theme)
{
    if (theme == this->theme())
        return;
    put(themeKey, themeNames.name(theme));
    emit themeChanged();
}

QString Settings::connection() const
{
    const QString stored = m_values.value(connectionKey).toString();
    return stored.isEmpty() ? builtInConnections().front().name : stored;
}

void Settings::setConnection(const QString &name)
{
    const QString before = connection();
    put(connectionKey, name);
    if (connection() != before)
        emit connectionChanged(connection());
}

QString Settings::personName() const
{
    return oneLine(m_values.value(personNameKey).toString(), LongestPersonName); // it may have been written by hand
}

void Settings::setPersonName(const QString &name)
{
    const QString before = personName();
    put(personNameKey, oneLine(name, LongestPersonName));
    if (personName() != before)
        emit personNameChanged();
}

QByteArray Settings::windowGeometry() const
{
    return m_values.value(geometryKey).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    put(geometryKey, geometry);
}

QByteArray Settings::splitterState() const
{
    return m_values.value(splitterKey).toByteArray();
}

void Settings::setSplitterState(const QByteArray &state)
{
    put(splitterKey, state);
}

QString Settings::exportFolder() const
{
    return m_values.value(exportFolderKey).toString();
}

void Settings::setExportFolder(const QString &folder)
{
    put(exportFolderKey, folder);
}

QString Settings::list() const
{
    return m_values.value(listKey).toString();
}

void Settings::setList(const QString &name)
{
    put(listKey, name);
}

QStringList Settings::listColumns(const QString &list) const
{
    return m_values.value(listEntry(list, "columns"_L1)).toStringList();
}

void Settings::setListColumns(const QString &list, const QStringList &columns)
{
    put(listEntry(list, "columns"_L1), columns);
}

QString Settings::listSort(const QString &list) const
{
    return m_values.value(listEntry(list, "sort"_L1)).toString();
}

void Settings::setListSort(const QString &list, const QString &sort)
{
    put(listEntry(list, "sort"_L1), sort);
}

bool Settings::denseRows() const
{
    return m_values.value(denseRowsKey).toBool();
}

void Settings::setDenseRows(bool dense)
{
    put(denseRowsKey, dense);
}

std::optional<QStringList> Settings::exportChoices() const
{
    if (!m_values.contains(exportChoicesKey))
        return m_choices.maskedExport ? std::optional(QStringList{maskedChoice}) : std::nullopt;
    QStringList words = m_values.value(exportChoicesKey).toString().split(u' ', Qt::SkipEmptyParts);
    if (m_choices.maskedExport && !words.contains(maskedChoice))
        words << maskedChoice;
    return words;
}

void Settings::setExportChoices(const QStringList &words)
{
    PrivacyChoices choices = m_choices;
    choices.maskedExport = words.contains(maskedChoice);
    keep(choices);
    put(exportChoicesKey, words.join(u' '));
}

bool Settings::keepNothing() const
{
    return m_choices.inDoubt || m_choices.keepNothing || m_values.value(keepNothingKey).toString() == "true"_L1;
}

void Settings::setKeepNothing(bool nothing)
{
    PrivacyChoices choices = m_choices;
    choices.keepNothing = nothing;
    choices.inDoubt = false;
    keep(choices);
    put(keepNothingKey, nothing);
    emit keepingChosen();
}

int Settings::monthsInFile() const
{
    bool isNumber = false;
    const int months = m_values.value(retentionKey).toInt(&isNumber);
    return isNumber && months > 0 && months <= LongestRetention ? months : 0;
}

int Settings::retentionMonths() const
{
    const int kept =
        m_choices.retentionMonths > 0 && m_choices.retentionMonths <= LongestRetention ? m_choices.retentionMonths : 0;
    const int inFile = monthsInFile();
    return kept == 0 || inFile == 0 ? std::max(kept, inFile) : std::min(kept, inFile);
}

bool Settings::retentionDisagrees() const
{
    return m_hasPrivacyFile && m_choices.retentionMonths != monthsInFile();
}

void Settings::setLastStart(const QDateTime &now)
{
    PrivacyChoices choices = m_choices;
    choices.lastStart = now;
    keep(choices);
}

void Settings::setKnownFiles(const QStringList &names)
{
    PrivacyChoices choices = m_choices;
    choices.files = names;
    keep(choices);
}

void Settings::setRetentionMonths(int months)
{
    if (months == retentionMonths() && !retentionDisagrees())
        return;
    PrivacyChoices choices = m_choices;
    choices.retentionMonths = months > 0 && months <= LongestRetention ? months : 0;
    keep(choices);
    put(retentionKey, months);
    emit retentionChanged();
}

bool Settings::forget()
{
    m_values.clear();
    m_writer.reset(); // so that nothing is left to be written
    m_choices = {};
    const bool privacyGone = !QFile::exists(m_privacyName) || QFile::remove(m_privacyName);
    return (!QFile::exists(m_fileName) || QFile::remove(m_fileName)) && privacyGone;
}

void Settings::put(const QString &key, const QVariant &value)
{
    if (!m_writer || (m_values.contains(key) && m_values.value(key) == value))
        return;
    m_values.insert(key, value);
    const auto write = [file = m_fileName, key, value](std::unique_ptr<QSettings> &store, auto &) -> Result<Nothing> {
        if (!store) { // made on this thread, so that QSettings writes to disk here, when it is idle
            // Qt would make a file that others can read, and keeps the permissions of one that is there.
            constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
            if (QFile made(file); !made.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
                QFile::setPermissions(file, ownerOnly);
            store = std::make_unique<QSettings>(file, QSettings::IniFormat);
        }
        store->setValue(key, value);
        return Nothing();
    };
    (void)m_writer->ask<Nothing>({.work = write}, this);
}

} // namespace linterna

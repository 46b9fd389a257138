// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/filetrouble.h"
#include "lib/base/ownthread.h"
#include "lib/settings/privacyfile.h"

#include <QByteArray>
#include <QHash>
#include <QLocale>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

#include <optional>

namespace linterna {

//! Everything that is remembered between runs and is not secret and not a record: one typed table, in settings.ini in
//! the data directory (readable by its owner alone). A value that is not known, from a newer version or a slip of the
//! hand, counts as not set; setting a language that is not known changes nothing. Signals come only on a change.
//! The file is read once, by whoever makes this, and written on a thread of its own: each writing waits for the disk.
//!
//! Choices about privacy are kept in a second file too (lib/settings/privacyfile.h). Where one of the two is damaged, gone
//! or says something else, the stricter word counts; where neither can be read, nothing is kept until the person
//! chooses.
class Settings : public QObject
{
    Q_OBJECT
public:
    //! In which language the status text is shown: a choice of its own.
    enum class StatusLanguage { AsProgram, English, Spanish, Both };
    enum class Theme { System, Light, Dark };

    explicit Settings(const QString &file, QObject *parent = nullptr);
    //! `system` speaks the language that holds until one is chosen: Spanish gives "es", any other "en".
    Settings(const QString &file, const QLocale &system, QObject *parent = nullptr);

    //! "en" or "es"; the system's language until one is chosen.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &code);
    [[nodiscard]] StatusLanguage statusLanguage() const;
    void setStatusLanguage(StatusLanguage language);
    [[nodiscard]] Theme theme() const;
    void setTheme(Theme theme);
    //! Name of the connection in use; the first built-in one until chosen. An empty name chooses that again.
    [[nodiscard]] QString connection() const;
    void setConnection(const QString &name);
    //! Name of the person, which stands beside what they check and write. Empty until one is chosen: then it is the one
    //! that the system has (lib/platform/user.h). One line of at most LongestPersonName characters.
    [[nodiscard]] QString personName() const;
    void setPersonName(const QString &name);
    static constexpr int LongestPersonName = 200;
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    [[nodiscard]] QByteArray splitterState() const;
    void setSplitterState(const QByteArray &state);
    //! Folder of the last export; empty before the first.
    [[nodiscard]] QString exportFolder() const;
    void setExportFolder(const QString &folder);
    //! What the lists of the record look like, by the list's name ("cases", "checks"): which one was shown last, its
    //! columns and its order, in words of the views. Empty until chosen. What was searched for is not kept.
    [[nodiscard]] QString list() const;
    void setList(const QString &name);
    [[nodiscard]] QStringList listColumns(const QString &list) const;
    void setListColumns(const QString &list, const QStringList &columns);
    [[nodiscard]] QString listSort(const QString &list) const;
    void setListSort(const QString &list, const QString &sort);
    [[nodiscard]] bool denseRows() const;
    void setDenseRows(bool dense);
    //! What was chosen for the last export (lib/exchange/exportchoices.h, and "fixed-names"); empty before the first.
    [[nodiscard]] std::optional<QStringList> exportChoices() const;
    void setExportChoices(const QStringList &words);
    //! For the owner of the folder, before anything else is opened: sets damaged files aside under names that are told,
    //! and takes care that what is known about privacy stays known. `now` is UTC.
    [[nodiscard]] FileTroubles settle(const QDateTime &now);
    //! Whether the person wants no history on this computer's disk, or it is in doubt whether they do.
    [[nodiscard]] bool keepNothing() const;
    //! Whether both files are lost, so that nobody knows what was chosen.
    [[nodiscard]] bool isPrivacyInDoubt() const { return m_choices.inDoubt; }
    void setKeepNothing(bool nothing);
    //! Months after which checks are deleted; 0: none is.
    [[nodiscard]] int retentionMonths() const;
    void setRetentionMonths(int months);
    static constexpr int LongestRetention = 600;
    //! Whether the two files that keep the months say different numbers; the shorter time is then given.
    [[nodiscard]] bool retentionDisagrees() const;
    //! The last start at which the clock was in no doubt.
    [[nodiscard]] const std::optional<QDateTime> &lastStart() const { return m_choices.lastStart; }
    void setLastStart(const QDateTime &now);
    //! Remembers which of this program's files are there (lib/settings/ownfiles.h).
    [[nodiscard]] const QStringList &knownFiles() const { return m_choices.files; }
    void setKnownFiles(const QStringList &names);

    //! Removes the file, for good: nothing is remembered after that. False where the file could not be removed.
    [[nodiscard]] bool forget();

signals:
    void languageChanged(const QString &code);
    void statusLanguageChanged();
    void themeChanged();
    void connectionChanged(const QString &name);
    void personNameChanged();
    void retentionChanged();
    //! The person chose whether a history is kept.
    void keepingChosen();

private:
    void read();
    void put(const QString &key, const QVariant &value);
    //! Writes the privacy file, if the choices differ from what it holds.
    void keep(const PrivacyChoices &choices);
    [[nodiscard]] int monthsInFile() const;

    QString m_fileName;
    QString m_privacyName;
    PrivacyChoices m_choices;
    //! What was wrong with settings.ini, and with the privacy file, when they were read.
    std::optional<FileTrouble::What> m_trouble;
    std::optional<FileTrouble::What> m_privacyTrouble;
    bool m_hasPrivacyFile = false;
    QHash<QString, QVariant> m_values;
    //! Made when something is written for the first time. Null once all is forgotten.
    std::unique_ptr<OwnThread<std::unique_ptr<QSettings>>> m_writer;
    QString m_systemLanguage;
};

} // namespace linterna

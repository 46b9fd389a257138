// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/backup/recordrestore.h"
#include "lib/base/clock.h"

#include <QPointer>

namespace linterna {

class ProgressLine;
class Question;
class Settings;
class TextLabel;

//! Why a backup could not be made or restored, in one or two sentences for the person.
[[nodiscard]] QString backupProblemSentence(const BackupProblem &problem, const QString &file);

//! Makes and restores backups: asks for file and passphrase, shows progress, and says how it went, in front of
//! `window`.
class BackupController : public QObject
{
    Q_OBJECT
public:
    //! `cost`: what deriving a key from a backup's passphrase costs.
    BackupController(RecordFile &record, Settings &settings, const Clock &clock, QWidget *window,
                     const PassphraseCost &cost = {});

    void askBackup();
    void askRestore();
    void backUp(const QString &file, const Secret &passphrase);
    void restore(const QString &file, const Secret &passphrase);

private:
    void askPassphrase(const QString &file, bool again);
    void chooseTarget(const Secret &passphrase);
    void wait(const QString &heading, const QString &text, Job *job);
    void showProgress(const BackupProgress &progress);
    void endWaiting();
    void askReplace(RecordRestore *restoration, const BackupFacts &backup);
    void tellBackup(const QString &file, const Result<BackupDone> &done);
    void tellRestore(const QString &file, const Result<RestoreDone> &done);
    void say(const QString &heading, const QString &text);

    RecordFile &m_record;
    Settings &m_settings;
    const Clock &m_clock;
    QWidget *m_window;
    PassphraseCost m_cost;
    QPointer<Question> m_waiting;
    QPointer<TextLabel> m_words;
    QPointer<ProgressLine> m_line;
};

} // namespace linterna

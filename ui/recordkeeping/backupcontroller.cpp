// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/backupcontroller.h"

#include "lib/settings/settings.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/style/typography.h"
#include "ui/widgets/filequestion.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/question.h"
#include "ui/words/dates.h"
#include "ui/words/errortext.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using Phase = BackupProgress::Phase;

namespace {

QString phaseWords(Phase phase)
{
    switch (phase) {
    case Phase::Copying:
        return BackupController::tr("Copying the history");
    case Phase::Sealing:
        return BackupController::tr("Encrypting the copy");
    case Phase::Verifying:
        return BackupController::tr("Reading the backup back and comparing");
    case Phase::Reading:
        return BackupController::tr("Reading the backup");
    case Phase::Checking:
        return BackupController::tr("Checking what was read");
    case Phase::Replacing:
        return BackupController::tr("Putting it in place");
    }
    Q_UNREACHABLE();
}

QString sealedProblemSentence(SealedProblem problem, const QString &file)
{
    switch (problem) {
    case SealedProblem::NotSealed:
        return BackupController::tr("%1 is no backup of Linterna.").arg(file);
    case SealedProblem::Newer:
        return BackupController::tr("%1 was written by a newer version of Linterna. Update this one first.").arg(file);
    case SealedProblem::CutShort:
        return BackupController::tr("The end of %1 is missing. Copy it again from where it was made.").arg(file);
    case SealedProblem::Damaged:
    case SealedProblem::TooCostly:
        return BackupController::tr("%1 is damaged: something in it was changed. Copy it again from where it was made.")
            .arg(file);
    case SealedProblem::WrongPassphrase:
        return BackupController::tr("This is not the passphrase of %1.").arg(file);
    }
    Q_UNREACHABLE();
}

//! Local time at which a backup was made, with the month as a word, so that it cannot be mistaken for the day.
QString madeText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    return BackupController::tr("%1 at %2", "a day, a time").arg(dateText(local.date()), timeText(local.time()));
}

QString filter()
{
    return BackupController::tr("Backups of Linterna (*.linterna-backup)");
}

} // namespace

QString backupProblemSentence(const BackupProblem &problem, const QString &file)
{
    switch (problem.kind) {
    case BackupProblem::Kind::Sealed:
        return sealedProblemSentence(problem.sealed, file);
    case BackupProblem::Kind::NewerRecord:
        return BackupController::tr(
                   "The history in %1 was written by a newer version of Linterna. Update this one first.")
            .arg(file);
    case BackupProblem::Kind::BadRecord:
        return BackupController::tr("What is in %1 is no history of Linterna, or was damaged before it was backed up.")
            .arg(file);
    }
    Q_UNREACHABLE();
}

BackupController::BackupController(RecordFile &record, Settings &settings, const Clock &clock, QWidget *window,
                                   const PassphraseCost &cost)
    : QObject(window), m_record(record), m_settings(settings), m_clock(clock), m_window(window), m_cost(cost)
{}

void BackupController::askBackup()
{
    auto *dialog = new PassphraseDialog(PassphraseDialog::Purpose::Backup, m_window);
    connect(dialog, &PassphraseDialog::submitted, this, [this, dialog](const Secret &, const Secret &fresh) {
        dialog->accept();
        chooseTarget(fresh);
    });
    dialog->open();
}

void BackupController::chooseTarget(const Secret &passphrase)
{
    const QString name = tr("linterna-%1").arg(fileDateText(m_clock.now())) + u".linterna-backup"_s;
    askToSave({.title = tr("Back up"), .filter = filter(), .name = name, .folder = m_settings.exportFolder()}, m_window,
              this, [this, passphrase](const QString &file) { backUp(file, passphrase); });
}

void BackupController::backUp(const QString &file, const Secret &passphrase)
{
    if (promisesOtherFormat(file, FileFormat::Backup)) {
        say(tr("Nothing was backed up"), otherFormatText(file, FileFormat::Backup));
        return;
    }
    auto *job = new RecordBackup(m_record, m_clock, file, passphrase, m_cost, this);
    wait(tr("Backing up the history"), tr("An older backup of that name stays until the new one is read back."), job);
    connect(job, &RecordBackup::progressed, this, &BackupController::showProgress);
    job->onFinished(this, [this, file](const Result<BackupDone> &done) {
        endWaiting();
        tellBackup(QDir::toNativeSeparators(file), done);
    });
}

void BackupController::askRestore()
{
    askToOpen({.title = tr("Restore a backup"), .filter = filter() + u";;"_s + tr("All files (*)")}, m_window, this,
              [this](const QString &file) { askPassphrase(file, false); });
}

void BackupController::askPassphrase(const QString &file, bool again)
{
    auto *dialog = new PassphraseDialog(PassphraseDialog::Purpose::Restore, m_window);
    connect(dialog, &PassphraseDialog::submitted, this, [this, dialog, file](const Secret &present, const Secret &) {
        dialog->accept();
        restore(file, present);
    });
    dialog->open();
    if (again)
        dialog->sayWrong();
}

void BackupController::restore(const QString &file, const Secret &passphrase)
{
    auto *job = new RecordRestore(m_record, file, passphrase, RecordRestore::Occupied::Ask, this);
    wait(tr("Restoring a backup"), tr("All of it is read and checked before anything is changed."), job);
    connect(job, &RecordRestore::progressed, this, &BackupController::showProgress);
    connect(job, &RecordRestore::occupied, this, [this, job](const BackupFacts &backup) { askReplace(job, backup); });
    job->onFinished(this, [this, job, file](const Result<RestoreDone> &done) {
        endWaiting();
        const auto problem = job->problem();
        const QString shown = QDir::toNativeSeparators(file);
        if (problem && problem->kind == BackupProblem::Kind::Sealed
            && problem->sealed == SealedProblem::WrongPassphrase)
            askPassphrase(file, true);
        else if (problem)
            say(tr("Nothing was restored"), backupProblemSentence(*problem, shown));
        else
            tellRestore(shown, done);
    });
}

void BackupController::wait(const QString &heading, const QString &text, Job *job)
{
    m_waiting = new Question(heading, text, m_window);
    m_words = new TextLabel;
    m_line = new ProgressLine;
    m_line->setAccessibleName(heading);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_words);
    layout->addWidget(m_line);
    m_words->setText(phaseWords(Phase::Copying));
    m_waiting->addContent(content);
    m_waiting->addStop(tr("Stop"));
    connect(m_waiting, &QDialog::finished, job, &Job::cancel);
    m_waiting->open();
}

void BackupController::showProgress(const BackupProgress &progress)
{
    if (!m_waiting)
        return;
    m_words->setText(phaseWords(progress.phase));
    m_line->setProgress(progress.done, progress.total);
}

void BackupController::endWaiting()
{
    if (!m_waiting)
        return;
    m_waiting->disconnect(); // closing it must not stop anything any more
    m_waiting->close();
}

void BackupController::askReplace(RecordRestore *restoration, const BackupFacts &backup)
{
    endWaiting();
    auto *question = new Question(
        tr("Replace the history on this computer?"),
        tr("The backup of %1 is sound and holds %Ln check(s). There is a history on this computer already. It would be kept in a "
           "file of its own and no longer be shown.",
           nullptr, int(backup.checks))
            .arg(madeText(backup.made)),
        m_window);
    question->addChoice(tr("Keep the history"));
    question->addChoice(tr("Replace it"), [restoration = QPointer(restoration)] {
        if (restoration)
            restoration->replaceOther();
    });
    // However the question closes, restoration ends unless "Replace it" was chosen; queued, so that its choice runs
    // first.
    connect(question, &QDialog::finished, restoration, [restoration = QPointer(restoration)] {
        QMetaObject::invokeMethod(
            restoration, [restoration] { restoration->cancel(); }, Qt::QueuedConnection);
    });
    question->open();
}

void BackupController::tellBackup(const QString &file, const Result<BackupDone> &done)
{
    const QString nothing = tr("Nothing was backed up");
    if (done) {
        m_settings.setExportFolder(QFileInfo(file).absolutePath());
        say(tr("The backup is made"),
            tr("%Ln check(s) are in %1 (%2), read back and verified. Without the passphrase nobody can open it.",
               nullptr, int(done->checks))
                .arg(file, QLocale().formattedDataSize(done->bytes, 1, QLocale::DataSizeTraditionalFormat)));
    } else if (done.error().code == ErrorCode::Cancelled) {
        say(nothing, tr("Stopped. Nothing was changed."));
    } else if (done.error().code == ErrorCode::NotConfigured) {
        say(nothing,
            tr("The history is kept until the program ends, so that there is none on this computer to back up. Choose "
               "File, How the history is kept first."));
    } else {
        say(nothing, tr("Choose another place. (%1)").arg(done.error().detail));
    }
}

void BackupController::tellRestore(const QString &file, const Result<RestoreDone> &done)
{
    const QString nothing = tr("Nothing was restored");
    if (done) {
        QStringList said{tr("%Ln check(s) were restored from %1, as they were on %2.", nullptr, int(done->checks))
                             .arg(file, madeText(done->made))};
        if (!done->keptAs.isEmpty())
            said << tr("The history that was here is kept as %1.").arg(QDir::toNativeSeparators(done->keptAs));
        say(tr("The history is restored"), said.join(u' '));
    } else if (done.error().code == ErrorCode::Cancelled) {
        say(nothing, tr("Stopped. Nothing was changed."));
    } else if (done.error().code == ErrorCode::NotConfigured) {
        say(nothing,
            tr("On this computer the history is kept until the program ends. Choose File, How the history is kept first, "
               "and restore the backup then."));
    } else {
        say(nothing, tr("Nothing was changed. (%1)").arg(done.error().detail));
    }
}

void BackupController::say(const QString &heading, const QString &text)
{
    Question::tell(heading, text, m_window);
}

} // namespace linterna

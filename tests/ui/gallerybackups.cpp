// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/gallerybackups.h"

#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "lib/settings/settings.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordgate.h"
#include "tests/ui/samples.h"
#include "ui/connections/secretentry.h"
#include "ui/exchange/importhistory.h"
#include "ui/recordkeeping/backupcontroller.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/widgets/question.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QLineEdit>
#include <QTemporaryDir>

#include <functional>
#include <map>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using namespace test;

namespace {

using Purpose = PassphraseDialog::Purpose;

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};

Secret passphrase()
{
    return Secret::copyOf("lantern in the window");
}

//! A record in a folder of its own, and what a person does with it.
class Desk : public QObject
{
public:
    explicit Desk(QWidget *window, int checks = 0)
        : QObject(window), m_settings(at(u"settings.ini"_s)),
          m_backups(new BackupController(m_history.file(), m_settings, m_clock, window, cheap)),
          m_imports(new ImportHistory(m_history, this))
    {
        (void)resultOf(m_history.file().open(
            {at(u"history.db"_s), Secret::copyOf("0123456789abcdef0123456789abcdef"), RecordRole::Owner}));
        for (int i = 0; i < checks; ++i)
            (void)resultOf(m_history.record(goodOutcome(caseStatus(receiptOf(u"EAC999910%1"_s.arg(3402 + i))))));
    }
    ~Desk() override
    {
        m_gate->open.release();
        delete m_backups; // before the store that it uses
    }
    Q_DISABLE_COPY_MOVE(Desk)

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    //! What is asked of the record from here on waits.
    void hold()
    {
        m_history.visit(m_gate)->onFinished(this, [](const auto &) {});
    }
    void closeForThisRun()
    {
        (void)resultOf(m_history.file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")}));
    }
    LocalRecord &history() { return m_history; }
    BackupController &backups() { return *m_backups; }
    ImportHistory &imports() { return *m_imports; }

private:
    QTemporaryDir m_folder;
    FakeClock m_clock;
    LocalRecord m_history{m_clock};
    std::shared_ptr<RecordGate> m_gate = std::make_shared<RecordGate>();
    Settings m_settings;
    BackupController *m_backups;
    ImportHistory *m_imports;
};

//! Until the dialog is there which the state is about.
void await(QWidget *window, const QString &heading)
{
    const QDeadlineTimer end(30'000);
    while (!end.hasExpired()) {
        for (const QDialog *dialog : window->findChildren<QDialog *>()) {
            if (dialog->isVisible() && dialog->windowTitle() == heading)
                return;
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

void ask(QWidget *window, Purpose purpose, const QStringList &texts)
{
    auto *dialog = new PassphraseDialog(purpose, window);
    const auto entries = dialog->findChildren<SecretEntry *>();
    for (qsizetype i = 0; i < texts.size(); ++i)
        entries[i]->entry()->setText(texts[i]);
    dialog->open();
}

QString backupOf(QWidget *window, Desk &desk)
{
    const QString file = desk.at(u"office-2026-11-22.linterna-backup"_s);
    desk.backups().backUp(file, passphrase());
    await(window, BackupController::tr("The backup is made"));
    for (QDialog *dialog : window->findChildren<QDialog *>())
        dialog->close();
    return file;
}

QString fileIn(const Desk &desk, const QString &name, const QByteArray &bytes)
{
    QFile file(desk.at(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(bytes);
    return file.fileName();
}

void importInto(QWidget *window, Desk &desk, const QString &file, const QString &heading)
{
    desk.imports().importFile(file, window);
    await(window, heading);
}

void makeBackup(QWidget *window, const QString &state)
{
    auto *desk = new Desk(window, 3);
    if (state == u"backup-in-memory"_s)
        desk->closeForThisRun();
    if (state == u"backup-running"_s)
        desk->hold();
    desk->backups().backUp(desk->at(state == u"backup-failed"_s ? u"no/such/folder/office.linterna-backup"_s
                                                                : u"office-2026-11-22.linterna-backup"_s),
                           passphrase());
    await(window,
          state == u"backup-running"_s    ? BackupController::tr("Backing up the history")
              : state == u"backup-made"_s ? BackupController::tr("The backup is made")
                                          : BackupController::tr("Nothing was backed up"));
}

void restoreBackup(QWidget *window, const QString &state)
{
    const QString nothing = BackupController::tr("Nothing was restored");
    auto *desk = new Desk(window, 3);
    if (state == u"restore-no-backup"_s) {
        desk->backups().restore(fileIn(*desk, u"letter.txt"_s, "Dear Sir or Madam"), passphrase());
        return await(window, nothing);
    }
    const QString file = backupOf(window, *desk);
    if (state == u"restore-wrong"_s) {
        desk->backups().restore(file, Secret::copyOf("no such lantern"));
        return await(window, PassphraseDialog::tr("Passphrase of the backup"));
    }
    if (state == u"restore-replace"_s) {
        desk->backups().restore(file, passphrase());
        return await(window, BackupController::tr("Replace the history on this computer?"));
    }
    if (state == u"restore-cut-short"_s) {
        QFile cut(file);
        cut.resize(cut.size() / 2);
        desk->backups().restore(file, passphrase());
        return await(window, nothing);
    }
    auto *other = new Desk(window);
    other->backups().restore(file, passphrase());
    await(window, BackupController::tr("The history is restored"));
}

void takeIn(QWidget *window, const QString &state)
{
    const QString nothing = ImportHistory::tr("Nothing was imported");
    auto *desk = new Desk(window, 3);
    const QString file = desk->at(u"linterna-history-2026-11-22.jsonl"_s);
    (void)resultOf(exportRecord(desk->history(), file,
                                {.format = ExportOptions::Format::JsonLines, .kind = ExportOptions::Kind::Complete}));
    auto *empty = new Desk(window);
    if (state == u"import-running"_s) {
        empty->hold();
        importInto(window, *empty, file, ImportHistory::tr("Importing checks"));
    } else if (state == u"import-known"_s) {
        importInto(window, *desk, file, ImportHistory::tr("Nothing new"));
    } else if (state == u"import-other"_s) {
        importInto(window, *empty, fileIn(*empty, u"clients.csv"_s, "name,telephone\nAna,1\n"), nothing);
    } else {
        importInto(window, *empty, file, ImportHistory::tr("The checks are here"));
    }
}

//! An import with everything that there can be to say.
void reportDifferences(QWidget *window, const QString &)
{
    auto *desk = new Desk(window);
    const auto source = RecordImport::of(fileIn(*desk, u"desk.jsonl"_s, "{}\n"));
    const ImportReport report{
        .checks = 1214, .events = 1300, .known = 87, .differing = 1, .conflicts = 3, .deletions = 1};
    ImportHistory::newReport(importOutcomeText(*source, u"/home/ana/linterna-history-2026-11-22.jsonl"_s, report),
                             report, {}, window)
        ->open();
}

void reportAltered(QWidget *window, const QString &)
{
    const Result<ImportReport> refused = Error{.code = ErrorCode::Invalid};
    const QString why = importProblemSentence({.kind = ImportProblem::Kind::Altered, .row = 417},
                                              u"/home/ana/linterna-history-2026-11-22.jsonl"_s);
    ImportHistory::newReport(why, refused, {}, window)->open();
}

void review(QWidget *window, const Differences &differences)
{
    (new DifferencesDialog(differences, samples::now(), window))->open();
}

using Arrange = std::function<void(QWidget *, const QString &)>;

const std::map<QString, Arrange> &states()
{
    static const QString words = u"lantern in the window"_s;
    static const std::map<QString, Arrange> all{
        {u"backup"_s, [](QWidget *window, const QString &) { ask(window, Purpose::Backup, {}); }},
        {u"backup-typed"_s,
         [](QWidget *window, const QString &) {
             ask(window, Purpose::Backup, {words, words});
         }},
        {u"backup-running"_s, makeBackup},
        {u"backup-made"_s, makeBackup},
        {u"backup-failed"_s, makeBackup},
        {u"backup-in-memory"_s, makeBackup},
        {u"restore"_s, [](QWidget *window, const QString &) { ask(window, Purpose::Restore, {}); }},
        {u"restore-wrong"_s, restoreBackup},
        {u"restore-replace"_s, restoreBackup},
        {u"restore-no-backup"_s, restoreBackup},
        {u"restore-cut-short"_s, restoreBackup},
        {u"restored"_s, restoreBackup},
        {u"import-running"_s, takeIn},
        {u"import-known"_s, takeIn},
        {u"import-differences"_s, reportDifferences},
        {u"import-altered"_s, reportAltered},
        {u"differences"_s, [](QWidget *window, const QString &) { review(window, samples::differences()); }},
        {u"differences-name"_s,
         [](QWidget *window, const QString &) {
             review(window,
                    {.conflicts = {samples::clientConflict()},
                     .clients = {{samples::clientConflict().receipt, u"García, María"_s}}});
         }},
        {u"differences-note"_s,
         [](QWidget *window, const QString &) {
             review(window,
                    {.conflicts = {samples::noteConflict()},
                     .clients = {{samples::noteConflict().receipt, u"García, María"_s}}});
         }},
        {u"differences-deletion"_s,
         [](QWidget *window, const QString &) { review(window, {.deletions = {samples::foreignDeletion()}}); }},
        {u"import-other"_s, takeIn},
        {u"imported"_s, takeIn},
    };
    return all;
}

} // namespace

QStringList backupStates()
{
    QStringList names;
    for (const auto &[name, arrange] : states())
        names += name;
    return names;
}

void showBackup(QWidget *window, const QString &state)
{
    states().at(state)(window, state);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrecord.h"

#include "app/headless.h"
#include "app/headlesstools.h"
#include "lib/backup/recordrestore.h"
#include "lib/base/writetarget.h"
#include "lib/crypto/keyfile.h"
#include "lib/exchange/recordexport.h"
#include "ui/exchange/importhistory.h"
#include "ui/words/errortext.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <chrono>
#include <cstdio>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

ExportOptions exportOptions(const CommandLine &line)
{
    ExportOptions options{.masked = line.masked};
    options.mayStream = true;
    if (isJsonLinesName(line.argument))
        options.format = ExportOptions::Format::JsonLines;
    if (line.complete)
        options.kind = ExportOptions::Kind::Complete;
    if (line.cases)
        options.scope.what = VisitScope::What::Cases;
    return options;
}

QString recordTrouble(const Error &error)
{
    const bool keychainsFault = error.code == ErrorCode::KeychainAbsent || error.code == ErrorCode::KeychainLocked
        || error.code == ErrorCode::KeychainDenied;
    if (error.code == ErrorCode::StorageBusy)
        return u"another program holds the history; try again when it has finished. Nothing was changed"_s;
    return u"the history cannot be opened: %1"_s.arg(keychainsFault ? keychainTrouble(error) : error.detail);
}

Secret readPassphrase(const QString &what)
{
    QByteArray typed = readSecretLine(what);
    Secret passphrase = passphraseFromText(QString::fromUtf8(typed));
    wipe(typed);
    return passphrase;
}

//! The key of a record that has a passphrase, which is asked for; empty where it has none.
Result<Secret> keyUnderPassphrase(const Session &session)
{
    const QString keyFile = recordKeyFile(session.paths().record());
    if (!QFile::exists(keyFile))
        return Secret();
    Result<Secret> key = resultOf(readKeyFile(keyFile, readPassphrase(u"Passphrase of the history"_s), qApp));
    if (key && key->isEmpty())
        return Error{.code = ErrorCode::Invalid,
                     .detail = u"it has a passphrase, and what came from standard input is another one"_s};
    return key;
}

//! Opens the record with this key, or with the one in the keyring where this is empty.
Result<Nothing> open(Session &session, const Secret &key)
{
    const QString record = session.paths().record();
    RecordFile &file = session.history().file();
    const Result<OpenedRecord> opened =
        resultOf(key.isEmpty() ? openRecord(file, session.secrets(), record, session.role())
                               : openRecordWithKey(file, record, key, session.role()));
    if (!opened)
        return opened.error();
    if (opened->isForThisRunOnly())
        return opened->why.value_or(Error{.code = ErrorCode::Storage});
    return Nothing{};
}

int exportToFile(const CommandLine &line, LocalRecord &history)
{
    ExportOptions options = exportOptions(line);
    const auto rows = [&] {
        const TerminalProgress progress;
        options.scope.progress = [&progress](qint64 done, qint64 total) { progress.say(done, total); };
        return resultOf(exportRecord(history, line.argument, options));
    }();
    if (!rows)
        return complain(ExitFailed, rows.error().detail);
    const QString done = u"%1 %2 written to %3"_s.arg(*rows).arg(line.cases ? u"cases"_s : u"checks"_s, line.argument);
    // Nothing may follow the rows in a stream, so the message goes to standard error.
    if (writeTarget(line.argument).kind == WriteTarget::Kind::Stream)
        std::fprintf(stderr, "%s\n", qUtf8Printable(done));
    else
        say(done);
    return ExitDone;
}

int backUp(const CommandLine &line, LocalRecord &history, const Clock &clock)
{
    const Secret passphrase = readPassphrase(u"Passphrase for the backup"_s);
    if (QString::fromUtf8(passphrase.view()).size() < ShortestPassphrase)
        return complain(
            ExitBadArguments,
            u"--backup takes a passphrase of at least %1 characters from standard input"_s.arg(ShortestPassphrase));
    const Result<BackupDone> done =
        resultOf<BackupDone>(new RecordBackup(history.file(), clock, line.argument, passphrase, {}, qApp));
    if (!done)
        return complain(ExitFailed, done.error().detail);
    say(u"%1 checks backed up to %2 (%3 bytes), read back and verified"_s.arg(
        QString::number(done->checks), line.argument, QString::number(done->bytes)));
    return ExitDone;
}

int restore(const CommandLine &line, LocalRecord &history)
{
    const Secret passphrase = readPassphrase(u"Passphrase of the backup"_s);
    const auto rule = line.replace ? RecordRestore::Occupied::KeepOther : RecordRestore::Occupied::Refuse;
    const Result<RestoreDone> done =
        resultOf<RestoreDone>(new RecordRestore(history.file(), line.argument, passphrase, rule, qApp));
    if (!done && done.error().code == ErrorCode::Invalid)
        return complain(
            ExitBadArguments,
            u"there is a history already; with --replace it is kept beside under a new name. Nothing was changed"_s);
    if (!done)
        return complain(ExitFailed, u"nothing was restored: "_s + done.error().detail);
    say(u"%1 checks restored from the backup of %2"_s.arg(done->checks).arg(done->made.toString(Qt::ISODate)));
    if (!done->keptAs.isEmpty())
        say(u"The history that was there is kept as %1"_s.arg(done->keptAs));
    return ExitDone;
}

struct HeadlessTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::HeadlessRecord)
};

QString whyNotOpened(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Invalid:
        return HeadlessTexts::tr("The history has a passphrase, and what came from standard input is another one.");
    case ErrorCode::KeychainAbsent:
        return HeadlessTexts::tr(
            "This computer has no keyring. In the window, choose File, How the history is kept first.");
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
        return errorLine(error);
    default:
        return recordProblemText(error);
    }
}

//! Calls `ask` until no other program holds the record any more, and says that it waits.
template<class T>
Result<T> onceFree(const std::function<Result<T>()> &ask)
{
    constexpr unsigned long pause = 500; // ms, beyond the time for which the record itself waits
    bool said = false;
    while (true) {
        Result<T> result = ask();
        if (result || result.error().code != ErrorCode::StorageBusy)
            return result;
        if (!std::exchange(said, true))
            complain(ExitDone,
                     HeadlessTexts::tr("Another program holds the history. The import goes on when that lets it go."));
        QThread::msleep(pause);
    }
}

Result<ImportReport> takeIn(LocalRecord &history, const std::shared_ptr<RecordImport> &source)
{
    constexpr auto pace = std::chrono::milliseconds(250);
    const TerminalProgress progress;
    QTimer timer;
    timer.callOnTimeout([&] { progress.say(ImportHistory::tr("%Ln check(s) read", nullptr, int(source->given()))); });
    timer.start(pace);
    return resultOf(history.importAll(source));
}

//! Why nothing can be taken from this file; empty where its first check can be read.
QString importProblem(const QString &file)
{
    if (const QFileInfo info(file); info.exists() && !info.isFile()) // a pipe could be read only once
        return importProblemSentence({.what = HeadlessTexts::tr("it is not a file")}, file);
    const auto source = RecordImport::of(file);
    const auto first = source->next();
    return first ? QString() : importProblemSentence(source->problem().value_or(ImportProblem()), file);
}

int importFile(Session &session)
{
    const QString &file = session.line().argument;
    session.languages().setLanguage(session.language());
    const auto refuse = [](int exitCode, const QString &why) {
        return complain(exitCode, ImportHistory::tr("Nothing was imported") + u": "_s + why);
    };
    if (session.settings().keepNothing() && !session.line().practice)
        return refuse(
            ExitFailed,
            HeadlessTexts::tr("It was chosen that nothing is kept on this computer. In the window, choose File, "
                              "How the history is kept first."));
    if (const QString problem = importProblem(file); !problem.isEmpty()) // before a history is made for it
        return refuse(ExitBadArguments, problem);
    const Result<Secret> key = keyUnderPassphrase(session);
    if (!key)
        return refuse(ExitFailed, whyNotOpened(key.error()));
    session.paths().make();
    const Result<Nothing> opened = onceFree<Nothing>([&] { return open(session, *key); });
    if (!opened)
        return refuse(ExitFailed, whyNotOpened(opened.error()));
    std::shared_ptr<RecordImport> source;
    const Result<ImportReport> taken = onceFree<ImportReport>([&] {
        source = RecordImport::of(file);
        return takeIn(session.history(), source);
    });
    const QString outcome = importOutcomeText(*source, file, taken);
    if (!taken)
        return refuse(taken.error().code == ErrorCode::Invalid ? ExitBadArguments : ExitFailed, outcome);
    say(outcome);
    if (hasDifferences(*taken))
        say(HeadlessTexts::tr("Choose in the window, with File, Review differences."));
    return ExitDone;
}

} // namespace

int runWithRecord(Session &session)
{
    const CommandLine &line = session.line();
    (void)resultOf(session.namePerson());
    if (line.action == CommandLine::Action::ImportHistory)
        return importFile(session);
    const bool restores = line.action == CommandLine::Action::Restore;
    if (!restores && !QFile::exists(session.paths().record()))
        return complain(ExitBadArguments, u"there is no history in %1"_s.arg(line.dataDir));
    const Result<Secret> key = keyUnderPassphrase(session);
    const Result<Nothing> opened = key ? open(session, *key) : Result<Nothing>(key.error());
    if (!opened)
        return complain(ExitFailed, recordTrouble(opened.error()));
    switch (line.action) {
    case CommandLine::Action::Backup:
        return backUp(line, session.history(), session.clock());
    case CommandLine::Action::Restore:
        return restore(line, session.history());
    default:
        return exportToFile(line, session.history());
    }
}

} // namespace linterna

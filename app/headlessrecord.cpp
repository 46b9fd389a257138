// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headlessrecord.h"

#include "app/headless.h"
#include "app/headlesstools.h"
#include "lib/backup/recordrestore.h"
#include "lib/base/writetarget.h"
#include "lib/crypto/keyfile.h"
#include "lib/exchange/recordexport.h"

#include <QFile>

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

//! Opens the record; asks for the passphrase where it has one.
Result<OpenedRecord> open(Session &session)
{
    const QString record = session.paths().record();
    const QString keyFile = recordKeyFile(record);
    if (!QFile::exists(keyFile))
        return resultOf(openRecord(session.history().file(), session.secrets(), record, session.role()));
    QByteArray typed = readSecretLine(u"Passphrase of the history"_s);
    const Secret passphrase = passphraseFromText(QString::fromUtf8(typed));
    wipe(typed);
    const Result<Secret> key = resultOf(readKeyFile(keyFile, passphrase, qApp));
    if (!key)
        return key.error();
    if (key->isEmpty())
        return Error{.code = ErrorCode::Invalid,
                     .detail = u"it has a passphrase, and what came from standard input is another one"_s};
    return resultOf(openRecordWithKey(session.history().file(), record, *key, session.role()));
}

Secret readPassphrase(const QString &what)
{
    QByteArray typed = readSecretLine(what);
    Secret passphrase = passphraseFromText(QString::fromUtf8(typed));
    wipe(typed);
    return passphrase;
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

} // namespace

int runWithRecord(Session &session)
{
    const CommandLine &line = session.line();
    const bool restores = line.action == CommandLine::Action::Restore;
    if (!restores && !QFile::exists(session.paths().record()))
        return complain(ExitBadArguments, u"there is no history in %1"_s.arg(line.dataDir));
    const Result<OpenedRecord> opened = open(session);
    if (!opened)
        return complain(ExitFailed, recordTrouble(opened.error()));
    if (opened->isForThisRunOnly())
        return complain(ExitFailed, recordTrouble(opened->why.value_or(Error{.code = ErrorCode::Storage})));
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

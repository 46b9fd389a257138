// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless.h"

#include "base/wholefile.h"
#include "connections/connectionfile.h"
#include "connections/connectionimport.h"
#include "connections/connectionkeeper.h"
#include "csv/historyexport.h"
#include "history/recordopener.h"
#include "places.h"
#include "secrets/keychainsecretstore.h"
#include "secrets/keyfile.h"
#include "secrets/memorysecretstore.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 longestSecret = 4096;

//! Lets the event loop run until `job` has ended.
template<class T>
Result<T> resultOf(JobOf<T> *job)
{
    Result<T> result = Error{.code = ErrorCode::Cancelled};
    job->onFinished(qApp, [&result](const Result<T> &ended) {
        result = ended;
        QCoreApplication::quit();
    });
    QCoreApplication::exec();
    return result;
}

//! Gives what `done` makes of its result.
template<class T>
int await(JobOf<T> *job, std::function<int(const Result<T> &)> done)
{
    return done(resultOf(job));
}

void say(const QString &text)
{
    std::printf("%s\n", qUtf8Printable(text));
}

//! While it lives, a terminal does not show what is typed; asks for the secret where a person sits there.
class HiddenInput
{
public:
    explicit HiddenInput(const QString &what)
    {
        m_hidden = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_hidden)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent); // before the question: what is typed after it must not be flushed
        std::fprintf(stderr, "%s (it is not shown): ", qUtf8Printable(what));
    }
    ~HiddenInput()
    {
        if (!m_hidden)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Q_DISABLE_COPY_MOVE(HiddenInput)

private:
    termios m_before = {};
    bool m_hidden = false;
};

//! One line from standard input, without its end.
QByteArray readSecretLine(const QString &what)
{
    const HiddenInput hidden(what);
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray typed = input.readLine(longestSecret + 2);
    while (typed.endsWith('\n') || typed.endsWith('\r'))
        typed.chop(1);
    return typed;
}

QString keychainTrouble(const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainAbsent:
        return u"there is no keyring service in this session, so nothing was stored"_s;
    case ErrorCode::KeychainLocked:
        return u"the keyring is locked; unlock it and try again"_s;
    case ErrorCode::KeychainDenied:
        return u"the keyring refused; nothing was stored"_s;
    default:
        return u"the keyring failed (%1)"_s.arg(error.detail);
    }
}

int complainOfImport(const QString &name, const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainAbsent:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
        return complain(ExitFailed, u"the addresses of \"%1\" lead to other servers than before, and the client secret "
                                    "stored for those could not be removed: %2"_s.arg(name, keychainTrouble(error)));
    case ErrorCode::Invalid:
        return complain(ExitBadArguments, error.detail);
    default:
        return complain(ExitFailed, error.detail);
    }
}

int importConnection(const CommandLine &line)
{
    const Result<QByteArray> json = readWholeFile(line.argument, LargestConnectionFile);
    if (!json)
        return complain(ExitBadArguments, u"%1: %2"_s.arg(line.argument, json.error().detail));
    const Places places(line.dataDir);
    places.make();
    ConnectionStore connections(places.connections());
    const Result<Nothing> loaded = connections.load();
    const Result<ConnectionImport> found = readImport(*json, connections);
    if (!found)
        return complain(ExitBadArguments, u"%1: %2"_s.arg(line.argument, found.error().detail));
    if (!loaded)
        return complain(ExitFailed, loaded.error().detail);
    SystemClock clock;
    KeychainSecretStore keychain(clock);
    ConnectionKeeper keeper(connections, keychain);
    const QString name = found->connection.name;
    return await<SavedConnection>(keeper.save(found->connection, {}), [&](const Result<SavedConnection> &saved) {
        if (!saved)
            return complainOfImport(name, saved.error());
        say(u"Connection \"%1\" imported."_s.arg(name));
        if (saved->oldSecretRemoved)
            say(u"Its servers are others than before: the client secret that was stored for those is removed."_s);
        say(u"Its client secret goes in with: linterna --set-secret \"%1\""_s.arg(name));
        return int(ExitDone);
    });
}

int setSecret(const CommandLine &line)
{
    ConnectionStore connections(Places(line.dataDir).connections());
    if (const Result<Nothing> loaded = connections.load(); !loaded.ok())
        return complain(ExitFailed, loaded.error().detail);
    const auto connection = connections.find(line.argument);
    if (!connection)
        return complain(ExitBadArguments, unknownConnection(line.argument, connections));
    QByteArray typed = readSecretLine(u"Client secret of \"%1\""_s.arg(connection->name));
    if (typed.isEmpty() || typed.size() > longestSecret) {
        wipe(typed);
        return complain(ExitBadArguments, u"--set-secret takes one line of 1 to %1 bytes from standard input"_s.arg(longestSecret));
    }
    SystemClock clock;
    KeychainSecretStore keychain(clock);
    return await<Nothing>(keychain.write(connection->secretKey(), Secret(std::move(typed))), [&](const Result<Nothing> &written) {
        if (!written.ok())
            return complain(ExitFailed, keychainTrouble(written.error()));
        if (connections.hasSecretLeft(connection->name)) // the one for other servers is overwritten
            (void)connections.put(*connection);
        say(u"Client secret of \"%1\" stored in the keychain."_s.arg(line.argument));
        return int(ExitDone);
    });
}

ExportOptions exportOptions(const CommandLine &line)
{
    ExportOptions options{.masked = line.masked};
    if (line.argument.endsWith(u".jsonl"_s, Qt::CaseInsensitive))
        options.format = ExportOptions::Format::JsonLines;
    if (line.complete)
        options.kind = ExportOptions::Kind::Complete;
    return options;
}

QString recordTrouble(const Error &error)
{
    const bool keychainsFault = error.code == ErrorCode::KeychainAbsent || error.code == ErrorCode::KeychainLocked
        || error.code == ErrorCode::KeychainDenied;
    return u"the history cannot be read: %1"_s.arg(keychainsFault ? keychainTrouble(error) : error.detail);
}

//! Asks for the passphrase where the history has one.
Result<OpenedRecord> openForReading(HistoryStore &history, SecretStore &secrets, const QString &record)
{
    const QString keyFile = recordKeyFile(record);
    if (!QFile::exists(keyFile))
        return resultOf(openRecord(history, secrets, record));
    QByteArray typed = readSecretLine(u"Passphrase of the history"_s);
    const Secret passphrase = passphraseFromText(QString::fromUtf8(typed));
    wipe(typed);
    const Result<Secret> key = resultOf(readKeyFile(keyFile, passphrase, qApp));
    if (!key)
        return key.error();
    if (key->isEmpty())
        return Error{.code = ErrorCode::Invalid,
                     .detail = u"it has a passphrase, and what came from standard input is another one"_s};
    return resultOf(openRecordWithKey(history, record, *key));
}

int exportToFile(const CommandLine &line)
{
    const QString record = Places(line.dataDir).record();
    if (!QFile::exists(record))
        return complain(ExitBadArguments, u"there is no history in %1"_s.arg(line.dataDir));
    SystemClock clock;
    KeychainSecretStore keychain(clock);
    MemorySecretStore memory;
    SecretStore &secrets = line.practice ? static_cast<SecretStore &>(memory) : keychain;
    if (line.practice)
        (void)memory.write(recordKeyName, practiceDataKey());
    HistoryStore history;
    const Result<OpenedRecord> opened = openForReading(history, secrets, record);
    if (!opened)
        return complain(ExitFailed, recordTrouble(opened.error()));
    if (opened->forThisRunOnly)
        return complain(ExitFailed, recordTrouble(opened->why.value_or(Error{.code = ErrorCode::Storage})));
    const Result<qint64> rows = resultOf(exportHistory(history, line.argument, exportOptions(line)));
    if (!rows)
        return complain(ExitFailed, rows.error().detail);
    say(u"%1 checks written to %2"_s.arg(*rows).arg(line.argument));
    return ExitDone;
}

} // namespace

int complain(int exitCode, const QString &text)
{
    std::fprintf(stderr, "linterna: %s\n", qUtf8Printable(text));
    return exitCode;
}

int runHeadless(const CommandLine &line)
{
    switch (line.action) {
    case CommandLine::Action::ShowHelp:
        std::fputs(qUtf8Printable(commandLineHelp()), stdout);
        break;
    case CommandLine::Action::ShowVersion:
        say(u"linterna "_s + QCoreApplication::applicationVersion());
        break;
    case CommandLine::Action::ShowWindow:
        break;
    case CommandLine::Action::ImportConnection:
        return importConnection(line);
    case CommandLine::Action::SetSecret:
        return setSecret(line);
    case CommandLine::Action::ExportHistory:
        return exportToFile(line);
    }
    return ExitDone;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "headless.h"

#include "base/wholefile.h"
#include "connections/connectionfile.h"
#include "connections/connectionimport.h"
#include "connections/connectionkeeper.h"
#include "headlessrecord.h"
#include "headlesstools.h"
#include "places.h"
#include "secrets/keychainsecretstore.h"

#include <cstdio>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

//! Gives what `done` makes of its result.
template<class T>
int await(JobOf<T> *job, std::function<int(const Result<T> &)> done)
{
    return done(resultOf(job));
}

int complainOfImport(const QString &name, const Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainAbsent:
    case ErrorCode::KeychainLocked:
    case ErrorCode::KeychainDenied:
        return complain(ExitFailed,
                        u"the addresses of \"%1\" lead to other servers than before, and the client secret "
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
        return complain(ExitBadArguments,
                        u"--set-secret takes one line of 1 to %1 bytes from standard input"_s.arg(longestSecret));
    }
    SystemClock clock;
    KeychainSecretStore keychain(clock);
    return await<Nothing>(
        keychain.write(connection->secretKey(), Secret(std::move(typed))), [&](const Result<Nothing> &written) {
            if (!written.ok())
                return complain(ExitFailed, keychainTrouble(written.error()));
            if (connections.hasSecretLeft(connection->name)) // the one for other servers is overwritten
                (void)connections.put(*connection);
            say(u"Client secret of \"%1\" stored in the keychain."_s.arg(line.argument));
            return int(ExitDone);
        });
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
    case CommandLine::Action::Backup:
    case CommandLine::Action::Restore:
        return runWithRecord(line);
    }
    return ExitDone;
}

} // namespace linterna

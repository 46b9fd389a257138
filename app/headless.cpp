// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless.h"

#include "app/headlessrecord.h"
#include "app/headlesstools.h"
#include "app/session.h"
#include "app/singleinstance.h"
#include "lib/base/wholefile.h"
#include "lib/connections/connectionfile.h"
#include "lib/connections/connectionimport.h"
#include "lib/connections/connectionkeeper.h"
#include "lib/connections/connectiontext.h"
#include "lib/connections/proxypassword.h"
#include "lib/recordkeeping/erasing.h"
#include "ui/words/folderwords.h"

#include <cstdio>

namespace linterna {

using namespace Qt::StringLiterals;

namespace {

//! Waits for the job, and gives the exit code that `done` makes of its result.
template<class T>
int await(JobOf<T> *job, std::function<int(const Result<T> &)> done)
{
    return done(resultOf(job));
}

//! Host and port as they are looked up: "gateway.example:8443".
QString hostOf(const QUrl &url)
{
    return url.authority(QUrl::FullyEncoded);
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

int importConnection(Session &session)
{
    const CommandLine &line = session.line();
    const Result<QByteArray> json = readWholeFile(line.argument, LargestConnectionFile);
    if (!json)
        return complain(ExitBadArguments, u"%1: %2"_s.arg(line.argument, json.error().detail));
    session.paths().make();
    ConnectionStore &connections = session.connections();
    const Result<Nothing> loaded = connections.load();
    const Result<ConnectionImport> found = readImport(*json, connections);
    if (!found)
        return complain(ExitBadArguments, u"%1: %2"_s.arg(line.argument, found.error().detail));
    if (!loaded) // a damaged file is kept beside when the new one is written; one that is not ours is refused then
        complain(ExitFailed, loaded.error().detail);
    ConnectionKeeper keeper(connections, session.secrets());
    const QString name = found->connection.name;
    return await<SavedConnection>(keeper.save(found->connection, {}), [&](const Result<SavedConnection> &saved) {
        if (!saved)
            return complainOfImport(name, saved.error());
        say(u"Connection \"%1\" imported."_s.arg(name));
        if (!loaded)
            say(u"The damaged file is kept beside it as connections.json.damaged-N; import your other connections again"_s);
        if (saved->oldSecretRemoved)
            say(u"Its servers are others than before: the client secret that was stored for those is removed."_s);
        say(u"Client ID and secret will go to %1, receipt numbers to %2."_s.arg(hostOf(found->connection.tokenUrl),
                                                                                hostOf(found->connection.apiUrl)));
        say(u"Its client secret goes in with: linterna --set-secret \"%1\""_s.arg(name));
        if (!found->connection.proxy.user.isEmpty())
            say(u"The password for its proxy goes in with: linterna --set-proxy-password \"%1\""_s.arg(name));
        return int(ExitDone);
    });
}

//! Warns, in the program's language, of other users who can write the folder, because no banner can be seen here. The
//! program goes on.
void warnOfOtherWriters(Session &session)
{
    const QString folder = session.line().dataDir;
    session.paths().sweep();
    const auto others = otherWritersOf(folder, filesOfLinterna(folder));
    if (!others)
        return;
    session.languages().setLanguage(session.language());
    complain(ExitDone, otherWritersText(*others));
}

//! A secret that goes into the keyring, with the words that the terminal is told about it.
struct SecretOption {
    QString option;
    QString what;
    QString key;
    QString host; //!< The host that will get the secret.
    bool isProxyPassword;
};

//! Why the connection needs no such secret; empty where it needs one.
QString whyNotNeeded(const Connection &connection, const SecretOption &option)
{
    const bool asksNobody = option.isProxyPassword && connection.proxy.user.isEmpty();
    if (option.isProxyPassword && (asksNobody || connection.proxy.kind != ProxyChoice::Kind::Manual))
        return u"\"%1\" names no proxy with a user name; its file needs \"proxy\" and \"proxy_user\", or enter both in "
               "the settings under Network"_s.arg(connection.name);
    return {};
}

SecretOption secretOption(const CommandLine &line, const Connection &connection)
{
    if (line.action == CommandLine::Action::SetProxyPassword)
        return {u"--set-proxy-password"_s, u"Proxy password"_s, connection.proxyPasswordKey(), connection.proxy.host,
                true};
    return {u"--set-secret"_s, u"Client secret"_s, connection.secretKey(), hostOf(connection.tokenUrl), false};
}

//! Why what was typed is no secret; empty where it is one. Checked before storing: a server that refuses a secret does
//! not say what is wrong with it.
QString whyNoSecret(const QString &option, const QByteArray &typed)
{
    if (typed.isEmpty() || typed.size() > longestSecret)
        return u"%1 takes one line of 1 to %2 bytes from standard input"_s.arg(option).arg(longestSecret);
    const QString problem = secretProblemLine(typed);
    if (!problem.isEmpty())
        return u"%1: nothing was stored, because of what came from standard input: %2"_s.arg(option, problem);
    if (moreFollowsOnStandardInput())
        return u"%1: nothing was stored: standard input holds more than one line; a secret that was wrapped has to be "
               "put together again"_s.arg(option);
    return {};
}

int setSecret(Session &session)
{
    const CommandLine &line = session.line();
    ConnectionStore &connections = session.connections();
    if (const Result<Nothing> loaded = connections.load(); !loaded.ok())
        return complain(ExitFailed, loaded.error().detail);
    const auto connection = connections.find(line.argument);
    if (!connection)
        return complain(ExitBadArguments, unknownConnection(line.argument, connections));
    const SecretOption option = secretOption(line, *connection);
    if (const QString why = whyNotNeeded(*connection, option); !why.isEmpty())
        return complain(ExitBadArguments, why);
    QByteArray typed =
        readSecretLine(u"%1 of \"%2\", which will be sent to %3"_s.arg(option.what, connection->name, option.host));
    if (const QString problem = whyNoSecret(option.option, typed); !problem.isEmpty()) {
        wipe(typed);
        return complain(ExitBadArguments, problem);
    }
    const Secret secret(std::move(typed));
    return await<Nothing>(
        session.secrets().write(option.key,
                                option.isProxyPassword ? boundProxyPassword(connection->proxy, secret) : secret),
        [&](const Result<Nothing> &written) {
            if (!written.ok())
                return complain(ExitFailed, keychainTrouble(written.error()));
            if (!option.isProxyPassword && connections.hasSecretLeft(connection->name))
                (void)connections.put(*connection); // the secret left for other servers is overwritten
            say(u"%1 of \"%2\" stored in the keychain. It will be sent to %3 and nowhere else."_s.arg(
                option.what, line.argument, option.host));
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
    using Action = CommandLine::Action;
    if (line.action == Action::ShowHelp) {
        std::fputs(qUtf8Printable(commandLineHelp()), stdout);
        return ExitDone;
    }
    if (line.action == Action::ShowVersion) {
        say(u"linterna "_s + QCoreApplication::applicationVersion());
        return ExitDone;
    }
    std::optional<SingleInstance> alone; // for Restore: an open window would go on with its old record
    bool isAlone = true;
    if (line.action == Action::Restore) {
        DataPaths(line.dataDir).make();
        isAlone = alone.emplace(line.dataDir).holdAlone();
    }
    Session session(line, alone && alone->isOwner() ? RecordRole::Owner : RecordRole::Guest);
    warnOfOtherWriters(session);
    if (!isAlone)
        return complain(ExitFailed, u"Linterna is open with this folder; close it first. Nothing was changed"_s);
    switch (line.action) {
    case Action::ImportConnection:
        return importConnection(session);
    case Action::SetSecret:
    case Action::SetProxyPassword:
        return setSecret(session);
    default:
        return runWithRecord(session);
    }
}

} // namespace linterna

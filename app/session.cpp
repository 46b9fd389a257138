// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "lib/base/background.h"
#include "lib/base/log.h"
#include "lib/base/unfinishedfile.h"
#include "lib/platform/user.h"
#include "lib/recordkeeping/erasing.h"
#include "lib/settings/ownfiles.h"
#include "lib/text/characters.h"

#include <QFileInfo>

namespace linterna {

Session::Session(const CommandLine &line, RecordRole role)
    : m_line(line), m_paths(line.dataDir), m_role(role),
      m_secrets(line.practice ? static_cast<SecretStore &>(m_memory) : m_keychain), m_settings(m_paths.settings()),
      m_connections(m_paths.connections()), m_record(m_history, m_secrets, m_paths.record(), {}, role),
      m_requests(m_paths.requestCounts(), m_clock, [this](const QString &kept) {
          emit fileTroublesFound({{QFileInfo(m_paths.requestCounts()).fileName(), FileTrouble::What::Damaged,
                                   QFileInfo(kept).fileName()}});
      })
{
    if (line.practice)
        (void)m_memory.write(recordKeyName, practiceDataKey());
    connect(&m_active, &ActiveConnection::chosen, &m_settings, &Settings::setConnection);
    connect(&m_settings, &Settings::personNameChanged, this, [this] { (void)namePerson(); });
    connect(&m_record, &RecordLifecycle::changed, this, &Session::openOnceFree);
    connect(&m_record, &RecordLifecycle::changed, this, &Session::noteFiles);
    connect(&m_secrets, &LayeredSecretStore::lastingStoreRead, this, &Session::openOnceUnlocked);
}

Session::~Session()
{
    noteFiles();
}

QString Session::language() const
{
    return m_line.language.isEmpty() ? m_settings.language() : m_line.language;
}

FileTroubles Session::settleFiles()
{
    m_paths.make();
    if (m_role == RecordRole::Guest) {
        (void)m_connections.load();
        return {};
    }
    m_ownsFiles = true;
    const QDateTime now = m_clock.now();
    FileTroubles troubles = m_settings.settle(now);
    for (const FileTroubles &more :
         {lookAtOwnFiles(m_line.dataDir, m_settings.knownFiles(), now), m_connections.settle()})
        troubles.insert(troubles.end(), more.begin(), more.end());
    for (const FileTrouble &trouble : troubles)
        qCWarning(lcApp).noquote() << "damaged or gone:" << trouble.name << "kept as" << trouble.keptAs;
    return troubles;
}

void Session::noteFiles()
{
    if (m_ownsFiles && !m_erasing)
        m_settings.setKnownFiles(ownFilesIn(m_line.dataDir));
}

Result<Nothing> Session::startPractice()
{
    return m_line.practice ? m_practice.start({}) : Nothing{};
}

JobOf<std::optional<OtherWriters>> *Session::lookAtFolder()
{
    using Others = std::optional<OtherWriters>;
    auto *look = inBackground<Others>(
        [folder = m_line.dataDir] { return Others(otherWritersOf(folder, filesOfLinterna(folder))); }, this);
    (void)inBackground<Nothing>(
        [paths = m_paths, exports = m_settings.exportFolder()] {
            paths.sweep();
            sweepUnfinished(exports);
            return Nothing{};
        },
        this);
    return look;
}

JobOf<Nothing> *Session::namePerson()
{
    if (const QString chosen = m_settings.personName(); !chosen.isEmpty()) {
        m_history.setPerson(chosen);
        return JobOf<Nothing>::finished(Nothing{}, this);
    }
    m_history.setPerson(oneLine(loginName(), Settings::LongestPersonName)); // until the full name is known
    // On another thread, because an office's database of users may be in a network.
    auto *named = new JobOf<Nothing>(this);
    auto *asked = inBackground<QString>([] { return systemUserName(); }, this);
    asked->onFinished(this, [this, named = QPointer(named)](const Result<QString> &name) {
        if (name && m_settings.personName().isEmpty())
            m_history.setPerson(oneLine(*name, Settings::LongestPersonName));
        if (named)
            named->finish(Nothing{});
    });
    return named;
}

void Session::openRecord()
{
    (void)namePerson();
    const bool nothing = m_settings.keepNothing() && !m_line.practice;
    m_record.open(nothing ? RecordLifecycle::Keep::Nothing : RecordLifecycle::Keep::OnDisk);
}

void Session::openOnceFree()
{
    const auto &why = m_record.state().why;
    if (!why || why->code != ErrorCode::StorageBusy || m_erasing)
        return m_openAgain.reset();
    m_openAgain = m_clock.after(std::chrono::seconds(1), [this] {
        if (!m_record.isBusy() && !m_erasing)
            (void)m_record.tryAgain()->onFinished(this, [this](const Result<Nothing> &) { openOnceFree(); });
        else
            openOnceFree();
    });
}

void Session::openOnceUnlocked()
{
    const auto &why = m_record.state().why;
    if (why && why->code == ErrorCode::KeychainLocked && !m_record.isBusy() && !m_erasing)
        (void)m_record.tryAgain();
}

bool Session::beginWork()
{
    if (isAtWork() || m_erasing)
        return false;
    if (!m_line.practice) {
        m_active.useNamed(connectionName());
        return true;
    }
    Connection connection;
    connection.name = QStringLiteral("Practice");
    connection.tokenUrl = m_practice.baseUrl().resolved(QUrl(QStringLiteral("/oauth/accesstoken")));
    connection.apiUrl = m_practice.baseUrl();
    connection.clientId = PracticeServer::clientId();
    connection.practice = true;
    (void)m_memory.write(connection.secretKey(), Secret(PracticeServer::clientSecret().toUtf8()));
    m_active.use(connection);
    return true;
}

QString Session::connectionName() const
{
    if (isAtWork())
        return m_active.name();
    return m_line.connection.isEmpty() ? m_settings.connection() : m_line.connection;
}

void Session::stopForErasing()
{
    m_erasing = true;
    m_active.stop();
}

} // namespace linterna

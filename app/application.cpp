// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "lib/base/background.h"
#include "lib/base/log.h"
#include "lib/base/unfinishedfile.h"
#include "lib/connections/proxypassword.h"
#include "lib/platform/otherwriters.h"
#include "lib/record/deletionrules.h"
#include "lib/recordkeeping/erasing.h"
#include "lib/settings/ownfiles.h"

#include <QFileInfo>

namespace linterna {

Application::Application(const CommandLine &line, RecordRole role)
    : m_line(line), m_places(line.dataDir),
      m_secrets(line.practice ? static_cast<SecretStore &>(m_memory) : m_keychain), m_settings(m_places.settings()),
      m_connections(m_places.connections()), m_role(role), m_wanted(line.receipts),
      m_record(m_history, m_secrets, m_places.record(), {}, role),
      m_requests(m_places.requestCounts(), m_clock, [this](const QString &kept) { tellOfRequests(kept); }),
      m_window({.checks = m_checks,
                .history = m_history,
                .record = m_record,
                .settings = m_settings,
                .languages = m_languages,
                .connections = m_connections,
                .secrets = m_secrets,
                .tester = m_tester,
                .clock = m_clock,
                .certificates = m_places.certificates(),
                .practice = line.practice,
                .folder = line.dataDir,
                .built = DeletionRules::buildDate()})
{
    connect(&m_connections, &ConnectionStore::changed, this,
            &Application::withholdSecretsOfOthers); // before they are read
    settleFiles(role);
    if (!line.language.isEmpty())
        m_settings.setLanguage(line.language);
    m_languages.setLanguage(m_settings.language());
    connect(&m_window, &MainWindow::connectionChosen, this, [this](const QString &name) {
        m_settings.setConnection(name);
        use(name);
    });
    connect(&m_window, &MainWindow::connectionChanged, this, [this](const QString &name) {
        if (name == m_inUse)
            use(name);
    });
    connect(&m_window, &MainWindow::sessionSecretEntered, this,
            [this](const QString &name, const Secret &secret, const Secret &proxyPassword) {
                const auto connection = m_connections.find(name);
                if (connection && !secret.isEmpty())
                    m_secrets.keepForThisRun(connection->secretKey(), secret);
                if (connection && !proxyPassword.isEmpty())
                    m_secrets.keepForThisRun(connection->proxyPasswordKey(),
                                             boundProxyPassword(connection->proxy, proxyPassword));
                if (name == m_inUse)
                    use(name);
            });
    connect(&m_window, &MainWindow::recordSettled, this, &Application::beginWork);
    connect(&m_window, &MainWindow::erasing, this, [this] {
        m_erasing = true;
        m_works = false; // what another start hands over is not looked up any more
    });
    connect(&m_record, &RecordLifecycle::changed, this, &Application::openOnceFree);
    connect(&m_record, &RecordLifecycle::changed, this, &Application::noteFiles);
    connect(&m_secrets, &LayeredSecretStore::lastingStoreRead, this, [this] {
        const auto why = m_record.state().why;
        if (why && why->code == ErrorCode::KeychainLocked && !m_record.isBusy() && !m_erasing) // it was unlocked by now
            (void)m_record.tryAgain();
    });
}

Application::~Application()
{
    noteFiles();
}

void Application::settleFiles(RecordRole role)
{
    m_places.make();
    if (role == RecordRole::Guest) {
        (void)m_connections.load();
        return;
    }
    const QDateTime now = m_clock.now();
    m_fileTroubles = m_settings.settle(now);
    for (const FileTroubles &more :
         {lookAtOwnFiles(m_line.dataDir, m_settings.knownFiles(), now), m_connections.settle()})
        m_fileTroubles.insert(m_fileTroubles.end(), more.begin(), more.end());
    for (const FileTrouble &trouble : m_fileTroubles)
        qCWarning(lcApp).noquote() << "damaged or gone:" << trouble.name << "kept as" << trouble.keptAs;
}

void Application::noteFiles()
{
    if (m_role == RecordRole::Owner && !m_erasing)
        m_settings.setKnownFiles(ownFilesIn(m_line.dataDir));
}

void Application::tellOfRequests(const QString &keptAs)
{
    m_window.showFileTroubles(
        {{QFileInfo(m_places.requestCounts()).fileName(), FileTrouble::What::Damaged, QFileInfo(keptAs).fileName()}});
}

void Application::openOnceFree()
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

Result<Nothing> Application::start()
{
    if (m_line.practice) {
        if (Result<Nothing> started = startPractice(); !started.ok())
            return started;
    }
    m_window.showFileTroubles(m_fileTroubles);
    m_window.show();
    lookAtTheFolder();
    openTheRecord();
    return Nothing{};
}

//! Shows who else can write the folder. Looks at it away from the window's thread: the folder may lie in a network.
void Application::lookAtTheFolder()
{
    using Others = std::optional<OtherWriters>;
    inBackground<Others>([folder = m_line.dataDir] { return Others(otherWritersOf(folder, filesOfLinterna(folder))); },
                         this)
        ->onFinished(this, [this](const Result<Others> &others) {
            if (others)
                m_window.showOtherWriters(*others);
        });
    (void)inBackground<Nothing>(
        [places = m_places, exports = m_settings.exportFolder()] {
            places.sweep();
            sweepUnfinished(exports);
            return Nothing{};
        },
        this);
}

Result<Nothing> Application::startPractice()
{
    Result<Nothing> started = m_practice.start({});
    if (!started.ok())
        return started;
    Connection connection;
    connection.name = QStringLiteral("Practice");
    connection.tokenUrl = m_practice.baseUrl().resolved(QUrl(QStringLiteral("/oauth/accesstoken")));
    connection.apiUrl = m_practice.baseUrl();
    connection.clientId = PracticeServer::clientId();
    connection.practice = true;
    (void)m_memory.write(connection.secretKey(), Secret(PracticeServer::clientSecret().toUtf8()));
    (void)m_memory.write(recordKeyName, practiceDataKey());
    m_practiceConnection = connection;
    return Nothing{};
}

void Application::openTheRecord()
{
    const bool nothing = m_settings.keepNothing() && !m_line.practice;
    m_record.open(nothing ? RecordLifecycle::Keep::Nothing : RecordLifecycle::Keep::OnDisk);
}

void Application::beginWork()
{
    if (m_works || m_erasing)
        return;
    m_works = true;
    use(m_line.connection.isEmpty() ? m_settings.connection() : m_line.connection);
    m_window.checkReceipts(m_wanted);
}

StartAnswer Application::takeOver(const StartRequest &request)
{
    m_window.comeForward(request.activation);
    if (request.practice != m_line.practice)
        return StartAnswer::OtherKind;
    const QString planned = m_line.connection.isEmpty() ? m_settings.connection() : m_line.connection;
    const QString inUse = m_works ? m_inUse : planned;
    if (!request.connection.isEmpty() && request.connection != inUse)
        return StartAnswer::OtherConnection;
    if (m_works)
        m_window.checkReceipts(request.receipts);
    else
        m_wanted.insert(m_wanted.end(), request.receipts.begin(), request.receipts.end());
    return StartAnswer::Done;
}

void Application::withholdSecretsOfOthers()
{
    for (const Connection &connection : m_connections.all()) {
        if (m_connections.hasSecretLeft(connection.name))
            m_secrets.withhold(connection.secretKey());
    }
}

void Application::use(const QString &connectionName)
{
    if (!m_works)
        return; // beginWork() will use the connection in the settings
    auto connection = m_practiceConnection ? m_practiceConnection : m_connections.find(connectionName);
    if (!connection)
        connection = m_connections.all().front(); // it was removed by hand; the built-in ones are always there
    m_inUse = connection->name;
    auto session = std::make_unique<ConnectionSession>(*connection, m_limiters.use(*connection), m_secrets, m_clock);
    const int perDay = connection->requestsPerDay;
    connect(&session->limiter(), &RateLimiter::leftChanged, session.get(),
            [this, perDay](std::optional<int> left) { m_window.showQuota(left, perDay); });
    connect(&session->tokens(), &TokenProvider::changed, &m_window, &MainWindow::showTokenExpiry);
    m_window.showConnection(*connection);
    m_window.showQuota(session->limiter().left(), perDay);
    m_window.showTokenExpiry(std::nullopt);
    m_checks.setSession(std::move(session));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk.h"

#include "base/log.h"

namespace linterna {

Desk::Desk(const CommandLine &line)
    : m_line(line)
    , m_places(line.dataDir)
    , m_secrets(line.practice ? static_cast<SecretStore &>(m_memory) : m_keychain)
    , m_settings(m_places.settings())
    , m_connections(m_places.connections())
    , m_window({.checks = m_checks,
                .history = m_history,
                .settings = m_settings,
                .languages = m_languages,
                .connections = m_connections,
                .secrets = m_secrets,
                .tester = m_tester,
                .clock = m_clock,
                .certificates = m_places.certificates(),
                .practice = line.practice})
{
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
    connect(&m_window, &MainWindow::sessionSecretEntered, this, [this](const QString &name, const Secret &secret) {
        if (const auto connection = m_connections.find(name))
            m_secrets.keepForThisRun(connection->secretKey(), secret);
        if (name == m_inUse)
            use(name);
    });
    connect(&m_connections, &ConnectionStore::changed, this, &Desk::withholdSecretsOfOthers);
}

Result<Nothing> Desk::start()
{
    m_places.make();
    if (const Result<Nothing> loaded = m_connections.load(); !loaded.ok())
        qCWarning(lcApp).noquote() << "connections:" << loaded.error().detail;
    if (m_line.practice) {
        if (const Result<Nothing> started = startPractice(); !started.ok())
            return started;
    } else if (!m_line.connection.isEmpty()) {
        if (!m_connections.find(m_line.connection))
            return Error{.code = ErrorCode::Invalid, .detail = unknownConnection(m_line.connection, m_connections)};
    }
    m_window.show();
    openTheRecord();
    return Nothing{};
}

Result<Nothing> Desk::startPractice()
{
    const Result<Nothing> started = m_practice.start({});
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

void Desk::openTheRecord()
{
    // Checks wait for their connection, and the connection for the record: nothing is asked that could not be recorded.
    openRecord(m_history, m_secrets, m_places.record())->onFinished(this, [this](const Result<RecordState> &state) {
        if (!state.ok())
            return;
        m_recordIsOpen = true;
        m_window.showRecordState(*state);
        use(m_line.connection.isEmpty() ? m_settings.connection() : m_line.connection);
        if (!m_line.receipts.empty()) // else it would clear what the person has typed meanwhile
            m_window.checkReceipts(m_line.receipts);
    });
}

void Desk::withholdSecretsOfOthers()
{
    for (const Connection &connection : m_connections.all()) {
        if (m_connections.hasSecretLeft(connection.name))
            m_secrets.withhold(connection.secretKey());
    }
}

void Desk::use(const QString &connectionName)
{
    if (!m_recordIsOpen)
        return; // which will use the one in the settings
    auto connection = m_practiceConnection ? m_practiceConnection : m_connections.find(connectionName);
    if (!connection)
        connection = m_connections.all().front(); // one that was removed by hand; the built-in ones are always there
    m_inUse = connection->name;
    auto session = std::make_unique<ConnectionSession>(*connection, m_pacers.use(*connection), m_secrets, m_clock);
    const int perDay = connection->requestsPerDay;
    connect(&session->pacer(), &Pacer::leftChanged, session.get(),
            [this, perDay](std::optional<int> left) { m_window.showQuota(left, perDay); });
    connect(&session->tokens(), &TokenProvider::changed, &m_window, &MainWindow::showTokenExpiry);
    m_window.showConnection(*connection);
    m_window.showQuota(session->pacer().left(), perDay);
    m_window.showTokenExpiry(std::nullopt);
    m_checks.setSession(std::move(session));
}

} // namespace linterna

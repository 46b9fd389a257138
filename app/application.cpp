// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application.h"

#include "lib/record/deletionrules.h"

namespace linterna {

Application::Application(const CommandLine &line, RecordRole role)
    : m_session(line, role), m_fileTroubles(m_session.settleFiles()), m_wanted(line.receipts),
      m_window({.checks = m_session.checks(),
                .active = m_session.active(),
                .history = m_session.history(),
                .record = m_session.record(),
                .settings = m_session.settings(),
                .languages = m_session.languages(),
                .connections = m_session.connections(),
                .secrets = m_session.secrets(),
                .tester = m_session.tester(),
                .clock = m_session.clock(),
                .certificates = m_session.paths().certificates(),
                .practice = line.practice,
                .folder = line.dataDir,
                .built = DeletionRules::buildDate()})
{
    if (!line.language.isEmpty())
        m_session.settings().setLanguage(line.language);
    m_session.languages().setLanguage(m_session.language());
    connect(&m_session, &Session::fileTroublesFound, &m_window, &MainWindow::showFileTroubles);
    connect(&m_window, &MainWindow::recordSettled, this, &Application::beginWork);
    connect(&m_window, &MainWindow::erasing, &m_session, &Session::stopForErasing);
}

Result<Nothing> Application::start()
{
    if (Result<Nothing> started = m_session.startPractice(); !started.ok())
        return started;
    m_window.showFileTroubles(m_fileTroubles);
    m_window.show();
    m_session.lookAtFolder()->onFinished(this, [this](const Result<std::optional<OtherWriters>> &others) {
        if (others)
            m_window.showOtherWriters(*others);
    });
    m_session.openRecord();
    return Nothing{};
}

void Application::beginWork()
{
    if (m_session.beginWork())
        m_window.checkReceipts(std::exchange(m_wanted, {}));
}

StartAnswer Application::takeOver(const StartRequest &request)
{
    m_window.comeForward(request.activation);
    if (request.practice != m_session.line().practice)
        return StartAnswer::OtherKind;
    if (!request.connection.isEmpty() && request.connection != m_session.connectionName())
        return StartAnswer::OtherConnection;
    if (m_session.isAtWork())
        m_window.checkReceipts(request.receipts);
    else
        m_wanted.insert(m_wanted.end(), request.receipts.begin(), request.receipts.end());
    return StartAnswer::Done;
}

} // namespace linterna

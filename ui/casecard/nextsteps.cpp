// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/nextsteps.h"

#include "ui/style/linternastyle.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace linterna {

namespace {

//! Errors that asking again does not solve.
constexpr std::array settled{ErrorCode::NotRecognized, ErrorCode::BadReceipt};
//! Errors that the connection settings may solve, because something stored for the connection is wrong or missing.
constexpr std::array aboutSettings{
    ErrorCode::NotConfigured,    ErrorCode::BadCredentials, ErrorCode::CredentialsSentWrongly,
    ErrorCode::Unauthorized,     ErrorCode::Forbidden,      ErrorCode::KeychainAbsent,
    ErrorCode::KeychainLocked,   ErrorCode::ProxySignIn,    ErrorCode::ProxyRefused,
    ErrorCode::ProxyUnreachable, ErrorCode::ProxyClosed,    ErrorCode::KeychainDenied};

} // namespace

NextSteps::NextSteps(bool practice, QWidget *parent)
    : QWidget(parent), m_practice(practice), m_askAgain(new QPushButton), m_askAnyway(new QPushButton),
      m_settings(new QPushButton), m_exportRow(new QPushButton)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton *button : {m_settings, m_askAgain, m_askAnyway, m_exportRow}) {
        setButtonKind(button, ButtonKind::Plain);
        row->addWidget(button);
    }
    row->addStretch(1);
    connect(m_askAgain, &QPushButton::clicked, this, &NextSteps::askAgainRequested);
    connect(m_askAnyway, &QPushButton::clicked, this, &NextSteps::askAnywayRequested);
    connect(m_settings, &QPushButton::clicked, this, &NextSteps::settingsRequested);
    connect(m_exportRow, &QPushButton::clicked, this, &NextSteps::rowExportRequested);
    setOutcome(std::nullopt);
    keepTranslated(this, &NextSteps::retranslate);
}

void NextSteps::setOutcome(const std::optional<CheckOutcome> &outcome)
{
    std::optional<ErrorCode> error;
    if (outcome && !outcome->result.ok())
        error = outcome->result.error().code;
    const auto among = [&](const auto &codes) { return error && std::ranges::find(codes, *error) != codes.end(); };
    const bool anyway = error && !outcome->asked;
    const bool again = error && !anyway && !among(settled);
    const bool settings = !m_practice && among(aboutSettings);
    m_askAgain->setVisible(again);
    m_askAnyway->setVisible(anyway);
    m_settings->setVisible(settings);
    m_exportRow->hide();
    setVisible(again || anyway || settings);
}

void NextSteps::setDamaged(bool ofCase)
{
    setOutcome(std::nullopt);
    m_askAgain->setVisible(ofCase);
    m_exportRow->show();
    show();
}

void NextSteps::retranslate()
{
    m_askAgain->setText(tr("Ask again"));
    m_askAnyway->setText(tr("Ask anyway"));
    m_settings->setText(tr("Connection settings…"));
    m_exportRow->setText(tr("Export this row…"));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/connectiondialog.h"

#include "common/errortext.h"
#include "common/icons.h"
#include "common/linternastyle.h"
#include "common/theme.h"
#include "common/typography.h"
#include "settings/secretentry.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>

namespace linterna {

ConnectionDialog::ConnectionDialog(const Parts &parts, const ViewEnvironment &environment, const QString &connection,
                                   QWidget *parent)
    : QDialog(parent), m_parts(parts), m_environment(environment), m_connectionLabel(new QLabel),
      m_connection(new QComboBox), m_address(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_idLabel(new QLabel), m_id(new QLineEdit), m_idHelp(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_secretLabel(new QLabel), m_secret(new SecretEntry),
      m_secretHelp(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_resultIcon(new QLabel),
      m_result(new TextLabel), m_test(new QPushButton), m_session(new QPushButton), m_cancel(new QPushButton),
      m_save(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Connection &each : m_parts.connections.all()) {
        if (!each.practice)
            m_connection->addItem(each.name);
    }
    build();
    wire();
    retranslate();
    const int index = m_connection->findText(connection);
    m_connection->setCurrentIndex(index < 0 ? 0 : index);
    showConnection(m_connection->currentText());
    m_id->setFocus();
}

ConnectionDialog::~ConnectionDialog()
{
    if (m_job)
        m_job->cancel();
    m_secret->clear();
}

void ConnectionDialog::build()
{
    m_id->setTextMargins(6, 0, 6, 0);
    m_id->setMaxLength(1024);
    m_connectionLabel->setBuddy(m_connection);
    m_idLabel->setBuddy(m_id);
    m_secretLabel->setBuddy(m_secret->entry());
    m_resultIcon->setFixedWidth(20);
    m_resultIcon->setAlignment(Qt::AlignTop);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    // Room for the longest answer, so that nothing moves when it comes.
    m_result->setMinimumHeight(m_result->fontMetrics().lineSpacing() * 4);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int row = 0;
    const auto add = [&](QLabel *label, QWidget *field, QWidget *help) {
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row++, 1);
        grid->addWidget(help, row++, 1);
        grid->setRowMinimumHeight(row++, 12);
    };
    add(m_connectionLabel, m_connection, m_address);
    add(m_idLabel, m_id, m_idHelp);
    add(m_secretLabel, m_secret, m_secretHelp);
    auto *result = new QHBoxLayout;
    result->setSpacing(8);
    result->addWidget(m_resultIcon);
    result->addWidget(m_result, 1);
    grid->addWidget(m_test, row, 1, Qt::AlignLeft);
    grid->setRowMinimumHeight(++row, 4);
    grid->addLayout(result, ++row, 1);
    grid->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addLayout(grid);
    layout->addLayout(makeButtons());
    setMinimumWidth(std::max(640, fontMetrics().averageCharWidth() * 66));
}

QLayout *ConnectionDialog::makeButtons()
{
    for (QPushButton *button : {m_test, m_session, m_cancel})
        setButtonKind(button, ButtonKind::Plain);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    m_session->hide();
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_session);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_save);
    return row;
}

void ConnectionDialog::wire()
{
    connect(m_connection, &QComboBox::currentTextChanged, this, &ConnectionDialog::showConnection);
    connect(m_id, &QLineEdit::textChanged, this, &ConnectionDialog::refresh);
    connect(m_secret, &SecretEntry::changed, this, &ConnectionDialog::refresh);
    connect(m_test, &QPushButton::clicked, this, &ConnectionDialog::test);
    connect(m_save, &QPushButton::clicked, this, &ConnectionDialog::save);
    connect(m_session, &QPushButton::clicked, this, &ConnectionDialog::keepForThisRun);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void ConnectionDialog::showConnection(const QString &name)
{
    m_name = name;
    const auto connection = m_parts.connections.find(name);
    m_id->setText(connection ? connection->clientId : QString());
    m_address->setText(connection ? connection->apiUrl.toDisplayString() : QString());
    m_secret->clear();
    m_session->hide();
    say({}, Tone::Quiet);
    refresh();
}

std::optional<Connection> ConnectionDialog::entered() const
{
    auto connection = m_parts.connections.find(m_name);
    if (connection)
        connection->clientId = m_id->text().trimmed();
    return connection;
}

void ConnectionDialog::test()
{
    const auto connection = entered();
    if (!connection || m_job)
        return;
    say(tr("Testing: one access token and one lookup, nothing is saved…"), Tone::Quiet);
    auto *job = m_parts.tester.test(*connection, m_secret->secret());
    m_job = job;
    job->onFinished(this, [this](const Result<ConnectionTestReport> &report) {
        m_job.clear();
        showReport(report);
        refresh();
    });
    refresh();
}

void ConnectionDialog::showReport(const Result<ConnectionTestReport> &report)
{
    const QDateTime now = m_environment.now();
    if (!report)
        return;
    const ConnectionTestStep &last = report->steps.back();
    if (last.error && last.what != ConnectionTestStep::What::Lookup) {
        const ErrorText words = errorText(*last.error, now);
        QString text = words.title + QStringLiteral(". ") + words.happened + QChar(u' ') + words.todo;
        if (!last.error->serverMessage.isEmpty())
            text += QChar(u'\n') + tr("What the service said: %1").arg(last.error->serverMessage);
        say(text, Tone::Wrong);
        return;
    }
    QString text =
        tr("The connection works. An access token lasts %1.").arg(remainingText(report->tokenLifetime.count()));
    if (last.error) {
        const ErrorCode code = last.error->code;
        const bool harmless = report->works();
        if (!harmless)
            text = tr("Client ID and secret are right, but the lookup gave no answer. %1")
                       .arg(errorLine(*last.error, now));
        else if (code == ErrorCode::Closed)
            text += QChar(u' ') + errorText(*last.error, now).title + QChar(u'.');
        say(text, harmless ? Tone::Good : Tone::Wrong);
        return;
    }
    say(text, Tone::Good);
}

void ConnectionDialog::storeClientId(const std::function<void()> &then)
{
    const auto connection = entered();
    if (!connection)
        return;
    if (const auto stored = m_parts.connections.put(*connection); !stored) {
        say(errorLine(stored.error(), m_environment.now()), Tone::Wrong);
        return;
    }
    then();
}

void ConnectionDialog::save()
{
    if (m_job)
        return;
    storeClientId([this] {
        if (m_secret->isEmpty()) {
            emit saved(m_name);
            accept();
            return;
        }
        const auto connection = entered();
        say(tr("Waiting for the keyring…"), Tone::Quiet);
        auto *job = m_parts.secrets.write(connection->secretKey(), m_secret->secret());
        m_job = job;
        job->onFinished(this, [this](const Result<Nothing> &result) {
            m_job.clear();
            secretWritten(result);
            refresh();
        });
        refresh();
    });
}

void ConnectionDialog::secretWritten(const Result<Nothing> &result)
{
    if (result) {
        m_secret->clear();
        emit saved(m_name);
        accept();
        return;
    }
    say(tr("The secret was not saved. %1").arg(errorLine(result.error(), m_environment.now())), Tone::Wrong);
    m_session->show();
}

void ConnectionDialog::keepForThisRun()
{
    storeClientId([this] {
        emit sessionSecretEntered(m_name, m_secret->secret());
        m_secret->clear();
        accept();
    });
}

void ConnectionDialog::say(const QString &text, Tone tone)
{
    const Colors c = colorsOf(QApplication::palette());
    const QColor ink = tone == Tone::Wrong  ? c.noAnswer.text
                       : tone == Tone::Good ? c.category(StatusCategory::Approved).text
                                            : c.secondary;
    const QString icon = tone == Tone::Wrong  ? QStringLiteral("attention")
                         : tone == Tone::Good ? QStringLiteral("check")
                                              : QStringLiteral("info");
    setInk(m_result, ink);
    m_result->setText(text);
    m_resultIcon->setPixmap(text.isEmpty() ? QPixmap()
                                           : tintedIcon(icon, ink).pixmap(m_result->fontMetrics().height() + 4));
    growToFit(this);
}

void ConnectionDialog::refresh()
{
    const bool ready = !m_id->text().trimmed().isEmpty() && !m_job;
    m_test->setEnabled(ready && !m_secret->isEmpty());
    m_save->setEnabled(ready);
}

void ConnectionDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConnectionDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        growToFit(this);
}

void ConnectionDialog::retranslate()
{
    setWindowTitle(tr("Connection"));
    m_connectionLabel->setText(tr("Connection"));
    m_idLabel->setText(tr("Client ID"));
    m_id->setAccessibleName(tr("Client ID"));
    m_idHelp->setText(tr("From the developer portal or your gateway. USCIS calls it Consumer Key."));
    m_secretLabel->setText(tr("Client secret"));
    m_secretHelp->setText(tr("Kept in the keyring only. Leave it empty to keep the one already stored."));
    m_test->setText(tr("Test connection"));
    m_session->setText(tr("Keep for this run only"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectioneditor.h"

#include "ui/connections/connectionform.h"
#include "ui/connections/editorfoot.h"
#include "ui/connections/editorhead.h"
#include "ui/connections/fieldwords.h"
#include "ui/connections/secretentry.h"
#include "ui/connections/testpanel.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/question.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/translation.h"
#include "ui/words/keeperwords.h"

#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

static ConnectionForm::Fixed fixedOf(const QString &name)
{
    return builtInConnection(name) ? ConnectionForm::Fixed::NameAndServer : ConnectionForm::Fixed::Name;
}

ConnectionEditor::ConnectionEditor(const Parts &parts, const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_parts(parts), m_announcer(new Announcer(this)), m_head(new EditorHead),
      m_scroll(new ScrollArea), m_form(new ConnectionForm), m_panel(new TestPanel(environment)), m_foot(new EditorFoot)
{
    build();
    wire();
    retranslate();
    onChange(this, QEvent::LanguageChange, [this] {
        retranslate();
        findSecret();
        say({}, Notice::Tone::Quiet);
    });
}

ConnectionEditor::~ConnectionEditor()
{
    stopEverything();
    m_form->disconnect(this); // this object is being destroyed
    m_form->clearSecrets();
}

void ConnectionEditor::stopEverything()
{
    m_afterSaving = {};
    ++m_visit;
    for (QPointer<Job> *job : {&m_saving, &m_testing, &m_finding}) {
        if (Job *running = std::exchange(*job, nullptr))
            running->cancel();
    }
}

void ConnectionEditor::build()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *pageLayout = new QVBoxLayout(page);
    pageLayout->setContentsMargins(24, 16, 24, 24);
    pageLayout->setSpacing(16);
    pageLayout->addWidget(m_form);
    pageLayout->addWidget(m_panel);
    pageLayout->addStretch(1);
    m_form->setMaximumWidth(std::max(640, fontMetrics().averageCharWidth() * 80));
    m_panel->setMaximumWidth(m_form->maximumWidth());
    m_scroll->setWidget(page);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_foot);
}

void ConnectionEditor::wire()
{
    connect(m_form, &ConnectionForm::edited, this, [this] {
        m_panel->setOutdated();
        if (!m_saving)
            say({}, Notice::Tone::Quiet);
        m_foot->offerToKeep(false);
        refresh();
        emit changed();
    });
    connect(m_form, &ConnectionForm::problemShown, m_announcer, &Announcer::announce);
    connect(m_panel, &TestPanel::stopRequested, this, [this] {
        if (m_testing)
            m_testing->cancel();
    });
    connect(m_panel, &TestPanel::certificateRequested, this, [this] {
        const auto connection = m_form->draft().connection();
        const auto failed = m_panel->failure();
        if (!connection || !failed)
            return;
        const bool atToken = failed->what == ConnectionTestStep::What::Token;
        emit certificateRequested(atToken ? connection->tokenUrl : connection->apiUrl, connection->proxy);
    });
    connect(m_head, &EditorHead::useRequested, this, [this] { emit useRequested(m_name); });
    connect(m_foot, &EditorFoot::testRequested, this, &ConnectionEditor::test);
    connect(m_foot, &EditorFoot::saveRequested, this, [this] { save(); });
    connect(m_foot, &EditorFoot::keepForThisRunRequested, this, &ConnectionEditor::keepForThisRun);
    connect(m_foot, &EditorFoot::closeRequested, this, &ConnectionEditor::closeRequested);
    connect(m_foot, &EditorFoot::stopWaitingRequested, this, [this] {
        if (m_saving)
            m_saving->cancel();
        else if (m_awaited)
            m_awaited->cancel();
    });
}

void ConnectionEditor::showConnection(const Connection &connection)
{
    show(ConnectionDraft(connection), false, connection.name);
}

void ConnectionEditor::showNew()
{
    show(ConnectionDraft(), true, {});
}

void ConnectionEditor::show(const ConnectionDraft &draft, bool isNew, const QString &name)
{
    stopEverything();
    m_awaited.clear(); // the job itself goes on
    m_stored = draft;
    m_isNew = isNew;
    m_name = name;
    m_panel->clear();
    m_foot->offerToKeep(false);
    say({}, Notice::Tone::Quiet);
    QStringList taken;
    for (const Connection &each : m_parts.connections.all())
        taken += each.name;
    m_form->setTakenNames(taken);
    m_form->setDraft(draft, isNew ? ConnectionForm::Fixed::Nothing : fixedOf(name));
    m_scroll->verticalScrollBar()->setValue(0);
    findSecret();
    retranslate();
}

void ConnectionEditor::discard()
{
    show(m_stored, m_isNew, m_name);
}

void ConnectionEditor::waitFor(Job *job)
{
    m_awaited = job;
    refresh();
}

void ConnectionEditor::setInUse(const QString &name)
{
    m_inUse = name;
    retranslate();
}

bool ConnectionEditor::isChanged() const
{
    return !(m_form->draft() == m_stored) || !m_form->secret().isEmpty() || !m_form->proxyPassword().isEmpty();
}

bool ConnectionEditor::needsNewSecret() const
{
    const auto connection = m_form->draft().connection();
    return connection && m_form->secret().isEmpty() && m_parts.keeper.needsNewSecret(*connection);
}

void ConnectionEditor::test()
{
    if (m_testing || m_saving)
        return;
    if (!m_form->isComplete()) {
        m_form->showProblems();
        return;
    }
    if (needsNewSecret()) { // the stored secret must not be sent to other servers
        m_form->secret().setFocus();
        return;
    }
    const Connection connection = *m_form->draft().connection();
    m_panel->begin(m_form->secret().isEmpty());
    auto *job = m_parts.tester.test(
        connection, m_form->secret().secret(), [this](const ConnectionTestStep &step) { m_panel->showStep(step); },
        m_form->proxyPassword());
    m_testing = job;
    job->onFinished(this, [this, visit = m_visit](const Result<ConnectionTestReport> &report) {
        if (visit != m_visit)
            return;
        m_testing.clear();
        m_panel->showResult(report);
        m_announcer->announce(m_panel->verdict());
        refresh();
    });
    refresh();
    QTimer::singleShot(0, m_panel, [this] { m_scroll->ensureWidgetVisible(m_panel, 0, 24); });
}

void ConnectionEditor::save(const std::function<void()> &then)
{
    if (!m_saving || then) // also after a save under way: nothing was entered since
        m_afterSaving = then;
    if (m_saving)
        return;
    if (!m_form->isComplete())
        m_form->showProblems();
    else if (needsNewSecret())
        askAboutMissingSecret();
    else
        startSaving();
}

void ConnectionEditor::askAboutMissingSecret()
{
    const QString name = m_form->draft().value("name"_L1).toString();
    auto *question = new Question(tr("Save without a client secret?"), otherServersText(name), window());
    question->addChoice(tr("Enter the secret"), [this] { m_form->secret().setFocus(); });
    question->addChoice(tr("Save without"), [this] { startSaving(); });
    question->open();
}

void ConnectionEditor::startSaving()
{
    const Connection connection = *m_form->draft().connection();
    if (!m_form->secret().isEmpty() || !m_form->proxyPassword().isEmpty() || m_parts.keeper.needsNewSecret(connection))
        say(tr("Waiting for the keyring. It may ask you something in a window of its own."), Notice::Tone::Quiet);
    auto *job = m_parts.keeper.save(connection, m_form->secret().secret(), m_form->proxyPassword());
    m_saving = job;
    job->onFinished(this, [this, visit = m_visit, connection](const Result<SavedConnection> &result) {
        if (visit != m_visit)
            return;
        m_saving.clear();
        saveEnded(connection, result);
        refresh();
    });
    refresh();
}

void ConnectionEditor::saveEnded(const Connection &connection, const Result<SavedConnection> &result)
{
    const auto then = std::exchange(m_afterSaving, {});
    const bool stored = m_parts.connections.find(connection.name) == connection;
    if (stored) {
        m_isNew = false;
        m_name = connection.name;
        m_stored = m_form->draft();
        emit saved(m_name);
    }
    if (!result) {
        say(notSavedText(result.error(), stored, m_parts.keeper.needsNewSecret(connection)),
            result.error().code == ErrorCode::Cancelled ? Notice::Tone::Quiet : Notice::Tone::Wrong);
        return;
    }
    if (result->secretNotStored || result->proxyPasswordNotStored) {
        say(result->secretNotStored ? secretNotStoredText(*result->secretNotStored)
                                    : proxyPasswordNotStoredText(*result->proxyPasswordNotStored),
            Notice::Tone::Wrong);
        m_foot->offerToKeep(true);
        return;
    }
    m_form->clearSecrets();
    m_form->setDraft(m_stored, fixedOf(m_name));
    say(result->oldSecretRemoved ? tr("Saved. The client secret for the earlier servers was removed.") : tr("Saved."),
        Notice::Tone::Good);
    findSecret();
    retranslate();
    if (then)
        then();
}

void ConnectionEditor::keepForThisRun()
{
    m_foot->offerToKeep(false);
    const bool proxyAlone = m_form->secret().isEmpty();
    emit sessionSecretEntered(m_name, m_form->secret().secret(), m_form->proxyPassword());
    m_form->clearSecrets();
    say(proxyAlone ? tr("The password for the proxy is kept until the program ends. It is not written to disk.")
                   : tr("The client secret is kept until the program ends. It is not written to disk."),
        Notice::Tone::Good);
    findSecret();
    retranslate();
}

void ConnectionEditor::findSecret()
{
    const int search = ++m_search;
    if (Job *earlier = std::exchange(m_finding, nullptr))
        earlier->cancel();
    m_form->setProxyPasswordHelp(tr("Kept in the keyring, and nowhere else."));
    if (m_isNew) {
        m_form->setSecretHelp(tr("Kept in the keyring, and nowhere else."));
        return;
    }
    const auto connection = m_parts.connections.find(m_name);
    if (!connection)
        return;
    m_form->setSecretHelp(tr("Looking in the keyring…"));
    auto *job = m_parts.keeper.findSecret(*connection);
    m_finding = job;
    job->onFinished(this, [this, search](const Result<SecretPlace> &place) {
        if (search == m_search)
            m_form->setSecretHelp(secretPlaceText(place));
    });
    if (connection->proxy.user.isEmpty())
        return;
    m_parts.keeper.findProxyPassword(*connection)->onFinished(this, [this, search](const Result<SecretPlace> &place) {
        if (search == m_search)
            m_form->setProxyPasswordHelp(secretPlaceText(place));
    });
}

void ConnectionEditor::say(const QString &text, Notice::Tone tone)
{
    m_foot->say(text, tone);
    if (!text.isEmpty())
        m_announcer->announce(text);
}

void ConnectionEditor::refresh()
{
    const bool waiting = m_saving || m_awaited;
    m_form->setWaiting(waiting);
    m_foot->show({.waiting = waiting, .testing = !m_testing.isNull(), .changed = isChanged()});
    m_form->setSecretProblem(
        needsNewSecret() ? tr("The addresses lead to other servers than before. Enter the client secret anew: the "
                              "stored one is not sent there.")
                         : QString());
}

void ConnectionEditor::retranslate()
{
    const QString kind = kindName(m_form->draft().kind());
    const bool inUse = !m_isNew && m_name == m_inUse;
    m_head->show(m_isNew ? tr("New connection") : m_name,
                 m_isNew     ? tr("Not saved yet")
                     : inUse ? kind + u" · "_s + tr("in use")
                             : kind,
                 !m_isNew && !inUse);
    refresh();
}

} // namespace linterna

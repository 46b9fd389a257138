// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectionsdialog.h"

#include "ui/connections/connectionform.h"
#include "ui/connections/connectionlist.h"
#include "ui/connections/secretentry.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/question.h"
#include "ui/widgets/translation.h"
#include "ui/words/errortext.h"
#include "ui/words/keeperwords.h"

#include <QBoxLayout>
#include <QFrame>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int listCharacters = 34;
constexpr int sideBySideCharacters = 130; // with fewer, summaries of closed sections are cut off
} // namespace

ConnectionsDialog::ConnectionsDialog(const Parts &parts, const ViewEnvironment &environment, const QString &inUse,
                                     QWidget *parent)
    : QDialog(parent), m_parts(parts), m_inUse(inUse), m_keeper(parts.connections, parts.secrets),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)), m_list(new ConnectionList), m_hairline(new QFrame),
      m_editor(new ConnectionEditor({parts.connections, m_keeper, parts.tester}, environment))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_hairline->setFrameShadow(QFrame::Plain);
    m_hairline->setLineWidth(1);
    m_hairline->setMidLineWidth(0);
    m_hairline->setForegroundRole(QPalette::Mid);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_list);
    m_layout->addWidget(m_hairline);
    m_layout->addWidget(m_editor, 1);
    wire();
    m_editor->setInUse(m_inUse);
    refill();
    showNow(m_parts.connections.find(m_inUse) ? m_inUse : m_parts.connections.all().front().name);
    keepTranslated(this, &ConnectionsDialog::retranslate);
    const int wanted = fontMetrics().averageCharWidth() * 150;
    const QSize room = parent ? parent->window()->size() - QSize(32, 32) : QSize(1088, 688);
    resize(std::min(std::max(960, wanted), std::max(640, room.width())), std::max(560, room.height()));
    arrange();
    m_editor->form().focusFirst();
}

ConnectionsDialog::~ConnectionsDialog()
{
    delete m_editor; // uses m_keeper, which would be destroyed before children
}

void ConnectionsDialog::wire()
{
    connect(m_list, &ConnectionList::chosen, this, [this](const QString &name) {
        leave([this, name] { name.isEmpty() ? showNew() : showNow(name); },
              [this] { m_list->select(m_editor->name()); });
    });
    connect(m_list, &ConnectionList::newRequested, this, [this] { leave([this] { showNew(); }); });
    connect(m_list, &ConnectionList::removeRequested, this, &ConnectionsDialog::askToRemove);
    connect(m_list, &ConnectionList::importRequested, this, [this] { leave([this] { emit importRequested(); }); });
    connect(m_list, &ConnectionList::exportRequested, this,
            [this] { leave([this] { emit exportRequested(m_editor->name()); }); });
    connect(m_editor, &ConnectionEditor::saved, this, [this](const QString &name) {
        m_list->setNewOne(false);
        refill();
        m_list->select(name);
        emit saved(name);
    });
    connect(m_editor, &ConnectionEditor::useRequested, this, &ConnectionsDialog::useRequested);
    connect(m_editor, &ConnectionEditor::sessionSecretEntered, this, &ConnectionsDialog::sessionSecretEntered);
    connect(m_editor, &ConnectionEditor::closeRequested, this, &ConnectionsDialog::reject);
    connect(m_editor, &ConnectionEditor::certificateRequested, this, &ConnectionsDialog::certificateRequested);
    connect(&m_editor->form(), &ConnectionForm::certificateFileRequested, this,
            &ConnectionsDialog::certificateFileRequested);
    connect(&m_parts.connections, &ConnectionStore::changed, this, &ConnectionsDialog::refill);
}

void ConnectionsDialog::leave(const std::function<void()> &go, const std::function<void()> &stay)
{
    if (!m_editor->isChanged()) {
        go();
        return;
    }
    if (stay)
        stay(); // until the question is answered
    const QString name = m_editor->isNew() ? tr("the new connection") : tr("“%1”").arg(m_editor->name());
    auto *question =
        new Question(tr("Save the changes?"), tr("What you entered for %1 is not saved yet.").arg(name), this);
    question->addChoice(tr("Save"), [this, go] { m_editor->save(go); });
    question->addChoice(tr("Keep editing"));
    question->addChoice(
        tr("Discard"),
        [this, go] {
            m_editor->discard();
            go();
        },
        Question::Place::Left);
    question->open();
}

void ConnectionsDialog::show(const QString &name)
{
    leave([this, name] { showNow(name); });
}

void ConnectionsDialog::askForSecret(const QString &name, const QString &text)
{
    leave([this, name, text] {
        showNow(name);
        say(text, Notice::Tone::Good);
        m_editor->form().secret().setFocus();
    });
}

void ConnectionsDialog::showNow(const QString &name)
{
    const auto connection = m_parts.connections.find(name);
    if (!connection)
        return;
    m_list->setNewOne(false);
    m_list->select(name);
    m_editor->showConnection(*connection);
    if (m_removing && name == m_removingName)
        m_editor->waitFor(m_removing);
}

void ConnectionsDialog::showNew()
{
    m_list->setNewOne(true);
    m_list->select({});
    m_editor->showNew();
    m_editor->form().focusFirst();
}

void ConnectionsDialog::setInUse(const QString &name)
{
    m_inUse = name;
    m_editor->setInUse(name);
    refill();
}

QString ConnectionsDialog::shownName() const
{
    return m_editor->name();
}

Secret ConnectionsDialog::proxyPassword() const
{
    return m_editor->form().proxyPassword();
}

QString ConnectionsDialog::caFile() const
{
    return m_editor->form().draft().value("ca_file"_L1).toString();
}

void ConnectionsDialog::setCaFile(const QString &path)
{
    m_editor->form().setValue("ca_file"_L1, path);
}

void ConnectionsDialog::say(const QString &text, Notice::Tone tone)
{
    m_editor->say(text, tone);
}

void ConnectionsDialog::refill()
{
    m_list->setConnections(m_parts.connections.all(), m_inUse);
}

void ConnectionsDialog::askToRemove()
{
    const QString name = m_editor->name();
    if (name.isEmpty() || m_removing)
        return;
    const bool builtIn = builtInConnection(name).has_value();
    auto *question = new Question(
        builtIn ? tr("Reset “%1”?").arg(name) : tr("Remove “%1”?").arg(name),
        builtIn
            ? tr("Its client ID, its client secret and all that was changed of it are removed. The history stays.")
            : tr("The connection and its client secret are removed from this computer. The history stays. To keep a "
                 "copy without the secret, export it first."),
        this);
    question->addChoice(tr("Keep it"));
    question->addChoice(builtIn ? tr("Reset") : tr("Remove"), [this, name] { remove(name); });
    question->open();
}

void ConnectionsDialog::remove(const QString &name)
{
    m_editor->discard();
    say(tr("Waiting for the keyring. It may ask you something in a window of its own."), Notice::Tone::Quiet);
    auto *job = m_keeper.remove(name);
    m_removing = job;
    m_removingName = name;
    m_editor->waitFor(job);
    job->onFinished(this, [this, name](const Result<RemovedConnection> &result) { removeEnded(name, result); });
}

void ConnectionsDialog::removeEnded(const QString &name, const Result<RemovedConnection> &result)
{
    m_removing.clear();
    // The keyring may have kept the job waiting, and another connection may be shown by now.
    const bool isShown = !m_editor->isNew() && m_editor->name() == name;
    if (isShown)
        m_editor->waitFor(nullptr);
    if (!result) {
        if (result.error().code == ErrorCode::Cancelled)
            say(tr("Stopped waiting. “%1” was not removed, its client secret may be.").arg(name), Notice::Tone::Quiet);
        else
            say(tr("“%1” was not removed. %2").arg(name, errorLine(result.error())), Notice::Tone::Wrong);
        return;
    }
    emit removed(name);
    refill();
    if (isShown) {
        showNow(m_parts.connections.find(name) ? name : m_inUse);
        m_list->focusList();
    }
    say(removalText(name, *result), result->secretLeft ? Notice::Tone::Wrong : Notice::Tone::Good);
}

void ConnectionsDialog::reject()
{
    leave([this] { QDialog::reject(); });
}

void ConnectionsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    arrange();
}

void ConnectionsDialog::arrange()
{
    const int letter = fontMetrics().averageCharWidth();
    const bool sideBySide = width() >= letter * sideBySideCharacters;
    m_layout->setDirection(sideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_hairline->setFrameShape(sideBySide ? QFrame::VLine : QFrame::HLine);
    m_list->setFixedWidth(sideBySide ? std::max(260, letter * listCharacters) : width());
    m_list->setOnTop(!sideBySide);
}

void ConnectionsDialog::retranslate()
{
    setWindowTitleText(this, tr("Connections"));
}

} // namespace linterna

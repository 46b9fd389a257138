// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/testpanel.h"

#include "ui/connections/teststepview.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/translation.h"
#include "ui/words/errortext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

using StepWhat = ConnectionTestStep::What;
constexpr std::array stepOrder{StepWhat::Secret, StepWhat::Token, StepWhat::Lookup};

} // namespace

TestPanel::TestPanel(const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_environment(environment), m_verdict(new Notice(textsize::body)),
      m_earlier(new Notice(textsize::helper)), m_steps{}, m_certificate(new QPushButton), m_stop(new QPushButton),
      m_copy(new QPushButton)
{
    for (std::size_t i = 0; i < stepOrder.size(); ++i)
        m_steps[i] = new TestStepView(stepOrder[i], m_environment);
    build();
    clear();
    onChange(this, QEvent::LanguageChange, [this] { say(); });
}

void TestPanel::build()
{
    m_verdict->setTextFont(scaledFont(textsize::card, QFont::DemiBold));
    for (QPushButton *button : {m_certificate, m_stop, m_copy})
        setButtonKind(button, ButtonKind::Plain);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_certificate);
    buttons->addWidget(m_stop);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addWidget(m_verdict);
    layout->addWidget(m_earlier);
    for (TestStepView *step : m_steps)
        layout->addWidget(step);
    layout->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, this, &TestPanel::stopRequested);
    connect(m_certificate, &QPushButton::clicked, this, &TestPanel::certificateRequested);
    connect(m_copy, &QPushButton::clicked, this, &TestPanel::copyAll);
}

TestStepView *TestPanel::view(StepWhat what) const
{
    return m_steps[std::size_t(std::ranges::find(stepOrder, what) - stepOrder.begin())];
}

void TestPanel::clear()
{
    m_state = State::Empty;
    m_report = {};
    hide();
}

void TestPanel::begin(bool readsSecret)
{
    m_state = State::Running;
    m_outdated = false;
    m_report = {};
    m_sinceLastStep.start();
    for (TestStepView *step : m_steps) {
        step->setNote({});
        step->setState(TestStepView::State::NotReached);
    }
    view(StepWhat::Secret)->setVisible(readsSecret);
    view(readsSecret ? StepWhat::Secret : StepWhat::Token)->setState(TestStepView::State::Running);
    say();
    show();
}

void TestPanel::showStep(const ConnectionTestStep &step)
{
    m_report.steps.push_back(step);
    const std::chrono::milliseconds waited(m_sinceLastStep.restart());
    // "Not recognised" and "closed" come from the service itself: see ConnectionTestReport::works().
    const bool answered = step.what == StepWhat::Lookup && step.error && m_report.works();
    view(step.what)->setResult(step, step.transcript ? step.transcript->took : waited, answered);
    if (step.error || step.what == StepWhat::Lookup)
        return;
    view(step.what == StepWhat::Secret ? StepWhat::Token : StepWhat::Lookup)->setState(TestStepView::State::Running);
}

void TestPanel::showResult(const Result<ConnectionTestReport> &report)
{
    m_state = report ? State::Ended : State::Stopped;
    if (report)
        m_report = *report;
    for (const StepWhat what : stepOrder) {
        const bool ended = std::ranges::find(m_report.steps, what, &ConnectionTestStep::what) != m_report.steps.end();
        if (!ended)
            view(what)->setState(TestStepView::State::NotReached);
    }
    say();
}

void TestPanel::setOutdated()
{
    if (m_state == State::Empty || m_outdated)
        return;
    m_outdated = true;
    say();
}

QString TestPanel::verdict() const
{
    return m_verdict->text();
}

std::optional<ConnectionTestStep> TestPanel::failure() const
{
    const auto failed =
        std::ranges::find_if(m_report.steps, [](const ConnectionTestStep &step) { return step.error.has_value(); });
    return failed == m_report.steps.end() ? std::nullopt : std::optional(*failed);
}

void TestPanel::say()
{
    sayVerdict();
    m_earlier->say(m_outdated ? tr("This is about the earlier entries: something was changed since.") : QString(),
                   Notice::Tone::Quiet);
    if (m_report.tokenLifetime.count() > 0)
        view(StepWhat::Token)->setNote(tr("It lasts %1.").arg(remainingText(m_report.tokenLifetime.count())));
    for (TestStepView *step : m_steps)
        step->retranslate();
    m_stop->setVisible(m_state == State::Running);
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop the test"));
    m_copy->setVisible(m_state == State::Ended || m_state == State::Stopped);
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy all of the test"));
    const auto failed = failure();
    m_certificate->setVisible(m_state == State::Ended && failed && failed->error->code == ErrorCode::Tls);
    m_certificate->setText(tr("Show the server's certificate…"));
}

void TestPanel::sayVerdict()
{
    const bool hasToken = std::ranges::any_of(
        m_report.steps, [](const ConnectionTestStep &step) { return step.what == StepWhat::Token && !step.error; });
    switch (m_state) {
    case State::Empty:
        m_verdict->say({}, Notice::Tone::Quiet);
        break;
    case State::Running:
        m_verdict->say(tr("Testing: one access token and one lookup. Nothing is saved."), Notice::Tone::Quiet);
        break;
    case State::Stopped:
        m_verdict->say(tr("The test was stopped."), Notice::Tone::Quiet);
        break;
    case State::Ended:
        if (m_report.works())
            m_verdict->say(tr("This connection works"), Notice::Tone::Good);
        else
            m_verdict->say(hasToken ? tr("Client ID and secret are right, but the lookup was not answered")
                                    : tr("This connection does not work yet"),
                           Notice::Tone::Wrong);
        break;
    }
}

void TestPanel::copyAll()
{
    QStringList parts{m_verdict->text()};
    for (const TestStepView *step : m_steps) {
        if (step->isVisibleTo(this))
            parts += step->plainText();
    }
    QGuiApplication::clipboard()->setText(parts.join(u"\n\n"_s));
    m_copy->setText(tr("Copied"));
}

} // namespace linterna

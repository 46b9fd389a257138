// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/teststepview.h"

#include "lib/net/transcripttext.h"
#include "ui/style/typography.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/notice.h"
#include "ui/words/errortext.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int mostStepLines = 12;

QString durationText(std::chrono::milliseconds took)
{
    return TestStepView::tr("%1 s").arg(QLocale().toString(double(took.count()) / 1000.0, 'f', 1));
}

} // namespace

TestStepView::TestStepView(ConnectionTestStep::What what, const ViewEnvironment &environment, QWidget *parent)
    : QWidget(parent), m_what(what), m_environment(environment), m_headline(new Notice(textsize::body)),
      m_text(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_requestLabel(new QLabel),
      m_replyLabel(new QLabel)
{
    build();
    say();
}

void TestStepView::build()
{
    auto *panes = new QWidget;
    m_exchange = new Disclosure(panes);
    auto *paneLayout = new QVBoxLayout(panes);
    paneLayout->setSpacing(4);
    for (QLabel *label : {m_requestLabel, m_replyLabel})
        label->setFont(scaledFont(textsize::helper));
    paneLayout->addWidget(m_requestLabel);
    m_request = addPane(m_requestLabel);
    paneLayout->addWidget(m_request);
    paneLayout->addSpacing(4);
    paneLayout->addWidget(m_replyLabel);
    m_reply = addPane(m_replyLabel);
    paneLayout->addWidget(m_reply);

    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_headline);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(m_headline->fontMetrics().height() + 8, 0, 0, 0); // below the text, not the symbol
    below->setSpacing(0);
    below->addWidget(m_text);
    below->addWidget(m_exchange);
    layout->addLayout(below);
    m_exchange->hide();
    connect(m_exchange, &Disclosure::toggled, this, &TestStepView::toggled);
}

QPlainTextEdit *TestStepView::addPane(QLabel *label)
{
    auto *pane = new QPlainTextEdit;
    pane->setReadOnly(true);
    pane->setFont(receiptFont(textsize::helper));
    pane->setLineWrapMode(QPlainTextEdit::NoWrap);
    pane->setTabChangesFocus(true);
    pane->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setBuddy(pane);
    return pane;
}

void TestStepView::setState(State state)
{
    m_state = state;
    say();
}

void TestStepView::setResult(const ConnectionTestStep &step, std::chrono::milliseconds took, bool answered)
{
    m_state = State::Ended;
    m_step = step;
    m_took = took;
    m_answered = answered;
    say();
}

void TestStepView::setNote(const QString &note)
{
    m_note = note;
    say();
}

void TestStepView::retranslate()
{
    say();
}

void TestStepView::say()
{
    const QString name = m_what == ConnectionTestStep::What::Secret ? tr("Keyring")
        : m_what == ConnectionTestStep::What::Token                 ? tr("Access token")
                                                                    : tr("Lookup of a published receipt number");
    const bool failed = m_state == State::Ended && m_step.error && !m_answered;
    QString word = tr("not reached");
    Notice::Tone tone = Notice::Tone::Quiet;
    if (m_state == State::Running) {
        word = tr("under way…");
    } else if (m_state == State::Ended) {
        word = (failed ? tr("failed") : tr("done")) + u" · "_s + durationText(m_took);
        tone = failed ? Notice::Tone::Wrong : Notice::Tone::Good;
    }
    m_headline->say(name + u": "_s + word, tone);

    QStringList texts;
    if (m_state == State::Ended && m_step.error) {
        const ErrorText words = errorText(*m_step.error, m_environment.now());
        texts += m_answered ? words.title + u". "_s + tr("Only the service itself can say that.")
                            : words.title + u". "_s + words.happened + u' ' + words.todo;
        if (!m_step.error->serverMessage.isEmpty())
            texts += tr("What the service said: %1").arg(m_step.error->serverMessage);
        if (!m_step.error->detail.isEmpty())
            texts += tr("Detail: %1").arg(m_step.error->detail);
    }
    if (m_state == State::Ended && !failed && !m_note.isEmpty())
        texts += m_note;
    m_text->setText(texts.join(u'\n'));
    m_text->setVisible(!texts.isEmpty());

    const bool hasExchange = m_state == State::Ended && m_step.transcript;
    m_exchange->setVisible(hasExchange);
    m_exchange->setTitle(tr("What was sent and answered"));
    m_exchange->button()->setAccessibleName(tr("What was sent and answered: %1").arg(name));
    m_requestLabel->setText(tr("Sent"));
    m_replyLabel->setText(tr("Answered"));
    m_request->setAccessibleName(tr("Sent: %1").arg(name));
    m_reply->setAccessibleName(tr("Answered: %1").arg(name));
    const auto fill = [](QPlainTextEdit *pane, const QString &text) {
        if (pane->toPlainText() != text)
            pane->setPlainText(text);
        const int lines = std::clamp(int(text.count(u'\n')) + 1, 2, mostStepLines);
        pane->setFixedHeight(lines * pane->fontMetrics().lineSpacing() + 28);
    };
    fill(m_request, hasExchange ? requestText(*m_step.transcript, ReceiptNumbers::Masked) : QString());
    const QString reply = hasExchange ? replyText(*m_step.transcript, ReceiptNumbers::Masked) : QString();
    fill(m_reply, reply.isEmpty() ? tr("Nothing was answered.") : reply);
}

QString TestStepView::plainText() const
{
    QStringList parts{m_headline->text()};
    if (!m_text->text().isEmpty())
        parts += m_text->text();
    if (m_state == State::Ended && m_step.transcript)
        parts += {m_requestLabel->text() + u':', m_request->toPlainText(), m_replyLabel->text() + u':',
                  m_reply->toPlainText()};
    return parts.join(u"\n\n"_s);
}

} // namespace linterna

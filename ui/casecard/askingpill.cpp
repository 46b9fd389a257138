// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/askingpill.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"
#include "ui/words/errortext.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace linterna {

AskingPill::AskingPill(const ViewEnvironment &environment, QWidget *parent)
    : QFrame(parent), m_environment(environment), m_text(new TextLabel), m_stop(new QPushButton)
{
    m_text->setWordWrap(false);
    setButtonKind(m_stop, ButtonKind::Link);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_stop);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &AskingPill::say);
    connect(m_stop, &QPushButton::clicked, this, &AskingPill::stopRequested);
    keepTranslated(this, &AskingPill::say);
}

void AskingPill::setProgress(const ReceiptNumber &receipt, const CheckProgress &progress)
{
    m_receipt = receipt;
    m_progress = progress;
    if (progress.phase == CheckProgress::Phase::Waiting && progress.until)
        m_second.start();
    else
        m_second.stop();
    say();
}

QString AskingPill::text() const
{
    return m_text->text();
}

void AskingPill::say()
{
    m_stop->setText(tr("Stop"));
    if (!m_receipt)
        return;
    const QString receipt = m_receipt->toString();
    switch (m_progress.phase) {
    case CheckProgress::Phase::Queued:
        m_text->setText(tr("%1 is next in turn").arg(receipt));
        break;
    case CheckProgress::Phase::Asking:
        m_text->setText(tr("Asking USCIS about %1").arg(receipt));
        break;
    case CheckProgress::Phase::Waiting: {
        const QDateTime now = m_environment.now();
        const qint64 seconds = m_progress.until ? std::max<qint64>(now.secsTo(*m_progress.until), 0) : 0;
        const QString why = m_progress.reason ? errorText(Error{.code = *m_progress.reason}, now).title : QString();
        const QString when = tr("next try in %1").arg(remainingText(seconds));
        m_text->setText(why.isEmpty() ? when : why + QStringLiteral(" · ") + when);
        break;
    }
    }
    m_stop->setAccessibleName(tr("Stop asking about %1").arg(receipt));
    adjustSize();
}

void AskingPill::paintEvent(QPaintEvent *)
{
    const Colors c = colorsOf(QApplication::palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.control, 1));
    painter.setBrush(c.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void AskingPill::hideEvent(QHideEvent *event)
{
    m_second.stop();
    QFrame::hideEvent(event);
}

} // namespace linterna

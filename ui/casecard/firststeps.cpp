// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/firststeps.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Paints a step's number in a circle; for assistive technology the heading beside it has the number.
class StepNumber : public QWidget
{
public:
    explicit StepNumber(int number) : m_number(number)
    {
        const int side = fontMetrics().height() + 12;
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors colors = colorsOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(colors.primary, 1.5));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        painter.setFont(scaledFont(textsize::body, QFont::DemiBold));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

} // namespace

FirstSteps::FirstSteps(QWidget *parent)
    : QWidget(parent), m_portal(new QPushButton), m_settings(new QPushButton),
      m_gateway(new TextLabel(textsize::body, TextLabel::Ink::Secondary))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    m_steps = {addStep(1, m_portal), addStep(2, m_settings), addStep(3, nullptr)};
    layout->addWidget(m_gateway);
    connect(m_portal, &QPushButton::clicked, this,
            [this] { emit linkActivated(QUrl(u"https://developer.uscis.gov/"_s)); });
    connect(m_settings, &QPushButton::clicked, this, &FirstSteps::settingsRequested);
    keepTranslated(this, &FirstSteps::retranslate);
}

FirstSteps::Step FirstSteps::addStep(int number, QPushButton *button)
{
    const Step step{.heading = new TextLabel, .words = new TextLabel};
    step.heading->setFont(scaledFont(textsize::card, QFont::DemiBold));
    auto *text = new QVBoxLayout;
    text->setSpacing(8);
    auto *badge = new StepNumber(number);
    step.heading->setMinimumHeight(badge->height());
    text->addWidget(step.heading);
    text->addWidget(step.words);
    if (button) {
        setButtonKind(button, ButtonKind::Plain);
        auto *line = new QHBoxLayout;
        line->addWidget(button);
        line->addStretch(1);
        text->addLayout(line);
    }
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(badge, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    return step;
}

void FirstSteps::retranslate()
{
    m_steps[0].heading->setText(tr("Find your client ID and client secret"));
    m_steps[0].words->setText(
        tr("Sign in at developer.uscis.gov, choose Apps and open your organization's app. Under Credentials, the eye "
           "beside each value shows it. The portal also calls them Consumer Key and Consumer Secret. The app must have "
           "the product “Case Status API”."));
    m_portal->setText(tr("Open developer.uscis.gov…"));
    m_steps[1].heading->setText(tr("Enter both in the connection"));
    m_steps[1].words->setText(tr(
        "New keys open the sandbox: the same service with invented cases, for trying, Monday to Friday from 7 AM to "
        "8 PM Eastern. USCIS gives keys for real cases after a demonstration; they go into a new connection of the kind “USCIS production”. The "
        "client secret is kept in this computer's keyring."));
    m_settings->setText(tr("Set up the connection…"));
    m_steps[2].heading->setText(tr("Look up a published receipt number"));
    m_steps[2].words->setText(
        tr("USCIS publishes receipt numbers for the sandbox that are nobody's case, for example %1. "
           "They are offered here as soon as the connection is saved.")
            .arg(u"EAC9999103402, EAC9999103403, SRC9999102777"_s));
    m_gateway->setText(
        tr("Does your organization have a gateway of its own? Whoever looks after it gives you the client ID, "
           "the client secret and perhaps a connection file to import."));
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i].heading->setAccessibleName(
            tr("Step %1 of %2: %3").arg(i + 1).arg(m_steps.size()).arg(m_steps[i].heading->text()));
}

} // namespace linterna

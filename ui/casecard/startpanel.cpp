// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/startpanel.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

StartGuide startGuideFor(const Connection &connection)
{
    if (connection.practice)
        return StartGuide::Practice;
    if (connection.clientId.isEmpty())
        return StartGuide::FirstSteps;
    return connection.kind == ConnectionKind::UscisSandbox ? StartGuide::Sandbox : StartGuide::None;
}

StartPanel::StartPanel(QWidget *parent)
    : QWidget(parent), m_heading(new TextLabel(textsize::body, TextLabel::Ink::Secondary))
{
    m_heading->setFont(scaledFont(textsize::body, QFont::DemiBold));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const QStringView text : {u"EAC9999103402", u"EAC9999103403", u"SRC9999102777"}) {
        const auto receipt = ReceiptNumber::fromText(text);
        Q_ASSERT(receipt);
        auto *button = new QPushButton(receipt->toString());
        setButtonKind(button, ButtonKind::Plain);
        button->setFont(receiptFont());
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, receipt = *receipt] { emit receiptChosen(receipt); });
    }
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(row);
    keepTranslated(this, &StartPanel::retranslate);
}

void StartPanel::setPurpose(Purpose purpose)
{
    m_purpose = purpose;
    retranslate();
}

void StartPanel::retranslate()
{
    m_heading->setText(m_purpose == Purpose::Practice ? tr("Receipt numbers to practice with")
                                                      : tr("Receipt numbers that USCIS publishes for the sandbox"));
    for (QPushButton *button : m_buttons)
        button->setAccessibleName(tr("Check %1").arg(button->text()));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lookup/languageswitch.h"

#include "common/linternastyle.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace linterna {

LanguageSwitch::LanguageSwitch(QWidget *parent)
    : QWidget(parent), m_english(new QPushButton(QStringLiteral("English"))),
      m_spanish(new QPushButton(QStringLiteral("Español")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *group = new QButtonGroup(this);
    for (auto *button : {m_english, m_spanish}) {
        setButtonKind(button, ButtonKind::Segment);
        button->setCheckable(true);
        group->addButton(button);
        layout->addWidget(button);
    }
    m_english->setChecked(true);
    connect(m_english, &QPushButton::clicked, this, [this] { emit languageChosen(QStringLiteral("en")); });
    connect(m_spanish, &QPushButton::clicked, this, [this] { emit languageChosen(QStringLiteral("es")); });
    retranslate();
}

void LanguageSwitch::setLanguage(const QString &code)
{
    (code == QLatin1StringView("es") ? m_spanish : m_english)->setChecked(true);
}

void LanguageSwitch::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LanguageSwitch::retranslate()
{
    m_english->setToolTip(tr("Program and status text in English"));
    m_spanish->setToolTip(tr("Program and status text in Spanish"));
}

} // namespace linterna

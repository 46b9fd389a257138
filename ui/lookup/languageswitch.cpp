// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lookup/languageswitch.h"

#include "ui/style/linternastyle.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

namespace linterna {

LanguageSwitch::LanguageSwitch(QWidget *parent)
    : QWidget(parent), m_english(new QPushButton(QStringLiteral("English"))),
      m_spanish(new QPushButton(QStringLiteral("Español")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (auto *button : {m_english, m_spanish}) {
        setButtonKind(button, ButtonKind::Segment);
        button->setCheckable(true);
        layout->addWidget(button);
    }
    // No QButtonGroup, which takes the button that is not down out of the tab order.
    setLanguage(QStringLiteral("en"));
    // toggled(), not clicked(), which is not emitted when assistive technology toggles a button.
    connect(m_english, &QPushButton::toggled, this, [this] { choose(QStringLiteral("en")); });
    connect(m_spanish, &QPushButton::toggled, this, [this] { choose(QStringLiteral("es")); });
    keepTranslated(this, &LanguageSwitch::retranslate);
}

void LanguageSwitch::setLanguage(const QString &code)
{
    const QSignalBlocker english(m_english);
    const QSignalBlocker spanish(m_spanish);
    m_english->setChecked(code != QLatin1StringView("es"));
    m_spanish->setChecked(code == QLatin1StringView("es"));
}

void LanguageSwitch::choose(const QString &code)
{
    setLanguage(code);
    emit languageChosen(code);
}

void LanguageSwitch::retranslate()
{
    setToolTipText(m_english, tr("Program and status text in English"));
    setToolTipText(m_spanish, tr("Program and status text in Spanish"));
}

} // namespace linterna

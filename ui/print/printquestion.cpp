// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/printquestion.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

PrintQuestion::PrintQuestion(const Offer &offer, QWidget *parent)
    : Question(offer.heading, {}, parent), m_english(new QRadioButton(u"English"_s)),
      m_spanish(new QRadioButton(u"Español"_s)), m_both(new QRadioButton(tr("Both, each on its own pages"))),
      m_check(new QCheckBox(offer.checkBox))
{
    addContent(makeLanguages(offer));
    if (!offer.checkBox.isEmpty()) {
        m_check->setChecked(offer.checked);
        addContent(m_check);
    } else {
        m_check->setParent(this);
        m_check->hide();
    }
    const auto offerWay = [this](PrintWay way) {
        addChoice(way == PrintWay::Printer ? tr("Print…") : tr("Save as PDF…"),
                  [this, way] { emit chosen(way, choice()); });
    };
    offerWay(offer.way);
    offerWay(offer.way == PrintWay::Printer ? PrintWay::Pdf : PrintWay::Printer);
    addChoice(tr("Cancel"));
}

QWidget *PrintQuestion::makeLanguages(const Offer &offer)
{
    auto *group = new QWidget;
    auto *heading = new QLabel(tr("Language of the pages"));
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(heading);
    for (QRadioButton *button : {m_english, m_spanish, m_both}) {
        button->setAccessibleDescription(heading->text());
        layout->addWidget(button);
    }
    m_both->setVisible(offer.both);
    const bool both = offer.both && offer.languages.size() > 1;
    (both ? m_both : offer.languages.value(0) == u"es" ? m_spanish : m_english)->setChecked(true);
    return group;
}

PrintQuestion::Choice PrintQuestion::choice() const
{
    const QString english = u"en"_s;
    const QString spanish = u"es"_s;
    if (m_both->isChecked())
        return {{english, spanish}, m_check->isChecked()};
    return {{m_spanish->isChecked() ? spanish : english}, m_check->isChecked()};
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/proxycontrol.h"

#include "ui/connections/choicecontrol.h"
#include "ui/connections/textcontrol.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {
enum { System, None, Manual };
}

ProxyControl::ProxyControl(QWidget *parent) : FieldControl(parent), m_choice(newChoiceBox()), m_place(newEntry())
{
    m_choice->addItems({QString(), QString(), QString()});
    m_place->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_choice);
    layout->addWidget(m_place);
    setFocusProxy(m_choice);
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        m_place->setVisible(choice == Manual);
        emit edited(value());
    });
    connect(m_place, &QLineEdit::textEdited, this, [this] { emit edited(value()); });
}

QString ProxyControl::value() const
{
    switch (m_choice->currentIndex()) {
    case System:
        return u"system"_s;
    case None:
        return u"none"_s;
    default:
        return m_place->text().trimmed();
    }
}

void ProxyControl::setValue(const QJsonValue &shown)
{
    if (value() == shown.toString())
        return;
    const int choice = shown == u"system"_s ? System : shown == u"none"_s ? None : Manual;
    m_choice->setCurrentIndex(choice);
    m_place->setText(choice == Manual ? shown.toString() : QString());
    m_place->setVisible(choice == Manual);
}

void ProxyControl::setWords(const FieldWords &words)
{
    m_choice->setItemText(System, tr("As the system is set up"));
    m_choice->setItemText(None, tr("None"));
    m_choice->setItemText(Manual, tr("This one:"));
    m_place->setPlaceholderText(words.example);
    m_place->setAccessibleName(tr("Name and port of the proxy"));
}

void ProxyControl::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

} // namespace linterna

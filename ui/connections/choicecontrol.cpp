// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/choicecontrol.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>

namespace linterna {

namespace {

//! Passes wheel events on to the form, so that scrolling it does not change a combo box under the pointer.
class WheelGuard : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel)
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

QComboBox *newChoiceBox()
{
    auto *box = new QComboBox;
    // The longest name must not widen the form.
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(12);
    box->installEventFilter(new WheelGuard(box));
    return box;
}

ChoiceControl::ChoiceControl(std::vector<Choice> choices, QWidget *parent)
    : FieldControl(parent), m_choices(std::move(choices)), m_box(newChoiceBox())
{
    for (const Choice &choice : m_choices)
        m_box->addItem(choice.name());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    setFocusProxy(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) { emit edited(m_choices[std::size_t(index)].word); });
}

void ChoiceControl::setValue(const QJsonValue &value)
{
    for (std::size_t i = 0; i < m_choices.size(); ++i) {
        if (value.toString() == m_choices[i].word)
            m_box->setCurrentIndex(int(i));
    }
}

void ChoiceControl::setWords(const FieldWords &)
{
    for (std::size_t i = 0; i < m_choices.size(); ++i)
        m_box->setItemText(int(i), m_choices[i].name());
}

void ChoiceControl::setReadOnly(bool readOnly)
{
    m_box->setEnabled(!readOnly);
}

} // namespace linterna

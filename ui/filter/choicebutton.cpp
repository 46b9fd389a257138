// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/choicebutton.h"

#include "ui/style/linternastyle.h"
#include "ui/widgets/foreigntext.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyleOptionComboBox>

#include <algorithm>

namespace linterna {

ChoiceButton::ChoiceButton(QWidget *parent) : MenuButton(parent), m_menu(new QMenu(this))
{
    setButtonKind(this, ButtonKind::Plain);
    setMenu(m_menu);
    m_menu->installEventFilter(this);
    connect(m_menu, &QMenu::aboutToShow, this, &ChoiceButton::fill);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceButton::setWords(const QString &name, const QString &none)
{
    m_name = name;
    m_none = none;
    say();
}

void ChoiceButton::setChoices(const QStringList &values, const QStringList &texts)
{
    m_values = values;
    m_texts = texts;
    say();
}

void ChoiceButton::setChosen(const QStringList &values)
{
    m_chosen = values;
    say();
}

QString ChoiceButton::textOf(const QString &value) const
{
    return m_texts.value(m_values.indexOf(value), value);
}

void ChoiceButton::say()
{
    QStringList words;
    for (const QString &value : m_chosen)
        words += textOf(value);
    m_shown = words.isEmpty() ? m_none : words.join(QStringLiteral(", "));
    setText(captionText(m_shown));
    setAccessibleName(m_name + QStringLiteral(": ") + m_shown);
    updateGeometry();
    update();
}

void ChoiceButton::fill()
{
    m_menu->clear();
    m_menu->setMinimumWidth(width());
    QStringList all = m_values;
    for (const QString &value : m_chosen) {
        if (!all.contains(value))
            all += value;
    }
    for (const QString &value : all) {
        QAction *action = m_menu->addAction(captionText(textOf(value)));
        action->setCheckable(true);
        action->setChecked(m_chosen.contains(value));
        connect(action, &QAction::toggled, this, [this, value](bool on) {
            if (on)
                m_chosen += value;
            else
                m_chosen.removeAll(value);
            say();
            emit chosenChanged();
        });
    }
    if (all.isEmpty())
        m_menu->addAction(tr("There is none yet"))->setEnabled(false);
}

bool ChoiceButton::eventFilter(QObject *watched, QEvent *event)
{
    // A QMenu closes when an entry is chosen; here several are ticked one after the other.
    QAction *action = watched == m_menu ? m_menu->activeAction() : nullptr;
    if (!action || !action->isEnabled() || !action->isCheckable())
        return QPushButton::eventFilter(watched, event);
    const bool clicked = event->type() == QEvent::MouseButtonRelease;
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!clicked && !pressed)
        return QPushButton::eventFilter(watched, event);
    action->toggle();
    return true;
}

QSize ChoiceButton::sizeHint() const
{
    const QSize whole = QPushButton::sizeHint();
    return {std::min(whole.width(), fontMetrics().averageCharWidth() * 30), whole.height()};
}

QSize ChoiceButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10 + 40, QPushButton::sizeHint().height()};
}

void ChoiceButton::paintEvent(QPaintEvent *)
{
    QStyleOptionComboBox option;
    option.initFrom(this);
    option.subControls = QStyle::SC_All;
    option.currentText = m_shown;
    QPainter painter(this);
    style()->drawComplexControl(QStyle::CC_ComboBox, &option, &painter, this);
    const QRect place = rect().adjusted(12, 0, -32, 0);
    style()->drawItemText(&painter, place, Qt::AlignLeft | Qt::AlignVCenter, palette(), isEnabled(),
                          fontMetrics().elidedText(m_shown, Qt::ElideRight, place.width()), QPalette::ButtonText);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segments.h"

#include "ui/style/linternastyle.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <iterator>

namespace linterna {

namespace {
constexpr int besideWords = 32;
} // namespace

int segmentWidth(const QPushButton &button)
{
    QFont bold = button.font();
    bold.setWeight(QFont::DemiBold);
    return QFontMetrics(bold).horizontalAdvance(button.text()) + besideWords;
}

Segments::Segments(int count, QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (int i = 0; i < count; ++i) {
        auto *button = new QPushButton;
        setButtonKind(button, ButtonKind::Segment);
        button->setCheckable(true);
        layout->addWidget(button);
        m_buttons.push_back(button);
        // No QButtonGroup, which takes buttons that are not down out of the tab order. And toggled(), not clicked(),
        // which is not emitted when assistive technology toggles a button.
        connect(button, &QPushButton::toggled, this, [this, i] {
            const bool another = i != m_chosen;
            choose(i);
            if (another)
                emit picked(i);
        });
    }
    layout->addStretch(1);
    choose(0);
}

void Segments::setWords(const QStringList &words)
{
    Q_ASSERT(words.size() == std::ssize(m_buttons));
    for (int i = 0; i < words.size(); ++i)
        button(i)->setText(words[i]);
    makeRoom();
}

void Segments::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        makeRoom();
}

void Segments::makeRoom()
{
    for (QPushButton *button : m_buttons)
        button->setMinimumWidth(segmentWidth(*button));
}

void Segments::choose(int index)
{
    m_chosen = index;
    for (int i = 0; i < int(m_buttons.size()); ++i) {
        const QSignalBlocker quiet(button(i));
        button(i)->setChecked(i == index);
    }
}

} // namespace linterna

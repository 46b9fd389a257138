// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/question.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

Question::Question(const QString &heading, const QString &text, QWidget *parent)
    : Dialog(parent), m_content(new QVBoxLayout), m_left(new QHBoxLayout), m_right(new QHBoxLayout)
{
    setHeading(heading);
    auto *sentences = new TextLabel;
    sentences->setText(text);
    sentences->setVisible(!text.isEmpty());
    setAccessibleDescription(text);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addLayout(m_left);
    buttons->addStretch(1);
    m_right->setSpacing(8);
    m_right->setDirection(QBoxLayout::RightToLeft);
    buttons->addLayout(m_right);
    m_content->setSpacing(8);

    page()->addWidget(sentences);
    page()->addLayout(m_content);
    page()->addStretch(1);
    setFoot(buttons);
    setUsualWidth(std::max(440, fontMetrics().averageCharWidth() * 60));
    fit();
}

void Question::tell(const QString &heading, const QString &text, QWidget *parent)
{
    auto *question = new Question(heading, text, parent);
    question->addClose();
    question->open();
}

void Question::addContent(QWidget *content)
{
    m_content->addWidget(content);
    fit();
}

QPushButton *Question::addChoice(const QString &text, std::function<void()> chosen, Place place)
{
    auto *button = new QPushButton(text);
    const bool first = m_left->isEmpty() && m_right->isEmpty();
    setButtonKind(button, first ? ButtonKind::Primary : ButtonKind::Plain);
    button->setAutoDefault(true); // Enter on "Cancel" must not press the default button
    (place == Place::Right ? m_right : m_left)->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, chosen = std::move(chosen)] {
        accept();
        if (chosen)
            chosen();
    });
    if (first) {
        button->setDefault(true);
        button->setFocus();
    }
    fit();
    return button;
}

QPushButton *Question::addStop(const QString &text)
{
    QPushButton *button = addChoice(text);
    setButtonKind(button, ButtonKind::Plain);
    button->setDefault(false);
    button->setAutoDefault(false);
    return button;
}

} // namespace linterna

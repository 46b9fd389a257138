// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/editorfoot.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace linterna {

EditorFoot::EditorFoot(QWidget *parent)
    : FootBar(parent), m_message(new Notice(textsize::body)), m_keep(new QPushButton), m_stopWaiting(new QPushButton),
      m_test(new QPushButton), m_close(new QPushButton), m_save(new QPushButton)
{
    for (QPushButton *button : {m_keep, m_stopWaiting, m_test, m_close})
        setButtonKind(button, ButtonKind::Plain);
    setButtonKind(m_save, ButtonKind::Primary);
    m_save->setDefault(true);
    m_keep->hide();
    m_stopWaiting->hide();
    auto *said = new QHBoxLayout;
    said->setSpacing(16);
    said->addWidget(m_message, 1);
    said->addWidget(m_keep, 0, Qt::AlignTop);
    said->addWidget(m_stopWaiting, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_test);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 8, 24, 8);
    layout->setSpacing(8);
    layout->addLayout(said);
    layout->addLayout(buttons);
    connect(m_test, &QPushButton::clicked, this, &EditorFoot::testRequested);
    connect(m_save, &QPushButton::clicked, this, &EditorFoot::saveRequested);
    connect(m_close, &QPushButton::clicked, this, &EditorFoot::closeRequested);
    connect(m_keep, &QPushButton::clicked, this, &EditorFoot::keepForThisRunRequested);
    connect(m_stopWaiting, &QPushButton::clicked, this, &EditorFoot::stopWaitingRequested);
}

void EditorFoot::say(const QString &text, Notice::Tone tone)
{
    m_message->say(text, tone);
}

void EditorFoot::offerToKeep(bool offered)
{
    m_keep->setVisible(offered);
}

void EditorFoot::show(const State &state)
{
    m_stopWaiting->setVisible(state.waiting);
    m_test->setEnabled(!state.waiting && !state.testing);
    m_save->setEnabled(!state.waiting && state.changed);
    m_test->setText(tr("Test connection"));
    m_keep->setText(tr("Keep for this run only"));
    m_stopWaiting->setText(tr("Stop waiting"));
    m_close->setText(tr("Close"));
    m_save->setText(tr("Save"));
}

} // namespace linterna

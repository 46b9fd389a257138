// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/editorhead.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace linterna {

EditorHead::EditorHead(QWidget *parent)
    : QWidget(parent), m_title(new TextLabel(textsize::section)),
      m_subtitle(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_use(new QPushButton)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setButtonKind(m_use, ButtonKind::Plain);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 8);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_use, 0, Qt::AlignTop);
    connect(m_use, &QPushButton::clicked, this, &EditorHead::useRequested);
}

void EditorHead::show(const QString &title, const QString &subtitle, bool canBeUsed)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_use->setText(tr("Use this connection"));
    m_use->setVisible(canBeUsed);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/style/wrapping.h"
#include "ui/widgets/factsgrid.h"
#include "ui/widgets/foreigntext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace linterna {

TextDialog::TextDialog(const Content &content, QWidget *parent)
    : QDialog(parent), m_content(content), m_text(new QPlainTextEdit),
      m_copied(new TextLabel(textsize::helper, TextLabel::Ink::Secondary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, content.title);
    auto *heading = new TextLabel(textsize::body, TextLabel::Ink::Secondary);
    heading->setText(content.purpose);
    m_text->setReadOnly(true);
    m_text->setFont(receiptFont(textsize::helper));
    m_text->setWordWrapMode(wrapModeFor(content.text));
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(content.title);
    m_text->setAccessibleDescription(content.purpose);
    m_text->setPlainText(content.text);
    m_text->document()->setDocumentMargin(12);

    auto *copy = new QPushButton(tr("Copy"));
    auto *close = new QPushButton(tr("Close"));
    setButtonKind(copy, ButtonKind::Plain);
    setButtonKind(close, ButtonKind::Primary);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, &TextDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(copy);
    row->addWidget(m_copied, 1);
    row->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    if (!content.facts.empty())
        layout->addLayout(factsGrid(content.facts));
    auto *below = new QVBoxLayout;
    below->setSpacing(8);
    below->addWidget(heading);
    below->addWidget(m_text, 1);
    layout->addLayout(below, 1);
    layout->addLayout(row);
    resize(760, 560);
    m_text->setFocus();
}

void TextDialog::copy()
{
    QString all;
    for (const auto &[name, value] : m_content.facts)
        all += name + QStringLiteral(": ") + value + u'\n';
    QGuiApplication::clipboard()->setText(all.isEmpty() ? m_content.text : all + u'\n' + m_content.text);
    m_copied->setText(tr("Copied"));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/linkconfirmation.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

LinkConfirmation::LinkConfirmation(const QUrl &url, QWidget *parent) : Dialog(parent), m_url(url)
{
    setWindowTitleText(this, tr("Open this link?"));
    const QString address = QString::fromLatin1(url.toEncoded());

    auto *question = new TextLabel;
    question->setText(tr("This link leaves Linterna and opens in your browser:"));
    auto *host = new TextLabel(textsize::section);
    host->setText(url.host(QUrl::FullyEncoded));
    auto *whole = new QLineEdit(address);
    whole->setReadOnly(true);
    whole->setTextMargins(6, 0, 6, 0);
    whole->setCursorPosition(0);
    whole->setAccessibleName(tr("Address of the link"));

    auto *copy = new QPushButton(tr("Copy address"));
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *open = new QPushButton(tr("Open in browser"));
    setButtonKind(copy, ButtonKind::Plain);
    setButtonKind(cancel, ButtonKind::Plain);
    setButtonKind(open, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(open);

    page()->addWidget(question);
    page()->addWidget(host);
    page()->addWidget(whole);
    setFoot(buttons);
    setUsualWidth(std::max(480, fontMetrics().averageCharWidth() * 60));
    fit();

    connect(copy, &QPushButton::clicked, this, [address] { QGuiApplication::clipboard()->setText(address); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(open, &QPushButton::clicked, this, [this] {
        emit openRequested(m_url);
        accept();
    });
    open->setDefault(true);
    open->setFocus();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sheetprogressdialog.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace linterna {

namespace {
constexpr int unnoticedMs = 500;
constexpr int lookEveryMs = 100;
} // namespace

SheetProgressDialog::SheetProgressDialog(JobOf<Nothing> *job, SheetWriter::Progress progress, QWidget *parent)
    : QDialog(parent), m_job(job), m_progress(std::move(progress)), m_bar(new QProgressBar)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitleText(this, tr("Making the pages"));
    auto *label = new TextLabel;
    label->setText(tr("The pages are being made."));
    m_bar->setAccessibleName(tr("Pages made"));
    m_bar->setTextVisible(false);
    auto *stop = new QPushButton(tr("Stop"));
    setButtonKind(stop, ButtonKind::Plain);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(stop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(label);
    layout->addWidget(m_bar);
    layout->addLayout(buttons);
    setMinimumWidth(440);
    connect(stop, &QPushButton::clicked, this, &SheetProgressDialog::reject);
    connect(job, &QObject::destroyed, this, &QObject::deleteLater);
    connect(&m_again, &QTimer::timeout, this, &SheetProgressDialog::look);
    m_again.start(lookEveryMs);
    QTimer::singleShot(unnoticedMs, this, &QDialog::open);
    look();
}

void SheetProgressDialog::look()
{
    m_bar->setRange(0, m_progress->total);
    m_bar->setValue(m_progress->done);
}

void SheetProgressDialog::reject()
{
    if (m_job)
        m_job->cancel();
    QDialog::reject();
}

} // namespace linterna

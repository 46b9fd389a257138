// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/retentiondialog.h"

#include "lib/settings/settings.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace linterna {

namespace {
//! Months shown at first where none were chosen; not a recommendation.
constexpr int firstMonths = 60;
} // namespace

RetentionDialog::RetentionDialog(int months, QWidget *parent)
    : Question(tr("How long the history is kept"),
               tr("Old checks can be deleted by themselves: now, at each start, and once a day. Cases that are kept "
                  "whatever their age lose nothing. What was deleted can be brought back until the program is closed."),
               parent),
      m_limit(new QCheckBox(tr("&Delete checks that are older than"))), m_months(new QSpinBox)
{
    m_limit->setChecked(months > 0);
    m_months->setRange(1, Settings::LongestRetention);
    m_months->setValue(months > 0 ? months : firstMonths);
    m_months->setAccessibleName(tr("Age in months"));
    m_months->setEnabled(months > 0);
    auto *unit = new QLabel(tr("months"));
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_limit);
    layout->addWidget(m_months);
    layout->addWidget(unit);
    layout->addStretch(1);
    addContent(row);
    connect(m_limit, &QCheckBox::toggled, m_months, &QWidget::setEnabled);
    addChoice(tr("Keep it so"), [this] { emit chosen(m_limit->isChecked() ? m_months->value() : 0); });
    addChoice(tr("Cancel"));
    m_limit->setFocus();
}

} // namespace linterna

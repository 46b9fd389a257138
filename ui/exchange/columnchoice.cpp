// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/columnchoice.h"

#include "lib/exchange/exportcolumns.h"
#include "ui/exchange/exportwords.h"
#include "ui/style/linternastyle.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/translation.h"

#include <QGridLayout>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace linterna {

namespace {
constexpr int choiceGap = 8;
} // namespace

ColumnChoice::ColumnChoice(ExportOptions::Line line, QWidget *parent)
    : QWidget(parent), m_line(line), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(choiceGap);
    for (const ExportColumn &column : exportColumns()) {
        if (!column.isOf(line))
            continue;
        auto *button = new QPushButton(this);
        button->setObjectName(QString(column.name));
        setButtonKind(button, ButtonKind::Segment);
        button->setCheckable(true);
        button->setChecked(true);
        m_buttons.push_back(button);
        connect(button, &QPushButton::toggled, this, &ColumnChoice::edited);
    }
    keepTranslated(this, &ColumnChoice::retranslate);
    onChange(this, QEvent::FontChange, [this] { retranslate(); });
}

void ColumnChoice::setColumns(const QStringList &columns)
{
    for (QPushButton *button : m_buttons) {
        const QSignalBlocker quiet(button);
        button->setChecked(columns.isEmpty() || columns.contains(button->objectName()));
    }
}

QStringList ColumnChoice::columns() const
{
    QStringList wanted;
    for (const QPushButton *button : m_buttons) {
        if (button->isChecked())
            wanted << button->objectName();
    }
    return wanted;
}

void ColumnChoice::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ColumnChoice::retranslate()
{
    for (QPushButton *button : m_buttons) {
        button->setText(columnWord(button->objectName(), m_line));
        button->setMinimumWidth(segmentWidth(*button));
    }
    arrange();
}

//! Places the buttons in reading order, as many side by side as there is room for.
void ColumnChoice::arrange()
{
    const auto widest = std::ranges::max_element(m_buttons, {}, &QPushButton::minimumWidth);
    const int perRow = std::max(1, (contentsRect().width() + choiceGap) / ((*widest)->minimumWidth() + choiceGap));
    for (int i = 0; i < count(); ++i)
        m_grid->addWidget(button(i), i / perRow, i % perRow);
}

} // namespace linterna

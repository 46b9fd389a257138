// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/timelineview.h"

#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QGridLayout>
#include <QPainter>

namespace linterna {

namespace {
constexpr int railWidth = 28;
constexpr int dotRadius = 5;
} // namespace

TimelineView::TimelineView(QWidget *parent) : QWidget(parent), m_heading(new TextLabel(textsize::section))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    keepTranslated(this, &TimelineView::retranslate);
}

void TimelineView::setEntries(const std::vector<CardText::Entry> &entries)
{
    delete m_rows;
    m_dates.clear();
    m_rows = new QWidget;
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(railWidth, 0, 0, 0);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const CardText::Entry &entry : entries) {
        auto *date = new TextLabel(textsize::helper, TextLabel::Ink::Secondary);
        date->setText(entry.date.isEmpty() ? tr("No date given") : entry.date);
        auto *text = new TextLabel(textsize::card);
        text->setText(entry.text.isEmpty() ? tr("No text given") : entry.text);
        for (QLabel *label : {static_cast<QLabel *>(date), static_cast<QLabel *>(text)})
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setContentsMargins(0, 0, 0, 12);
        grid->addWidget(date, row++, 0);
        grid->addWidget(text, row++, 0);
        m_dates.push_back(date);
    }
    layout()->addWidget(m_rows);
    setVisible(!entries.empty());
}

void TimelineView::paintEvent(QPaintEvent *)
{
    if (m_dates.empty())
        return;
    const Colors c = colorsOf(QApplication::palette());
    const auto middle = [this](const QWidget *date) {
        const QPoint top = date->mapTo(this, QPoint(0, 0));
        return QPointF(dotRadius + 1, top.y() + date->height() / 2.0);
    };
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(c.control, 1));
    painter.drawLine(middle(m_dates.front()), middle(m_dates.back()));
    painter.setPen(QPen(c.primary, 2));
    for (const QWidget *date : m_dates) {
        painter.setBrush(date == m_dates.front() ? c.primary : c.page);
        painter.drawEllipse(middle(date), dotRadius - 1, dotRadius - 1);
    }
}

void TimelineView::retranslate()
{
    m_heading->setText(tr("Timeline"));
}

} // namespace linterna

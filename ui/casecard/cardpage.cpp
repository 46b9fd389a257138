// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/cardpage.h"

#include <QEvent>
#include <QLayout>
#include <QResizeEvent>

#include <algorithm>

namespace linterna {

namespace {

constexpr int pageMargin = 24;
constexpr int spacing = 16;

int heightOf(const QWidget *part, int width)
{
    if (part->layout())
        part->layout()->activate();
    if (part->layout() && part->layout()->hasHeightForWidth())
        return part->layout()->totalHeightForWidth(width);
    return part->minimumHeight() == part->maximumHeight() ? part->minimumHeight() : part->sizeHint().height();
}

} // namespace

CardPage::CardPage(int columnWidth, QWidget *parent) : QWidget(parent), m_columnWidth(columnWidth)
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void CardPage::add(QWidget *part)
{
    part->setParent(this);
    m_parts.push_back(part);
}

void CardPage::arrange()
{
    if (m_arranging)
        return;
    m_arranging = true;
    const int column = std::clamp(width() - 2 * pageMargin, 1, m_columnWidth);
    int y = pageMargin;
    for (QWidget *part : m_parts) {
        if (part->isHidden())
            continue;
        // The width is set first: the height of a text depends on it.
        part->resize(column, part->height());
        const int height = heightOf(part, column);
        part->setGeometry(pageMargin, y, column, height);
        y += height + spacing;
    }
    setMinimumHeight(y - spacing + pageMargin);
    m_arranging = false;
}

bool CardPage::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void CardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listtabs.h"

#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/accessibleitems.h"

#include <QApplication>
#include <QPainter>
#include <QSignalBlocker>

#include <algorithm>

namespace linterna {

namespace {

constexpr int tabSide = 8;
constexpr int lineWidth = 3;

QFont fontOf(bool chosen)
{
    return scaledFont(textsize::card, chosen ? QFont::DemiBold : QFont::Normal);
}

} // namespace

ListTabs::ListTabs(QWidget *parent) : QTabBar(parent)
{
    reportItemsTruly();
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    addTab(QString());
    addTab(QString());
    connect(this, &QTabBar::currentChanged, this, [this] { emit listChosen(list()); });
    retranslate();
}

void ListTabs::setList(ListKind list)
{
    const QSignalBlocker quiet(this);
    setCurrentIndex(static_cast<int>(list));
}

void ListTabs::retranslate()
{
    setAccessibleName(tr("Which list"));
    setTabText(0, tr("Cases"));
    setTabText(1, tr("Checks"));
    setTabToolTip(0, tr("One line for each receipt number, with its last good answer"));
    setTabToolTip(1, tr("Every time that a receipt number was asked, answered or not"));
}

QSize ListTabs::tabSizeHint(int index) const
{
    const QFontMetrics metrics(fontOf(true)); // bold width for all, so that choosing moves nothing
    return {metrics.horizontalAdvance(tabText(index)) + 2 * tabSide, std::max(32, metrics.height() + 14)};
}

void ListTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors c = colorsOf(QApplication::palette());
    const QPoint mouse = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const QRect place = tabRect(i);
        const bool chosen = i == currentIndex();
        const bool hover = isEnabled() && underMouse() && place.contains(mouse);
        painter.setFont(fontOf(chosen));
        painter.setPen(chosen ? c.text : hover ? c.primary : c.secondary);
        painter.drawText(place, Qt::AlignCenter, tabText(i));
        if (!chosen)
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.primary);
        painter.drawRoundedRect(
            QRectF(place.left() + tabSide, place.bottom() + 1 - lineWidth, place.width() - 2 * tabSide, lineWidth), 1.5,
            1.5);
    }
}

} // namespace linterna

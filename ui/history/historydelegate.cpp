// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historydelegate.h"

#include "common/statuslook.h"
#include "common/typography.h"
#include "history/historymodel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace linterna {

namespace {

constexpr int side = 12; // the table itself stands 4 px inside its view
constexpr int lineGap = 2;
constexpr int barWidth = 4;

struct Inks {
    QColor first;
    QColor second;
};

void drawGround(QPainter &painter, const QRect &rect, bool selected, bool first, const Colors &c)
{
    painter.fillRect(rect, c.page);
    if (!selected) {
        painter.fillRect(QRect(rect.left() + (first ? side : 0), rect.bottom(), rect.width() - side, 1), c.line);
        return;
    }
    // Both cells together are one shape: each draws all of it and keeps its own part.
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.selected.ground);
    painter.drawRoundedRect(rect.adjusted(first ? 0 : -20, 0, first ? 20 : 0, 0), 6, 6);
    painter.setBrush(c.primary);
    if (first)
        painter.drawRoundedRect(QRectF(rect.left(), rect.top() + 8, barWidth, rect.height() - 16), 2, 2);
    painter.restore();
}

void drawLine(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink, Qt::Alignment alignment,
              const QString &text)
{
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const HistoryModel *>(index.model());
    const HistoryRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    const Colors c = colorsOf(QApplication::palette());
    const HistoryWords words = wordsOf(*row, model->now());
    const bool selected = option.state & QStyle::State_Selected;
    StatusLook look = row->error ? lookOf(*row->error, c) : lookOf(row->category, c);
    if (row->unreadable)
        look.category.reset();
    const bool plain = selected && c.highContrast;
    if (plain)
        look.colors.text = c.selected.text;
    const Inks inks =
        plain ? Inks{c.selected.text, c.selected.text} : Inks{c.text, words.changed ? c.primary : c.secondary};

    painter->save();
    drawGround(*painter, option.rect, selected, index.column() == HistoryModel::CaseColumn, c);
    const QFont small = scaledFont(textsize::helper);
    const int symbolSize = symbolSizeFor(receiptFont());
    const bool caseColumn = index.column() == HistoryModel::CaseColumn;
    const QFont first = caseColumn ? receiptFont() : scaledFont(textsize::body, QFont::DemiBold);
    const int firstHeight = QFontMetrics(scaledFont(textsize::body)).height();
    const int secondHeight = QFontMetrics(small).height();
    const int top = option.rect.top() + (option.rect.height() - firstHeight - lineGap - secondHeight) / 2;
    QRect line(option.rect.left(), top, option.rect.width(), firstHeight);
    line.adjust(caseColumn ? side + symbolSize + 8 : 8, 0, caseColumn ? -8 : -side, 0);
    const QRect below(line.left(), line.bottom() + 1 + lineGap, line.width(), secondHeight);
    if (caseColumn) {
        drawSymbol(
            *painter,
            QRectF(option.rect.left() + side, line.center().y() - symbolSize / 2.0 + 0.5, symbolSize, symbolSize),
            look);
        drawLine(*painter, line, first, inks.first, Qt::AlignLeft, words.receipt);
        drawLine(*painter, below, small, inks.second, Qt::AlignLeft, words.detail);
    } else {
        drawLine(*painter, line, first, look.colors.text, Qt::AlignRight, words.status);
        drawLine(*painter, below, small, plain ? inks.second : c.secondary, Qt::AlignRight, words.when);
    }
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {index.column() == HistoryModel::StatusColumn ? statusWidth() : 240, rowHeight()};
}

int HistoryDelegate::rowHeight()
{
    const int lines = QFontMetrics(scaledFont(textsize::body)).height() + lineGap
                      + QFontMetrics(scaledFont(textsize::helper)).height();
    return std::max(48, lines + 12);
}

int HistoryDelegate::caseWidth()
{
    const QString receipt(ReceiptNumber::Length + 1, QChar(u'0'));
    return side + symbolSizeFor(receiptFont()) + 8 + QFontMetrics(receiptFont()).horizontalAdvance(receipt);
}

int HistoryDelegate::statusWidth()
{
    const QFontMetrics bold(scaledFont(textsize::body, QFont::DemiBold));
    const QFontMetrics small(scaledFont(textsize::helper));
    int width = 0;
    for (int i = 0; i <= int(StatusCategory::Other); ++i)
        width = std::max(width, bold.horizontalAdvance(lookOf(StatusCategory(i), lightColors()).word));
    for (const ErrorCode code : {ErrorCode::NotRecognized, ErrorCode::Closed, ErrorCode::Offline})
        width = std::max(width, bold.horizontalAdvance(lookOf(code, lightColors()).word));
    HistoryRow sample;
    sample.checkedAt = QDateTime(QDate(2026, 11, 22), QTime(20, 40), Qt::UTC);
    const QString longest = wordsOf(sample, sample.checkedAt.addDays(1)).when;
    return std::max(width, small.horizontalAdvance(longest)) + 8 + side + 2;
}

} // namespace linterna

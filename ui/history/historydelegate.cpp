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

constexpr int side = 16;
constexpr int symbolSize = 12;
constexpr int textLeft = side + symbolSize + 8;
constexpr int lineGap = 2;
constexpr int barWidth = 4;

struct Inks {
    QColor first;
    QColor second;
};

void drawGround(QPainter &painter, const QRect &rect, bool selected, bool first, const Colors &c)
{
    painter.fillRect(rect, selected ? c.selected.ground : c.page);
    const QRect line(rect.left() + (first ? side : 0), rect.bottom(), rect.width() - side, 1);
    if (!selected)
        painter.fillRect(line, c.line);
    else if (first)
        painter.fillRect(QRect(rect.left(), rect.top(), barWidth, rect.height()), c.primary);
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
    const bool caseColumn = index.column() == HistoryModel::CaseColumn;
    const QFont first = caseColumn ? receiptFont() : scaledFont(textsize::body, QFont::DemiBold);
    const int firstHeight = QFontMetrics(scaledFont(textsize::body)).height();
    const int secondHeight = QFontMetrics(small).height();
    const int top = option.rect.top() + (option.rect.height() - firstHeight - lineGap - secondHeight) / 2;
    QRect line(option.rect.left(), top, option.rect.width(), firstHeight);
    line.adjust(caseColumn ? textLeft : 8, 0, caseColumn ? -8 : -side, 0);
    const QRect below(line.left(), line.bottom() + 1 + lineGap, line.width(), secondHeight);
    if (caseColumn) {
        drawSymbol(
            *painter,
            QRectF(option.rect.left() + side, line.center().y() - symbolSize / 2.0 + 0.5, symbolSize, symbolSize),
            look);
        drawLine(*painter, line, first, inks.first, Qt::AlignLeft, words.receipt);
        drawLine(*painter, below, small, plain ? inks.second : c.secondary, Qt::AlignLeft, words.detail);
    } else {
        drawLine(*painter, line, first, look.colors.text, Qt::AlignRight, words.status);
        drawLine(*painter, below, small, inks.second, Qt::AlignRight, words.when);
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
    sample.change = Change::Status;
    sample.checkedAt = QDateTime(QDate(2026, 11, 22), QTime(20, 40), Qt::UTC);
    const QString longest = wordsOf(sample, sample.checkedAt.addDays(1)).when;
    return std::max(width, small.horizontalAdvance(longest)) + 8 + side;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listdelegate.h"

#include "ui/list/listmodel.h"
#include "ui/list/rowwords.h"
#include "ui/style/statuslook.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace linterna {

namespace {

constexpr int cellSide = 12; // the view has a margin of 4 px around the table
constexpr int cellGap = 8;
constexpr int rowLineGap = 2;
constexpr int currentRowBarWidth = 4;
constexpr int cellCorner = 6;

//! What the functions that paint the parts of one cell share.
struct Brushwork {
    QPainter &painter;
    QRect rect;
    Colors colors;
    bool selected;
    bool plain; //!< Whether the cell is selected under high contrast: all its text has one colour then.

    [[nodiscard]] QColor ink(const QColor &usual) const { return plain ? colors.selected.text : usual; }

    void text(const QRect &place, const QFont &font, const QColor &color, Qt::Alignment alignment,
              const QString &words) const
    {
        if (words.isEmpty() || place.width() <= 0)
            return;
        painter.setFont(font);
        painter.setPen(ink(color));
        painter.drawText(place, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                         QFontMetrics(font).elidedText(words, Qt::ElideRight, place.width()));
    }
};

void drawCellGround(const Brushwork &b, bool first, bool last)
{
    b.painter.fillRect(b.rect, b.colors.page);
    if (!b.selected) {
        const QRect line(b.rect.left() + (first ? cellSide : 0), b.rect.bottom(),
                         b.rect.width() - (first ? cellSide : 0), 1);
        b.painter.fillRect(line.adjusted(0, 0, last ? -cellSide : 0, 0), b.colors.line);
        return;
    }
    // The ground of a selected row is one rounded shape: each cell draws beyond its edges and clips to its rectangle.
    b.painter.setRenderHint(QPainter::Antialiasing);
    b.painter.setClipRect(b.rect);
    b.painter.setPen(Qt::NoPen);
    b.painter.setBrush(b.colors.selected.ground);
    b.painter.drawRoundedRect(b.rect.adjusted(first ? 0 : -20, 0, last ? 0 : 20, 0), cellCorner, cellCorner);
    b.painter.setBrush(b.colors.primary);
    const int inset = b.rect.height() / 6;
    if (first)
        b.painter.drawRoundedRect(
            QRectF(b.rect.left(), b.rect.top() + inset, currentRowBarWidth, b.rect.height() - 2 * inset), 2, 2);
    b.painter.setClipping(false);
}

StatusLook symbolOf(const ListRow &row, const Colors &c)
{
    StatusLook look = row.confirmedAt || !row.error ? lookOf(row.category, c) : lookOf(*row.error, c);
    if (row.unreadable)
        look.category.reset();
    return look;
}

//! Rectangles of a cell's two lines of text; in a dense row both are the whole cell.
struct Lines {
    QRect first;
    QRect second;
};

Lines linesIn(const QRect &rect, bool dense)
{
    if (dense)
        return {rect, rect};
    const int firstHeight = QFontMetrics(scaledFont(textsize::body)).height();
    const int secondHeight = QFontMetrics(scaledFont(textsize::helper)).height();
    const int top = rect.top() + (rect.height() - firstHeight - rowLineGap - secondHeight) / 2;
    return {QRect(rect.left(), top, rect.width(), firstHeight),
            QRect(rect.left(), top + firstHeight + rowLineGap, rect.width(), secondHeight)};
}

QColor detailInk(const ListRow &row, const RowWords &words, const Colors &c)
{
    if (row.error && row.confirmedAt)
        return c.noAnswer.text;
    return words.changed ? c.primary : c.secondary;
}

void drawCase(const Brushwork &b, const ListRow &row, const RowWords &words, bool dense)
{
    const QFont font = receiptFont();
    StatusLook look = symbolOf(row, b.colors);
    look.colors.text = b.ink(look.colors.text);
    const int symbol = symbolSizeFor(font);
    const auto [first, second] = linesIn(b.rect.adjusted(cellSide + symbol + cellGap, 0, -cellGap, 0), dense);
    drawSymbol(b.painter, QRectF(b.rect.left() + cellSide, first.center().y() - symbol / 2.0 + 0.5, symbol, symbol),
               look);
    b.text(first, font, b.colors.text, Qt::AlignLeft, words.receipt);
    const int taken = dense ? QFontMetrics(font).horizontalAdvance(words.receipt) + cellSide : 0;
    b.text(second.adjusted(taken, 0, 0, 0), scaledFont(textsize::helper), detailInk(row, words, b.colors),
           Qt::AlignLeft, words.detail);
}

void drawStatus(const Brushwork &b, const ListRow &row, const RowWords &words, bool dense)
{
    const QFont bold = scaledFont(textsize::body, QFont::DemiBold);
    const auto [first, second] = linesIn(b.rect.adjusted(cellGap, 0, -cellSide, 0), dense);
    b.text(first, bold, symbolOf(row, b.colors).colors.text, Qt::AlignRight, words.status);
    if (!dense)
        b.text(second, scaledFont(textsize::helper), b.colors.secondary, Qt::AlignRight, words.when);
}

void drawCell(const Brushwork &b, const ListRow &row, ListColumn column, const QString &words)
{
    QRect place = b.rect.adjusted(cellGap, 0, -cellGap, 0);
    if (column == ListColumn::Category && !words.isEmpty()) {
        StatusLook look = lookOf(row.category, b.colors);
        look.colors.text = b.ink(look.colors.text);
        const int symbol = symbolSizeFor(receiptFont());
        drawSymbol(b.painter, QRectF(place.left(), place.center().y() - symbol / 2.0 + 0.5, symbol, symbol), look);
        place.adjust(symbol + cellGap, 0, 0, 0);
    }
    b.text(place, scaledFont(textsize::body), b.colors.text, Qt::AlignLeft, words);
}

} // namespace

void ListDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ListModel *>(index.model());
    const ListRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return;
    const Colors c = colorsOf(QApplication::palette());
    const bool selected = option.state & QStyle::State_Selected;
    const ListColumn column = model->column(index.column());
    painter->save();
    const Brushwork b{*painter, option.rect, c, selected, selected && c.highContrast};
    drawCellGround(b, index.column() == 0, index.column() == model->columnCount() - 1);
    if (column == ListColumn::Case)
        drawCase(b, *row, wordsOf(*row, model->now()), m_dense);
    else if (column == ListColumn::Status)
        drawStatus(b, *row, wordsOf(*row, model->now()), m_dense);
    else
        drawCell(b, *row, column, cellText(*row, column, model->list(), model->now()));
    painter->restore();
}

QSize ListDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const ListModel *>(index.model());
    const ListRow *row = model ? model->row(index) : nullptr;
    if (!row)
        return {};
    const ListColumn column = model->column(index.column());
    if (column == ListColumn::Status)
        return {statusWidth(), rowHeight(m_dense)};
    if (column == ListColumn::Case)
        return {2 * caseWidth(), rowHeight(m_dense)};
    const QString words = cellText(*row, column, model->list(), model->now());
    const int symbol = column == ListColumn::Category ? symbolSizeFor(receiptFont()) + cellGap : 0;
    return {QFontMetrics(scaledFont(textsize::body)).horizontalAdvance(words) + symbol + 2 * cellGap,
            rowHeight(m_dense)};
}

int ListDelegate::rowHeight(bool dense)
{
    const int body = QFontMetrics(scaledFont(textsize::body)).height();
    if (dense)
        return std::max(28, body + 8);
    return std::max(48, body + rowLineGap + QFontMetrics(scaledFont(textsize::helper)).height() + 12);
}

int ListDelegate::caseWidth()
{
    const QString receipt(ReceiptNumber::Length + 1, QChar(u'0'));
    return cellSide + symbolSizeFor(receiptFont()) + cellGap + QFontMetrics(receiptFont()).horizontalAdvance(receipt);
}

int ListDelegate::statusWidth()
{
    const QFontMetrics bold(scaledFont(textsize::body, QFont::DemiBold));
    const QFontMetrics small(scaledFont(textsize::helper));
    int width = 0;
    for (int i = 0; i <= int(StatusCategory::Other); ++i)
        width = std::max(width, bold.horizontalAdvance(lookOf(StatusCategory(i), lightColors()).word));
    for (const ErrorCode code : {ErrorCode::NotRecognized, ErrorCode::Closed, ErrorCode::Offline})
        width = std::max(width, bold.horizontalAdvance(lookOf(code, lightColors()).word));
    ListRow sample;
    sample.checkedAt = QDateTime(QDate(2026, 11, 22), QTime(20, 40), Qt::UTC);
    const QString longest = wordsOf(sample, sample.checkedAt.addDays(1)).when;
    return std::max(width, small.horizontalAdvance(longest)) + cellGap + cellSide + 2;
}

} // namespace linterna

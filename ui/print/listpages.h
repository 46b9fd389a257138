// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/listwords.h"
#include "ui/print/sheet.h"

namespace linterna {

//! Measures the columns of a table and paints rows in them. All lengths are in the device's pixels.
class SheetColumns
{
public:
    //! `device` must be set up before (its resolution is used), and must outlive this object.
    SheetColumns(std::vector<SheetColumn> columns, const SheetFonts &fonts, QPaintDevice &device);

    //! Takes a row into account for the columns' widths.
    void see(const QStringList &cells);
    //! Width at which no text wraps, except very long ones.
    [[nodiscard]] qreal comfortable() const;
    //! Places the columns within `width`. Columns that wrap share what the others leave.
    void fit(qreal width);

    [[nodiscard]] qreal headingHeight() const;
    [[nodiscard]] qreal height(const QStringList &cells) const;
    void paintHeading(QPainter &painter, qreal top) const;
    //! Paints a row with a thin line below.
    void paint(QPainter &painter, qreal top, const QStringList &cells) const;
    //! Paints one text over the whole width and returns its height; only measures where `painter` is null.
    qreal text(QPainter *painter, qreal top, const QString &words, qreal ratio, QFont::Weight weight) const;
    [[nodiscard]] qreal point() const { return m_point; }

private:
    struct Place {
        SheetColumn column;
        qreal wanted = 0; //!< Width of the longest text, without padding.
        qreal left = 0;
        qreal width = 0;
    };
    qreal cell(QPainter *painter, const QPointF &at, qreal width, const QString &words, const QFont &font,
               bool wraps) const;
    [[nodiscard]] const QFont &fontOf(const Place &place) const { return place.column.isReceipt ? m_receipt : m_text; }
    [[nodiscard]] qreal padding() const { return 3 * m_point; }

    std::vector<Place> m_places;
    QPaintDevice &m_device;
    qreal m_point;
    QFont m_text;
    QFont m_bold;
    QFont m_receipt;
};

//! Pages of a table: a heading on the first, the columns' headings on each.
class ListPages : public SheetPages
{
public:
    ListPages(const ListWords &words, SheetColumns columns, QString language, const QSizeF &body);

    void add(QStringList cells);
    [[nodiscard]] int count() const override { return int(m_firstLines.size()); }
    void paint(QPainter &painter, int page) const override;
    [[nodiscard]] SheetFoot foot(int) const override { return {m_words.foot, m_words.closing, m_language}; }

private:
    //! Paints what stands above the table on the first page, unless `painter` is null, and returns its height.
    qreal head(QPainter *painter) const;

    ListWords m_words;
    SheetColumns m_columns;
    QString m_language;
    QSizeF m_body;
    std::vector<QStringList> m_lines;
    //! Index in m_lines of the first row on each page.
    std::vector<std::size_t> m_firstLines = {0};
    //! Top of the next row on the last page, in the device's pixels.
    qreal m_bottom;
};

} // namespace linterna

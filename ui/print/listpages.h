// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/listwords.h"
#include "print/sheet.h"

namespace linterna {

//! How wide the columns of a table are, and how a line is painted in them.
class SheetColumns
{
public:
    //! Not before the device is ready: its pixels are measured with. It must outlive this.
    SheetColumns(std::vector<SheetColumn> columns, const SheetFonts &fonts, QPaintDevice &device);

    //! Makes room for a line.
    void see(const QStringList &cells);
    //! The width at which no line is broken, but for very long ones.
    [[nodiscard]] qreal comfortable() const;
    //! Gives the columns their places within this width. Those that wrap get what is left.
    void fit(qreal width);

    [[nodiscard]] qreal headingHeight() const;
    [[nodiscard]] qreal height(const QStringList &cells) const;
    void paintHeading(QPainter &painter, qreal top) const;
    //! Paints one line with a hairline below.
    void paint(QPainter &painter, qreal top, const QStringList &cells) const;
    //! One text over the whole width; gives its height. Paints where there is a painter.
    qreal text(QPainter *painter, qreal top, const QString &words, qreal ratio, QFont::Weight weight) const;
    [[nodiscard]] qreal point() const { return m_point; }

private:
    struct Place {
        SheetColumn column;
        qreal wanted = 0; //!< Without its padding.
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

//! A table's pages: a heading on the first, the columns' headings on each.
class ListPages : public SheetPages
{
public:
    ListPages(const ListWords &words, SheetColumns columns, QString language, const QSizeF &body);

    void add(QStringList cells);
    [[nodiscard]] int count() const override { return int(m_firstLines.size()); }
    void paint(QPainter &painter, int page) const override;
    [[nodiscard]] SheetFoot foot(int) const override { return {m_words.foot, m_words.closing, m_language}; }

private:
    //! What stands above the table on the first page; gives its height.
    qreal head(QPainter *painter) const;

    ListWords m_words;
    SheetColumns m_columns;
    QString m_language;
    QSizeF m_body;
    std::vector<QStringList> m_lines;
    //! Of each page.
    std::vector<std::size_t> m_firstLines = {0};
    //! Where the next line begins on the last page.
    qreal m_bottom;
};

} // namespace linterna

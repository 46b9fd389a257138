// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/listpages.h"

#include "ui/style/theme.h"
#include "ui/style/wrapping.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace linterna {

namespace {

//! Greatest width that a column with wrapping texts asks for, so that one long text does not widen it.
constexpr qreal mostPoints = 220;
constexpr qreal leastPoints = 60;
constexpr qreal columnGapPoints = 8;

} // namespace

SheetColumns::SheetColumns(std::vector<SheetColumn> columns, const SheetFonts &fonts, QPaintDevice &device)
    : m_device(device), m_point(device.logicalDpiY() / 72.0), m_text(fonts.text, &device), m_bold(m_text),
      m_receipt(fonts.receipt, &device)
{
    m_bold.setWeight(QFont::DemiBold);
    QStringList headings;
    for (SheetColumn &column : columns) {
        headings += column.heading;
        m_places.push_back({std::move(column)});
    }
    const QFontMetricsF metrics(m_bold, &device);
    for (Place &place : m_places)
        place.wanted = metrics.horizontalAdvance(place.column.heading);
}

void SheetColumns::see(const QStringList &cells)
{
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const QFontMetricsF metrics(fontOf(m_places[i]), &m_device);
        for (const QString &line : cells[qsizetype(i)].split(u'\n'))
            m_places[i].wanted = std::max(m_places[i].wanted, metrics.horizontalAdvance(line));
    }
}

qreal SheetColumns::comfortable() const
{
    qreal width = columnGapPoints * m_point * qreal(m_places.size() - 1);
    for (const Place &place : m_places)
        width += place.column.wraps ? std::min(place.wanted, mostPoints * m_point) : place.wanted;
    return width;
}

void SheetColumns::fit(qreal width)
{
    const qreal gap = columnGapPoints * m_point;
    qreal left = width - gap * qreal(m_places.size() - 1);
    qreal wanted = 0;
    qreal least = 0;
    for (const Place &place : m_places) {
        if (place.column.wraps) {
            wanted += std::max(place.wanted, leastPoints * m_point);
            least += leastPoints * m_point;
        } else {
            left -= place.wanted;
        }
    }
    left = std::max(left, least);
    qreal at = 0;
    for (Place &place : m_places) {
        const qreal share = std::max(place.wanted, leastPoints * m_point) / wanted * left;
        place.width = place.column.wraps ? share : std::ceil(place.wanted);
        place.left = at;
        at += place.width + gap;
    }
}

qreal SheetColumns::cell(QPainter *painter, const QPointF &at, qreal width, const QString &words, const QFont &font,
                         bool wraps) const
{
    qreal y = 0;
    for (const QString &paragraph : words.split(u'\n')) {
        QTextLayout layout(paragraph, font, &m_device);
        QTextOption option;
        option.setWrapMode(wraps ? wrapModeFor(paragraph) : QTextOption::WrapAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width + 1);
            line.setPosition({0, y});
            y += line.height();
        }
        layout.endLayout();
        if (painter)
            layout.draw(painter, at);
    }
    return y;
}

qreal SheetColumns::text(QPainter *painter, qreal top, const QString &words, qreal ratio, QFont::Weight weight) const
{
    QFont font = m_text;
    font.setPointSizeF(font.pointSizeF() * ratio);
    font.setWeight(weight);
    const Place &last = m_places.back();
    return cell(painter, {0, top}, last.left + last.width, words, font, true);
}

qreal SheetColumns::headingHeight() const
{
    return QFontMetricsF(m_bold, &m_device).height() + 2 * padding();
}

qreal SheetColumns::height(const QStringList &cells) const
{
    qreal most = 0;
    for (std::size_t i = 0; i < m_places.size(); ++i)
        most = std::max(
            most,
            cell(nullptr, {}, m_places[i].width, cells[qsizetype(i)], fontOf(m_places[i]), m_places[i].column.wraps));
    return std::ceil(most) + 2 * padding();
}

void SheetColumns::paintHeading(QPainter &painter, qreal top) const
{
    painter.setPen(lightColors().text);
    for (const Place &place : m_places)
        cell(&painter, {place.left, top + padding()}, place.width, place.column.heading, m_bold, false);
    const qreal y = top + headingHeight();
    painter.setPen(QPen(lightColors().text, m_point));
    painter.drawLine(QPointF(0, y), QPointF(m_places.back().left + m_places.back().width, y));
}

void SheetColumns::paint(QPainter &painter, qreal top, const QStringList &cells) const
{
    painter.setPen(lightColors().text);
    for (std::size_t i = 0; i < m_places.size(); ++i)
        cell(&painter, {m_places[i].left, top + padding()}, m_places[i].width, cells[qsizetype(i)], fontOf(m_places[i]),
             m_places[i].column.wraps);
    const qreal y = top + height(cells);
    painter.setPen(QPen(lightColors().line, m_point / 2));
    painter.drawLine(QPointF(0, y), QPointF(m_places.back().left + m_places.back().width, y));
}

ListPages::ListPages(const ListWords &words, SheetColumns columns, QString language, const QSizeF &body)
    : m_words(words), m_columns(std::move(columns)), m_language(std::move(language)), m_body(body)
{
    m_bottom = head(nullptr) + m_columns.headingHeight();
}

qreal ListPages::head(QPainter *painter) const
{
    const qreal gap = 4 * m_columns.point();
    qreal y = 0;
    if (!m_words.practice.isEmpty())
        y += m_columns.text(painter, y, m_words.practice, 1, QFont::Bold) + gap;
    y += m_columns.text(painter, y, m_words.title, 1.6, QFont::DemiBold) + gap;
    y += m_columns.text(painter, y, m_words.range, 1, QFont::Normal) + 2 * gap;
    return y;
}

void ListPages::add(QStringList cells)
{
    const qreal height = m_columns.height(cells);
    const bool pageHasLine = m_firstLines.back() < m_lines.size();
    if (m_bottom + height > m_body.height() && pageHasLine) {
        m_firstLines.push_back(m_lines.size());
        m_bottom = m_columns.headingHeight();
    }
    m_bottom += height;
    m_lines.push_back(std::move(cells));
}

void ListPages::paint(QPainter &painter, int page) const
{
    const auto index = std::size_t(page);
    const std::size_t end = index + 1 < m_firstLines.size() ? m_firstLines[index + 1] : m_lines.size();
    painter.setPen(lightColors().text);
    qreal y = page == 0 ? head(&painter) : 0;
    m_columns.paintHeading(painter, y);
    y += m_columns.headingHeight();
    for (std::size_t line = m_firstLines[index]; line < end; ++line) {
        m_columns.paint(painter, y, m_lines[line]);
        y += m_columns.height(m_lines[line]);
    }
}

} // namespace linterna

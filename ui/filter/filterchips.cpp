// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/filterchips.h"

#include "ui/filter/filterwords.h"
#include "ui/style/icons.h"
#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/foreigntext.h"

#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QResizeEvent>

#include <algorithm>

namespace linterna {

namespace {

constexpr int filterChipSide = 10;
constexpr int filterChipGap = 6;

//! Chip of one condition: its text on a coloured ground, with a cross at the end.
class Chip : public QPushButton
{
public:
    Chip(const QString &words, QWidget *parent) : QPushButton(captionText(words), parent), m_words(words) {}
    [[nodiscard]] QSize sizeHint() const override
    {
        const QFontMetrics metrics(font());
        return {metrics.horizontalAdvance(m_words) + crossSize() + 2 * filterChipSide + filterChipGap + 2,
                std::max(26, metrics.height() + 8)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {crossSize() + 4 * filterChipSide, sizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Colors c = colorsOf(QApplication::palette());
        const ColorPair colors = c.category(StatusCategory::InReview);
        painter.setPen(c.highContrast ? QPen(c.text, 1) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() || isDown() ? mixed(c.primary, colors.ground, 0.15) : colors.ground);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), height() / 2.0, height() / 2.0);
        painter.setPen(colors.text);
        const int cross = crossSize();
        const QRect place = rect().adjusted(filterChipSide, 0, -filterChipSide - cross - filterChipGap, 0);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(m_words, Qt::ElideRight, place.width()));
        const QRectF box(rect().right() - filterChipSide - cross + 1, (height() - cross) / 2.0, cross, cross);
        painter.setPen(QPen(colors.text, 1.6, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(box.topLeft(), box.bottomRight());
        painter.drawLine(box.topRight(), box.bottomLeft());
    }

private:
    [[nodiscard]] int crossSize() const { return std::max(8, fontMetrics().height() / 2); }
    QString m_words;
};

} // namespace

FilterChips::FilterChips(QWidget *parent) : QWidget(parent)
{
    (new FlowLayout(filterChipGap, this))->setContentsMargins(16, 4, 16, 4);
    hide();
}

void FilterChips::setFilter(const RecordFilter &filter, ListKind list)
{
    const bool focused = isAncestorOf(QApplication::focusWidget());
    while (QLayoutItem *item = layout()->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the chip's own click may be running
        delete item;
    }
    m_chips.clear();
    m_more = nullptr;
    const std::vector<FilterPart> parts = partsOf(filter, list);
    for (const FilterPart &part : parts)
        addChip(part.text, part.without);
    if (!parts.empty())
        addClear(filter);
    setVisible(!parts.empty());
    fit();
    // The keyboard focus stays among the chips when the focused one has gone.
    if (focused && layout()->count() > 0)
        layout()->itemAt(0)->widget()->setFocus();
}

void FilterChips::addChip(const QString &text, const RecordFilter &without)
{
    auto *chip = new Chip(text, this);
    chip->setFont(scaledFont(textsize::helper));
    chip->setCursor(Qt::PointingHandCursor);
    chip->setAttribute(Qt::WA_Hover);
    chip->setAccessibleName(tr("Remove filter: %1").arg(text));
    setToolTipText(chip, text);
    connect(chip, &QPushButton::clicked, this, [this, without] { emit filterChosen(without); });
    layout()->addWidget(chip);
    chip->show();
    m_chips.push_back(chip);
}

void FilterChips::addClear(const RecordFilter &filter)
{
    m_more = addLink({});
    connect(m_more, &QPushButton::clicked, this, &FilterChips::moreRequested);
    connect(addLink(tr("Clear all")), &QPushButton::clicked, this,
            [this, filter] { emit filterChosen(withoutConditions(filter)); });
}

QPushButton *FilterChips::addLink(const QString &text)
{
    auto *link = new QPushButton(text, this);
    setButtonKind(link, ButtonKind::Link);
    link->setFont(scaledFont(textsize::helper));
    link->setFixedHeight(link->fontMetrics().height() + 9);
    layout()->addWidget(link);
    link->show();
    return link;
}

void FilterChips::fit()
{
    if (m_chips.empty() || m_fitting)
        return;
    m_fitting = true;
    constexpr int leastLines = 2;
    constexpr int shareOfWindow = 6;
    const int line = m_chips.front()->sizeHint().height() + filterChipGap;
    const int most = std::max(leastLines, window()->height() / shareOfWindow / line) * line + 8;
    std::size_t count = m_chips.size();
    showFirst(count);
    while (count > 1 && layout()->heightForWidth(width()) > most)
        showFirst(--count);
    setMinimumHeight(layout()->heightForWidth(width())); // else a small window cuts chips off
    m_fitting = false;
}

void FilterChips::showFirst(std::size_t count)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setVisible(i < count);
    m_more->setText(tr("%Ln more", nullptr, int(m_chips.size() - count)));
    m_more->setVisible(count < m_chips.size());
}

void FilterChips::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

void FilterChips::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fit();
}

} // namespace linterna

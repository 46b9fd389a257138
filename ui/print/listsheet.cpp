// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/listsheet.h"

#include "lib/i18n/languagescope.h"
#include "ui/print/listpages.h"

namespace linterna {

namespace {

constexpr qreal cellPoints = 9;
//! Rows that are measured to decide between portrait and landscape; the rest of a list is much the same.
constexpr int sampled = 200;

} // namespace

ListSheet::ListSheet(ListPaper paper)
    : m_fonts(SheetFonts::ofSystem()), m_paper(std::move(paper)), m_words(listWordsOf(m_paper)),
      m_names(m_paper.hasNames())
{
    m_fonts.text.setPointSizeF(cellPoints);
    m_fonts.receipt.setPointSizeF(cellPoints);
}

ListSheet::~ListSheet() = default;

QString ListSheet::title() const
{
    return m_words.title;
}

QPageLayout::Orientation ListSheet::orientation(QPaintDevice &device, qreal width) const
{
    const LanguageScope language(m_paper.language);
    SheetColumns columns(m_words.columns, m_fonts, device);
    for (int row = 0; row < std::min(sampled, m_paper.count()); ++row)
        columns.see(listCells(m_paper, row, m_names));
    return columns.comfortable() > width ? QPageLayout::Landscape : QPageLayout::Portrait;
}

std::unique_ptr<SheetPages> ListSheet::layOut(QPaintDevice &device, const QSizeF &body, SheetProgress &progress) const
{
    const LanguageScope language(m_paper.language);
    const int count = m_paper.count();
    progress.total = 2 * count; // each row is laid out, then painted
    std::vector<QStringList> lines;
    lines.reserve(std::size_t(count));
    SheetColumns columns(m_words.columns, m_fonts, device);
    for (int row = 0; row < count && !progress.stopped; ++row) {
        lines.push_back(listCells(m_paper, row, m_names));
        columns.see(lines.back());
    }
    columns.fit(body.width());
    auto pages = std::make_unique<ListPages>(m_words, std::move(columns), m_paper.language, body);
    for (QStringList &line : lines) {
        if (progress.stopped)
            return nullptr;
        pages->add(std::move(line));
        ++progress.done;
    }
    progress.total = count + pages->count();
    return pages;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/listwords.h"
#include "print/sheet.h"

namespace linterna {

//! The lines of a list as a table, its headings again on every page. A line is never torn.
class ListSheet : public Sheet
{
public:
    //! On the window's thread.
    explicit ListSheet(ListPaper paper);
    ~ListSheet() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] const SheetFonts &fonts() const override { return m_fonts; }
    //! Across where the columns have no room upright.
    [[nodiscard]] QPageLayout::Orientation orientation(QPaintDevice &device, qreal width) const override;
    [[nodiscard]] std::unique_ptr<SheetPages> layOut(QPaintDevice &device, const QSizeF &body,
                                                     SheetProgress &progress) const override;

private:
    SheetFonts m_fonts;
    ListPaper m_paper;
    ListWords m_words;
    bool m_names;
};

} // namespace linterna

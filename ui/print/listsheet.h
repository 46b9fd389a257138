// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/listwords.h"
#include "ui/print/sheet.h"

namespace linterna {

//! The rows of a list as a table with its headings on every page. A row is never split between pages.
class ListSheet : public Sheet
{
public:
    //! To be constructed on the GUI thread.
    explicit ListSheet(ListPaper paper);
    ~ListSheet() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] const SheetFonts &fonts() const override { return m_fonts; }
    //! Landscape where the columns do not fit into the width of portrait.
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

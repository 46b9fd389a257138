// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/casewords.h"
#include "ui/print/sheet.h"

namespace linterna {

//! One case as a document like a letter, for the office's files.
class CaseSheet : public Sheet
{
public:
    //! To be constructed on the GUI thread.
    explicit CaseSheet(CasePaper paper);
    ~CaseSheet() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] const SheetFonts &fonts() const override { return m_fonts; }
    [[nodiscard]] QPageLayout::Orientation orientation(QPaintDevice &, qreal) const override
    {
        return QPageLayout::Portrait;
    }
    [[nodiscard]] std::unique_ptr<SheetPages> layOut(QPaintDevice &device, const QSizeF &body,
                                                     SheetProgress &progress) const override;

private:
    SheetFonts m_fonts;
    CasePaper m_paper;
};

} // namespace linterna

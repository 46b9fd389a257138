// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "print/casewords.h"
#include "print/sheet.h"

#include <QTextDocument>

namespace linterna {

//! The words of a case, set for a paper. It loads nothing, whatever its text names.
class CaseDocument : public QTextDocument
{
    Q_OBJECT
public:
    CaseDocument(const CaseWords &words, const SheetFonts &fonts, QPaintDevice &device, const QSizeF &page);

    //! Paints what stands in this part, and not a line more: what Qt's own drawing clips away would still be in a PDF, and
    //! come out when somebody copies the page.
    void paint(QPainter &painter, const QRectF &view) const;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace linterna

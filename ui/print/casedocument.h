// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/casewords.h"
#include "ui/print/sheet.h"

#include <QTextDocument>

namespace linterna {

//! A document with the texts of a case, laid out for a paper. Loads nothing that its text refers to.
class CaseDocument : public QTextDocument
{
    Q_OBJECT
public:
    CaseDocument(const CaseWords &words, const SheetFonts &fonts, QPaintDevice &device, const QSizeF &page);

    //! Paints only those lines that lie in `view`: lines that Qt's own drawing clips away would still be in a PDF, and
    //! come out when somebody copies the page.
    void paint(QPainter &painter, const QRectF &view) const;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "print/sheet.h"

#include <QByteArray>
#include <QPageLayout>

#include <optional>

namespace linterna {

//! U.S. Letter, 20 mm around, 25 mm where the holes are punched.
[[nodiscard]] QPageLayout letterPaper();

//! Turns the paper the way round that suits the sheet best. Before anything is painted.
void turnPaper(const Sheet &sheet, QPagedPaintDevice &device);

//! Paints all pages with their feet on a printer or into a file. On any thread; takes as long as it takes.
//! Errors: Cancelled (progress.stopped), Storage (the device takes no more).
[[nodiscard]] Result<Nothing> paintSheet(const Sheet &sheet, QPagedPaintDevice &device, SheetProgress &progress);

//! The same as the bytes of a PDF, whose text can be selected. Without a paper: U.S. Letter, turned as suits the sheet.
[[nodiscard]] Result<QByteArray> pdfOf(const Sheet &sheet, const std::optional<QPageLayout> &paper,
                                       SheetProgress &progress);

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "ui/print/sheet.h"

#include <QByteArray>
#include <QPageLayout>

#include <optional>

namespace linterna {

//! U.S. Letter with margins of 20 mm, and 25 mm where holes are punched.
[[nodiscard]] QPageLayout letterPaper();

//! Sets the device's orientation to the sheet's. To be called before anything is painted.
void turnPaper(const Sheet &sheet, QPagedPaintDevice &device);

//! Paints all pages with their feet on a printer or into a file. May be called on any thread; can take long. Errors:
//! Cancelled (progress.stopped), Storage (the device takes no more).
[[nodiscard]] Result<Nothing> paintSheet(const Sheet &sheet, QPagedPaintDevice &device, SheetProgress &progress);

//! The sheet as the bytes of a PDF, whose text can be selected. Without `paper`: U.S. Letter in the sheet's
//! orientation. Errors as for paintSheet().
[[nodiscard]] Result<QByteArray> pdfOf(const Sheet &sheet, const std::optional<QPageLayout> &paper,
                                       SheetProgress &progress);

} // namespace linterna

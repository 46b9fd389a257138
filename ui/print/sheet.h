// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QPageLayout>
#include <QPagedPaintDevice>
#include <QString>

#include <atomic>
#include <memory>

class QPainter;

namespace linterna {

//! Progress of making a document: written by the thread that makes it, read by the GUI thread.
struct SheetProgress {
    std::atomic<int> done = 0;
    //! 0 while the total is not known.
    std::atomic<int> total = 0;
    //! Set from any thread to stop the making.
    std::atomic<bool> stopped = false;
};

//! Fonts on paper, of a fixed size whatever the screen's is. To be made on the GUI thread; may be used on any.
struct SheetFonts {
    QFont text;
    //! Fixed-width font for receipt numbers.
    QFont receipt;

    //! Fonts of the system's families.
    [[nodiscard]] static SheetFonts ofSystem();
};

//! Foot of a page. Each page has all of it, because somebody may have that page only.
struct SheetFoot {
    //! Text on the left; on the right stands the page's number.
    QString text;
    //! Line below: which program made this paper, and that only the official notice counts.
    QString closing;
    //! Language of the page's number: "en" or "es".
    QString language;
};

//! A document that has been laid out for a paper: pages that can be painted.
class SheetPages
{
public:
    SheetPages() = default;
    virtual ~SheetPages() = default;
    Q_DISABLE_COPY_MOVE(SheetPages)
    [[nodiscard]] virtual int count() const = 0;
    //! Paints a page's body with its top left corner at the painter's origin. `page`: from 0.
    virtual void paint(QPainter &painter, int page) const = 0;
    [[nodiscard]] virtual SheetFoot foot(int page) const = 0;
};

//! Something to be printed. Does not change once made: may be used on any thread.
class Sheet
{
public:
    Sheet() = default;
    virtual ~Sheet() = default;
    Q_DISABLE_COPY_MOVE(Sheet)
    //! Title in the file's metadata. Holds nothing personal: programs show it in lists of recent files.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual const SheetFonts &fonts() const = 0;
    //! Orientation that suits the sheet best; `width`: of the body in portrait, in the device's pixels.
    [[nodiscard]] virtual QPageLayout::Orientation orientation(QPaintDevice &device, qreal width) const = 0;
    //! Lays out pages with a body of this size in the device's pixels; null when stopped through `progress`.
    [[nodiscard]] virtual std::unique_ptr<SheetPages> layOut(QPaintDevice &device, const QSizeF &body,
                                                             SheetProgress &progress) const = 0;
};

} // namespace linterna

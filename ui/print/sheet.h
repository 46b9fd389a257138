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

//! How far the making of a document is; written by the thread that makes it, read by the window's.
struct SheetProgress {
    std::atomic<int> done = 0;
    //! 0 while not known.
    std::atomic<int> total = 0;
    //! Set by whoever does not want it any more.
    std::atomic<bool> stopped = false;
};

//! The letters on paper, of one size whatever the screen's is. Made on the window's thread, used on any.
struct SheetFonts {
    QFont text;
    //! Digits of one width.
    QFont receipt;

    //! The system's families.
    [[nodiscard]] static SheetFonts ofSystem();
};

//! What stands at the foot of each page, which may be all that somebody has of a document.
struct SheetFoot {
    //! On the left; the page's number stands on the right.
    QString text;
    //! Below: who made this paper, and what counts.
    QString closing;
    //! In which the page's number is said: "en" or "es".
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
    //! The page's body, its top left corner at the painter's origin.
    virtual void paint(QPainter &painter, int page) const = 0;
    [[nodiscard]] virtual SheetFoot foot(int page) const = 0;
};

//! Something to be put on paper. A value: may be used on any thread.
class Sheet
{
public:
    Sheet() = default;
    virtual ~Sheet() = default;
    Q_DISABLE_COPY_MOVE(Sheet)
    //! What the file calls itself (metadata). Never anything personal: programs show it in lists of recent files.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual const SheetFonts &fonts() const = 0;
    //! Which way round the paper lies best; `width`: of the body on upright paper, in the device's pixels.
    [[nodiscard]] virtual QPageLayout::Orientation orientation(QPaintDevice &device, qreal width) const = 0;
    //! Pages with a body of this size in the device's pixels; null when stopped.
    [[nodiscard]] virtual std::unique_ptr<SheetPages> layOut(QPaintDevice &device, const QSizeF &body,
                                                             SheetProgress &progress) const = 0;
};

} // namespace linterna

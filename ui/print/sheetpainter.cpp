// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/sheetpainter.h"

#include "lib/i18n/languagescope.h"
#include "ui/style/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>

namespace linterna {

namespace {

struct SheetTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::Sheet)
};

constexpr qreal textPoints = 10.5;
constexpr qreal footPoints = 8;
constexpr qreal invisiblePixels = 0.02;
constexpr qreal footMillimetres = 14;
//! Dots per inch of PDF files. Letters are outlines anyway, and need no finer ones.
constexpr int pdfResolution = 300;

qreal pixels(const QPaintDevice &device, qreal millimetres)
{
    return millimetres * device.logicalDpiY() / 25.4;
}

Error stopped()
{
    return Error{.code = ErrorCode::Cancelled};
}

Error refused()
{
    return Error{.code = ErrorCode::Storage, .detail = SheetTexts::tr("the printer takes no pages")};
}

void paintFoot(QPainter &painter, const QRectF &foot, const SheetFoot &words, int page, int count)
{
    const LanguageScope language(words.language);
    const Colors &colors = lightColors();
    painter.setPen(QPen(colors.control, painter.device()->logicalDpiY() / 144.0));
    painter.drawLine(foot.topLeft(), foot.topRight());
    painter.setPen(colors.secondary);
    const qreal height = painter.fontMetrics().lineSpacing();
    const QRectF first(foot.left(), foot.top() + height * 0.6, foot.width(), height);
    painter.drawText(first, Qt::AlignLeft | Qt::TextSingleLine, words.text);
    painter.drawText(first, Qt::AlignRight | Qt::TextSingleLine,
                     SheetTexts::tr("Page %1 of %2").arg(page + 1).arg(count));
    const QRectF rest(foot.left(), first.bottom(), foot.width(), foot.bottom() - first.bottom());
    painter.drawText(rest, Qt::AlignLeft | Qt::TextWordWrap, words.closing);
}

Result<Nothing> paintPages(const SheetPages &pages, QPagedPaintDevice &device, const QFont &font, const QRectF &foot,
                           SheetProgress &progress)
{
    QPainter painter;
    if (!painter.begin(&device))
        return refused();
    QFont small = font;
    small.setPointSizeF(footPoints);
    painter.setFont(QFont(small, &device));
    // Pages sent to a printer cannot be called back: stopping would leave half a document on paper.
    const bool canStop = !dynamic_cast<QPrinter *>(&device);
    for (int page = 0; page < pages.count(); ++page) {
        if (progress.stopped && canStop)
            return stopped();
        if (page > 0 && !device.newPage())
            return refused();
        painter.save();
        pages.paint(painter, page);
        painter.restore();
        paintFoot(painter, foot, pages.foot(page), page, pages.count());
        progress.done = progress.total - pages.count() + page + 1;
    }
    if (!painter.end())
        return refused();
    return Nothing{};
}

} // namespace

SheetFonts SheetFonts::ofSystem()
{
    SheetFonts fonts{QGuiApplication::font(), QFontDatabase::systemFont(QFontDatabase::FixedFont)};
    fonts.text.setPointSizeF(textPoints);
    // Qt does not join spaced letters into ligatures, which would be copied from the file as other characters ("ﬁ").
    fonts.text.setLetterSpacing(QFont::AbsoluteSpacing, invisiblePixels);
    fonts.receipt.setPointSizeF(textPoints);
    return fonts;
}

QPageLayout letterPaper()
{
    return {QPageSize(QPageSize::Letter), QPageLayout::Portrait, QMarginsF(25, 20, 20, 15), QPageLayout::Millimeter};
}

void turnPaper(const Sheet &sheet, QPagedPaintDevice &device)
{
    device.setPageOrientation(QPageLayout::Portrait);
    device.setPageOrientation(sheet.orientation(device, device.width()));
}

Result<Nothing> paintSheet(const Sheet &sheet, QPagedPaintDevice &device, SheetProgress &progress)
{
    const qreal footHeight = pixels(device, footMillimetres);
    const QSizeF body(device.width(), device.height() - footHeight);
    const auto pages = sheet.layOut(device, body, progress);
    if (!pages || progress.stopped)
        return stopped();
    const QRectF foot(0, body.height(), body.width(), footHeight);
    return paintPages(*pages, device, sheet.fonts().text, foot, progress);
}

Result<QByteArray> pdfOf(const Sheet &sheet, const std::optional<QPageLayout> &paper, SheetProgress &progress)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    QPdfWriter writer(&file);
    writer.setResolution(pdfResolution);
    writer.setPageLayout(paper.value_or(letterPaper()));
    if (!paper)
        turnPaper(sheet, writer);
    writer.setTitle(sheet.title());
    writer.setCreator(QStringLiteral("Linterna ") + QCoreApplication::applicationVersion());
    const Result<Nothing> painted = paintSheet(sheet, writer, progress);
    if (!painted)
        return painted.error();
    return file.data();
}

} // namespace linterna

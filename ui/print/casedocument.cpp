// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/print/casedocument.h"

#include "ui/style/theme.h"
#include "ui/style/wrapping.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

namespace linterna {

namespace {

constexpr qreal titleRatio = 1.6;
constexpr qreal sectionRatio = 1.15;
constexpr qreal smallRatio = 0.9;
constexpr int paperLineHeightPercent = 135;

//! Writes the texts of a case into a QTextDocument, from top to bottom.
class Writer
{
public:
    Writer(QTextDocument &document, const SheetFonts &fonts, QPaintDevice &device)
        : m_cursor(&document), m_fonts(fonts), m_point(device.logicalDpiY() / 72.0)
    {}

    void write(const CaseWords &words);

private:
    [[nodiscard]] QTextCharFormat letters(qreal ratio = 1, QFont::Weight weight = QFont::Normal,
                                          const QColor &ink = lightColors().text) const;
    [[nodiscard]] QTextBlockFormat block(qreal above, qreal below, int lineHeight = paperLineHeightPercent) const;
    void begin(const QTextBlockFormat &block, const QTextCharFormat &format);
    void endFrame();
    void paragraph(const QTextBlockFormat &block, const QTextCharFormat &format, const QString &text);
    void section(const QString &text) { paragraph(block(10, 2), letters(sectionRatio, QFont::DemiBold), text); }
    void boxed(const QString &text, const QTextCharFormat &format);
    void pairs(const std::vector<std::pair<QString, QString>> &rows, bool receiptFirst);
    void body(const QString &html);
    void part(const CardText::Part &part);
    void links(const CaseWords &words);

    QTextCursor m_cursor;
    const SheetFonts &m_fonts;
    qreal m_point; //!< Size of a typographic point in the device's pixels.
    bool m_atEmptyBlock = true;
};

QTextCharFormat Writer::letters(qreal ratio, QFont::Weight weight, const QColor &ink) const
{
    QFont font = m_fonts.text;
    font.setPointSizeF(font.pointSizeF() * ratio);
    font.setWeight(weight);
    QTextCharFormat format;
    format.setFont(font);
    format.setForeground(ink);
    return format;
}

QTextBlockFormat Writer::block(qreal above, qreal below, int lineHeight) const
{
    QTextBlockFormat format;
    format.setTopMargin(above * m_point);
    format.setBottomMargin(below * m_point);
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    return format;
}

//! Begins a paragraph: in the empty block that there is at the start and after each frame, else in a new block.
void Writer::begin(const QTextBlockFormat &block, const QTextCharFormat &format)
{
    if (!m_atEmptyBlock) {
        m_cursor.insertBlock(block, format);
    } else {
        m_cursor.setBlockFormat(block);
        m_cursor.setBlockCharFormat(format);
    }
    m_atEmptyBlock = false;
}

void Writer::endFrame()
{
    m_cursor.movePosition(QTextCursor::End);
    m_atEmptyBlock = true;
}

void Writer::paragraph(const QTextBlockFormat &block, const QTextCharFormat &format, const QString &text)
{
    begin(block, format);
    m_cursor.insertText(text, format);
}

void Writer::boxed(const QString &text, const QTextCharFormat &format)
{
    QTextFrameFormat box;
    box.setBorder(m_point / 2);
    box.setBorderBrush(lightColors().control);
    box.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    box.setPadding(6 * m_point);
    box.setTopMargin(6 * m_point); // paint() relies on equal margins
    box.setBottomMargin(6 * m_point);
    QTextCursor inside = m_cursor.insertFrame(box)->firstCursorPosition();
    inside.setBlockFormat(block(0, 0));
    inside.insertText(text, format);
    endFrame();
}

//! A table of two columns: names or dates on the left, values or texts on the right.
void Writer::pairs(const std::vector<std::pair<QString, QString>> &rows, bool receiptFirst)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(1.5 * m_point);
    format.setCellSpacing(0);
    format.setLeftMargin(-1.5 * m_point);
    format.setTopMargin(receiptFirst ? 6 * m_point : 0);
    format.setBottomMargin(6 * m_point);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::PercentageLength, 30), QTextLength(QTextLength::PercentageLength, 70)});
    QTextTable *table = m_cursor.insertTable(int(rows.size()), 2, format);
    for (int row = 0; row < int(rows.size()); ++row) {
        const auto &[name, value] = rows[std::size_t(row)];
        QTextCursor left = table->cellAt(row, 0).firstCursorPosition();
        left.setBlockFormat(block(0, 0, 115));
        left.insertText(name, letters(1, QFont::Normal, lightColors().secondary));
        QTextCharFormat valueFormat = letters();
        if (receiptFirst && row == 0)
            valueFormat.setFont(m_fonts.receipt);
        QTextCursor right = table->cellAt(row, 1).firstCursorPosition();
        right.setBlockFormat(block(0, 0, 115));
        right.insertText(value, valueFormat);
    }
    endFrame();
}

//! Inserts HTML that SafeHtml has built. Paragraphs get the paper's spacing; lists keep their indent.
void Writer::body(const QString &html)
{
    begin(block(0, 6), letters());
    const int first = m_cursor.block().blockNumber();
    m_cursor.insertHtml(html);
    for (QTextBlock each = m_cursor.document()->findBlockByNumber(first); each.isValid(); each = each.next()) {
        QTextBlockFormat spaced;
        spaced.setTopMargin(0);
        spaced.setBottomMargin((each.textList() ? 2 : 6) * m_point);
        spaced.setLineHeight(paperLineHeightPercent, QTextBlockFormat::ProportionalHeight);
        QTextCursor(each).mergeBlockFormat(spaced);
    }
    m_cursor.movePosition(QTextCursor::End);
}

void Writer::part(const CardText::Part &part)
{
    using Kind = CardText::Part::Kind;
    switch (part.kind) {
    case Kind::Body:
        body(part.text);
        break;
    case Kind::Words:
    case Kind::Quote:
        paragraph(block(0, 6), letters(), part.text);
        break;
    case Kind::Section:
        section(part.text);
        break;
    case Kind::Title:
        paragraph(block(0, 6), letters(sectionRatio, QFont::DemiBold), part.text);
        break;
    }
}

//! Lists the addresses of links below the text, because paper cannot be clicked; not where every link's text is its
//! address.
void Writer::links(const CaseWords &words)
{
    const auto saysItself = [](const SafeHtml::Link &link) {
        const QString url = link.url.toDisplayString();
        return !link.text.trimmed().isEmpty() && url.endsWith(link.text.trimmed());
    };
    if (std::ranges::all_of(words.links, saysItself))
        return;
    section(words.linksHeading);
    for (const SafeHtml::Link &link : words.links)
        paragraph(block(0, 2), letters(), link.text + QStringLiteral(": ") + QString::fromLatin1(link.url.toEncoded()));
}

void Writer::write(const CaseWords &words)
{
    const QColor secondary = lightColors().secondary;
    if (!words.practice.isEmpty())
        paragraph(block(0, 8), letters(1, QFont::Bold), words.practice);
    paragraph(block(0, 2), letters(1, QFont::Normal, secondary), words.kind);
    paragraph(block(0, 8, 115), letters(titleRatio, QFont::DemiBold), words.title);
    if (!words.warning.isEmpty())
        boxed(words.warning, letters());
    pairs(words.facts, true);
    for (const CardText::Part &each : words.parts)
        part(each);
    links(words);
    if (!words.timeline.empty()) {
        section(words.timelineHeading);
        std::vector<std::pair<QString, QString>> rows;
        for (const CardText::Entry &entry : words.timeline)
            rows.emplace_back(entry.date.isEmpty() ? QStringLiteral("–") : entry.date,
                              entry.text.isEmpty() ? QStringLiteral("–") : entry.text);
        pairs(rows, false);
    }
    for (const QString &note : words.notes)
        boxed(note, letters(smallRatio));
}

//! Paints the bullet or the number before a list item's first line.
void paintBullet(QPainter &painter, const QTextBlock &block, const QPointF &origin, const QTextLine &line)
{
    const bool numbered = block.textList()->format().style() <= QTextListFormat::ListDecimal;
    const QString bullet = numbered ? block.textList()->itemText(block) : QStringLiteral("•");
    painter.setFont(QFont(block.document()->defaultFont(), painter.device()));
    const qreal width = painter.fontMetrics().horizontalAdvance(bullet + u' ');
    const bool leftwards = block.textDirection() == Qt::RightToLeft;
    const qreal x = leftwards ? line.naturalTextRect().right() + width / 2 : line.naturalTextRect().left() - width;
    painter.drawText(QPointF(origin.x() + x, origin.y() + line.y() + line.ascent()), bullet);
}

QString everything(const CaseWords &words)
{
    QString all = words.title + u'\n' + words.warning;
    for (const CardText::Part &part : words.parts)
        all += u'\n' + part.text;
    for (const CardText::Entry &entry : words.timeline)
        all += u'\n' + entry.text;
    return all;
}

} // namespace

CaseDocument::CaseDocument(const CaseWords &words, const SheetFonts &fonts, QPaintDevice &device, const QSizeF &page)
{
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
    setDefaultFont(fonts.text);
    documentLayout()->setPaintDevice(&device);
    QTextOption option;
    option.setWrapMode(wrapModeFor(everything(words)));
    setDefaultTextOption(option);
    QTextCursor whole(this);
    whole.beginEditBlock(); // laid out once, at the end
    Writer(*this, fonts, device).write(words);
    whole.endEditBlock();
    setPageSize(page);
}

void CaseDocument::paint(QPainter &painter, const QRectF &view) const
{
    painter.setPen(lightColors().text);
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        const QPointF origin = documentLayout()->blockBoundingRect(block).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const qreal middle = origin.y() + line.y() + line.height() / 2;
            if (middle < view.top() || middle >= view.bottom())
                continue;
            if (i == 0 && block.textList())
                paintBullet(painter, block, origin, line);
            line.draw(&painter, origin);
        }
    }
    painter.setClipRect(view);
    for (QTextFrame *frame : rootFrame()->childFrames()) {
        if (frame->frameFormat().border() <= 0)
            continue;
        painter.setPen(QPen(lightColors().control, frame->frameFormat().border()));
        const qreal margin = frame->frameFormat().topMargin();
        painter.drawRect(documentLayout()->frameBoundingRect(frame).adjusted(0, margin, 0, -margin));
    }
}

} // namespace linterna

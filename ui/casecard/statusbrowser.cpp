// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/statusbrowser.h"

#include "ui/style/typography.h"
#include "ui/style/wrapping.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QKeyEvent>
#include <QResizeEvent>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextFrame>
#include <QTextLayout>

#include <cmath>

namespace linterna {

namespace {

constexpr int gapAroundBelow = 16;
constexpr int gapBeside = 16;
constexpr int leastTitleCharacters = 20;
constexpr int cardLineHeightPercent = 145;

QTextCharFormat charFormat(qreal ratio, const QColor &ink, QFont::Weight weight = QFont::Normal)
{
    QTextCharFormat format;
    format.setFont(scaledFont(ratio, weight));
    format.setForeground(ink);
    return format;
}

QTextBlockFormat blockFormat(qreal above, qreal below, int lineHeight = cardLineHeightPercent)
{
    QTextBlockFormat format;
    format.setTopMargin(above);
    format.setBottomMargin(below);
    format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
    return format;
}

void insertParagraph(QTextCursor &cursor, const QTextBlockFormat &block, const QTextCharFormat &format,
                     const QString &text)
{
    cursor.insertBlock(block, format);
    cursor.insertText(text, format);
}

//! Inserts html and gives its paragraphs the line height of the card; lists keep their indent.
void insertDescription(QTextCursor &cursor, const QString &html, const QTextCharFormat &format)
{
    cursor.insertBlock(blockFormat(0, 12), format);
    const int first = cursor.block().blockNumber();
    cursor.insertHtml(html);
    QTextBlock block = cursor.document()->findBlockByNumber(first);
    for (; block.isValid(); block = block.next()) {
        QTextBlockFormat spaced;
        spaced.setTopMargin(0);
        spaced.setBottomMargin(block.textList() ? 4 : 12);
        spaced.setLineHeight(cardLineHeightPercent, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).mergeBlockFormat(spaced);
    }
    cursor.movePosition(QTextCursor::End);
}

//! A document that loads nothing: QTextDocument would read local files itself where the browser has returned nothing.
class SealedDocument : public QTextDocument
{
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

StatusBrowser::StatusBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setDocument(new SealedDocument(this));
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
}

void StatusBrowser::setTitleWidgets(QWidget *below, QWidget *beside)
{
    m_below = below;
    m_beside = beside;
    m_below->setParent(this);
    m_beside->setParent(this);
}

void StatusBrowser::setCard(const CardText &card)
{
    write(card);
    m_fittedWidth = -1;
    fit();
}

void StatusBrowser::write(const CardText &card)
{
    const Colors c = colorsOf(QApplication::palette());
    using Kind = CardText::Part::Kind;
    clear();
    QString all = card.title;
    for (const CardText::Part &part : card.parts)
        all += u'\n' + part.text;
    setWordWrapMode(wrapModeFor(all));
    document()->setDefaultFont(scaledFont(textsize::card));
    QTextCursor cursor(document());
    cursor.beginEditBlock(); // laid out once, at the end
    cursor.setBlockFormat(blockFormat(0, 0, 115));
    const QTextCharFormat title = charFormat(textsize::title, c.text, QFont::DemiBold);
    cursor.setBlockCharFormat(title);
    cursor.insertText(card.title, title);
    for (const CardText::Part &part : card.parts) {
        switch (part.kind) {
        case Kind::Body:
            insertDescription(cursor, part.text, charFormat(textsize::card, c.text));
            break;
        case Kind::Words:
            insertParagraph(cursor, blockFormat(0, 12), charFormat(textsize::card, c.text), part.text);
            break;
        case Kind::Section:
            insertParagraph(cursor, blockFormat(16, 8), charFormat(textsize::body, c.secondary, QFont::DemiBold),
                            part.text);
            break;
        case Kind::Title:
            insertParagraph(cursor, blockFormat(0, 8, 115), charFormat(textsize::section, c.text, QFont::DemiBold),
                            part.text);
            break;
        case Kind::Quote: {
            QTextBlockFormat quote = blockFormat(0, 12);
            quote.setLeftMargin(16);
            insertParagraph(cursor, quote, charFormat(textsize::card, c.secondary), part.text);
            break;
        }
        }
    }
    cursor.endEditBlock();
}

void StatusBrowser::fit()
{
    const int width = viewport()->width();
    if (width <= 0)
        return;
    m_fittedWidth = width;
    QTextBlockFormat format;
    QTextCursor cursor(document()->firstBlock());
    const bool beside = m_beside && !m_beside->isHidden();
    const bool below = m_below && !m_below->isHidden();
    const QSize chip = beside ? m_beside->sizeHint() : QSize();
    // With a large font or a narrow card too little of the line is left: the title then begins below the widget.
    const int least = QFontMetrics(scaledFont(textsize::title)).averageCharWidth() * leastTitleCharacters;
    m_stacked = beside && width - chip.width() - gapBeside < least;
    format.setRightMargin(beside && !m_stacked ? chip.width() + gapBeside : 0);
    int belowHeight = 0;
    if (below) {
        m_below->setFixedWidth(width);
        belowHeight = m_below->hasHeightForWidth() ? m_below->heightForWidth(width) : m_below->sizeHint().height();
    }
    format.setBottomMargin(below ? belowHeight + 8 + gapAroundBelow : 12);
    cursor.mergeBlockFormat(format);
    QTextFrameFormat page = document()->rootFrame()->frameFormat();
    page.setTopMargin(m_stacked ? chip.height() + 8 : 0);
    document()->rootFrame()->setFrameFormat(page);
    document()->setTextWidth(width);
    setFixedHeight(int(std::ceil(document()->size().height())));
    if (below)
        m_below->resize(width, belowHeight);
    placeTitleWidgets();
}

void StatusBrowser::placeTitleWidgets()
{
    const QTextBlock block = document()->firstBlock();
    const QTextLayout *layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return;
    const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
    const QTextLine first = layout->lineAt(0);
    const QTextLine last = layout->lineAt(layout->lineCount() - 1);
    if (m_beside) {
        const QSize size = m_beside->sizeHint();
        const int top = m_stacked ? 0 : int(origin.y() + first.y() + (first.height() - size.height()) / 2);
        const int left = m_stacked ? 0 : viewport()->width() - size.width();
        m_beside->setGeometry(left, std::max(0, top), size.width(), size.height());
    }
    if (m_below)
        m_below->move(0, int(std::ceil(origin.y() + last.y() + last.height())) + 8);
}

QVariant StatusBrowser::loadResource(int, const QUrl &)
{
    return {};
}

QSize StatusBrowser::sizeHint() const
{
    return {480, height()};
}

QSize StatusBrowser::minimumSizeHint() const
{
    return {240, height()};
}

void StatusBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() != m_fittedWidth)
        fit();
}

void StatusBrowser::wheelEvent(QWheelEvent *event)
{
    // Leaves the wheel to the page around the browser, which scrolls.
    event->ignore();
}

void StatusBrowser::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Space:
        event->ignore();
        return;
    default:
        QTextBrowser::keyPressEvent(event);
    }
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/cardheader.h"

#include "lib/text/characters.h"
#include "ui/casecard/officedetails.h"
#include "ui/style/icons.h"
#include "ui/style/typography.h"

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace linterna {

namespace {

//! Label of a note: with a symbol, and on the ground colour of the category "action needed".
class NoteLabel : public QFrame
{
public:
    explicit NoteLabel(const QString &text)
    {
        const ColorPair colors = colorsOf(QApplication::palette()).category(StatusCategory::ActionNeeded);
        auto *label = new TextLabel;
        label->setText(text);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        setInk(label, colors.text);
        auto *icon = new QLabel;
        icon->setPixmap(tintedIcon(QStringLiteral("attention"), colors.text).pixmap(label->fontMetrics().height() + 4));
        icon->setAlignment(Qt::AlignTop);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(12, 8, 12, 8);
        layout->setSpacing(8);
        layout->addWidget(icon);
        layout->addWidget(label, 1);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ColorPair colors = colorsOf(QApplication::palette()).category(StatusCategory::ActionNeeded);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.ground);
        painter.drawRoundedRect(rect(), 6, 6);
    }
};

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

CardHeader::CardHeader(QWidget *parent)
    : QWidget(parent), m_identity(new TextLabel), m_facts(new QVBoxLayout), m_office(new OfficeDetails),
      m_notes(new QVBoxLayout)
{
    m_identity->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_identity->setFont(receiptFont(textsize::body));
    m_facts->setSpacing(4);
    m_notes->setContentsMargins(0, 8, 0, 0);
    m_notes->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 17);
    layout->setSpacing(4);
    layout->addWidget(m_identity);
    layout->addLayout(m_facts);
    layout->addWidget(m_office);
    layout->addLayout(m_notes);
    connect(m_office, &OfficeDetails::editRequested, this, &CardHeader::editRequested);
    setDetails({});
}

void CardHeader::setDetails(const std::optional<CaseDetails> &details)
{
    m_details = details;
    m_office->setDetails(details.value_or(CaseDetails{}));
    m_office->setVisible(details.has_value());
    sayIdentity();
    layout()->activate();
}

void CardHeader::sayIdentity()
{
    const QString client = m_details ? oneLine(m_details->client, CaseDetails::LongestClient) : QString();
    m_identity->setText(client.isEmpty() ? m_fromUscis : m_fromUscis + QStringLiteral(" · ") + client);
    m_identity->setVisible(!m_fromUscis.isEmpty());
}

void CardHeader::setCard(const CardText &card)
{
    m_fromUscis = card.receipt;
    if (!card.formType.isEmpty())
        m_fromUscis += QStringLiteral(" · ") + card.formType;
    sayIdentity();
    clear(m_facts);
    for (const QString &fact : card.facts) {
        auto *label = new TextLabel(textsize::body, TextLabel::Ink::Secondary);
        label->setText(fact);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts->addWidget(label);
        label->show();
    }
    clear(m_notes);
    for (const QString &note : card.notes) {
        auto *widget = new NoteLabel(note);
        m_notes->addWidget(widget);
        // Shown at once: a layout ignores widgets that it has not shown yet, and the height is needed now.
        widget->show();
    }
    m_notes->setContentsMargins(0, card.notes.isEmpty() ? 0 : 8, 0, 0);
    layout()->activate();
}

void CardHeader::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(QRect(0, height() - 1, width(), 1), colorsOf(QApplication::palette()).line);
}

} // namespace linterna

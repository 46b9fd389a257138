// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casecard/officedetails.h"

#include "lib/text/characters.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

namespace {
//! Characters of the note that the card shows; the dialog shows all of it.
constexpr qsizetype shownNote = 600;

void fill(TextLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

QString shortened(const QString &note)
{
    const QString text = showable(note).trimmed();
    return text.size() > shownNote ? text.left(shownNote).trimmed() + u'…' : text;
}

} // namespace

OfficeDetails::OfficeDetails(QWidget *parent)
    : QWidget(parent), m_tags(new TextLabel(textsize::body, TextLabel::Ink::Secondary)),
      m_note(new TextLabel(textsize::body, TextLabel::Ink::Secondary)),
      m_hold(new TextLabel(textsize::body, TextLabel::Ink::Secondary)), m_edit(new QPushButton)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (TextLabel *label : {m_tags, m_note, m_hold}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(label);
    }
    setButtonKind(m_edit, ButtonKind::Link);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(-4, 0, 0, 0); // aligns the link's text: its frame is invisible
    row->addWidget(m_edit);
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_edit, &QPushButton::clicked, this, &OfficeDetails::editRequested);
    keepTranslated(this, &OfficeDetails::say);
}

void OfficeDetails::setDetails(const CaseDetails &details)
{
    m_details = details;
    say();
}

void OfficeDetails::say()
{
    const bool empty = m_details == CaseDetails{};
    const QString tags = showable(m_details.tags.join(QStringLiteral(", ")));
    const QString note = shortened(m_details.note);
    fill(m_tags, tags.isEmpty() ? QString() : tr("Tags: %1").arg(tags));
    fill(m_note, note.isEmpty() ? QString() : tr("Note: %1").arg(note));
    fill(m_hold, m_details.onHold ? tr("Kept whatever its age") : QString());
    m_edit->setText(empty ? tr("Add client, tags or a note") : tr("Edit case details"));
    layout()->activate();
}

} // namespace linterna

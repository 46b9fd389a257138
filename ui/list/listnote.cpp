// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/list/listnote.h"

#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"
#include "ui/widgets/translation.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace linterna {

ListNote::ListNote(QWidget *parent)
    : QWidget(parent), m_text(new TextLabel), m_more(new TextLabel(textsize::body, TextLabel::Ink::Secondary)),
      m_button(new QPushButton)
{
    m_text->setFont(scaledFont(textsize::body, QFont::DemiBold));
    setButtonKind(m_button, ButtonKind::Plain);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(m_more);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_kind == Kind::Failed)
            emit retryRequested();
        else
            emit clearRequested();
    });
    keepTranslated(this, &ListNote::say);
}

void ListNote::setKind(Kind kind, ListKind list, const QString &detail)
{
    m_kind = kind;
    m_list = list;
    m_detail = detail;
    say();
}

QString ListNote::text() const
{
    return m_text->text() + u'\n' + m_more->text();
}

void ListNote::say()
{
    m_button->setVisible(m_kind == Kind::Nothing || m_kind == Kind::Failed);
    switch (m_kind) {
    case Kind::Empty:
        m_text->setText(m_list == ListKind::Cases ? tr("No cases yet") : tr("No checks yet"));
        m_more->setText(m_list == ListKind::Cases
                            ? tr("Each receipt number that you check gets a line here, with its last good answer.")
                            : tr("Every answer, and every question that got none, is kept here."));
        break;
    case Kind::Nothing:
        m_text->setText(tr("Nothing matches"));
        m_more->setText(tr("Nothing in the history fits the search and the filter."));
        m_button->setText(tr("Clear the filter"));
        break;
    case Kind::Reading:
        m_text->setText(tr("Reading the history…"));
        m_more->setText(tr("What is found appears here."));
        break;
    case Kind::Upgrading:
        m_text->setText(tr("Bringing your history up to date…"));
        m_more->setText(
            tr("An earlier version of Linterna wrote it. Your cases will be here when this is done. A copy of "
               "the old history is kept."));
        break;
    case Kind::Failed:
        m_text->setText(tr("The list cannot be shown"));
        m_more->setText(m_detail);
        m_button->setText(tr("Try again"));
        break;
    }
}

} // namespace linterna

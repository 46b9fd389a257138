// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/statusline.h"

#include "ui/style/linternastyle.h"
#include "ui/style/theme.h"
#include "ui/style/typography.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/translation.h"
#include "ui/words/hourstext.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace linterna {

StatusLine::StatusLine(const ViewEnvironment &environment, QWidget *parent)
    : QStatusBar(parent), m_environment(environment),
      m_first(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)),
      m_last(new TextLabel(textsize::helper, TextLabel::Ink::Secondary)), m_token(new QPushButton)
{
    setSizeGripEnabled(false);
    // The status bar's own layout adds 2 px.
    setContentsMargins(14, 2, 14, 2);
    for (TextLabel *label : {m_first, m_last})
        label->setWordWrap(false);
    m_first->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // large letters do not widen the window
    addWidget(m_first, 1);
    addPermanentWidget(m_last);
    setButtonKind(m_token, ButtonKind::Link);
    m_token->setFont(scaledFont(textsize::helper));
    addPermanentWidget(m_token);
    connect(m_token, &QPushButton::clicked, this, &StatusLine::detailsRequested);
    keepTranslated(this, &StatusLine::say);
}

void StatusLine::showConnection(const Connection &connection)
{
    m_connection = connection.name;
    m_practice = connection.practice;
    m_hours = connection.serviceHours;
    m_perDay = connection.requestsPerDay;
    m_left.reset();
    m_usableUntil.reset();
    say();
}

void StatusLine::showRecordState(const RecordState &state)
{
    m_record = state;
    m_upgradePercent.reset();
    say();
}

void StatusLine::showUpgrade(qint64 done, qint64 total)
{
    constexpr qint64 whole = 100;
    const int percent = total > 0 ? int(done * whole / total) : 0;
    if (std::exchange(m_upgradePercent, percent) != percent)
        say();
}

void StatusLine::showQuota(std::optional<int> left, int perDay)
{
    m_left = left;
    m_perDay = perDay;
    say();
}

void StatusLine::showTokenExpiry(const std::optional<QDateTime> &usableUntil)
{
    m_usableUntil = usableUntil;
    say();
}

void StatusLine::say()
{
    const QLocale locale;
    QStringList first;
    if (!m_connection.isEmpty())
        first += m_practice ? tr("Practice") : m_connection;
    if (m_hours)
        first += serviceHoursText(*m_hours, m_environment.now());
    if (m_left && m_perDay > 0)
        first += tr("%1 of %2 left today").arg(locale.toString(*m_left), locale.toString(m_perDay));
    QStringList last;
    if (m_upgradePercent)
        last += tr("bringing the history up to date: %1%").arg(*m_upgradePercent);
    else if (m_record)
        last += m_record->isForThisRunOnly() ? tr("history for this run only") : tr("history encrypted");
    const qint64 seconds = m_usableUntil ? m_environment.now().secsTo(*m_usableUntil) : 0;
    m_token->setVisible(m_usableUntil.has_value());
    m_token->setText(seconds > 0 ? tr("token %1 min").arg((seconds + 59) / 60) : tr("token expired"));
    m_token->setAccessibleDescription(tr("Shows the connection's details"));
    fit(first.join(QStringLiteral(" · ")), last.join(QStringLiteral(" · ")));
}

//! Where there is not room for all, the record's state is left out first, and then the line is cut at its end; the
//! tooltip has all of it.
void StatusLine::fit(const QString &first, const QString &last)
{
    constexpr int gap = 16;
    const QFontMetrics metrics = m_first->fontMetrics();
    const int token = m_token->isVisibleTo(this) ? m_token->sizeHint().width() + gap : 0;
    const int room = contentsRect().width() - token - gap;
    const bool both = metrics.horizontalAdvance(first) + gap + metrics.horizontalAdvance(last) <= room;
    m_last->setText(both ? last : QString());
    const QString shown = both ? first : metrics.elidedText(first, Qt::ElideRight, room);
    m_first->setText(shown);
    setToolTipText(m_first, both ? QString() : QStringList{first, last}.join(QStringLiteral(" · ")));
    m_first->setAccessibleName(shown == first ? QString() : first);
}

void StatusLine::resizeEvent(QResizeEvent *event)
{
    QStatusBar::resizeEvent(event);
    say();
}

void StatusLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors c = colorsOf(QApplication::palette());
    painter.fillRect(rect(), c.panel);
    painter.fillRect(QRect(0, 0, width(), 1), c.line);
}

} // namespace linterna

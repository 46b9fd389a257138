// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/filter/datefield.h"

#include <QApplication>
#include <QCalendarWidget>
#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QIconEngine>
#include <QPainter>
#include <QSignalBlocker>
#include <QTextCharFormat>
#include <QToolButton>

#include <algorithm>

namespace linterna {

namespace {

//! Arrow to another month, in the text colour that the calendar's head has when it is painted. Qt's own icons are green
//! and grey balls.
class Chevron : public QIconEngine
{
public:
    explicit Chevron(bool left) : m_left(left) {}
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const QPointF middle = QRectF(rect).center();
        const qreal reach = std::min(rect.width(), rect.height()) / 4.0;
        const qreal tip = m_left ? -reach / 2 : reach / 2;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setOpacity(mode == QIcon::Disabled ? 0.4 : 1);
        painter->setPen(QPen(QApplication::palette().color(QPalette::HighlightedText), 2, Qt::SolidLine, Qt::RoundCap,
                             Qt::RoundJoin));
        painter->drawPolyline(
            QPolygonF({middle + QPointF(-tip, -reach), middle + QPointF(tip, 0), middle + QPointF(-tip, reach)}));
        painter->restore();
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap picture(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, picture.rect(), mode, state);
        return picture;
    }
    QIconEngine *clone() const override { return new Chevron(m_left); }

private:
    bool m_left;
};

} // namespace

QDateEdit *newDateEdit(const QDate &date, QWidget *parent)
{
    auto *edit = new QDateEdit(date, parent);
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("d MMM yyyy")); // the month in letters, not to be mistaken for a day
    edit->setDateRange(QDate(1990, 1, 1), QDate(2199, 12, 31));
    return edit;
}

void calm(QCalendarWidget *calendar)
{
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, QTextCharFormat());
    for (const auto &[name, left] :
         {std::pair("qt_calendar_prevmonth", true), std::pair("qt_calendar_nextmonth", false)}) {
        if (auto *button = calendar->findChild<QToolButton *>(QLatin1StringView(name)))
            button->setIcon(QIcon(new Chevron(left)));
    }
}

DateField::DateField(const QDate &usual, QWidget *parent)
    : QWidget(parent), m_on(new QCheckBox), m_date(newDateEdit(usual))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_on, 1);
    layout->addWidget(m_date);
    m_date->setEnabled(false);
    setFocusProxy(m_on);
    connect(m_on, &QCheckBox::toggled, this, [this](bool on) {
        m_date->setEnabled(on);
        if (on) // only now: making a calendar is slow
            calm(m_date->calendarWidget());
        emit dateChanged();
    });
    connect(m_date, &QDateEdit::dateChanged, this, &DateField::dateChanged);
}

void DateField::setLabel(const QString &label)
{
    m_on->setText(label);
    m_date->setAccessibleName(label);
    m_date->setLocale(QLocale());
}

void DateField::setDate(const QDate &date)
{
    const QSignalBlocker quiet(this);
    m_on->setChecked(date.isValid());
    if (date.isValid())
        m_date->setDate(date);
}

QDate DateField::date() const
{
    return m_on->isChecked() ? m_date->date() : QDate();
}

} // namespace linterna

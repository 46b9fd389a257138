// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/hourscontrol.h"

#include "ui/connections/choicecontrol.h"
#include "ui/connections/textcontrol.h"
#include "ui/style/linternastyle.h"
#include "ui/style/typography.h"

#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QJsonObject>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array dayWords{"mon"_L1, "tue"_L1, "wed"_L1, "thu"_L1, "fri"_L1, "sat"_L1, "sun"_L1};
enum { Always, AtHours };

} // namespace

HoursControl::HoursControl(QWidget *parent)
    : FieldControl(parent), m_choice(newChoiceBox()), m_details(new QWidget), m_opensLabel(new TextLabel),
      m_opens(newEntry()), m_closesLabel(new TextLabel), m_closes(newEntry()), m_zoneLabel(new TextLabel),
      m_zone(newEntry())
{
    m_choice->addItems({QString(), QString()});
    for (QPushButton *&day : m_days) {
        day = new QPushButton;
        day->setCheckable(true);
        setButtonKind(day, ButtonKind::Segment);
    }
    build();
    setFocusProxy(m_choice);
    m_details->hide();
    connect(m_choice, &QComboBox::activated, this, [this](int choice) {
        if (choice == AtHours && value().value("time_zone"_L1).toString().isEmpty())
            m_zone->setText(u"America/New_York"_s);
        tell();
    });
    for (const QPushButton *day : m_days)
        connect(day, &QPushButton::toggled, this, &HoursControl::tell);
    for (const QLineEdit *entry : {m_opens, m_closes, m_zone})
        connect(entry, &QLineEdit::textEdited, this, &HoursControl::tell);
}

void HoursControl::build()
{
    auto *days = new QHBoxLayout;
    days->setSpacing(4);
    for (QPushButton *day : m_days)
        days->addWidget(day);
    days->addStretch(1);
    auto *grid = new QGridLayout(m_details);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addLayout(days, 0, 0, 1, 3);
    grid->setRowMinimumHeight(1, 4);
    int column = 0;
    const auto add = [&](QLabel *label, QLineEdit *entry) {
        label->setBuddy(entry);
        label->setFont(scaledFont(textsize::helper));
        grid->addWidget(label, 2, column);
        grid->addWidget(entry, 3, column++);
    };
    add(m_opensLabel, m_opens);
    add(m_closesLabel, m_closes);
    add(m_zoneLabel, m_zone);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_choice);
    layout->addWidget(m_details);
}

QJsonObject HoursControl::value() const
{
    if (m_choice->currentIndex() == Always)
        return {};
    QJsonArray days;
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        if (m_days[i]->isChecked())
            days.append(dayWords[i]);
    }
    return {{u"days"_s, days},
            {u"opens"_s, m_opens->text().trimmed()},
            {u"closes"_s, m_closes->text().trimmed()},
            {u"time_zone"_s, m_zone->text().trimmed()}};
}

void HoursControl::tell()
{
    m_details->setVisible(m_choice->currentIndex() == AtHours);
    emit edited(value());
}

void HoursControl::setValue(const QJsonValue &shown)
{
    const QJsonObject hours = shown.toObject();
    if (value() == hours)
        return;
    m_choice->setCurrentIndex(hours.isEmpty() ? Always : AtHours);
    m_details->setVisible(!hours.isEmpty());
    const QJsonArray days = hours.value("days"_L1).toArray();
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const QSignalBlocker quiet(m_days[i]);
        m_days[i]->setChecked(days.contains(QJsonValue(dayWords[i])));
    }
    m_opens->setText(hours.value("opens"_L1).toString());
    m_closes->setText(hours.value("closes"_L1).toString());
    m_zone->setText(hours.value("time_zone"_L1).toString());
}

void HoursControl::setWords(const FieldWords &)
{
    retranslate();
}

void HoursControl::setReadOnly(bool readOnly)
{
    setEnabled(!readOnly);
}

void HoursControl::retranslate()
{
    m_choice->setItemText(Always, tr("Always open, or not known"));
    m_choice->setItemText(AtHours, tr("Open at these hours only"));
    for (std::size_t i = 0; i < m_days.size(); ++i) {
        const int day = int(i) + Qt::Monday;
        m_days[i]->setText(QLocale().standaloneDayName(day, QLocale::ShortFormat));
        m_days[i]->setAccessibleName(QLocale().standaloneDayName(day));
        // Seven buttons must fit side by side: the usual width of a button is too much.
        m_days[i]->setMaximumWidth(m_days[i]->fontMetrics().horizontalAdvance(u"MMMM"_s) + 8);
    }
    m_opensLabel->setText(tr("Opens"));
    m_closesLabel->setText(tr("Closes"));
    m_zoneLabel->setText(tr("Time zone"));
    m_opens->setAccessibleName(tr("Opens"));
    m_closes->setAccessibleName(tr("Closes"));
    m_zone->setAccessibleName(tr("Time zone of the service hours"));
    m_opens->setPlaceholderText(u"07:00"_s);
    m_closes->setPlaceholderText(u"20:00"_s);
    m_zone->setPlaceholderText(u"America/New_York"_s);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

#include <array>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linterna {

//! Control for the hours of the service: always, or on chosen days from one time to another in a time zone.
class HoursControl : public FieldControl
{
    Q_OBJECT
public:
    explicit HoursControl(QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;

private:
    [[nodiscard]] QJsonObject value() const;
    void build();
    void retranslate();
    void tell();

    QComboBox *m_choice;
    QWidget *m_details;
    std::array<QPushButton *, 7> m_days;
    QLabel *m_opensLabel;
    QLineEdit *m_opens;
    QLabel *m_closesLabel;
    QLineEdit *m_closes;
    QLabel *m_zoneLabel;
    QLineEdit *m_zone;
};

} // namespace linterna

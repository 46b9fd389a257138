// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

class QComboBox;
class QLineEdit;

namespace linterna {

//! Control for the proxy: the system's, none, or one at a host and port.
class ProxyControl : public FieldControl
{
    Q_OBJECT
public:
    explicit ProxyControl(QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;

private:
    [[nodiscard]] QString value() const;
    QComboBox *m_choice;
    QLineEdit *m_place;
};

} // namespace linterna

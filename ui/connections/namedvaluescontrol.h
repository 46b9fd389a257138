// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linterna {

//! Control for any number of names with values, a line each.
class NamedValuesControl : public FieldControl
{
    Q_OBJECT
public:
    explicit NamedValuesControl(QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;
    QWidget *entryFor(const QString &below) override;

private:
    struct Line {
        QLineEdit *name;
        QLineEdit *value;
        QPushButton *remove;
    };
    [[nodiscard]] QJsonObject value() const;
    void addLine(const QString &name, const QString &value);
    void removeLine(const QLineEdit *name);
    void clear();
    void retranslate();

    std::vector<Line> m_lines;
    QGridLayout *m_grid;
    QLabel *m_nameLabel;
    QLabel *m_valueLabel;
    QPushButton *m_add;
    QString m_label;
    bool m_readOnly = false;
};

} // namespace linterna

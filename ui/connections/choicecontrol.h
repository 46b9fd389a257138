// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

class QComboBox;

namespace linterna {

//! Control for a field whose value is one of several words of a connection file.
class ChoiceControl : public FieldControl
{
    Q_OBJECT
public:
    struct Choice {
        QString word;
        //! The choice's name in the language shown.
        std::function<QString()> name;
    };
    explicit ChoiceControl(std::vector<Choice> choices, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;

private:
    std::vector<Choice> m_choices;
    QComboBox *m_box;
};

//! A combo box for a form that scrolls: ignores the mouse wheel, and long names do not widen the form.
[[nodiscard]] QComboBox *newChoiceBox();

} // namespace linterna

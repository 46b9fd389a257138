// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

class QLineEdit;

namespace linterna {

//! Control for one line of text or a number.
class TextControl : public FieldControl
{
    Q_OBJECT
public:
    enum class Kind {
        Text,   //!< Spaces at the ends are left out.
        Exact,  //!< Spaces at the ends are kept: the text is sent as it is.
        Number, //!< A number in the notation of the language shown.
    };
    explicit TextControl(Kind kind, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;
    //! Sets texts that are offered while the person types.
    void setSuggestions(const QStringList &suggestions);

private:
    [[nodiscard]] QJsonValue value() const;
    Kind m_kind;
    QLineEdit *m_entry;
};

//! A QLineEdit with this program's usual settings.
[[nodiscard]] QLineEdit *newEntry();

} // namespace linterna

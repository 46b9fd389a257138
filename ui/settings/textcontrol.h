// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/fieldcontrol.h"

class QLineEdit;

namespace linterna {

//! One line of text or a number.
class TextControl : public FieldControl
{
    Q_OBJECT
public:
    enum class Kind {
        Text,   //!< Spaces at the ends do not count.
        Exact,  //!< They do: it is sent as it is.
        Number, //!< Written as the language writes numbers.
    };
    explicit TextControl(Kind kind, QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;
    //! Offers these while one types.
    void setSuggestions(const QStringList &suggestions);

private:
    [[nodiscard]] QJsonValue value() const;
    Kind m_kind;
    QLineEdit *m_entry;
};

//! An entry as this program has them.
[[nodiscard]] QLineEdit *newEntry();

} // namespace linterna

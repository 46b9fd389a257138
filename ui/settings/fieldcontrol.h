// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/fieldwords.h"

#include <QJsonValue>
#include <QWidget>

namespace linterna {

//! What a person edits one field of a connection with. Speaks the values of a connection file; what cannot be such a
//! value is given as text, which the field's rule then refuses.
class FieldControl : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    //! Shows a value without saying so.
    virtual void setValue(const QJsonValue &value) = 0;
    //! Example and the like; the language may have changed.
    virtual void setWords(const FieldWords &words) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    //! Where something is wrong, by what problemsIn() says stands below the field: the control to go to.
    [[nodiscard]] virtual QWidget *entryFor(const QString &below)
    {
        Q_UNUSED(below)
        return focusProxy() ? focusProxy() : this;
    }

signals:
    //! The person changed it.
    void edited(const QJsonValue &value);
};

} // namespace linterna

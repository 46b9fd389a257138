// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldwords.h"

#include <QJsonValue>
#include <QWidget>

namespace linterna {

//! Control for one field of a connection. Its values are those of a connection file; an entry that is no such value is
//! given as text, which the field's rule then refuses.
class FieldControl : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    //! Shows a value without emitting edited().
    virtual void setValue(const QJsonValue &value) = 0;
    //! Sets texts such as the example; called again when the language has changed.
    virtual void setWords(const FieldWords &words) = 0;
    virtual void setReadOnly(bool readOnly) = 0;
    //! Widget to focus for a problem; `below`: FieldProblem::below, the part of the field's value where the problem is.
    [[nodiscard]] virtual QWidget *entryFor(const QString &below)
    {
        Q_UNUSED(below)
        return focusProxy() ? focusProxy() : this;
    }

signals:
    //! The person changed the value.
    void edited(const QJsonValue &value);
};

} // namespace linterna

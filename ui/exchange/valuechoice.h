// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QRadioButton;

namespace linterna {

//! A radio button for a value that may be long, which wraps beside it, with a line below that says where it comes from.
//! A click on the words chooses it too.
class ValueChoice : public QWidget
{
    Q_OBJECT
public:
    //! `place`: which choice this belongs to, which assistive technology says before the value.
    ValueChoice(const QString &value, const QString &origin, const QString &place, QWidget *parent = nullptr);
    [[nodiscard]] QRadioButton *button() const { return m_button; }

private:
    QRadioButton *m_button;
};

} // namespace linterna

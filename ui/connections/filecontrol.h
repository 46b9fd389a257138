// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/fieldcontrol.h"

class QLineEdit;
class QPushButton;

namespace linterna {

//! Control for a file's path, which can be chosen or cleared.
class FileControl : public FieldControl
{
    Q_OBJECT
public:
    explicit FileControl(QWidget *parent = nullptr);

    void setValue(const QJsonValue &value) override;
    void setWords(const FieldWords &words) override;
    void setReadOnly(bool readOnly) override;

signals:
    //! The person wants to choose a file; the receiver calls setValue() and changes the draft itself.
    void chooseRequested();

private:
    QLineEdit *m_path;
    QPushButton *m_choose;
    QPushButton *m_clear;
};

} // namespace linterna

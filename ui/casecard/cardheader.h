// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casecard/cardtext.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class TextLabel;

//! What stands between title and description: receipt number and form, when it was confirmed, notes, a hairline.
class CardHeader : public QWidget
{
    Q_OBJECT
public:
    explicit CardHeader(QWidget *parent = nullptr);
    void setCard(const CardText &card);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_identity;
    QVBoxLayout *m_facts;
    QVBoxLayout *m_notes;
};

} // namespace linterna

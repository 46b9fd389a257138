// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "casecard/cardtext.h"
#include "history/caserecord.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class OfficeDetails;
class TextLabel;

//! What stands between title and description: receipt number, form and client, when it was confirmed, what the
//! office knows of the case, notes, a hairline.
class CardHeader : public QWidget
{
    Q_OBJECT
public:
    explicit CardHeader(QWidget *parent = nullptr);
    void setCard(const CardText &card);
    //! What the office knows of the case; none while that is not known.
    void setDetails(const std::optional<CaseDetails> &details);

signals:
    void editRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sayIdentity();
    QString m_fromUscis;
    std::optional<CaseDetails> m_details;
    TextLabel *m_identity;
    QVBoxLayout *m_facts;
    OfficeDetails *m_office;
    QVBoxLayout *m_notes;
};

} // namespace linterna

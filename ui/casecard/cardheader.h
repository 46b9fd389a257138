// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"
#include "ui/casecard/cardtext.h"

#include <QWidget>

class QVBoxLayout;

namespace linterna {

class OfficeDetails;
class TextLabel;

//! Part of the card between title and description: receipt number, form and client, when the status was confirmed, the
//! office's own details, notes, and a thin line.
class CardHeader : public QWidget
{
    Q_OBJECT
public:
    explicit CardHeader(QWidget *parent = nullptr);
    void setCard(const CardText &card);
    //! The office's own details of the case; empty while these have not been read.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/caserecord.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;

namespace linterna {

class FormField;

//! What the office knows of one case, to be written. Use open().
class CaseDetailsDialog : public QDialog
{
    Q_OBJECT
public:
    CaseDetailsDialog(const ReceiptNumber &receipt, const CaseDetails &details, QWidget *parent);

    //! What stands in the fields: texts without white space around, each tag once.
    [[nodiscard]] CaseDetails details() const;

signals:
    //! Save was pressed, and everything fits.
    void saved(const linterna::CaseDetails &details);

private:
    QWidget *makeFoot();
    void fit();
    //! Says at each field what does not fit; gives the first one.
    FormField *checkFields();
    void save();

    QLineEdit *m_client;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QCheckBox *m_hold;
    FormField *m_clientField;
    FormField *m_tagsField;
    FormField *m_noteField;
    QScrollArea *m_scroll;
    QWidget *m_foot;
};

} // namespace linterna

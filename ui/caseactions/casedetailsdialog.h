// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/caserecord.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace linterna {

class FormField;

//! Edits the office's own details of one case. Show it with open().
class CaseDetailsDialog : public Dialog
{
    Q_OBJECT
public:
    CaseDetailsDialog(const ReceiptNumber &receipt, const CaseDetails &details, QWidget *parent);

    //! Details as entered: texts without white space at the ends, each tag once.
    [[nodiscard]] CaseDetails details() const;
    //! Says how many earlier values of these details the history holds, and offers to remove them; 0: there are none.
    void setEarlierValues(qint64 count);

signals:
    //! The earlier values are to be removed.
    void earlierValuesUnwanted();
    //! Save was pressed, and all fields are valid.
    void saved(const linterna::CaseDetails &details);

protected:
    //! At most as high as the window.
    [[nodiscard]] QSize availableSize() const override;

private:
    //! Shows at each field what is wrong with it; returns the first such field, null where all are valid.
    FormField *checkFields();
    void save();

    CaseDetails m_before;
    QLineEdit *m_client;
    QLineEdit *m_tags;
    QPlainTextEdit *m_note;
    QCheckBox *m_hold;
    QPushButton *m_earlier;
    FormField *m_clientField;
    FormField *m_tagsField;
    FormField *m_noteField;
};

} // namespace linterna

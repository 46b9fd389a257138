// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/print/sheetwriter.h"

#include <QDialog>
#include <QTimer>

class QProgressBar;

namespace linterna {

//! Shows the progress of a document and a button to stop it. Appears only when that takes long enough for a person to
//! wonder, and closes itself.
class SheetProgressDialog : public QDialog
{
    Q_OBJECT
public:
    SheetProgressDialog(JobOf<Nothing> *job, SheetWriter::Progress progress, QWidget *parent);

    void reject() override;

private:
    void look();
    QPointer<Job> m_job;
    SheetWriter::Progress m_progress;
    QProgressBar *m_bar;
    QTimer m_again;
};

} // namespace linterna

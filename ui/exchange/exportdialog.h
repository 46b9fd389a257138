// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/record/record.h"
#include "ui/exchange/exportform.h"

#include <QDialog>
#include <QPointer>

class QPushButton;
class QScrollArea;

namespace linterna {

class Notice;
class ProgressLine;
class TextLabel;

//! Asks what is to be exported and where to, writes the file, and shows progress. Show it with open(); it deletes
//! itself when closed.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Record &history, Settings &settings, const Clock &clock, const ExportScope &scope,
                 QWidget *parent = nullptr);
    //! Stops an export that is under way; an older file of that name stays.
    ~ExportDialog() override;

    //! Writes what is chosen into a file. Then emits exported() and closes the dialog, or shows in it why that failed.
    void exportTo(const QString &file);
    [[nodiscard]] ExportForm &form() { return *m_form; }
    //! Shows the progress of an export, in rows written.
    void showProgress(qint64 done, qint64 total);

signals:
    //! A sentence that says what was written, for the view and assistive technology.
    void exported(const QString &message);

public slots:
    //! Stops an export that is under way; else closes the dialog.
    void reject() override;

private:
    //! What can be chosen, in a page that scrolls.
    [[nodiscard]] QWidget *makePage();
    //! Progress, message and buttons.
    [[nodiscard]] QWidget *makeFoot();
    void chooseFile();
    void finished(const QString &file, const Result<qint64> &written);
    void setRunning(bool running);
    void say(const QString &text, bool wrong);
    void retranslate();
    void sayHeading();
    //! Whether a line of the file stands for a case, not for a check.
    [[nodiscard]] bool ofCases() const;
    [[nodiscard]] QString suggestedName() const;

    Record &m_history;
    Settings &m_settings;
    const Clock &m_clock;
    TextLabel *m_heading;
    ExportForm *m_form;
    QScrollArea *m_scroll;
    QWidget *m_running;
    TextLabel *m_progressText;
    ProgressLine *m_progress;
    Notice *m_message;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QPointer<Job> m_job;
};

} // namespace linterna

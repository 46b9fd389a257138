// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "export/exportform.h"
#include "history/historystore.h"

#include <QDialog>
#include <QPointer>

class QPushButton;
class QScrollArea;

namespace linterna {

class Notice;
class ProgressLine;
class TextLabel;

//! Asks what is to be exported and where to, writes it, and shows how far that is. Use open().
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(HistoryStore &history, Settings &settings, const ExportScope &scope, QWidget *parent = nullptr);
    //! What is still being written is stopped, and an older file stays.
    ~ExportDialog() override;

    //! Writes what is chosen into a file. Ends with exported() and the end of the dialog, or with a message in it.
    void exportTo(const QString &file);
    [[nodiscard]] ExportForm &form() { return *m_form; }
    //! Of an export that is under way.
    void showProgress(qint64 done, qint64 total);

signals:
    //! A sentence that says what was written, for the view and assistive technology.
    void exported(const QString &message);

public slots:
    //! Stops what is under way; else closes.
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void chooseFile();
    void finished(const QString &file, const Result<qint64> &written);
    void setRunning(bool running);
    void say(const QString &text, bool wrong);
    void retranslate();
    void sayHeading();
    //! A line of the file will stand for a case.
    [[nodiscard]] bool ofCases() const;
    [[nodiscard]] QString suggestedName() const;

    HistoryStore &m_history;
    Settings &m_settings;
    TextLabel *m_heading;
    ExportForm *m_form;
    QScrollArea *m_scroll = nullptr;
    QWidget *m_running;
    TextLabel *m_progressText;
    ProgressLine *m_progress;
    Notice *m_message;
    QPushButton *m_cancel;
    QPushButton *m_export;
    QPointer<Job> m_job;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/recordimport.h"
#include "lib/record/record.h"

#include <QObject>

#include <functional>

namespace linterna {

class Question;

//! Why a file cannot be imported: what is wrong, where, and what to do, in one or two sentences for the person.
[[nodiscard]] QString importProblemSentence(const ImportProblem &problem, const QString &file);

//! Says that cells of the file held quotation marks in the wrong place, and in which lines. For files with such cells
//! only.
[[nodiscard]] QString strayMarksSentence(const RecordImport &source);

//! How an import of `file` went, in a few sentences for the person, one a line.
[[nodiscard]] QString importOutcomeText(const RecordImport &source, const QString &file,
                                        const Result<ImportReport> &taken);
//! Whether anything waits for a person's choice.
[[nodiscard]] inline bool hasDifferences(const ImportReport &report)
{
    return report.conflicts > 0 || report.deletions > 0;
}

//! Imports a complete copy of another computer's record into this one's, beside what is there.
class ImportHistory : public QObject
{
    Q_OBJECT
public:
    explicit ImportHistory(Record &history, QObject *parent = nullptr);

    //! Asks the person for a file, and imports it as importFile() does.
    void chooseFile(QWidget *window);
    //! Imports all of the file or nothing, and says in front of `window` how it went.
    void importFile(const QString &file, QWidget *window);
    //! Says how an import went; `text`: importOutcomeText(). `review` is called where the person wants to choose at once
    //! between what differs. Show it with open().
    [[nodiscard]] static Question *newReport(const QString &text, const Result<ImportReport> &taken,
                                             std::function<void()> review, QWidget *window);

signals:
    //! The person wants to choose between what differs.
    void reviewRequested();

private:
    void addCount(Question *waiting, const std::shared_ptr<RecordImport> &source);

    Record &m_history;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/exchange/recordimport.h"
#include "lib/record/record.h"

#include <QObject>

namespace linterna {

class Question;

//! Why a file cannot be imported: what is wrong, where, and what to do, in one or two sentences for the person.
[[nodiscard]] QString importProblemSentence(const ImportProblem &problem, const QString &file);

//! Says that cells of the file held quotation marks in the wrong place, and in which lines. For files with such cells
//! only.
[[nodiscard]] QString strayMarksSentence(const RecordImport &source);

//! How an import of `file` went, in a few sentences for the person.
[[nodiscard]] QString importOutcomeText(const RecordImport &source, const QString &file, const Result<qint64> &taken);

//! Imports a complete copy of another computer's checks into this one's record, which must be empty.
class ImportHistory : public QObject
{
    Q_OBJECT
public:
    explicit ImportHistory(Record &history, QObject *parent = nullptr);

    //! Asks the person for a file, and imports it as importFile() does.
    void chooseFile(QWidget *window);
    //! Imports all of the file or nothing, and says in front of `window` how it went.
    void importFile(const QString &file, QWidget *window);

private:
    void addCount(Question *waiting, const std::shared_ptr<RecordImport> &source);

    Record &m_history;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/historyimport.h"
#include "history/historystore.h"

#include <QObject>

namespace linterna {

class Question;

//! What a person reads where a file cannot be taken in: what is wrong, where, and what to do. One or two sentences.
[[nodiscard]] QString importProblemSentence(const ImportProblem &problem, const QString &file);

//! That cells of the file held quotation marks in the wrong place, and in which lines.
[[nodiscard]] QString strayMarksSentence(const HistoryImport &source);

//! Takes a complete copy of another desk's checks into this one's empty record.
class ImportHistory : public QObject
{
    Q_OBJECT
public:
    explicit ImportHistory(HistoryStore &history, QObject *parent = nullptr);

    //! Asks the person for a file, and imports it.
    void chooseFile(QWidget *window);
    //! Says in front of `window` how it went; all of the file is taken in, or nothing.
    void importFile(const QString &file, QWidget *window);

private:
    void addCount(Question *waiting, const std::shared_ptr<HistoryImport> &source);
    void tell(const HistoryImport &source, const QString &file, const Result<qint64> &taken, QWidget *window);

    HistoryStore &m_history;
};

} // namespace linterna

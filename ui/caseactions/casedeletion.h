// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/record/record.h"
#include "ui/caseactions/undostack.h"

namespace linterna {

class Question;

//! Deletes cases after a question that says exactly what will be deleted, and undoes deletions.
class CaseDeletion : public QObject
{
    Q_OBJECT
public:
    //! What is to be deleted. `client`: client of the cases. `all`: these are all cases of that client; `filters` are
    //! the saved filters that name the client, and are deleted too.
    struct DeletionRequest {
        std::vector<ReceiptNumber> receipts = {};
        QString client = {};
        bool all = false;
        std::vector<SavedFilter> filters = {};
        //! Names of files with older histories, which are not touched.
        QStringList olderHistories = {};
    };
    //! The question whether to delete; `count`: how much that is. `agreed` is called on a yes. Show it with open().
    [[nodiscard]] static Question *newQuestion(const DeletionRequest &request, const Deletion &count,
                                               std::function<void()> agreed, QWidget *window);

    //! The receipt numbers in a sentence: the first few, and how many more there are.
    [[nodiscard]] static QString namesOf(const std::vector<ReceiptNumber> &receipts);

    //! `folder`: folder of the record's file; empty where the record is in memory. `window`: parent of the questions,
    //! and of this object.
    CaseDeletion(Record &history, UndoStack &steps, const QString &folder, QWidget *window);

    void ask(const std::vector<ReceiptNumber> &receipts);
    //! Asks to delete all cases of that case's client, or only that case where it names no client.
    void askClientOf(const ReceiptNumber &receipt);

signals:
    //! How a deletion or its undoing went, in one line. `wrong`: it failed. `canUndo`: the deletion is the last step
    //! and can be undone.
    void told(const QString &message, bool wrong, bool canUndo);
    void deleted(const std::vector<linterna::ReceiptNumber> &receipts);

private:
    void addFilters(const DeletionRequest &request);
    void count(DeletionRequest request);
    void removeAndTell(const DeletionRequest &request);
    using Done = std::function<void(const std::optional<Deletion> &)>;
    void remove(const DeletionRequest &request, const Done &done);
    [[nodiscard]] UndoStack::Step stepOf(const DeletionRequest &request, const Deletion &removed);
    void undoDeletion(const DeletionRequest &request, qint64 number, const UndoStack::Done &done);
    void fail(const Error &error);
    void sayDeleted(const UndoStack::Name &name, const Deletion &removed);

    Record &m_history;
    UndoStack &m_steps;
    QString m_folder;
    QWidget *m_window;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"
#include "mainwindow/recordsteps.h"

namespace linterna {

class Question;

//! Deletes cases after a question that says exactly what goes, and takes it back.
class CaseDeletion : public QObject
{
    Q_OBJECT
public:
    //! What is to go. `client`: whose it is, and `all`: that this is all about them, with `filters` that name them.
    struct Wish {
        std::vector<ReceiptNumber> receipts = {};
        QString client = {};
        bool all = false;
        std::vector<SavedFilter> filters = {};
        //! Names of files with older histories, which are not touched.
        QStringList olderHistories = {};
    };
    //! Asks whether that shall go; `count`: how much that is. Use open().
    [[nodiscard]] static Question *newQuestion(const Wish &wish, const Removed &count, std::function<void()> agreed,
                                               QWidget *window);

    //! `folder`: where the record lies; empty for memory. `window` is what questions stand in front of, and owns this.
    CaseDeletion(HistoryStore &history, RecordSteps &steps, const QString &folder, QWidget *window);

    void ask(const std::vector<ReceiptNumber> &receipts);
    //! All cases of the client whose case this is; where it names none, this case alone.
    void askClientOf(const ReceiptNumber &receipt);

signals:
    //! How it went, in one line; `canUndo`: it is the last step that can be taken back.
    void told(const QString &message, bool wrong, bool canUndo);
    void deleted(const std::vector<linterna::ReceiptNumber> &receipts);

private:
    void addFilters(const Wish &wish);
    void count(Wish wish);
    void removeAndTell(const Wish &wish);
    using Done = std::function<void(const std::optional<Removed> &)>;
    void remove(const Wish &wish, const Done &done);
    [[nodiscard]] RecordSteps::Step stepOf(const Wish &wish, const Removed &removed);
    void takeBack(const Wish &wish, qint64 number, const RecordSteps::Done &done);
    void changeFilters(const std::function<std::vector<SavedFilter>(std::vector<SavedFilter>)> &change);
    void fail(const Error &error);
    void sayDeleted(const RecordSteps::Name &name, const Removed &removed);

    HistoryStore &m_history;
    RecordSteps &m_steps;
    QString m_folder;
    QWidget *m_window;
};

} // namespace linterna

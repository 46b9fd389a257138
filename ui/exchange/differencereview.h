// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/record/record.h"
#include "ui/caseactions/undostack.h"

#include <memory>

namespace linterna {

class DifferencesDialog;
struct DifferenceChoices;
struct Differences;

//! Has the person choose between values of different desks, and answer their deletions.
class DifferenceReview : public QObject
{
    Q_OBJECT
public:
    //! `window`: parent of the dialog, and of this object.
    DifferenceReview(Record &history, UndoStack &steps, const Clock &clock, QWidget *window);

    //! Looks whether anything waits for a choice. Follows the record's changes by itself.
    void look();
    //! Shows what waits. Of very many the first, and the others the next time.
    void open();

    static constexpr std::size_t MostAtOnce = 50;

signals:
    //! Whether anything waits for a choice.
    void waiting(bool any);
    //! How it went, in one line. `wrong`: it failed. `canUndo`: a deletion is the last step and can be undone.
    void told(const QString &message, bool wrong, bool canUndo);
    void deleted(const std::vector<linterna::ReceiptNumber> &receipts);

private:
    using Found = std::function<void(const Result<Differences> &)>;
    void find(const Found &found);
    //! Shows them with the clients of their cases.
    void show(Differences found);
    void showWhole(const Differences &found);
    void apply(const DifferenceChoices &choices);
    void answer(const ForeignDeletion &deletion, bool deleteHere);
    [[nodiscard]] UndoStack::Step stepOf(const ForeignDeletion &deletion, const Deletion &removed);
    void undo(qint64 number, const UndoStack::Done &done);
    void deleteAgain(const ForeignDeletion &deletion, const std::shared_ptr<qint64> &number,
                     const UndoStack::Done &done);
    void sayDeleted(const Deletion &removed);
    void fail(const Error &error);

    Record &m_history;
    UndoStack &m_steps;
    const Clock &m_clock;
    QWidget *m_window;
    QPointer<DifferencesDialog> m_dialog;
    bool m_looking = false;
    //! The record has changed since what is looked for was asked for.
    bool m_changed = false;
};

} // namespace linterna

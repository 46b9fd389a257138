// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/record/deletionrules.h"
#include "lib/record/record.h"
#include "lib/settings/settings.h"
#include "ui/caseactions/undostack.h"

#include <QPointer>

namespace linterna {

class Banner;
class Question;

//! Deletes checks that are older than the person wants, when a record is opened, each day, and when that choice
//! changes. Where DeletionRules finds reason to doubt the clock it asks first, and deletes nothing without an answer.
class Retention : public QObject
{
    Q_OBJECT
public:
    //! `built`: when the program was built; invalid where that is not known. `banner`: shows doubts and asks. `window`:
    //! parent of the dialogs, and of this object.
    Retention(Record &history, Settings &settings, Clock &clock, const QDateTime &built, UndoStack &steps,
              Banner &banner, QWidget *window);

    //! Deletes checks that are too old by now, and repeats that each day.
    void run();
    //! Asks how long checks are kept.
    void choose();
    //! `server`: current time by a server's clock. `sameComputer`: that server runs on this computer, so that its clock
    //! confirms nothing.
    void noteServerTime(const QDateTime &server, bool sameComputer);

    //! The question before checks of doubtful age are deleted. `old`: how much that is; `agreed` is called on a yes.
    //! Show it with open().
    [[nodiscard]] static Question *newQuestion(const DeletionRules::Doubt &doubt, int months, const Deletion &old,
                                               const QDateTime &now, std::function<void()> agreed, QWidget *window);

signals:
    //! Checks from before that moment were deleted, except those of cases that are kept whatever their age.
    void deleted(const QDateTime &before);
    //! How it went, in one line. `wrong`: it failed. `canUndo`: the deletion is the last step and can be undone.
    void told(const QString &message, bool wrong, bool canUndo);

private:
    void removeOld();
    [[nodiscard]] DeletionRules::Witnesses witnesses(const OldChecks &old) const;
    //! Current time by the last server's clock that noteServerTime() told of; empty where none did.
    [[nodiscard]] std::optional<QDateTime> serverTime() const;
    void ask(int months);
    void askToDelete(int months, const Deletion &old);
    void showDoubt();
    void askInDoubt();
    void agree(int months);
    using Done = std::function<void(const std::optional<Deletion> &)>;
    void remove(const QDateTime &before, const Done &done);
    void removeAndTell(const QDateTime &before, int months);
    [[nodiscard]] UndoStack::Step stepOf(const QDateTime &before, int months, const Deletion &removed);
    void sayDeleted(const Deletion &removed, int months);
    void sayFailed(const Error &error);

    Record &m_history;
    Settings &m_settings;
    Clock &m_clock;
    QDateTime m_built;
    UndoStack &m_steps;
    Banner &m_banner;
    QWidget *m_window;
    std::unique_ptr<Alarm> m_tomorrow;
    //! By how much that server's clock is ahead of this computer's; empty where no server told its time.
    std::optional<std::chrono::milliseconds> m_serverAhead;
    //! Why old checks are not deleted without asking; empty where there is no doubt, or nothing to delete.
    std::optional<DeletionRules::Doubt> m_doubt;
    QPointer<Question> m_question;
    bool m_agreed = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "history/deletionrules.h"
#include "history/historystore.h"
#include "mainwindow/recordsteps.h"
#include "settings/settings.h"

#include <QPointer>

namespace linterna {

class Banner;
class Question;

//! Deletes checks that are older than the person wants, when a record is opened, each day, and when that choice changes.
//! Where history/deletionrules.h finds a doubt it asks first, and deletes nothing without an answer.
class Retention : public QObject
{
    Q_OBJECT
public:
    //! `built`: when the program was built; invalid where that says nothing. `banner` asks; `window` is what dialogs stand in front of,
    //! and owns this.
    Retention(HistoryStore &history, Settings &settings, Clock &clock, const QDateTime &built, RecordSteps &steps,
              Banner &banner, QWidget *window);

    //! Deletes what is too old by now, and again after each day.
    void run();
    //! Asks how long checks are kept.
    void choose();
    //! What a server said that it is now. `sameComputer`: its clock is this one, so that it confirms nothing.
    void noteServerTime(const QDateTime &server, bool sameComputer);

    //! The question before checks of doubtful age are deleted. Use open().
    [[nodiscard]] static Question *newQuestion(const DeletionRules::Doubt &doubt, int months, const Removed &old,
                                               const QDateTime &now, std::function<void()> agreed, QWidget *window);

signals:
    //! Checks from before that moment are gone, but for those of cases that are kept whatever their age.
    void deleted(const QDateTime &before);
    //! What was deleted, in one line; `canUndo`: it is the last step that can be taken back.
    void told(const QString &message, bool wrong, bool canUndo);

private:
    void removeOld();
    [[nodiscard]] DeletionRules::Witnesses witnesses(const OldChecks &old) const;
    //! As of now; empty where nothing is known.
    [[nodiscard]] std::optional<QDateTime> serverTime() const;
    void ask(int months);
    void askToDelete(int months, const Removed &old);
    void showDoubt();
    void askInDoubt();
    void agree(int months);
    using Done = std::function<void(const std::optional<Removed> &)>;
    void remove(const QDateTime &before, const Done &done);
    void removeAndTell(const QDateTime &before, int months);
    [[nodiscard]] RecordSteps::Step stepOf(const QDateTime &before, int months, const Removed &removed);
    void sayDeleted(const Removed &removed, int months);
    void sayFailed(const Error &error);

    HistoryStore &m_history;
    Settings &m_settings;
    Clock &m_clock;
    QDateTime m_built;
    RecordSteps &m_steps;
    Banner &m_banner;
    QWidget *m_window;
    std::unique_ptr<Alarm> m_tomorrow;
    //! By how much a server's clock is ahead of this one.
    std::optional<std::chrono::milliseconds> m_serverAhead;
    //! Why nothing is deleted by itself; empty where there is no doubt, or nothing to delete.
    std::optional<DeletionRules::Doubt> m_doubt;
    QPointer<Question> m_question;
    bool m_agreed = false;
};

} // namespace linterna

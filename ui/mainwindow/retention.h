// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "history/historystore.h"
#include "mainwindow/recordsteps.h"
#include "settings/settings.h"

namespace linterna {

//! Deletes checks that are older than the person wants, when a record is opened, each day, and when that choice changes.
class Retention : public QObject
{
    Q_OBJECT
public:
    //! `window` is what the dialog stands in front of, and owns this.
    Retention(HistoryStore &history, Settings &settings, Clock &clock, RecordSteps &steps, QWidget *window);

    //! Deletes what is too old by now, and again after each day.
    void run();
    //! Asks how long checks are kept.
    void choose();

signals:
    //! What was deleted, in one line; `canUndo`: it is the last step that can be taken back.
    void told(const QString &message, bool wrong, bool canUndo);

private:
    void removeOld();
    void ask(int months);
    void askToDelete(int months, const Removed &old);
    using Done = std::function<void(const std::optional<Removed> &)>;
    void remove(const QDateTime &before, const Done &done);
    [[nodiscard]] RecordSteps::Step stepOf(const QDateTime &before, int months, const Removed &removed);
    void sayDeleted(const Removed &removed, int months);

    HistoryStore &m_history;
    Settings &m_settings;
    Clock &m_clock;
    RecordSteps &m_steps;
    QWidget *m_window;
    std::unique_ptr<Alarm> m_tomorrow;
};

} // namespace linterna

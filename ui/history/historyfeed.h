// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/historystore.h"
#include "settings/settings.h"

#include <QObject>

class QFileDialog;

namespace linterna {

class HistoryView;

//! Brings the record to the view, and the record to a file.
class HistoryFeed : public QObject
{
    Q_OBJECT
public:
    HistoryFeed(HistoryStore &history, Settings &settings, HistoryView &view, QObject *parent = nullptr);

    //! Asks the person for a file and writes the record there.
    void exportHistory();
    //! Writes the record to a file and says in the view how that went.
    void exportTo(const QString &file);
    //! Reads the page in view again.
    void reload();

signals:
    //! A check of the past, whole, because the person chose it.
    void loaded(const linterna::CheckOutcome &outcome);
    //! For assistive technology.
    void announced(const QString &message);

private:
    void showPage(qint64 before);
    void load(qint64 id);
    void say(const QString &message, bool wrong);

    HistoryStore &m_history;
    Settings &m_settings;
    HistoryView &m_view;
    qint64 m_before = 0;
    qint64 m_skipped = 0;
    qint64 m_shown = 0;
    qint64 m_wanted = 0;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connections/connectionstore.h"
#include "history/erasing.h"
#include "history/recordkeeper.h"
#include "settings/settings.h"

namespace linterna {

//! From the window to an empty computer: asks whether everything is to be erased, does it, and says what was removed
//! and what could not be.
class Eraser : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        HistoryStore &history;
        RecordKeeper &record;
        Settings &settings;
        ConnectionStore &connections;
        SecretStore &secrets;
        QString folder; //!< Of all files.
    };
    //! `window` is what dialogs stand in front of, and owns this.
    Eraser(Parts parts, QWidget *window);

    void ask();

signals:
    //! It begins: nothing may be asked or written any more.
    void begun();
    //! It is done, and the person has read what came of it.
    void done();

private:
    //! Checks and cases in the record; -1 where it is closed.
    void question(qint64 checks, qint64 cases);
    [[nodiscard]] QStringList things(qint64 checks, qint64 cases) const;
    void erase();
    void tell(Erased erased, bool settingsGone);

    Parts m_parts;
    QWidget *m_window;
    bool m_asking = false;
};

//! What came of it, in words: the heading, and what was removed and what was not.
struct ErasedWords {
    QString heading;
    QString text;
};
[[nodiscard]] ErasedWords erasedWords(const Erased &erased);

} // namespace linterna

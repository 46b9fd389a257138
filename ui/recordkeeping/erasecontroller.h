// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/connections/connectionstore.h"
#include "lib/recordkeeping/erasing.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/settings/settings.h"

namespace linterna {

//! Erases everything that the program keeps on this computer: asks first, and says what was removed and what could not
//! be.
class EraseController : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Record &history;
        RecordLifecycle &record;
        Settings &settings;
        ConnectionStore &connections;
        SecretStore &secrets;
        QString folder; //!< Folder of all files of the program.
    };
    //! `window`: parent of the dialogs, and of this object.
    EraseController(Parts parts, QWidget *window);

    void ask();

signals:
    //! Erasing begins: from now on nothing may be requested or written.
    void begun();
    //! Erasing has ended, and the person has closed the message about its result.
    void done();

private:
    //! `checks`, `cases`: numbers of them in the record; -1 where the record is closed.
    void question(qint64 checks, qint64 cases);
    [[nodiscard]] QStringList things(qint64 checks, qint64 cases) const;
    void erase();
    void tell(Erased erased, bool settingsGone);

    Parts m_parts;
    QWidget *m_window;
    bool m_asking = false;
};

//! Result of erasing in words: a heading, and what was removed and what was not.
struct ErasedWords {
    QString heading;
    QString text;
};
[[nodiscard]] ErasedWords erasedWords(const Erased &erased);

} // namespace linterna

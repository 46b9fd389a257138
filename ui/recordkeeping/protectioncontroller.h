// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/settings/settings.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/recordkeeping/recordkeepingdialog.h"

#include <QPointer>

namespace linterna {

//! Dialogs about how the history is kept: asks for the passphrase at the start and later, and changes the way in which
//! the history is protected.
class ProtectionController : public QObject
{
    Q_OBJECT
public:
    //! `window`: parent of the dialogs, and of this object.
    ProtectionController(RecordLifecycle &record, Settings &settings, QWidget *window);

    //! Opens the dialog for the remedy that recordRemedy() gives for the record's current state, or does it.
    void remedy();
    //! Asks how the record is to be kept.
    void choose();

signals:
    //! Emitted once: the record is open, or the person leaves it closed for now.
    void settled();
    //! Whether an opening or a change of the record is under way.
    void busy(bool busy);
    //! How an action went, where the record's state does not tell it. `wrong`: it failed.
    void told(const QString &message, bool wrong);

private:
    void stateChanged(const RecordState &state);
    void askForPassphrase();
    void askForNewPassphrase();
    void askForChange();
    void askAboutKey();
    void askToBeginAnew();
    void beginAnew();
    void use(RecordKeepingDialog::Way way);
    void tryAgain();
    void moveToKeychain();
    [[nodiscard]] PassphraseDialog *newDialog(PassphraseDialog::Purpose purpose);
    //! Opens `dialog` as the only one at a time, and tracks it in m_dialog.
    void follow(QDialog *dialog);
    void settle();

    RecordLifecycle &m_record;
    Settings &m_settings;
    QWidget *m_window;
    QPointer<QDialog> m_dialog;
    bool m_settled = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/recordkeeper.h"
#include "settings/passphrasedialog.h"
#include "settings/recordkeepingdialog.h"
#include "settings/settings.h"

#include <QPointer>

namespace linterna {

//! What can be done where the record is not kept as it should be.
enum class RecordRemedy {
    None,
    EnterPassphrase,
    Choose, //!< How it is to be kept.
    TryAgain,
    FindKey, //!< Or begin a new one.
};
[[nodiscard]] RecordRemedy recordRemedy(const RecordState &state);

//! From the window to how its history is kept: asks for the passphrase at the start and later, and changes the way in
//! which it is kept.
class RecordProtection : public QObject
{
    Q_OBJECT
public:
    //! `window` is what dialogs stand in front of, and owns this.
    RecordProtection(RecordKeeper &record, Settings &settings, QWidget *window);

    //! Does what the state of the record offers to do.
    void remedy();
    //! Asks how it is to be kept.
    void choose();

signals:
    //! For the first time it is known how the record is kept in this run: it is open, or stays closed for now.
    void settled();
    //! Whether something is being done about it.
    void busy(bool busy);
    //! Something went well or wrong that the record's state does not tell.
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
    //! One at a time.
    void follow(QDialog *dialog);
    void settle();

    RecordKeeper &m_record;
    Settings &m_settings;
    QWidget *m_window;
    QPointer<QDialog> m_dialog;
    bool m_settled = false;
};

} // namespace linterna

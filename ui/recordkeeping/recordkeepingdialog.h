// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/recordkeeping/recordstate.h"
#include "ui/widgets/dialog.h"

class QButtonGroup;

namespace linterna {

//! Asks how the history is to be kept, and shows how it is kept now. Show it with open().
class RecordKeepingDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Way { Keychain, Passphrase, Nothing };
    RecordKeepingDialog(const RecordState &state, QWidget *parent);

    //! How the record is kept; empty where it is not kept because there is no keyring, which the person did not choose.
    [[nodiscard]] static std::optional<Way> wayOf(const RecordState &state);

signals:
    void chosen(linterna::RecordKeepingDialog::Way way);
    void passphraseChangeRequested();

private:
    void addWays(const RecordState &state);
    void addWay(Way way, const QString &name, const QString &meaning);
    void addButtons(const RecordState &state);

    QButtonGroup *m_ways;
};

} // namespace linterna

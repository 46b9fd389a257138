// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialog.h"
#include "history/recordopener.h"

class QButtonGroup;

namespace linterna {

//! How the history is kept, and the other ways. Use open().
class RecordKeepingDialog : public Dialog
{
    Q_OBJECT
public:
    enum class Way { Keychain, Passphrase, Nothing };
    RecordKeepingDialog(const RecordState &state, QWidget *parent);

    //! How it is kept; empty where it is not, and nobody wanted that.
    [[nodiscard]] static std::optional<Way> wayOf(const RecordState &state);

signals:
    void chosen(linterna::RecordKeepingDialog::Way way);
    void passphraseChangeRequested();

private:
    void addWays(const RecordState &state);
    void addWay(Way way, const QString &name, const QString &meaning);
    QLayout *newButtons(const RecordState &state);

    QButtonGroup *m_ways;
};

} // namespace linterna

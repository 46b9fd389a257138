// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/footbar.h"
#include "common/notice.h"

class QPushButton;

namespace linterna {

//! What can be done with the connection that is edited, and what came of it.
class EditorFoot : public FootBar
{
    Q_OBJECT
public:
    explicit EditorFoot(QWidget *parent = nullptr);

    void say(const QString &text, Notice::Tone tone);
    //! The keyring did not take the secret.
    void offerToKeep(bool offered);
    struct State {
        //! For the keyring.
        bool waiting = false;
        bool testing = false;
        bool changed = false;
    };
    void show(const State &state);

signals:
    void testRequested();
    void saveRequested();
    void closeRequested();
    void keepForThisRunRequested();
    void stopWaitingRequested();

private:
    Notice *m_message;
    QPushButton *m_keep;
    QPushButton *m_stopWaiting;
    QPushButton *m_test;
    QPushButton *m_close;
    QPushButton *m_save;
};

} // namespace linterna

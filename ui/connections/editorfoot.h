// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/footbar.h"
#include "ui/widgets/notice.h"

class QPushButton;

namespace linterna {

//! Buttons for the connection that is edited, and a line that says how an action went.
class EditorFoot : public FootBar
{
    Q_OBJECT
public:
    explicit EditorFoot(QWidget *parent = nullptr);

    void say(const QString &text, Notice::Tone tone);
    //! Shows or hides the button that keeps the secret until the program ends, for when the keyring did not store it.
    void offerToKeep(bool offered);
    struct State {
        //! The keyring is being waited for.
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

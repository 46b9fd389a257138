// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectiontester.h"
#include "ui/words/dates.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace linterna {

class Disclosure;
class Notice;
class TextLabel;

//! One step of a connection test: what it is, how it went, and on demand request and reply. Receipt numbers are masked.
class TestStepView : public QWidget
{
    Q_OBJECT
public:
    TestStepView(ConnectionTestStep::What what, const ViewEnvironment &environment, QWidget *parent = nullptr);

    enum class State { Running, Ended, NotReached };
    void setState(State state);
    //! `answered`: the service answered in a way that proves the connection, whatever it said about the case.
    void setResult(const ConnectionTestStep &step, std::chrono::milliseconds took, bool answered);
    //! Shows a further text below a step that went well.
    void setNote(const QString &note);
    //! All that is shown of the step as plain text, request and reply included; empty while nothing is known of it.
    [[nodiscard]] QString plainText() const;
    void retranslate();

signals:
    //! The part with request and reply was opened or closed.
    void toggled();

private:
    void build();
    void say();
    QPlainTextEdit *addPane(QLabel *label);

    const ConnectionTestStep::What m_what;
    ViewEnvironment m_environment;
    State m_state = State::NotReached;
    ConnectionTestStep m_step;
    std::chrono::milliseconds m_took{};
    bool m_answered = false;
    QString m_note;
    Notice *m_headline;
    TextLabel *m_text;
    Disclosure *m_exchange;
    QLabel *m_requestLabel;
    QPlainTextEdit *m_request;
    QLabel *m_replyLabel;
    QPlainTextEdit *m_reply;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectiontester.h"
#include "ui/words/dates.h"

#include <QElapsedTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace linterna {

class Notice;
class TestStepView;
class TextLabel;

//! Shows a test of a connection step by step, with the verdict on top.
class TestPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TestPanel(const ViewEnvironment &environment, QWidget *parent = nullptr);

    //! Empties and hides the panel.
    void clear();
    //! Shows that a test has begun. `readsSecret`: its first step reads the stored secret.
    void begin(bool readsSecret);
    void showStep(const ConnectionTestStep &step);
    void showResult(const Result<ConnectionTestReport> &report);
    //! Says that the result is about earlier entries, because something was edited since.
    void setOutdated();
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    //! The verdict as text, for assistive technology.
    [[nodiscard]] QString verdict() const;
    //! The failed step of the test shown; empty where none failed.
    [[nodiscard]] std::optional<ConnectionTestStep> failure() const;

signals:
    void stopRequested();
    //! The server's certificate was refused, and the person wants to see it.
    void certificateRequested();

private:
    enum class State { Empty, Running, Ended, Stopped };
    void build();
    void say();
    void sayVerdict();
    void copyAll();
    TestStepView *view(ConnectionTestStep::What what) const;

    ViewEnvironment m_environment;
    State m_state = State::Empty;
    bool m_outdated = false;
    ConnectionTestReport m_report;
    QElapsedTimer m_sinceLastStep;
    Notice *m_verdict;
    Notice *m_earlier;
    std::array<TestStepView *, 3> m_steps;
    QPushButton *m_certificate;
    QPushButton *m_stop;
    QPushButton *m_copy;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/connectiontester.h"
#include "common/dates.h"

#include <QElapsedTimer>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace linterna {

class Notice;
class TestStepView;
class TextLabel;

//! How a test of a connection goes and ends, step by step, with the verdict on top.
class TestPanel : public QWidget
{
    Q_OBJECT
public:
    explicit TestPanel(const ViewEnvironment &environment, QWidget *parent = nullptr);

    //! Empty and hidden.
    void clear();
    //! `readsSecret`: the stored secret is read first.
    void begin(bool readsSecret);
    void showStep(const ConnectionTestStep &step);
    void showResult(const Result<ConnectionTestReport> &report);
    //! Something was edited: what is shown is about the earlier entries.
    void setOutdated();
    [[nodiscard]] bool isRunning() const { return m_state == State::Running; }
    //! The verdict, for whoever cannot see it.
    [[nodiscard]] QString verdict() const;
    //! The step of the test that is shown that failed, if one did.
    [[nodiscard]] std::optional<ConnectionTestStep> failure() const;

signals:
    void stopRequested();
    //! The server's certificate was refused, and the person wants to see it.
    void certificateRequested();

protected:
    void changeEvent(QEvent *event) override;

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

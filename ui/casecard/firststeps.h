// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace linterna {

class TextLabel;

//! The way from new keys to the first answer, for whoever has just been given them: where the developer portal shows
//! them, where they go, and what can be asked with them. What it says of the portal stands at
//! developer.uscis.gov/node/103, of the sandbox at developer.uscis.gov/api/case-status.
class FirstSteps : public QWidget
{
    Q_OBJECT
public:
    explicit FirstSteps(QWidget *parent = nullptr);

signals:
    void linkActivated(const QUrl &url);
    void settingsRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Step {
        QLabel *heading;
        TextLabel *words;
    };
    Step addStep(int number, QPushButton *button);
    void retranslate();

    QPushButton *m_portal;
    QPushButton *m_settings;
    std::array<Step, 3> m_steps{};
    TextLabel *m_gateway;
};

} // namespace linterna

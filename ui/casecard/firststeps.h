// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

#include <array>

class QLabel;
class QPushButton;

namespace linterna {

class TextLabel;

//! Guide from new client credentials to the first answer: where the developer portal shows the credentials, where to
//! enter them, and what can be asked for with them. Source of what it says about the portal:
//! developer.uscis.gov/node/103; about the sandbox: developer.uscis.gov/api/case-status.
class FirstSteps : public QWidget
{
    Q_OBJECT
public:
    explicit FirstSteps(QWidget *parent = nullptr);

signals:
    void linkActivated(const QUrl &url);
    void settingsRequested();

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

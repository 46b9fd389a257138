// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace linterna {

class TextLabel;

//! A conspicuous line across the window, with at most one button.
class Banner : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Practice, Warning };
    explicit Banner(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    //! Shows what `text` returns, and calls both functions again after a change of language; hidden while the text is
    //! empty.
    void say(std::function<QString()> text, std::function<QString()> buttonText = {});
    //! An empty text hides the button.
    void setButtonText(const QString &text);
    //! Whether what the button does is under way: it is disabled meanwhile.
    void setButtonBusy(bool busy);

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void sayAgain();
    void tint();
    Kind m_kind;
    TextLabel *m_text;
    QPushButton *m_button;
    std::function<QString()> m_saidText;
    std::function<QString()> m_saidButton;
    bool m_tinting = false;
};

} // namespace linterna

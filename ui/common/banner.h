// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QPushButton;

namespace linterna {

class TextLabel;

//! A line across the window that cannot be overlooked, with at most one button.
class Banner : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Practice, Warning };
    explicit Banner(Kind kind, QWidget *parent = nullptr);

    void setText(const QString &text);
    //! An empty text takes the button away.
    void setButtonText(const QString &text);
    //! What the button does is under way.
    void setButtonBusy(bool busy);

signals:
    void buttonClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();
    Kind m_kind;
    TextLabel *m_text;
    QPushButton *m_button;
    bool m_tinting = false;
};

} // namespace linterna

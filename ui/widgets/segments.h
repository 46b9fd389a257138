// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QPushButton;

namespace linterna {

//! Width in pixels that a segment needs when it is down, and its text is bold.
[[nodiscard]] int segmentWidth(const QPushButton &button);

//! A choice of one of a few: buttons side by side, of which one is down. Each can be reached with Tab.
class Segments : public QWidget
{
    Q_OBJECT
public:
    //! `count` buttons, of which the first is chosen.
    explicit Segments(int count, QWidget *parent = nullptr);

    //! Sets the texts of all buttons.
    void setWords(const QStringList &words);
    [[nodiscard]] int chosen() const { return m_chosen; }
    //! Chooses a button without emitting picked().
    void choose(int index);
    [[nodiscard]] QPushButton *button(int index) const { return m_buttons[static_cast<std::size_t>(index)]; }

protected:
    void changeEvent(QEvent *event) override;

signals:
    //! The person chose another button.
    void picked(int index);

private:
    void makeRoom();

    std::vector<QPushButton *> m_buttons;
    int m_chosen = 0;
};

} // namespace linterna

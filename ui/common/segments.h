// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QPushButton;

namespace linterna {

//! Width that a segment needs when it is down: its words are bold then.
[[nodiscard]] int segmentWidth(const QPushButton &button);

//! One of a few, side by side: a button each, of which one is down. Each can be reached with Tab.
class Segments : public QWidget
{
    Q_OBJECT
public:
    //! So many of them, the first one chosen.
    explicit Segments(int count, QWidget *parent = nullptr);

    //! What they say; as many as there are.
    void setWords(const QStringList &words);
    [[nodiscard]] int chosen() const { return m_chosen; }
    //! Without emitting picked().
    void choose(int index);
    [[nodiscard]] QPushButton *button(int index) const { return m_buttons[static_cast<std::size_t>(index)]; }

protected:
    void changeEvent(QEvent *event) override;

signals:
    //! A person chose another one.
    void picked(int index);

private:
    void makeRoom();

    std::vector<QPushButton *> m_buttons;
    int m_chosen = 0;
};

} // namespace linterna

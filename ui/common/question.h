// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dialog.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace linterna {

//! A question with a heading, a few sentences and buttons, the first of which to be added is the one that is meant. It
//! waits in front of its window and ends with whatever was pressed. Use open().
class Question : public Dialog
{
    Q_OBJECT
public:
    Question(const QString &heading, const QString &text, QWidget *parent);

    //! Below the sentences.
    void addContent(QWidget *content);
    enum class Place { Right, Left };
    //! Closes the question, then calls `chosen`.
    QPushButton *addChoice(const QString &text, std::function<void()> chosen = {}, Place place = Place::Right);

    //! Instead of choices while something is under way: closes the question. Enter alone does not, because it may have been
    //! meant for what was there before.
    QPushButton *addStop(const QString &text);

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace linterna

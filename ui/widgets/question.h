// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/dialog.h"

class QHBoxLayout;
class QPushButton;
class QVBoxLayout;

namespace linterna {

//! A question with a heading, a few sentences and buttons, of which the first to be added is the default one. Stays in
//! front of its window; any button closes it. Show it with open().
class Question : public Dialog
{
    Q_OBJECT
public:
    Question(const QString &heading, const QString &text, QWidget *parent);

    //! Adds a widget below the sentences.
    void addContent(QWidget *content);
    enum class Place { Right, Left };
    //! Adds a button that closes the question and then calls `chosen`.
    QPushButton *addChoice(const QString &text, std::function<void()> chosen = {}, Place place = Place::Right);

    //! Shows a message with a button to close it.
    static void tell(const QString &heading, const QString &text, QWidget *parent);
    //! Adds a button that closes the question and says so.
    void addClose() { addChoice(tr("Close")); }
    //! Adds a button that closes the question, in place of choices while something is under way. Enter does not press
    //! it, because Enter may have been meant for what was there before.
    QPushButton *addStop(const QString &text);

private:
    QVBoxLayout *m_content;
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
};

} // namespace linterna

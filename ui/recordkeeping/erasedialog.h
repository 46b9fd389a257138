// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/question.h"

#include <QStringList>

class QLineEdit;

namespace linterna {

//! Asks whether everything is to be erased: lists what, and requires a word to be typed first. Show it with open().
class EraseDialog : public Question
{
    Q_OBJECT
public:
    //! `things`: what will be removed, each in a line. `folder`: where the files are.
    EraseDialog(const QStringList &things, const QString &folder, QWidget *parent);

    //! The word that has to be typed, in the language shown. Letter case does not matter.
    [[nodiscard]] static QString word();

signals:
    void confirmed();

private:
    QLineEdit *m_entry;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/factsgrid.h"

#include <QDialog>

class QPlainTextEdit;

namespace linterna {

class TextLabel;

//! Shows a text in fixed-width letters to read and to copy, with an explanation and facts above it. Show it with
//! open().
class TextDialog : public QDialog
{
    Q_OBJECT
public:
    struct Content {
        QString title;
        //! What the text is and what it is for.
        QString purpose;
        //! Names and values to show above the text.
        Facts facts;
        QString text;
    };
    explicit TextDialog(const Content &content, QWidget *parent = nullptr);

private:
    void copy();
    Content m_content;
    QPlainTextEdit *m_text;
    TextLabel *m_copied;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/factsgrid.h"

#include <QDialog>

class QPlainTextEdit;

namespace linterna {

class TextLabel;

//! A text in fixed-width letters to read and to copy, with what must be known of it above. Use open().
class TextDialog : public QDialog
{
    Q_OBJECT
public:
    struct Content {
        QString title;
        //! What the text is.
        QString purpose;
        //! Names and values to stand above it.
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

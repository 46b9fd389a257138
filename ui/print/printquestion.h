// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/question.h"

#include <QStringList>

class QCheckBox;
class QRadioButton;

namespace linterna {

//! Where a document goes: to a printer or into a PDF file.
enum class PrintWay { Printer, Pdf };

//! Asks what a paper is to hold before it is made: the language, and whether with names.
class PrintQuestion : public Question
{
    Q_OBJECT
public:
    struct Offer {
        QString heading;
        //! Whether both languages, one after the other, are offered too.
        bool both = false;
        //! Text of the check box about personal data; empty: there is no check box.
        QString checkBox;
        bool checked = false;
        //! Languages chosen at first: "en", "es", or both.
        QStringList languages;
        //! Which button is the primary one.
        PrintWay way = PrintWay::Printer;
    };
    struct Choice {
        QStringList languages;
        bool checked = false;
    };
    PrintQuestion(const Offer &offer, QWidget *parent);

    [[nodiscard]] Choice choice() const;

signals:
    void chosen(linterna::PrintWay way, const linterna::PrintQuestion::Choice &choice);

private:
    QWidget *makeLanguages(const Offer &offer);
    QRadioButton *m_english;
    QRadioButton *m_spanish;
    QRadioButton *m_both;
    QCheckBox *m_check;
};

} // namespace linterna

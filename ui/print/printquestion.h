// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/question.h"

#include <QStringList>

class QCheckBox;
class QRadioButton;

namespace linterna {

//! Where a document goes.
enum class PrintWay { Printer, Pdf };

//! Asks what is to stand on the paper before it is made: the language, and names or not.
class PrintQuestion : public Question
{
    Q_OBJECT
public:
    struct Offer {
        QString heading;
        //! Also both languages, one after the other.
        bool both = false;
        //! The choice in words about what is personal; empty: there is none.
        QString checkBox;
        bool checked = false;
        //! "en", "es", or both: what is chosen at first.
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

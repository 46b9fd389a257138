// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/json/jsonview.h"
#include "lib/sandbox/practicereply.h"

#include <QHash>
#include <QStringList>

namespace linterna {

//! The cases that the practice server knows, all invented: the receipt numbers that USCIS publishes for its sandbox and
//! the further ones that answer there. A receipt number gets the same bytes at any time on any machine.
class PracticeCases
{
public:
    PracticeCases();

    //! The reply for a receipt number in upper case: 200 with its case, the error that a reserved number stands for,
    //! 404 where it is unknown, 422 where it is empty (not well formed).
    [[nodiscard]] PracticeReply answer(const QString &receipt) const;

    //! The receipt numbers that have a case.
    static QStringList receipts();
    //! Receipt numbers PRA0000000401 and so on, each of which gives the error of its last three digits.
    static QStringList reservedReceipts();

private:
    //! Wording by English title, from resources/practice/status-texts.json.
    QHash<QString, JsonView> m_texts;
};

} // namespace linterna

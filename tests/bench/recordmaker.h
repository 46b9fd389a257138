// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/localrecord/localrecord.h"

#include <QJsonArray>

namespace linterna::bench {

//! Invented checks of an office over years: a number of checks of a number of receipt numbers, oldest first, the same
//! ones each time. Each case moves through some of the public status texts (resources/practice/status-texts.json) with
//! forms and dates of its own; most checks have the same answer as the last one; one in thirty gets no answer. Every
//! case has a client's name, every third a note, every fifth tags.
class RecordMaker : public CheckSource
{
public:
    RecordMaker(int checks, int receipts);
    Result<std::optional<ImportedItem>> next() override;

    //! Receipt number and client of case `number`.
    [[nodiscard]] static ReceiptNumber receipt(int number);
    [[nodiscard]] static QString client(int number);

private:
    [[nodiscard]] CaseStatus status(int number, int stage) const;
    [[nodiscard]] CaseDetails details(int number) const;

    int m_checks;
    int m_receipts;
    int m_next = 0;
    QJsonArray m_texts;
};

//! File of a record of this size: made where there is none yet in the folder that LINTERNA_BENCH_DATA names, else in a
//! temporary folder. Its key is that of practice records, so that the program itself can open it.
[[nodiscard]] QString recordOf(int checks, int receipts);
[[nodiscard]] Secret benchKey();
//! Opens a record of recordOf(), and waits until all of it has been read in.
void openWhole(LocalRecord &history, const QString &file);

} // namespace linterna::bench

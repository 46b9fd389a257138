// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "history/caserecord.h"
#include "history/wordbook.h"
#include "storage/fieldcipher.h"

#include <QCache>

namespace linterna {

//! A row of `cases`, decrypted.
struct KeptCase {
    qint64 id = 0;
    QByteArray uid = {};
    //! Empty where it cannot be decrypted.
    std::optional<ReceiptNumber> receipt = {};
    CaseDetails details = {};
    //! Ids of checks, 0 for none: the last one, the last good one, the last good one that said something else.
    qint64 lastCheck = 0;
    qint64 lastGood = 0;
    qint64 lastChange = 0;
    //! Deleted, and it may be taken back.
    bool removed = false;

    //! Takes a check into the three.
    void noteCheck(qint64 check, bool good, Change change);
};

//! The cases of the record: one row a receipt number.
class CaseTable
{
public:
    CaseTable(std::shared_ptr<Database> database, const FieldCipher &cipher, Wordbook &words);

    //! Empty where there is none. One that was deleted is not found: it stands for no receipt number (history/removal).
    [[nodiscard]] Result<std::optional<KeptCase>> find(const ReceiptNumber &receipt) const;
    //! Inside of a transaction.
    [[nodiscard]] Result<KeptCase> findOrAdd(const ReceiptNumber &receipt);
    [[nodiscard]] std::optional<Error> writeDetails(const KeptCase &kept);
    [[nodiscard]] std::optional<Error> writeLasts(const KeptCase &kept);

    //! The columns that read() expects, in its order, with the table's name before them.
    [[nodiscard]] static QString columns();
    static constexpr int ColumnCount = 10;
    //! Reads columns() from `first` on. Remembered is what a list shows again and again.
    enum class Opening { Remembered, Once };
    [[nodiscard]] KeptCase read(const Rows &rows, int first, Opening opening = Opening::Remembered) const;

private:
    //! What is sealed of a case, opened.
    struct Opened {
        QByteArray sealedReceipt;
        QByteArray sealedDetails;
        std::optional<ReceiptNumber> receipt;
        CaseDetails details;
    };
    [[nodiscard]] Opened open(QByteArray sealedReceipt, QByteArray sealedDetails, const QByteArray &uid) const;

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    Wordbook &m_words;
    mutable QCache<qint64, Opened> m_opened;
};

} // namespace linterna

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
    //! Something of it cannot be decrypted, or was never written so; where it is the details, they are empty.
    bool damaged = false;
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
    //! What is found is of this receipt number, whatever stands under its hash.
    [[nodiscard]] Result<std::optional<KeptCase>> find(const ReceiptNumber &receipt) const;
    //! Inside of a transaction. Puts right what keeps a damaged row from being found or from being read.
    [[nodiscard]] Result<KeptCase> findOrAdd(const ReceiptNumber &receipt);
    //! The same for a row that does not stand under the hash of its receipt number.
    [[nodiscard]] std::optional<Error> putUnderItsHash(qint64 id);
    [[nodiscard]] QByteArray hashOf(const ReceiptNumber &receipt) const;
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
        bool damaged = false;
    };
    [[nodiscard]] Opened open(QByteArray sealedReceipt, QByteArray sealedDetails, const QByteArray &uid) const;
    //! What stands under the hash, whatever that is.
    [[nodiscard]] Result<std::optional<KeptCase>> atHash(const QByteArray &hash) const;
    //! Looks through all cases.
    [[nodiscard]] Result<std::optional<KeptCase>> search(const ReceiptNumber &receipt) const;
    [[nodiscard]] std::optional<Error> makeRoomFor(const ReceiptNumber &receipt, qint64 other);
    [[nodiscard]] Result<std::optional<qint64>> putOneUnderItsHash(qint64 id);
    [[nodiscard]] std::optional<Error> sealReceipt(const KeptCase &kept);

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    Wordbook &m_words;
    mutable QCache<qint64, Opened> m_opened;
};

} // namespace linterna

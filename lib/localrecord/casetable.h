// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/fieldcipher.h"
#include "lib/localrecord/eventtable.h"

#include <QCache>

#include <map>

namespace linterna {

//! The events that gave the fields of a case their values, by UUID; a field that was never written has none.
using FieldEvents = std::map<CaseField, QByteArray>;

//! A row of `cases`, decrypted.
struct CaseEntry {
    qint64 id = 0;
    QByteArray uid = {};
    //! Empty where it cannot be decrypted.
    std::optional<ReceiptNumber> receipt = {};
    CaseDetails details = {};
    FieldEvents fieldEvents = {};
    //! A part of the row cannot be decrypted, or its id is none that a row is ever given. Details that cannot be
    //! decrypted are empty.
    bool damaged = false;
    //! Ids of checks, 0 for none: the last one, the last good one, the last good one that said something else.
    qint64 lastCheck = 0;
    qint64 lastGood = 0;
    qint64 lastChange = 0;
    //! The case was deleted, and the deletion may still be undone.
    bool removed = false;

    //! Updates lastCheck, lastGood and lastChange for the check with this id.
    void noteCheck(qint64 check, bool good, Change change);
};

//! The cases of the record: one row a receipt number, made from the events of its checks and edits.
class CaseTable
{
public:
    CaseTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words, EventTable &events);

    //! The case of this receipt number, whatever row stands under its hash; empty where there is none. A deleted case
    //! is not found: its row stands for no receipt number (lib/localrecord/softdeletion).
    [[nodiscard]] Result<std::optional<CaseEntry>> find(const ReceiptNumber &receipt) const;
    //! The case with this id, decrypted; empty where there is none.
    [[nodiscard]] Result<std::optional<CaseEntry>> at(qint64 id) const;
    //! The case of this receipt number, which is added where there is none. Call inside a transaction. Repairs damage
    //! that keeps the row from being found or from being read.
    [[nodiscard]] Result<CaseEntry> findOrAdd(const ReceiptNumber &receipt);
    //! Repairs a case whose row does not stand under the hash of its receipt number, so that find() finds it. Call
    //! inside a transaction.
    [[nodiscard]] std::optional<Error> putUnderItsHash(qint64 id);
    [[nodiscard]] QByteArray hashOf(const ReceiptNumber &receipt) const;
    //! Appends an event for each field that is another in `wanted`, and writes the row. `kept` then has the new values.
    //! Call inside a transaction.
    [[nodiscard]] std::optional<Error> edit(CaseEntry &kept, const CaseDetails &wanted, const Author &author,
                                            const std::optional<qint64> &takenOver = {});
    //! Appends an event that gives a field the value that it has in `wanted`, whatever it says now, in place of these
    //! events. Neither `kept` nor the row is changed: call settleFields(). Call inside a transaction.
    [[nodiscard]] std::optional<Error> appendEdit(const CaseEntry &kept, CaseField field, const CaseDetails &wanted,
                                                  const QByteArrayList &replaces, const Author &author);
    //! Works out anew what the fields of a case say, after edits came or went, writes the row, and puts aside what is no
    //! value of a field. Call inside a transaction.
    [[nodiscard]] std::optional<Error> settleFields(CaseEntry &kept);
    //! Makes the details of a case what the events of its edits say, where the row says something else, or cannot be
    //! read. Nothing is written.
    [[nodiscard]] std::optional<Error> compareWithEvents(CaseEntry &kept) const;
    //! What the events of the edits say that are not deleted.
    [[nodiscard]] std::optional<Error> readDetailsFromEvents(CaseEntry &kept) const;
    [[nodiscard]] std::optional<Error> writeDetails(const CaseEntry &kept);
    [[nodiscard]] std::optional<Error> writeLasts(const CaseEntry &kept);

    //! The columns that read() expects, in its order, with the table's name before them.
    [[nodiscard]] static QString columns();
    static constexpr int ColumnCount = 10;
    //! Whether read() remembers the decrypted row: Remembered for what a list shows again and again.
    enum class Opening { Remembered, Once };
    //! Reads a case from the current row, whose columns() begin at column `first`.
    [[nodiscard]] CaseEntry read(const Rows &rows, int first, Opening opening = Opening::Remembered) const;

private:
    //! The sealed bytes of a case, and what they hold.
    struct Opened {
        QByteArray sealedReceipt;
        QByteArray sealedDetails;
        std::optional<ReceiptNumber> receipt;
        CaseDetails details;
        FieldEvents fieldEvents;
        bool damaged = false;
    };
    [[nodiscard]] Opened open(QByteArray sealedReceipt, QByteArray sealedDetails, const QByteArray &uid) const;
    //! The case that stands under the hash, whatever receipt number it is of.
    [[nodiscard]] Result<std::optional<CaseEntry>> atHash(const QByteArray &hash) const;
    //! Looks through all cases for the one of this receipt number.
    [[nodiscard]] Result<std::optional<CaseEntry>> search(const ReceiptNumber &receipt) const;
    [[nodiscard]] Result<QByteArrayList> sameValues(const CaseEntry &kept, CaseField field) const;
    //! Appends an edit, and gives its UUID.
    [[nodiscard]] Result<QByteArray> append(const CaseEntry &kept, CaseField field, const CaseDetails &wanted,
                                            const QByteArrayList &replaces, const Author &author,
                                            const std::optional<qint64> &takenOver);
    [[nodiscard]] std::optional<Error> makeRoomFor(const ReceiptNumber &receipt, qint64 other);
    [[nodiscard]] Result<std::optional<qint64>> putOneUnderItsHash(qint64 id);
    [[nodiscard]] std::optional<Error> sealReceipt(CaseEntry &kept);

    std::shared_ptr<Database> m_database;
    const FieldCipher &m_cipher;
    NameTable &m_words;
    EventTable &m_events;
    mutable QCache<qint64, Opened> m_opened;
};

} // namespace linterna

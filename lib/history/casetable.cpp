// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/casetable.h"

#include "history/cbortext.h"

#include <QCborArray>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CaseColumn {
    enum Index { Id, Uid, Key, Receipt, Details, OnHold, LastCheck, LastGood, LastChange, Removal };
};

constexpr QLatin1StringView receiptColumn = "receipt"_L1;
constexpr QLatin1StringView detailsColumn = "details"_L1;
constexpr int detailsVersion = 1;
constexpr qsizetype mostOpened = 4096;

QByteArray encodeDetails(const CaseDetails &details)
{
    if (details.client.isEmpty() && details.note.isEmpty() && details.tags.isEmpty())
        return {};
    QCborArray tags;
    for (const QString &tag : details.tags)
        tags.append(cborFromText(tag));
    return QCborArray{detailsVersion, cborFromText(details.client), cborFromText(details.note), tags}
        .toCborValue()
        .toCbor();
}

std::optional<CaseDetails> decodeDetails(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    if (!reader.isArray() || !reader.enterContainer() || !reader.isInteger() || reader.toInteger() != detailsVersion
        || !reader.next())
        return {};
    CaseDetails details{.client = readCborText(reader), .note = readCborText(reader)};
    if (!reader.isArray() || !reader.enterContainer())
        return {};
    while (reader.lastError() == QCborError::NoError && reader.hasNext())
        details.tags << readCborText(reader);
    return reader.lastError() == QCborError::NoError ? std::optional(details) : std::nullopt;
}

QByteArray hashOf(const ReceiptNumber &receipt, const FieldCipher &cipher)
{
    return cipher.lookupHash(receipt.toString().toLatin1());
}

} // namespace

void KeptCase::noteCheck(qint64 check, bool good, Change change)
{
    lastCheck = std::max(lastCheck, check);
    if (good)
        lastGood = std::max(lastGood, check);
    if (good && change >= Change::Wording)
        lastChange = std::max(lastChange, check);
}

CaseTable::CaseTable(std::shared_ptr<Database> database, const FieldCipher &cipher, Wordbook &words)
    : m_database(std::move(database)), m_cipher(cipher), m_words(words), m_opened(mostOpened)
{}

QString CaseTable::columns()
{
    return u"cases.id, cases.uid, cases.key, cases.receipt, cases.details, cases.on_hold, cases.last_check,"
           " cases.last_good, cases.last_change, cases.removal"_s;
}

KeptCase CaseTable::read(const Rows &rows, int first, Opening opening) const
{
    KeptCase kept{.id = rows.integer(first + CaseColumn::Id),
                  .uid = rows.bytes(first + CaseColumn::Uid),
                  .lastCheck = rows.integer(first + CaseColumn::LastCheck),
                  .lastGood = rows.integer(first + CaseColumn::LastGood),
                  .lastChange = rows.integer(first + CaseColumn::LastChange),
                  .removed = rows.integer(first + CaseColumn::Removal) != 0};
    kept.details.onHold = rows.integer(first + CaseColumn::OnHold) != 0;
    if (m_words.word(rows.integer(first + CaseColumn::Key)) != m_cipher.keyId())
        return kept;
    QByteArray sealedReceipt = rows.bytes(first + CaseColumn::Receipt);
    QByteArray sealedDetails = rows.bytes(first + CaseColumn::Details);
    const auto fillIn = [&kept, onHold = kept.details.onHold](const Opened &opened) {
        kept.receipt = opened.receipt;
        kept.details = opened.details;
        kept.details.onHold = onHold;
    };
    const Opened *known = m_opened.object(kept.id);
    if (known && known->sealedReceipt == sealedReceipt && known->sealedDetails == sealedDetails) {
        fillIn(*known);
        return kept;
    }
    Opened opened = open(std::move(sealedReceipt), std::move(sealedDetails), kept.uid);
    fillIn(opened);
    if (opening == Opening::Remembered)
        m_opened.insert(kept.id, new Opened(std::move(opened)));
    return kept;
}

CaseTable::Opened CaseTable::open(QByteArray sealedReceipt, QByteArray sealedDetails, const QByteArray &uid) const
{
    Opened opened{std::move(sealedReceipt), std::move(sealedDetails), {}, {}};
    const auto receipt = m_cipher.open(opened.sealedReceipt, receiptColumn, uid);
    if (!opened.sealedDetails.isEmpty()) {
        const auto plain = m_cipher.open(opened.sealedDetails, detailsColumn, uid);
        auto details = plain ? decodeDetails(*plain) : std::nullopt;
        if (!details)
            return opened;
        opened.details = *std::move(details);
    }
    if (receipt)
        opened.receipt = ReceiptNumber::fromText(QString::fromLatin1(*receipt));
    return opened;
}

Result<std::optional<KeptCase>> CaseTable::find(const ReceiptNumber &receipt) const
{
    Rows rows =
        m_database->query(u"SELECT %1 FROM cases WHERE receipt_hash = ?"_s.arg(columns()), {hashOf(receipt, m_cipher)});
    const auto kept = rows.next() ? std::optional(read(rows, 0)) : std::nullopt;
    if (rows.error())
        return *rows.error();
    return kept;
}

Result<KeptCase> CaseTable::findOrAdd(const ReceiptNumber &receipt)
{
    const auto found = find(receipt);
    if (!found)
        return found.error();
    if (*found)
        return **found;
    const auto key = m_words.number(m_cipher.keyId());
    if (!key)
        return key.error();
    KeptCase kept{.uid = FieldCipher::makeRowUid(), .receipt = receipt};
    const Rows added =
        m_database->query(u"INSERT INTO cases (uid, key, receipt_hash, receipt, details) VALUES (?, ?, ?, ?, x'')"_s,
                          {kept.uid, *key, hashOf(receipt, m_cipher),
                           m_cipher.seal(receipt.toString().toLatin1(), receiptColumn, kept.uid)});
    if (added.error())
        return *added.error();
    kept.id = added.insertedId();
    return kept;
}

std::optional<Error> CaseTable::writeDetails(const KeptCase &kept)
{
    const QByteArray plain = encodeDetails(kept.details);
    return m_database->execute(u"UPDATE cases SET details = ?, on_hold = ? WHERE id = ?"_s,
                               {plain.isEmpty() ? QByteArray("") : m_cipher.seal(plain, detailsColumn, kept.uid),
                                kept.details.onHold ? 1 : 0, kept.id});
}

std::optional<Error> CaseTable::writeLasts(const KeptCase &kept)
{
    return m_database->execute(u"UPDATE cases SET last_check = ?, last_good = ?, last_change = ? WHERE id = ?"_s,
                               {kept.lastCheck, kept.lastGood, kept.lastChange, kept.id});
}

} // namespace linterna

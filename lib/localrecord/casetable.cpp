// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/casetable.h"

#include "lib/localrecord/rowids.h"

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CaseColumn {
    enum Index { Id, Uid, Key, Receipt, Details, OnHold, LastCheck, LastGood, LastChange, Removal };
};

constexpr QLatin1StringView receiptColumn = "receipt"_L1;
constexpr QLatin1StringView detailsColumn = "details"_L1;
constexpr qsizetype mostOpened = 4096;

QByteArray encodeDetails(const CaseDetails &details, const FieldEvents &events)
{
    if (events.empty())
        return {};
    CanonicalMap map;
    for (const auto &[field, uuid] : events)
        map.add(caseFieldName(field), canonicalcbor::array({canonicalcbor::bytes(uuid), encodeField(field, details)}));
    return map.encoded();
}

bool decodeDetails(const QByteArray &bytes, CaseDetails &details, FieldEvents &events)
{
    const auto map = CanonicalReader::read(bytes);
    if (!map)
        return false;
    for (const CaseField field : AllCaseFields) {
        if (!map->value(caseFieldName(field)))
            continue;
        const auto members = map->array(caseFieldName(field));
        if (!members || members->size() != 2 || (*members)[0].content.size() != UuidBytes
            || !decodeField(field, (*members)[1], details))
            return false;
        events[field] = (*members)[0].content.toByteArray();
    }
    return true;
}

} // namespace

void CaseEntry::noteCheck(qint64 check, bool good, Change change)
{
    lastCheck = std::max(lastCheck, check);
    if (good)
        lastGood = std::max(lastGood, check);
    if (good && change >= Change::Wording)
        lastChange = std::max(lastChange, check);
}

CaseTable::CaseTable(std::shared_ptr<Database> database, const FieldCipher &cipher, NameTable &words,
                     EventTable &events)
    : m_database(std::move(database)), m_cipher(cipher), m_words(words), m_events(events), m_opened(mostOpened)
{}

QString CaseTable::columns()
{
    return u"cases.id, cases.uid, cases.key, cases.receipt, cases.details, cases.on_hold, cases.last_check,"
           " cases.last_good, cases.last_change, cases.removal"_s;
}

CaseEntry CaseTable::read(const Rows &rows, int first, Opening opening) const
{
    CaseEntry kept{.id = rows.integer(first + CaseColumn::Id),
                   .uid = rows.bytes(first + CaseColumn::Uid),
                   .lastCheck = rows.integer(first + CaseColumn::LastCheck),
                   .lastGood = rows.integer(first + CaseColumn::LastGood),
                   .lastChange = rows.integer(first + CaseColumn::LastChange),
                   .removed = rows.integer(first + CaseColumn::Removal) != 0};
    kept.details.onHold = rows.integer(first + CaseColumn::OnHold) != 0;
    // The column `key` is not looked at: it can be damaged too, and whether the key opens the row tells more.
    QByteArray sealedReceipt = rows.bytes(first + CaseColumn::Receipt);
    QByteArray sealedDetails = rows.bytes(first + CaseColumn::Details);
    const auto fillIn = [&kept, onHold = kept.details.onHold](const Opened &opened) {
        kept.receipt = opened.receipt;
        kept.details = opened.details;
        kept.fieldEvents = opened.fieldEvents;
        kept.details.onHold = onHold || opened.details.onHold;
        kept.damaged = opened.damaged || !isRowId(kept.id);
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
    Opened opened{std::move(sealedReceipt), std::move(sealedDetails), {}, {}, {}};
    if (const auto receipt = m_cipher.open(opened.sealedReceipt, receiptColumn, uid))
        opened.receipt = ReceiptNumber::fromText(QString::fromLatin1(*receipt));
    opened.damaged = !opened.receipt;
    if (!opened.sealedDetails.isEmpty()) {
        const auto plain = m_cipher.open(opened.sealedDetails, detailsColumn, uid);
        opened.damaged = opened.damaged || !plain || !decodeDetails(*plain, opened.details, opened.fieldEvents);
    }
    return opened;
}

QByteArray CaseTable::hashOf(const ReceiptNumber &receipt) const
{
    return m_cipher.lookupHash(receipt.toString().toLatin1());
}

Result<std::optional<CaseEntry>> CaseTable::atHash(const QByteArray &hash) const
{
    Rows rows = m_database->query(u"SELECT %1 FROM cases WHERE receipt_hash = ?"_s.arg(columns()), {hash});
    const auto kept = rows.next() ? std::optional(read(rows, 0)) : std::nullopt;
    if (rows.error())
        return *rows.error();
    return kept;
}

Result<std::optional<CaseEntry>> CaseTable::at(qint64 id) const
{
    Rows rows = m_database->query(u"SELECT %1 FROM cases WHERE id = ?"_s.arg(columns()), {id});
    auto kept = rows.next() ? std::optional(read(rows, 0, Opening::Once)) : std::nullopt;
    if (rows.error())
        return *rows.error();
    return kept;
}

Result<std::optional<CaseEntry>> CaseTable::search(const ReceiptNumber &receipt) const
{
    Rows rows = m_database->query(u"SELECT %1 FROM cases WHERE removal = 0"_s.arg(columns()));
    std::optional<CaseEntry> found;
    while (!found && rows.next()) {
        CaseEntry kept = read(rows, 0, Opening::Once);
        if (kept.receipt == receipt)
            found = std::move(kept);
    }
    if (rows.error())
        return *rows.error();
    return found;
}

Result<std::optional<CaseEntry>> CaseTable::find(const ReceiptNumber &receipt) const
{
    auto found = atHash(hashOf(receipt));
    if (!found || !*found)
        return found;
    CaseEntry &kept = **found;
    if (!kept.receipt) // nobody without the key could have given it this hash: that says whose it is
        kept.receipt = receipt;
    return kept.receipt == receipt ? found : search(receipt);
}

Result<CaseEntry> CaseTable::findOrAdd(const ReceiptNumber &receipt)
{
    const QByteArray hash = hashOf(receipt);
    const auto standing = atHash(hash);
    if (!standing)
        return standing.error();
    if (*standing && (*standing)->receipt && (*standing)->receipt != receipt) {
        if (auto error = makeRoomFor(receipt, (*standing)->id))
            return *error;
    }
    auto found = find(receipt);
    if (!found)
        return found.error();
    if (*found) {
        const bool wasUnreadable = *standing && !(*standing)->receipt;
        const auto error = wasUnreadable ? sealReceipt(**found) : std::nullopt;
        return error ? Result<CaseEntry>(*error) : **found;
    }
    const auto key = m_words.number(m_cipher.keyId());
    if (!key)
        return key.error();
    const auto id = nextRowId(*m_database, "cases"_L1);
    if (!id)
        return id.error();
    CaseEntry kept{.uid = FieldCipher::makeRowUid(), .receipt = receipt};
    const Rows added = m_database->query(
        u"INSERT INTO cases (id, uid, key, receipt_hash, receipt, details) VALUES (?, ?, ?, ?, ?, x'')"_s,
        {*id, kept.uid, *key, hash, m_cipher.seal(receipt.toString().toLatin1(), receiptColumn, kept.uid)});
    if (added.error())
        return *added.error();
    kept.id = added.insertedId();
    return kept;
}

//! Clears the place under the hash of `receipt`, where `other`, the row of another case, stands by mistake.
std::optional<Error> CaseTable::makeRoomFor(const ReceiptNumber &receipt, qint64 other)
{
    if (auto error = putUnderItsHash(other))
        return error;
    const auto own = search(receipt);
    if (!own)
        return own.error();
    return *own ? putUnderItsHash((*own)->id) : std::nullopt;
}

std::optional<Error> CaseTable::putUnderItsHash(qint64 id)
{
    // A row that stands in its place is put under its own hash in turn: two rows may have been exchanged.
    for (std::optional<qint64> next = id; next;) {
        const auto displaced = putOneUnderItsHash(*next);
        if (!displaced)
            return displaced.error();
        next = *displaced;
    }
    return {};
}

//! Puts one case under the hash of its receipt number, and gives the id of the row that stood there before.
Result<std::optional<qint64>> CaseTable::putOneUnderItsHash(qint64 id)
{
    using Displaced = std::optional<qint64>;
    Displaced none;
    const auto found = at(id);
    if (!found)
        return found.error();
    const CaseEntry kept = found->value_or(CaseEntry());
    if (!kept.receipt || kept.removed)
        return none;
    const QByteArray own = hashOf(*kept.receipt);
    const auto other = atHash(own);
    if (!other)
        return other.error();
    if (*other && (*other)->id == id)
        return none;
    const auto letGo = u"UPDATE cases SET receipt_hash = randomblob(32) WHERE id = ?"_s;
    if (*other && (*other)->receipt == kept.receipt) { // the same case twice: the one that is found stays so
        const auto error = m_database->execute(letGo, {id});
        return error ? Result<Displaced>(*error) : none;
    }
    auto error = *other ? m_database->execute(letGo, {(*other)->id}) : std::nullopt;
    if (!error)
        error = m_database->execute(u"UPDATE cases SET receipt_hash = ? WHERE id = ?"_s, {own, id});
    if (error)
        return *error;
    return *other && (*other)->receipt ? Displaced((*other)->id) : none;
}

//! Writes the sealed receipt number of a row anew, after it could not be read.
std::optional<Error> CaseTable::sealReceipt(CaseEntry &kept)
{
    const auto key = m_words.number(m_cipher.keyId());
    if (!key)
        return key.error();
    if (kept.uid.size() != FieldCipher::RowUidBytes) // nothing can be sealed for such a row
        kept.uid = FieldCipher::makeRowUid();
    return m_database->execute(
        u"UPDATE cases SET uid = ?, key = ?, receipt = ? WHERE id = ?"_s,
        {kept.uid, *key, m_cipher.seal(kept.receipt->toString().toLatin1(), receiptColumn, kept.uid), kept.id});
}

std::optional<Error> CaseTable::writeDetails(const CaseEntry &kept)
{
    if (kept.uid.size() != FieldCipher::RowUidBytes) // damaged: the details are read from the events
        return {};
    const QByteArray plain = encodeDetails(kept.details, kept.fieldEvents);
    return m_database->execute(u"UPDATE cases SET details = ?, on_hold = ? WHERE id = ?"_s,
                               {plain.isEmpty() ? QByteArray("") : m_cipher.seal(plain, detailsColumn, kept.uid),
                                kept.details.onHold ? 1 : 0, kept.id});
}

std::optional<Error> CaseTable::writeLasts(const CaseEntry &kept)
{
    return m_database->execute(u"UPDATE cases SET last_check = ?, last_good = ?, last_change = ? WHERE id = ?"_s,
                               {kept.lastCheck, kept.lastGood, kept.lastChange, kept.id});
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/olderdetails.h"

#include "lib/text/cbortext.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int olderDetailsVersion = 1;

//! An array of version, client, note, tags and, but in early versions, whether the case is on hold.
std::optional<CaseDetails> decodeOlderDetails(const QByteArray &bytes)
{
    QCborStreamReader reader(bytes);
    if (!reader.isArray() || !reader.enterContainer() || !reader.isInteger()
        || reader.toInteger() != olderDetailsVersion || !reader.next())
        return {};
    CaseDetails details;
    details.client = readCborText(reader);
    details.note = readCborText(reader);
    if (!reader.isArray() || !reader.enterContainer())
        return {};
    while (reader.lastError() == QCborError::NoError && reader.hasNext())
        details.tags << readCborText(reader);
    if (reader.lastError() != QCborError::NoError || !reader.leaveContainer())
        return {};
    details.onHold = reader.hasNext() && reader.isBool() && reader.toBool();
    return details;
}

} // namespace

OlderDetails readOlderDetails(const Rows &rows, int first, const FieldCipher &cipher)
{
    enum Column { Uid = 1, Details = 4, OnHold = 5 };
    OlderDetails older;
    const QByteArray sealed = rows.bytes(first + Details);
    const auto plain = cipher.open(sealed, "details"_L1, rows.bytes(first + Uid));
    auto decoded = plain ? decodeOlderDetails(*plain) : std::nullopt;
    if (decoded)
        older.details = *std::move(decoded);
    else
        older.unreadable = sealed;
    older.details.onHold = older.details.onHold || rows.integer(first + OnHold) != 0;
    return older;
}

} // namespace linterna

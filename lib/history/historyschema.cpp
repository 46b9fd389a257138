// SPDX-License-Identifier: GPL-3.0-or-later
#include "history/historyschema.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! One row a check, never rewritten. Words are the stable names of the enums. What could tell who the case is about is
//! in the three sealed columns, each bound to `uid`: `summary` (what a list shows), `answer` (all of it), `raw_reply`.
QString checksTable()
{
    return uR"(
CREATE TABLE checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL,
    checked_at INTEGER NOT NULL,
    connection TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    outcome TEXT NOT NULL,
    http_status INTEGER NOT NULL,
    change TEXT NOT NULL,
    category TEXT NOT NULL,
    key_id TEXT NOT NULL,
    receipt_hash BLOB NOT NULL,
    summary BLOB NOT NULL,
    answer BLOB NOT NULL,
    raw_reply BLOB NOT NULL
) STRICT)"_s;
}

//! Finds the last good answer for a receipt number without touching the rows, and counts them all.
QString checksByReceipt()
{
    return u"CREATE INDEX checks_by_receipt ON checks (receipt_hash, outcome)"_s;
}

//! `day` is a date in the time zone of the connection's quota.
QString requestsTable()
{
    return uR"(
CREATE TABLE requests (
    connection TEXT NOT NULL,
    day TEXT NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (connection, day)
) STRICT, WITHOUT ROWID)"_s;
}

//! A fourth sealed column: what was sent and answered, without secrets; empty for what was not kept.
QString transcriptsColumn()
{
    return u"ALTER TABLE checks ADD COLUMN transcripts BLOB NOT NULL DEFAULT x''"_s;
}

} // namespace

const Schema &historySchema()
{
    static const Schema schema{.applicationId = 0x4c6e7472, // "Lntr"
                               .steps = {{checksTable(), checksByReceipt(), requestsTable()},
                                         {transcriptsColumn()},
                                         // The day's requests are counted in a file of their own by now.
                                         {u"DROP TABLE requests"_s}}};
    return schema;
}

} // namespace linterna

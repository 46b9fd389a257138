// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/recordschema.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! Table of the checks: one row each, never rewritten. Words are the stable names of the enums. What could tell who the
//! case is about is in the three sealed columns, each bound to `uid`: `summary` (what a list shows), `answer` (all of
//! it), `raw_reply`.
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

//! From here on a check is a narrow row of numbers. What is said again and again stands once, in tables of its own:
//! - `words`: connections, key ids and the stable names of enums;
//! - `texts`: headings (form type and title), the forms of letters, replies (lib/localrecord/textstore.h);
//! - `answers`: everything that an answer or a failure said, in terms of the texts (lib/localrecord/answerstore.h);
//! - `cases`: one a receipt number, with what the office knows of it; its last check, last good one and last change by
//!   id.
//! What could tell who a case is about is sealed, each piece bound to the row's `uid`, or to its `hash`: a keyed hash
//! of the content. `seal` vouches for the row's numbers and the hash of its answer (lib/localrecord/checktable.h).
//! `removal` is not 0 where a person deleted the row and may still take that back.
QStringList tablesOfNumbers()
{
    return {
        u"ALTER TABLE checks RENAME TO checks_before"_s,
        u"DROP INDEX checks_by_receipt"_s,
        u"CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT"_s,
        u"CREATE TABLE texts (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL) STRICT"_s,
        uR"(
CREATE TABLE answers (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    heading INTEGER NOT NULL,
    text_en INTEGER NOT NULL,
    text_es INTEGER NOT NULL,
    reply INTEGER NOT NULL,
    sealed BLOB NOT NULL
) STRICT)"_s,
        uR"(
CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL,
    key INTEGER NOT NULL,
    receipt_hash BLOB NOT NULL UNIQUE,
    receipt BLOB NOT NULL,
    details BLOB NOT NULL,
    on_hold INTEGER NOT NULL DEFAULT 0,
    last_check INTEGER NOT NULL DEFAULT 0,
    last_good INTEGER NOT NULL DEFAULT 0,
    last_change INTEGER NOT NULL DEFAULT 0,
    removal INTEGER NOT NULL DEFAULT 0
) STRICT)"_s,
        u"CREATE INDEX cases_by_last_check ON cases (last_check)"_s,
        u"CREATE INDEX cases_removed ON cases (removal) WHERE removal <> 0"_s,
        uR"(
CREATE TABLE checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid BLOB NOT NULL,
    key INTEGER NOT NULL,
    checked_at INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    answer_id INTEGER NOT NULL,
    connection INTEGER NOT NULL,
    asked_by INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    change INTEGER NOT NULL,
    category INTEGER NOT NULL,
    removal INTEGER NOT NULL DEFAULT 0,
    seal BLOB NOT NULL
) STRICT)"_s,
        u"CREATE INDEX checks_by_case ON checks (case_id)"_s,
        u"CREATE INDEX checks_removed ON checks (removal) WHERE removal <> 0"_s,
        u"CREATE TABLE transcripts (check_id INTEGER PRIMARY KEY, sealed BLOB NOT NULL) STRICT"_s,
        u"CREATE TABLE filters (id INTEGER PRIMARY KEY, uid BLOB NOT NULL, key INTEGER NOT NULL, sealed BLOB NOT NULL)"
        " STRICT"_s,
    };
}

//! The data key of a record that came from elsewhere, sealed under the one that this computer keeps: at most one row.
//! `uid` is what it is sealed for (lib/localrecord/wrappedkey.h).
QString carriedKeyTable()
{
    return u"CREATE TABLE carried_key (id INTEGER PRIMARY KEY, uid BLOB NOT NULL, sealed BLOB NOT NULL) STRICT"_s;
}

//! From here on the record is a log of events (lib/record/EVENTS.md), and `checks`, `cases` and `edits` are made from
//! them: a check and an edit name their event, an edit also the case that it is of (0: saved filters, once they are
//! deleted). `removal` is the change number of a deletion, 0 where there is none. `place` names the file in which a
//! desk writes; empty for a desk whose events came from elsewhere. `checks_5` is emptied by recordupgrade.cpp.
QStringList tablesOfEvents()
{
    return {
        u"ALTER TABLE checks RENAME TO checks_5"_s,
        u"DROP INDEX checks_by_case"_s,
        u"DROP INDEX checks_removed"_s,
        u"CREATE TABLE desks (id INTEGER PRIMARY KEY AUTOINCREMENT, uuid BLOB NOT NULL UNIQUE, place BLOB NOT NULL)"
        " STRICT"_s,
        uR"(
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL UNIQUE,
    desk INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    link BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT)"_s,
        u"CREATE UNIQUE INDEX events_by_desk ON events (desk, number)"_s,
        u"CREATE INDEX events_by_kind ON events (kind) WHERE kind <> 'check' AND kind <> 'edit'"_s,
        uR"(
CREATE TABLE checks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    event INTEGER NOT NULL,
    checked_at INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    answer_id INTEGER NOT NULL,
    connection INTEGER NOT NULL,
    asked_by INTEGER NOT NULL,
    outcome INTEGER NOT NULL,
    http_status INTEGER NOT NULL,
    change INTEGER NOT NULL,
    category INTEGER NOT NULL,
    removal INTEGER NOT NULL DEFAULT 0
) STRICT)"_s,
        u"CREATE UNIQUE INDEX checks_by_event ON checks (event)"_s,
        u"CREATE INDEX checks_by_case ON checks (case_id, checked_at)"_s,
        u"CREATE INDEX checks_by_time ON checks (checked_at)"_s,
        u"CREATE INDEX checks_removed ON checks (removal) WHERE removal <> 0"_s,
        u"CREATE TABLE edits (event_id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL, removal INTEGER NOT NULL DEFAULT 0)"
        " STRICT"_s,
        u"CREATE INDEX edits_by_case ON edits (case_id)"_s,
        u"CREATE INDEX edits_removed ON edits (removal) WHERE removal <> 0"_s,
    };
}

QStringList withoutTablesOfRows()
{
    return {u"DROP TABLE checks_5"_s, u"DROP TABLE checks_before"_s, u"DROP TABLE filters"_s};
}

//! `event_copies`: events that stand in `events` already, in the chain of another desk; so both chains can be followed.
//! `edits_aside`: edits that are no value of a field although none later than them is: `conflicting` where a person has
//! to choose, else replaced already by one that came before. `taken_in`: the check came from a file, so that the order in
//! which it arrived says nothing of its time.
QStringList tablesOfMerging()
{
    return {uR"(
CREATE TABLE event_copies (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid BLOB NOT NULL,
    desk INTEGER NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    key INTEGER NOT NULL,
    leaf BLOB NOT NULL,
    link BLOB NOT NULL,
    sealed BLOB NOT NULL
) STRICT)"_s,
            u"CREATE UNIQUE INDEX event_copies_by_desk ON event_copies (desk, number)"_s,
            u"CREATE INDEX event_copies_by_uuid ON event_copies (uuid)"_s,
            u"CREATE TABLE edits_aside (event_id INTEGER PRIMARY KEY, case_id INTEGER NOT NULL,"
            " conflicting INTEGER NOT NULL) STRICT"_s,
            u"CREATE INDEX edits_aside_by_case ON edits_aside (case_id)"_s,
            u"ALTER TABLE checks ADD COLUMN taken_in INTEGER NOT NULL DEFAULT 0"_s};
}

} // namespace

const Schema &historySchema()
{
    static const Schema schema{.applicationId = 0x4c6e7472, // "Lntr"
                               .steps = {{checksTable(), checksByReceipt(), requestsTable()},
                                         {transcriptsColumn()},
                                         // The day's requests are counted in a file of their own by now.
                                         {u"DROP TABLE requests"_s},
                                         tablesOfNumbers(),
                                         {carriedKeyTable()},
                                         tablesOfEvents(),
                                         withoutTablesOfRows(),
                                         tablesOfMerging()}};
    return schema;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/requestcounts.h"

#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/schemacheck.h"
#include "lib/sqlite/transaction.h"

#include <QDeadlineTimer>

#include <algorithm>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! `day` is a date in the time zone of the connection's quota.
const Schema &schema()
{
    static const Schema known{.applicationId = 0x4c6e7471, // "Lntq"
                              .steps = {{uR"(
CREATE TABLE requests (
    connection TEXT NOT NULL,
    day TEXT NOT NULL,
    requests INTEGER NOT NULL,
    PRIMARY KEY (connection, day)
) STRICT, WITHOUT ROWID)"_s}}};
    return known;
}

//! How long counts are kept: long enough for somebody who has to show how much was asked (USCIS wants five days of
//! traffic before production).
constexpr int daysKept = 400;

std::optional<Error> forgetOldDays(const Database &database, const QDateTime &now)
{
    const QString oldest = now.date().addDays(-daysKept).toString(Qt::ISODate);
    return database.execute(u"DELETE FROM requests WHERE day < ?"_s, {oldest});
}

//! Opens the file, and makes it where it is missing. `keptAs`: the name under which a damaged file is kept.
Result<std::shared_ptr<Database>> opened(const QString &file, const QDateTime &now, QString &keptAs)
{
    if (!file.isEmpty()) {
        const DatabaseLook look = lookAtDatabase(file, schema());
        if (look.state == DatabaseLook::State::Damaged) {
            const auto kept = keepDamagedFile(file, now);
            if (!kept)
                return kept.error();
            keptAs = *kept;
        } else if (look.error && look.state != DatabaseLook::State::Interrupted) {
            return *look.error;
        }
        if (auto error = makePrivateFile(file))
            return *error;
    }
    auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database;
    if (auto error = (*database)->prepareForWriting())
        return *error;
    if (auto error = migrate(**database, schema()))
        return *error;
    if (auto error = refuseForeignSchema(**database, schema(), file))
        return *error;
    if (auto error = forgetOldDays(**database, now))
        return *error;
    return database;
}

//! More requests than anybody can send in a day: a number beyond it is damage, and counts as 0.
constexpr qint64 mostOfADay = 10'000'000;

int plausible(qint64 requests)
{
    return requests >= 0 && requests <= mostOfADay ? static_cast<int>(requests) : 0;
}

Result<int> sumOf(const Database &database, const QString &connection, const QString &day)
{
    Rows rows = database.query(u"SELECT requests FROM requests WHERE connection = ? AND day = ?"_s, {connection, day});
    const int sum = rows.next() ? plausible(rows.integer(0)) : 0;
    if (rows.error())
        return *rows.error();
    return sum;
}

Result<int> counted(const Database &database, const QString &connection, const QString &day, int requests)
{
    Transaction transaction(database); // so that the sum that is given is the one that was written
    if (transaction.error())
        return *transaction.error();
    const Result<int> before = sumOf(database, connection, day);
    if (!before)
        return before.error();
    const qint64 after = std::clamp<qint64>(qint64(*before) + requests, 0, mostOfADay);
    if (auto error = database.execute(u"INSERT INTO requests (connection, day, requests) VALUES (?, ?, ?)"
                                      " ON CONFLICT (connection, day) DO UPDATE SET requests = excluded.requests"_s,
                                      {connection, day, after}))
        return *error;
    Result<int> sum = sumOf(database, connection, day);
    if (auto error = transaction.commit())
        return *error;
    return sum;
}

//! How long a count waits for another program that holds the file: only the request that it counts waits with it, and a
//! request that is not counted may cost the day's quota. SQLite itself waits for lockPatience each time.
constexpr std::chrono::seconds countPatience{10};

} // namespace

struct RequestCounts::File {
    std::shared_ptr<Database> database;
    QString keptAs;

    Result<int> addOnceFree(const QString &file, const QDateTime &now, const QString &connection, const QString &day,
                            int requests)
    {
        const QDeadlineTimer patience(countPatience);
        for (;;) {
            auto sum = add(file, now, connection, day, requests);
            if (sum || sum.error().code != ErrorCode::StorageBusy || patience.hasExpired())
                return sum;
        }
    }
    Result<int> add(const QString &file, const QDateTime &now, const QString &connection, const QString &day,
                    int requests)
    {
        if (!database) {
            const auto made = opened(file, now, keptAs);
            if (!made)
                return made.error();
            database = *made;
        }
        return requests == 0 ? sumOf(*database, connection, day) : counted(*database, connection, day, requests);
    }
};

RequestCounts::RequestCounts(const QString &file, const Clock &clock, std::function<void(const QString &)> damagedKept)
    : m_thread(std::make_unique<OwnThread<File>>(u"requests"_s)), m_file(file), m_clock(clock),
      m_damagedKept(std::move(damagedKept))
{}

RequestCounts::~RequestCounts() = default;

JobOf<int> *RequestCounts::add(const QString &connection, const QString &day, int requests)
{
    return m_thread->ask<int>(
        {.work =
             [this, file = m_file, now = m_clock.now(), connection, day, requests](File &counts, auto &) {
                 auto sum = counts.addOnceFree(file, now, connection, day, requests);
                 if (const QString kept = std::exchange(counts.keptAs, {}); !kept.isEmpty() && m_damagedKept)
                     m_thread->tell([told = m_damagedKept, kept] { told(kept); });
                 return sum;
             }},
        &m_owner);
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RecordDatabase that copies the record, and puts another one in its place.
#include "lib/localrecord/recorddatabase.h"

#include "lib/localrecord/recordlook.h"
#include "lib/localrecord/recordschema.h"
#include "lib/localrecord/wrappedkey.h"
#include "lib/record/deletionrules.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/schemacheck.h"
#include "lib/sqlite/transaction.h"

#include <QFile>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Error inMemory()
{
    return {.code = ErrorCode::NotConfigured, .detail = u"the record is kept for this run only"_s};
}

//! Whether the record is empty: nobody would miss it. Saved filters count, as they may hold names.
Result<bool> isEmpty(const Database &database)
{
    const auto any = hasAnyCheck(database);
    if (!any || *any)
        return any ? Result<bool>(false) : any;
    const auto filters = hasAnyFilter(database);
    return filters ? Result<bool>(!*filters) : filters;
}

std::optional<Error> giveKey(const QString &file, const Secret &key, const Secret &kept)
{
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database.error();
    Transaction transaction(**database);
    if (transaction.error())
        return transaction.error();
    if (auto error = carryKey(**database, key, kept))
        return error;
    return transaction.commit();
}

//! Checks the schema of the file once more, because it is about to take the place of the record.
std::optional<Error> refuseForeignFile(const QString &file)
{
    const auto database = Database::open(file, Database::Access::Look);
    return database ? refuseForeignSchema(**database, historySchema(), file) : database.error();
}

} // namespace

Result<std::shared_ptr<Scratch>> RecordDatabase::makeScratch() const
{
    if (m_location.file.isEmpty())
        return inMemory();
    return Scratch::beside(m_location.file);
}

Result<std::shared_ptr<DatabaseCopy>> RecordDatabase::beginCopy(const QString &file) const
{
    if (auto error = makePrivateFile(file))
        return *error;
    const auto target = Database::open(file, Database::Access::Write);
    if (!target)
        return target.error();
    return std::make_shared<DatabaseCopy>(m_record->tables.database, *target);
}

Result<qint64> RecordDatabase::countChecks() const
{
    Rows rows = database().query(u"SELECT count(*) FROM checks WHERE removal = 0"_s);
    const qint64 count = rows.next() ? rows.integer(0) : 0;
    if (rows.error())
        return *rows.error();
    return count;
}

Result<QString> RecordDatabase::keepBeside(const QDateTime &now) const
{
    const QString kept = nameBeside(m_location.file, u"replaced"_s, now);
    Result<bool> done = false;
    {
        auto copy = beginCopy(kept);
        done = copy ? (*copy)->step(DatabaseCopy::AllPages) : Result<bool>(copy.error());
    }
    if (done)
        return kept;
    QFile::remove(kept);
    return done.error();
}

Result<QString> RecordDatabase::replaceWith(const QString &file, const Secret &key, Replace rule, const Author &author)
{
    if (m_location.file.isEmpty())
        return inMemory();
    if (auto refused = DeletionRules::refusal(m_location.file, m_location.role))
        return *refused;
    const auto empty = isEmpty(database());
    if (!empty)
        return empty.error();
    if (!*empty && rule == Replace::EmptyOnly)
        return Error{.code = ErrorCode::Invalid, .detail = u"the record is not empty"_s};
    if (auto error = refuseForeignFile(file))
        return *error;
    if (auto error = giveKey(file, key, m_location.dataKey))
        return *error;
    Result<QString> kept = *empty ? Result<QString>(QString()) : keepBeside(author.at);
    if (!kept)
        return kept.error();
    const auto other = Database::open(file, Database::Access::Write);
    const Result<bool> replaced = other ? DatabaseCopy(*other, m_record->tables.database).step(DatabaseCopy::AllPages)
                                        : Result<bool>(other.error());
    if (!replaced) {
        if (!kept->isEmpty())
            QFile::remove(*kept);
        return replaced.error();
    }
    if (const auto opened = open(RecordLocation(m_location), author); !opened)
        return opened.error();
    return kept;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/schemacheck.h"

#include <QMutex>
#include <QMutexLocker>

#include <algorithm>
#include <map>
#include <tuple>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! One object of a schema. `sql` tells all that a table or an index is: columns, types, defaults, conditions.
struct SchemaObject {
    QString kind;
    QString name;
    QString ofTable;
    QString sql;

    bool operator==(const SchemaObject &) const = default;
    bool operator<(const SchemaObject &other) const
    {
        return std::tie(kind, name, ofTable, sql) < std::tie(other.kind, other.name, other.ofTable, other.sql);
    }
    [[nodiscard]] QString words() const { return u"%1 \u201c%2\u201d"_s.arg(kind, name.left(60).simplified()); }
};
using SchemaObjects = std::vector<SchemaObject>;

//! Objects that are read at the most: more than any schema of ours has.
constexpr int mostObjects = 200;
//! Most steps that SQLite may take to read the schema: ours takes some hundreds.
constexpr int mostSteps = 100'000;

//! The statement as SQLite understands it, for comparing: outside of quotation marks letter case means nothing, nor do
//! spaces but between two words. Early versions wrote the same in other letters.
QString asRead(const QString &sql)
{
    const auto isOfWord = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; };
    QString read;
    QChar quotedBy;
    bool spaceBefore = false;
    for (const QChar c : sql) {
        if (!quotedBy.isNull()) {
            read += c;
            quotedBy = c == quotedBy ? QChar() : quotedBy;
            continue;
        }
        if (c.isSpace()) {
            spaceBefore = true;
            continue;
        }
        if (spaceBefore && !read.isEmpty() && isOfWord(read.back()) && isOfWord(c))
            read += u' ';
        spaceBefore = false;
        read += c.toLower();
        if (c == u'\'' || c == u'"' || c == u'`' || c == u'[')
            quotedBy = c == u'[' ? u']' : c;
    }
    return read;
}

SchemaObjects sortedObjects(Rows &rows)
{
    SchemaObjects objects;
    while (rows.next())
        objects.push_back({rows.text(0), rows.text(1), rows.text(2), asRead(rows.text(3))});
    std::sort(objects.begin(), objects.end());
    return objects;
}

Rows schemaRows(const Database &database)
{
    return database.query(u"SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT ?"_s, {mostObjects});
}

QStringList statementsOf(const Schema &schema, int version)
{
    QStringList statements;
    for (int step = 0; step < std::min(version, schema.version()); ++step)
        statements += schema.steps[static_cast<std::size_t>(step)];
    return statements;
}

//! The schema that the migrations make, in a database in memory.
Result<SchemaObjects> madeBySteps(const Schema &schema, int version)
{
    const auto database = Database::open({}, Database::Access::Write);
    if (!database)
        return database.error();
    for (const QString &statement : statementsOf(schema, version)) {
        if (auto error = (*database)->execute(statement))
            return *error;
    }
    Rows rows = schemaRows(**database);
    SchemaObjects objects = sortedObjects(rows);
    if (rows.error())
        return *rows.error();
    return objects;
}

//! What madeBySteps() gives, worked out once for each version.
Result<SchemaObjects> expectedObjects(const Schema &schema, int version)
{
    static QMutex mutex;
    static std::map<QString, SchemaObjects> known;
    const QMutexLocker locker(&mutex);
    const QString key = statementsOf(schema, version).join(u';');
    if (const auto found = known.find(key); found != known.end())
        return found->second;
    auto made = madeBySteps(schema, version);
    if (made)
        known.emplace(key, *made);
    return made;
}

std::optional<QString> firstDifference(const SchemaObjects &found, const SchemaObjects &expected)
{
    const auto named = [](const SchemaObjects &among, const SchemaObject &one) {
        return std::ranges::any_of(among, [&](const SchemaObject &other) {
            return std::tie(other.kind, other.name) == std::tie(one.kind, one.name);
        });
    };
    for (const SchemaObject &one : found) {
        if (!std::binary_search(expected.begin(), expected.end(), one))
            return named(expected, one) ? u"the %1 is another one than Linterna makes"_s.arg(one.words())
                                        : u"it holds the %1, which is not Linterna's"_s.arg(one.words());
    }
    for (const SchemaObject &one : expected) {
        if (!std::binary_search(found.begin(), found.end(), one))
            return u"the %1 is not there"_s.arg(one.words());
    }
    return found == expected ? std::nullopt : std::optional(u"something is there twice"_s);
}

} // namespace

SchemaCheck checkSchema(const Database &database, const Schema &schema, int version)
{
    constexpr int interrupted = 9; // SQLite's code
    const auto expected = expectedObjects(schema, version);
    if (!expected)
        return {.error = expected.error()};
    const Database::StepLimit limit(database, mostSteps);
    Rows rows = schemaRows(database);
    const SchemaObjects found = sortedObjects(rows);
    if (rows.resultCode() == interrupted)
        return {.foreign = u"it holds more than Linterna ever makes"_s};
    if (rows.error())
        return {.error = rows.error(), .resultCode = rows.resultCode()};
    return {.foreign = firstDifference(found, *expected)};
}

std::optional<Error> refuseForeignSchema(const Database &database, const Schema &schema, const QString &file)
{
    const SchemaCheck check = checkSchema(database, schema, schema.version());
    if (check.error)
        return check.error;
    if (check.foreign)
        return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, *check.foreign)};
    return {};
}

} // namespace linterna

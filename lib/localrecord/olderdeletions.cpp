// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/olderdeletions.h"

#include "lib/localrecord/rowids.h"
#include "lib/localrecord/softdeletion.h"
#include "lib/sqlite/transaction.h"

#include <QStringList>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<bool> isVouchedFor(const Database &database, const FieldCipher &cipher, qint64 number)
{
    const QString said = u"removal %1"_s.arg(number);
    const auto found = firstNumber(database, u"SELECT count(*) FROM words WHERE word = ?"_s,
                                   {said + u' ' + QString::fromLatin1(cipher.sealOf(said.toLatin1()).toHex())});
    return found ? Result<bool>(*found > 0) : found.error();
}

std::optional<Error> executeAll(const Database &database, const QStringList &statements,
                                const QVariantList &values = {})
{
    for (const QString &statement : statements) {
        if (auto error = database.execute(statement, values))
            return error;
    }
    return {};
}

std::optional<Error> purgeOrShow(const Database &database, const FieldCipher &cipher, qint64 number, bool hasWords)
{
    const auto deleted = hasWords ? isVouchedFor(database, cipher, number) : Result<bool>(true);
    if (!deleted)
        return deleted.error();
    const QStringList shown{u"UPDATE checks SET removal = 0 WHERE removal = ?"_s,
                            u"UPDATE cases SET removal = 0 WHERE removal = ?"_s};
    const QStringList purged{u"DELETE FROM transcripts WHERE check_id IN (SELECT id FROM checks WHERE removal = ?)"_s,
                             u"DELETE FROM checks_before WHERE id IN (SELECT id FROM checks WHERE removal = ?)"_s,
                             u"DELETE FROM checks WHERE removal = ?"_s, u"DELETE FROM cases WHERE removal = ?"_s};
    return executeAll(database, *deleted ? purged : shown, {number});
}

} // namespace

std::optional<Error> purgeOlderDeletions(Database &database, const FieldCipher &cipher)
{
    constexpr qint64 allAreVouchedFor = 0; // the number of a word that tells that this record has such words
    const auto numbers = allNumbers(database,
                                    u"SELECT removal FROM checks WHERE removal <> 0 UNION"
                                    " SELECT removal FROM cases WHERE removal <> 0"_s);
    const auto hasWords = isVouchedFor(database, cipher, allAreVouchedFor);
    if (!numbers || !hasWords)
        return numbers ? hasWords.error() : numbers.error();
    if (numbers->empty())
        return {};
    {
        Transaction transaction(database);
        auto error = transaction.error();
        for (const qint64 number : *numbers) {
            if (!error)
                error = purgeOrShow(database, cipher, number, *hasWords);
        }
        if (!error)
            error = executeAll(database, softdeletion::unreferencedRows());
        if (!error)
            error = transaction.commit();
        if (error)
            return error;
    }
    return softdeletion::shrink(database);
}

} // namespace linterna

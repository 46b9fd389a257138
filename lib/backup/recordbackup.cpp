// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/recordbackup.h"

#include "lib/base/guarded.h"
#include "lib/localrecord/recorddatabase.h"
#include "lib/localrecord/recordschema.h"
#include "lib/localrecord/wrappedkey.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<BackupDone> sealCopy(const RecordCopy &copy, const Author &author, const QString &target,
                            const Secret &passphrase, const PassphraseCost &cost, BackupWork &work)
{
    const Result<qint64> checks = settleCopy(copy.scratch->file(), copy.dataKey, author);
    if (!checks)
        return checks.error();
    const BackupFacts facts{
        .schema = historySchema().version(), .checks = *checks, .made = author.at, .dataKey = copy.dataKey};
    const Result<qint64> bytes = writeBackup(target, copy.scratch->file(), facts, passphrase, cost, work);
    if (!bytes)
        return bytes.error();
    return BackupDone{.checks = *checks, .bytes = *bytes};
}

} // namespace

Result<qint64> settleCopy(const QString &file, const Secret &dataKey, const Author &author)
{
    qint64 checks = 0;
    {
        RecordDatabase record;
        if (const auto opened = record.open({file, dataKey, RecordRole::Owner}, author, {.keepCopy = false}); !opened)
            return opened.error();
        if (record.dataKey() != dataKey) // the key that it carries is dropped below, and nobody else has it
            return Error{.code = ErrorCode::NotConfigured, .detail = u"%1: written with another key"_s.arg(file)};
        if (const auto purged = record.purgeDeleted(author); !purged) // open() may leave this undone without an error
            return purged.error();
        const auto counted = record.countChecks();
        if (!counted)
            return counted.error();
        checks = *counted;
    }
    const auto database = Database::open(file, Database::Access::Write);
    if (!database)
        return database.error();
    if (auto error = dropCarriedKey(**database))
        return *error;
    {
        Rows check = (*database)->query(u"PRAGMA quick_check(1)"_s);
        if (!check.next() || check.text(0) != "ok"_L1)
            return check.error().value_or(
                Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, check.text(0))});
    }
    if (auto error = (*database)->execute(u"PRAGMA journal_mode=DELETE"_s))
        return *error;
    return checks;
}

RecordBackup::RecordBackup(RecordFile &record, const Clock &clock, const QString &target, const Secret &passphrase,
                           const PassphraseCost &cost, QObject *parent)
    : JobOf(parent), m_clock(clock), m_person(record.author().person), m_target(target), m_passphrase(passphrase),
      m_cost(cost), m_thread(new BackupThread(this))
{
    connect(m_thread, &BackupThread::progressed, this, &RecordBackup::progressed);
    JobOf<RecordCopy> *copying = record.copy([self = QPointer(this)](qint64 done, qint64 total) {
        if (self)
            emit self->progressed({BackupProgress::Phase::Copying, done, total});
    });
    m_copying = copying;
    copying->onFinished(this, [this](const Result<RecordCopy> &copy) {
        m_copying.clear();
        if (copy)
            seal(*copy);
        else
            finish(copy.error());
    });
}

RecordBackup::~RecordBackup()
{
    if (m_copying)
        m_copying->cancel();
}

void RecordBackup::cancel()
{
    if (m_copying)
        m_copying->cancel();
    m_thread->work().stop = true;
}

void RecordBackup::seal(const RecordCopy &copy)
{
    const auto result = std::make_shared<Result<BackupDone>>(Error{.code = ErrorCode::Cancelled});
    const auto kept = std::make_shared<RecordCopy>(copy);
    m_thread->run(
        [=, author = Author{m_clock.now(), m_person}, target = m_target, passphrase = m_passphrase,
         cost = m_cost](BackupWork &work) {
            *result =
                guarded<Result<BackupDone>>([&] { return sealCopy(*kept, author, target, passphrase, cost, work); });
            *kept = {}; // removes the copy before anybody hears of the end
        },
        [this, result] { finish(*result); });
}

} // namespace linterna

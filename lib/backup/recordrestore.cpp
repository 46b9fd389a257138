// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/recordrestore.h"

#include "lib/base/guarded.h"
#include "lib/localrecord/recordschema.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/scratch.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using Phase = BackupProgress::Phase;

namespace {

struct RestoreReading {
    Result<BackupFacts> facts = Error{.code = ErrorCode::Cancelled};
    std::optional<BackupProblem> problem;
};

//! Looks for damage; indexes are compared with their tables too: else a row may say one thing when it is found and
//! another when it is read.
std::optional<Error> damageIn(const Database &database, const QString &file)
{
    Rows rows = database.query(u"PRAGMA integrity_check(1)"_s);
    const QString found = rows.next() ? rows.text(0) : QString();
    if (rows.error())
        return rows.error();
    return found == "ok"_L1 ? std::nullopt
                            : std::optional(Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, found)});
}

//! Checks what was read out of the backup: a sound one can still hold no record, or one that this version does not
//! know.
void check(RestoreReading &reading, const QString &file, const Author &author, BackupWork &work)
{
    using State = DatabaseLook::State;
    work.begin(Phase::Checking);
    const auto refuse = [&](BackupProblem::Kind kind, const Error &why) {
        reading.problem = BackupProblem{kind, {}};
        reading.facts = Error{.code = ErrorCode::Unreadable, .detail = why.detail};
    };
    if (reading.facts->schema > historySchema().version())
        return refuse(BackupProblem::Kind::NewerRecord, {.detail = tooNew(reading.facts->schema, historySchema())});
    DatabaseLook look = lookAtDatabase(file, historySchema());
    const std::optional<Error> damage = look.database ? damageIn(*look.database, file) : std::nullopt;
    look.database.reset();
    if (look.state == State::Newer)
        return refuse(BackupProblem::Kind::NewerRecord, *look.error);
    if (look.state != State::Known)
        return refuse(BackupProblem::Kind::BadRecord, look.error.value_or(Error{.detail = u"no record"_s}));
    if (damage)
        return refuse(BackupProblem::Kind::BadRecord, *damage);
    const Result<qint64> checks = settleCopy(file, reading.facts->dataKey, author);
    if (!checks)
        return refuse(BackupProblem::Kind::BadRecord, checks.error());
    BackupFacts facts = *reading.facts;
    facts.checks = *checks;
    reading.facts = facts;
    if (work.stop)
        reading.facts = Error{.code = ErrorCode::Cancelled};
}

} // namespace

RecordRestore::RecordRestore(RecordFile &record, const QString &file, const Secret &passphrase, Occupied occupied,
                             QObject *parent)
    : JobOf(parent), m_record(&record), m_occupied(occupied), m_thread(new BackupThread(this))
{
    connect(m_thread, &BackupThread::progressed, this, &RecordRestore::progressed);
    auto *making = record.makeScratch();
    m_making = making;
    making->onFinished(this, [this, file, passphrase](const Result<std::shared_ptr<Scratch>> &scratch) {
        if (scratch)
            read(*scratch, file, passphrase);
        else
            finish(scratch.error());
    });
}

RecordRestore::~RecordRestore()
{
    if (m_making)
        m_making->cancel();
}

void RecordRestore::cancel()
{
    m_thread->work().stop = true;
    if (m_making)
        m_making->cancel();
    if (m_waits)
        finish(Error{.code = ErrorCode::Cancelled});
}

void RecordRestore::read(const std::shared_ptr<Scratch> &scratch, const QString &file, const Secret &passphrase)
{
    const auto reading = std::make_shared<RestoreReading>();
    m_copy.scratch = scratch;
    m_thread->run(
        [=, into = scratch->file(), author = m_record->author()](BackupWork &work) {
            reading->facts = guarded<Result<BackupFacts>>([&] {
                reading->facts = readBackup(file, passphrase, into, work, reading->problem);
                if (reading->facts)
                    check(*reading, into, author, work);
                return reading->facts;
            });
        },
        [this, reading] {
            m_problem = reading->problem;
            if (!reading->facts) {
                m_copy = {};
                return finish(reading->facts.error());
            }
            m_facts = *reading->facts;
            m_copy.dataKey = m_facts.dataKey;
            replace(m_occupied == Occupied::KeepOther ? Replace::KeepOther : Replace::EmptyOnly);
        });
}

void RecordRestore::replaceOther()
{
    if (std::exchange(m_waits, false))
        replace(Replace::KeepOther);
}

void RecordRestore::replace(Replace rule)
{
    if (!m_record)
        return finish(Error{.code = ErrorCode::Cancelled});
    emit progressed({Phase::Replacing, 0, 0});
    m_record->replaceWith(m_copy, rule)->onFinished(this, [this](const Result<QString> &keptAs) { replaced(keptAs); });
}

void RecordRestore::replaced(const Result<QString> &keptAs)
{
    if (!keptAs && keptAs.error().code == ErrorCode::Invalid && m_occupied == Occupied::Ask) {
        m_waits = true;
        emit occupied(m_facts);
        return;
    }
    m_copy = {};
    if (keptAs)
        finish(RestoreDone{.checks = m_facts.checks, .made = m_facts.made, .keptAs = *keptAs});
    else
        finish(keptAs.error());
}

} // namespace linterna

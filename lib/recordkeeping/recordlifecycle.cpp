// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/recordlifecycle.h"

#include "lib/base/log.h"
#include "lib/crypto/fieldcipher.h"
#include "lib/record/deletionrules.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! A keychain keeps a key whole only as text.
Secret asText(const Secret &key)
{
    return Secret(key.view().toByteArray().toBase64());
}

std::optional<Error> errorOf(const Result<Nothing> &result)
{
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace

RecordLifecycle::RecordLifecycle(LocalRecord &history, SecretStore &secrets, const QString &file,
                                 const PassphraseCost &cost, RecordRole role, QObject *parent)
    : QObject(parent), m_history(history), m_secrets(secrets), m_file(file), m_cost(cost), m_lock(file + ".lock"_L1),
      m_role(role)
{
    connect(&history.file(), &RecordFile::upgradeProgressed, this, &RecordLifecycle::upgradeProgressed);
}

template<class T>
JobOf<T> *RecordLifecycle::refuse(ErrorCode code, const QString &detail)
{
    return JobOf<T>::finished(Error{.code = code, .detail = detail}, this);
}

template<class T>
JobOf<T> *RecordLifecycle::begin()
{
    m_busy = true;
    return new JobOf<T>(this);
}

template<class T>
void RecordLifecycle::end(const Waiting<T> &job, const Result<T> &result)
{
    m_busy = false;
    if (job)
        job->finish(result);
}

std::optional<Error> RecordLifecycle::refusesDeletion() const
{
    return DeletionRules::refusal(m_file, m_role);
}

void RecordLifecycle::tell(const RecordState &state)
{
    m_state = state;
    emit changed(m_state);
}

void RecordLifecycle::settle(const OpenedRecord &opened)
{
    m_key = opened.dataKey;
    m_mark->moved.clear();
    tell(opened);
}

void RecordLifecycle::stayClosed(const RecordState &why)
{
    if (why != m_state) // nobody need be told anew that another program still holds the file
        tell(why);
}

void RecordLifecycle::open(Keep keep)
{
    m_busy = true;
    RecordState nothing{.mode = RecordState::Mode::NothingKept};
    nothing.underPassphrase = !m_file.isEmpty() && QFile::exists(recordKeyFile(m_file));
    auto *opening = keep == Keep::Nothing ? keepRecordInMemory(m_history.file(), nothing)
                                          : openRecord(m_history.file(), m_secrets, m_file, m_role);
    opening->onFinished(this, [this](const Result<OpenedRecord> &opened) {
        m_busy = false;
        if (opened)
            settle(*opened);
    });
}

void RecordLifecycle::openLater(const Done &done)
{
    auto target = std::make_shared<std::unique_ptr<LocalRecord>>(std::make_unique<LocalRecord>(m_history.clock()));
    LocalRecord &store = **target;
    store.setPerson(m_history.person());
    connect(&store.file(), &RecordFile::upgradeProgressed, this, &RecordLifecycle::upgradeProgressed);
    auto *opening = m_key.isEmpty() ? openRecord(store.file(), m_secrets, m_file, m_role)
                                    : openRecordWithKey(store.file(), m_file, m_key, m_role);
    opening->onFinished(this, [this, target, done](const Result<OpenedRecord> &opened) {
        if (opened && !opened->isForThisRunOnly())
            return takeOver(std::move(*target), *opened, done);
        target->release()->deleteLater(); // the job that tells this is its child
        if (opened && opened->why && opened->why->code == ErrorCode::NotConfigured)
            m_key = {}; // another record's key
        if (opened)
            stayClosed(*opened);
        done(opened ? opened->why : std::optional(opened.error()));
    });
}

void RecordLifecycle::takeOver(std::unique_ptr<LocalRecord> target, const OpenedRecord &opened, const Done &done)
{
    moveRecord(m_history, std::move(target), {m_file, opened.dataKey, m_role}, m_mark)
        ->onFinished(this, [this, opened, done](const Result<Nothing> &moved) {
            if (moved) {
                settle(opened);
            } else {
                qCWarning(lcStorage).noquote() << "the run's checks did not reach the record:" << moved.error().detail;
                RecordState closed = opened;
                closed.mode = RecordState::Mode::CannotOpen;
                closed.why = moved.error();
                stayClosed(closed);
            }
            done(errorOf(moved));
        });
}

JobOf<Nothing> *RecordLifecycle::tryAgain()
{
    if (m_busy)
        return refuse<Nothing>(ErrorCode::Cancelled, u"busy"_s);
    if (!m_state.isForThisRunOnly() || m_file.isEmpty())
        return JobOf<Nothing>::finished(Nothing{}, this);
    Waiting<Nothing> job = begin<Nothing>();
    openLater([this, job](const std::optional<Error> &error) {
        end<Nothing>(job, error ? Result<Nothing>(*error) : Nothing{});
    });
    return job;
}

JobOf<bool> *RecordLifecycle::unlock(const Secret &passphrase)
{
    if (m_busy)
        return refuse<bool>(ErrorCode::Cancelled, u"busy"_s);
    Waiting<bool> job = begin<bool>();
    const QString keyFile = recordKeyFile(m_file);
    readKeyFile(keyFile, passphrase, this)->onFinished(this, [this, job, keyFile](const Result<Secret> &key) {
        Result<Secret> found = key;
        if (found && !found->isEmpty() && found->view().size() != FieldCipher::KeyBytes)
            found = Error{.code = ErrorCode::Unreadable, .detail = keyFile + u": what it holds is no key"_s};
        if (!found) {
            RecordState closed = m_state;
            if (closed.mode != RecordState::Mode::NothingKept)
                closed.mode = RecordState::Mode::CannotOpen;
            closed.why = found.error();
            stayClosed(closed);
            return end<bool>(job, found.error());
        }
        if (found->isEmpty())
            return end<bool>(job, false);
        m_key = *found;
        openLater(
            [this, job](const std::optional<Error> &error) { end<bool>(job, error ? Result<bool>(*error) : true); });
    });
    return job;
}

JobOf<Nothing> *RecordLifecycle::protect(const Secret &passphrase)
{
    if (m_busy)
        return refuse<Nothing>(ErrorCode::Cancelled, u"busy"_s);
    if (!m_state.isForThisRunOnly() || m_file.isEmpty() || QFile::exists(recordKeyFile(m_file)))
        return refuse<Nothing>(ErrorCode::Invalid, u"the record is kept already"_s);
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    if (m_lock.tryLock() != FileLock::Outcome::Held)
        return refuse<Nothing>(ErrorCode::Storage, m_file + u": the folder cannot be written, or is in use"_s);
    Waiting<Nothing> job = begin<Nothing>();
    makeKeyFile(passphrase, [this, job](const std::optional<Error> &error) {
        m_lock.unlock();
        if (error)
            return end<Nothing>(job, *error);
        openLater([this, job](const std::optional<Error> &why) {
            end<Nothing>(job, why ? Result<Nothing>(*why) : Nothing{});
        });
    });
    return job;
}

void RecordLifecycle::makeKeyFile(const Secret &passphrase, const Done &done)
{
    m_history.file().holdsChecks(m_file)->onFinished(this, [=, this](const Result<bool> &holds) {
        if (!holds)
            return done(holds.error());
        if (*holds) {
            RecordState closed = m_state;
            closed.why = Error{.code = ErrorCode::NotConfigured, .detail = m_file + u": its key is elsewhere"_s};
            stayClosed(closed);
            return done(closed.why);
        }
        const Secret key = FieldCipher::makeDataKey();
        writeKeyFile(recordKeyFile(m_file), key, passphrase, m_cost, this)
            ->onFinished(this, [=, this](const Result<Nothing> &written) {
                if (written)
                    m_key = key;
                done(errorOf(written));
            });
    });
}

JobOf<QString> *RecordLifecycle::beginAnew()
{
    if (m_busy)
        return refuse<QString>(ErrorCode::Cancelled, u"busy"_s);
    const bool keyIsMissing = m_state.underPassphrase || (m_state.why && m_state.why->code == ErrorCode::NotConfigured);
    if (!m_state.isForThisRunOnly() || m_file.isEmpty() || !keyIsMissing)
        return refuse<QString>(ErrorCode::Invalid, u"it is not its key that the record lacks"_s);
    if (m_lock.tryLock() != FileLock::Outcome::Held)
        return refuse<QString>(ErrorCode::Storage, m_file + u": the folder cannot be written, or is in use"_s);
    Waiting<QString> job = begin<QString>();
    m_history.file()
        .keepLocked(m_file, recordKeyFile(m_file))
        ->onFinished(this, [this, job](const Result<QString> &kept) {
            m_lock.unlock();
            if (!kept)
                return end<QString>(job, kept.error());
            m_key = {};
            m_mark->moved.clear(); // none of them is in the new one
            dropUselessKey([this, job, kept = *kept] {
                openLater([this, job, kept](const std::optional<Error> &) { end<QString>(job, kept); });
            });
        });
    return job;
}

//! Removes what stands in the keychain in place of a key, because it would be in the way for ever. A key stays: it may
//! be another record's.
void RecordLifecycle::dropUselessKey(const std::function<void()> &then)
{
    m_secrets.read(recordKeyName)->onFinished(this, [=, this](const Result<Secret> &stored) {
        if (!stored || stored->isEmpty() || isDataKey(*stored))
            return then();
        m_secrets.remove(recordKeyName)->onFinished(this, [then](const Result<Nothing> &) { then(); });
    });
}

JobOf<bool> *RecordLifecycle::changePassphrase(const Secret &before, const Secret &after)
{
    if (m_busy)
        return refuse<bool>(ErrorCode::Cancelled, u"busy"_s);
    Waiting<bool> job = begin<bool>();
    linterna::changePassphrase(recordKeyFile(m_file), before, after, m_cost, this)
        ->onFinished(this, [this, job](const Result<bool> &changed) { end<bool>(job, changed); });
    return job;
}

JobOf<Nothing> *RecordLifecycle::moveToKeychain()
{
    if (m_busy)
        return refuse<Nothing>(ErrorCode::Cancelled, u"busy"_s);
    if (m_state.isForThisRunOnly() || !m_state.underPassphrase || m_key.isEmpty())
        return refuse<Nothing>(ErrorCode::Invalid, u"there is no passphrase to take away"_s);
    Waiting<Nothing> job = begin<Nothing>();
    storeKey([this, job](const std::optional<Error> &error) {
        end<Nothing>(job, error ? Result<Nothing>(*error) : Nothing{});
    });
    return job;
}

void RecordLifecycle::storeKey(const Done &done)
{
    // The record of another folder may have put its own key there: that one must not lose it.
    m_secrets.read(recordKeyName)->onFinished(this, [=, this](const Result<Secret> &stored) {
        const Secret text = asText(m_key);
        if (!stored)
            return done(stored.error());
        if (*stored == text)
            return dropKeyFile(done);
        if (!stored->isEmpty())
            return done(Error{.code = ErrorCode::Invalid, .detail = u"the keychain holds the key of another record"_s});
        m_secrets.write(recordKeyName, text)->onFinished(this, [=, this](const Result<Nothing> &written) {
            if (!written)
                return done(written.error());
            dropKeyFile(done);
        });
    });
}

void RecordLifecycle::dropKeyFile(const Done &done)
{
    QFile keyFile(recordKeyFile(m_file));
    if (!keyFile.remove())
        return done(Error{.code = ErrorCode::Storage, .detail = keyFile.fileName() + u": "_s + keyFile.errorString()});
    RecordState state = m_state;
    state.underPassphrase = false;
    tell(state);
    done({});
}

JobOf<Nothing> *RecordLifecycle::keepNothing()
{
    if (m_busy)
        return refuse<Nothing>(ErrorCode::Cancelled, u"busy"_s);
    const RecordState nothing{.mode = RecordState::Mode::NothingKept, .underPassphrase = m_state.underPassphrase};
    m_key = {};
    if (m_state.isForThisRunOnly()) { // and what was checked in this run stays in view
        stayClosed(nothing);
        return JobOf<Nothing>::finished(Nothing{}, this);
    }
    Waiting<Nothing> job = begin<Nothing>();
    keepRecordInMemory(m_history.file(), nothing)->onFinished(this, [this, job](const Result<OpenedRecord> &opened) {
        if (opened)
            settle(*opened);
        end<Nothing>(job, opened ? Result<Nothing>(Nothing{}) : opened.error());
    });
    return job;
}

} // namespace linterna

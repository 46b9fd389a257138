// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/crypto/keyfile.h"
#include "lib/platform/filelock.h"
#include "lib/recordkeeping/recordmigrationjob.h"
#include "lib/recordkeeping/recordopenjob.h"

namespace linterna {

//! How the record is kept, and every way to change that while the program runs: opened later, under a passphrase, with
//! its key in the keychain, not at all. What was checked while it was closed is taken over when it opens.
//!
//! One thing at a time: what is asked for meanwhile ends as Cancelled and does nothing. What was begun goes on to its
//! end where nobody waits for its job any more. Nothing here ever writes over a record or a key that is there.
class RecordLifecycle : public QObject
{
    Q_OBJECT
public:
    //! `file`: path of the record; empty for memory. `cost`: for new passphrases. `role`: of this program on that file.
    RecordLifecycle(LocalRecord &history, SecretStore &secrets, const QString &file, const PassphraseCost &cost = {},
                    RecordRole role = RecordRole::Owner, QObject *parent = nullptr);

    //! The state as of the last changed().
    [[nodiscard]] const RecordState &state() const { return m_state; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] const QString &file() const { return m_file; }
    //! Empty where this program may delete for good what lies beside the record; else why not
    //! (lib/record/deletionrules.h).
    [[nodiscard]] std::optional<Error> refusesDeletion() const;

    //! The record's file, for whoever copies or replaces it (lib/backup).
    [[nodiscard]] RecordFile &recordFile() { return m_history.file(); }
    //! Whether something was deleted in this run that is not out of the file yet; finishDeletions() takes it out.
    [[nodiscard]] bool holdsDeleted() const { return m_history.file().holdsDeleted(); }
    [[nodiscard]] JobOf<qint64> *finishDeletions() { return m_history.file().purge(); }

    enum class Keep { OnDisk, Nothing };
    //! Opens the record at the start of the program, as openRecord() does. Ends in changed().
    void open(Keep keep);
    //! Opens a record that could not be opened before, and takes over what was checked since. Where it still cannot be
    //! opened, state() says why.
    JobOf<Nothing> *tryAgain();
    //! As tryAgain(), with a passphrase. False: the passphrase is wrong. Further error: Unreadable (the file with the
    //! sealed key is damaged).
    JobOf<bool> *unlock(const Secret &passphrase);
    //! Begins a record under a passphrase and takes over what was checked in this run. Errors: Storage; NotConfigured
    //! (there is a record already, and its key is elsewhere); Invalid (it is open, or has a passphrase).
    JobOf<Nothing> *protect(const Secret &passphrase);
    //! Puts a record that cannot be opened, because its key is gone or its passphrase is not known any more, aside,
    //! where it stays as it is (RecordFile::keepLocked), and begins a new one as at the first start; takes over what
    //! was checked in this run. Gives the name of the old file. What is in the way of the new one is then in state().
    //! Errors: Storage; Invalid (the record is open, or it is not its key that is missing).
    JobOf<QString> *beginAnew();
    //! False: `before` is not the passphrase of the record.
    JobOf<bool> *changePassphrase(const Secret &before, const Secret &after);
    //! Puts the key of the open record, which is under a passphrase, into the keychain, and takes the passphrase away.
    //! Errors: those of SecretStore; Invalid (the keychain holds the key of another record, or there is nothing to do).
    JobOf<Nothing> *moveToKeychain();
    //! Closes the record, which stays as it is, and keeps the rest of the run in memory.
    JobOf<Nothing> *keepNothing();

signals:
    void changed(const linterna::RecordState &state);
    //! A record of an earlier version is being brought up to date: how many of its checks are done, and how many it has.
    void upgradeProgressed(qint64 done, qint64 total);

private:
    template<class T>
    using Waiting = QPointer<JobOf<T>>;
    using Done = std::function<void(const std::optional<Error> &)>;

    template<class T>
    [[nodiscard]] JobOf<T> *refuse(ErrorCode code, const QString &detail);
    template<class T>
    [[nodiscard]] JobOf<T> *begin();
    template<class T>
    void end(const Waiting<T> &job, const Result<T> &result);
    void settle(const OpenedRecord &opened);
    void tell(const RecordState &state);
    //! Tells that the record stays closed, and why.
    void stayClosed(const RecordState &why);
    //! Opens the record with m_key, or where that is empty with the key in the keychain.
    void openLater(const Done &done);
    void takeOver(std::unique_ptr<LocalRecord> target, const OpenedRecord &opened, const Done &done);
    void dropUselessKey(const std::function<void()> &then);
    void makeKeyFile(const Secret &passphrase, const Done &done);
    void storeKey(const Done &done);
    void dropKeyFile(const Done &done);

    LocalRecord &m_history;
    SecretStore &m_secrets;
    QString m_file;
    PassphraseCost m_cost;
    RecordState m_state;
    //! The data key of the record on disk; empty where it is not known.
    Secret m_key;
    std::shared_ptr<RecordMoveMark> m_mark = std::make_shared<RecordMoveMark>();
    FileLock m_lock;
    RecordRole m_role;
    bool m_busy = false;
};

} // namespace linterna

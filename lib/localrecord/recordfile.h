// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/job.h"
#include "lib/base/secret.h"
#include "lib/localrecord/author.h"
#include "lib/record/deletionrules.h"

#include <functional>
#include <memory>

namespace linterna {

class LocalRecord;
class Scratch;

//! Where the record is kept and with which key.
struct RecordLocation {
    //! Database file; its folder is made when missing. Empty: memory, for this run only.
    QString file;
    //! 32 bytes. Never empty.
    Secret dataKey;
    RecordRole role = RecordRole::Guest;
};

//! A copy of the record in a temporary file, which `scratch` removes when it goes, and the key that the copy is written
//! with.
struct RecordCopy {
    std::shared_ptr<Scratch> scratch;
    Secret dataKey;
};

//! May a record that is not empty be replaced?
enum class Replace {
    EmptyOnly,
    KeepOther, //!< Yes, and a copy of it is kept beside under a new name.
};

//! What can be done with the file in which a LocalRecord is kept: for lib/recordkeeping and lib/backup alone, which decide
//! where a record lies, with which key, and what becomes of it. No call waits. Jobs end in the order in which they, and
//! those of the record, were asked for; copies let others pass.
//!
//! Errors: those of Record.
class RecordFile : public QObject
{
    Q_OBJECT
public:
    explicit RecordFile(LocalRecord &record) : m_record(record) {}

    //! Opens (or creates) the record, in place of one that is open. Before it has succeeded every call of the record
    //! ends in Storage. Opening a file whose schema is newer, or which cannot be read with this key, fails and changes
    //! nothing in it. Further errors: NotConfigured (the file was written with another key), Invalid (the key is not 32
    //! bytes). A file of an earlier version is made into one of today first (lib/localrecord/recordupgrade.h), which can
    //! take minutes: upgradeProgressed() says how far it is, and cancelling leaves the file as it was.
    [[nodiscard]] JobOf<Nothing> *open(RecordLocation location);
    //! Looks whether a file holds any check, without a key and without changing it. One that is not there holds none.
    //! Error: Storage where it is damaged, newer, or cannot be read. Needs no open record.
    [[nodiscard]] JobOf<bool> *holdsChecks(const QString &file);
    //! Renames the file if it is damaged, so that a new one can be begun, and gives the new name beside it
    //! ("history.damaged-20261122-104200.db"); its bytes stay as they are. Empty, and nothing done, where it is not
    //! damaged. Needs no open record, and must not be asked for the one that is open.
    [[nodiscard]] JobOf<QString> *keepDamaged(const QString &file);
    //! Renames a record whose key is gone ("history.locked-20261122-104200.db"), and `keyFile` with it where there is
    //! one ("history.locked-20261122-104200.key"), and gives the new name; the bytes of both stay as they are. Needs no
    //! open record, and must not be asked for the one that is open.
    [[nodiscard]] JobOf<QString> *keepLocked(const QString &file, const QString &keyFile);
    //! A consistent copy of the record in a file beside it. Checks can be recorded while it is made, and are in it. It
    //! may hold what was deleted and can still be taken back. Further error: NotConfigured (the record is in memory).
    [[nodiscard]] JobOf<RecordCopy> *copy(const std::function<void(qint64 done, qint64 total)> &progress = {});
    //! A place for another database file beside the record. Further error: NotConfigured (the record is in memory).
    [[nodiscard]] JobOf<std::shared_ptr<Scratch>> *makeScratch();
    //! Puts `other`, which was opened as a record before and closed again, in place of this record, and gives the name
    //! under which a copy of this one is kept; empty where there was nothing in it. All at once: whatever happens, the
    //! file holds either the one or the other. Further errors: NotConfigured (the record is in memory), Invalid (there
    //! is something in it, and it was not to be replaced).
    [[nodiscard]] JobOf<QString> *replaceWith(RecordCopy other, Replace rule);
    //! Takes what was deleted out of the file, so that nothing of it is left in its bytes, and gives the number of
    //! checks. Done by itself when a record is opened, as far as the disk allows it. Where it failed it can be asked
    //! for again.
    [[nodiscard]] JobOf<qint64> *purge();
    //! Who writes into this record, and what time it is.
    [[nodiscard]] Author author() const;
    //! Whether something was deleted in this run that has not been taken out of the file.
    [[nodiscard]] bool holdsDeleted() const;

signals:
    //! How many checks of a file of an earlier version were taken over, and how many there are.
    void upgradeProgressed(qint64 done, qint64 total);

private:
    LocalRecord &m_record;
};

} // namespace linterna

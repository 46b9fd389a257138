// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/backupfile.h"

#include "lib/base/unfinishedfile.h"
#include "lib/base/wholefile.h"
#include "lib/base/writetarget.h"
#include "lib/platform/files.h"

#include <QCborMap>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

namespace linterna {

using namespace Qt::Literals::StringLiterals;
using Phase = BackupProgress::Phase;

namespace {

// What is sealed, in this order: the length of the facts (4 bytes, little endian), the facts (CBOR), the database.
struct HeadingFact {
    enum Number { Schema = 1, Checks = 2, Made = 3, Bytes = 4, DataKey = 5 };
};
constexpr qsizetype lengthBytes = 4;
constexpr quint32 longestFacts = 4096;
constexpr qsizetype dataKeyBytes = 32;
constexpr qint64 partBytes = qint64{256} * 1024;

Error backupTrouble(const QString &file, const QString &what)
{
    return {.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(file, what)};
}

Error stopped()
{
    return {.code = ErrorCode::Cancelled};
}

Secret inBytes(const BackupFacts &facts)
{
    QCborMap map{{HeadingFact::Schema, facts.schema},
                 {HeadingFact::Checks, facts.checks},
                 {HeadingFact::Made, facts.made.toMSecsSinceEpoch()},
                 {HeadingFact::Bytes, facts.bytes},
                 {HeadingFact::DataKey, facts.dataKey.view().toByteArray()}};
    const QByteArray cbor = map.toCborValue().toCbor();
    QByteArray bytes(lengthBytes, '\0');
    qToLittleEndian(quint32(cbor.size()), bytes.data());
    bytes += cbor;
    return Secret(std::move(bytes));
}

std::optional<BackupFacts> factsIn(QByteArrayView cbor)
{
    const QCborMap map = QCborValue::fromCbor(cbor.toByteArray()).toMap();
    QByteArray key = map.value(HeadingFact::DataKey).toByteArray();
    const BackupFacts facts{.schema = int(map.value(HeadingFact::Schema).toInteger()),
                            .checks = map.value(HeadingFact::Checks).toInteger(),
                            .made = QDateTime::fromMSecsSinceEpoch(map.value(HeadingFact::Made).toInteger(), Qt::UTC),
                            .bytes = map.value(HeadingFact::Bytes).toInteger(-1),
                            .dataKey = Secret(std::move(key))};
    const qint64 schema = map.value(HeadingFact::Schema).toInteger();
    const bool sound =
        schema > 0 && schema == facts.schema && facts.bytes >= 0 && facts.dataKey.view().size() == dataKeyBytes;
    return sound ? std::optional(facts) : std::nullopt;
}

//! The path to write to: what the target leads to where it is a link. A file that must not be written is not replaced
//! either.
Result<QString> targetOf(const QString &target)
{
    const QFileInfo info(target);
    if (!isExactName(target))
        return backupTrouble(target, u"this name cannot be written exactly"_s);
    const WriteTarget found = writeTarget(target);
    if (found.kind != WriteTarget::Kind::File)
        return backupTrouble(target, found.what);
    if (info.exists() && !info.isWritable())
        return backupTrouble(target, u"the file is read-only"_s);
    return QFileInfo(found.file).absoluteFilePath();
}

//! Seals the facts and the database into `file`, and gives the hash of what was sealed.
class Sealing
{
public:
    Sealing(QFile &file, QString name, BackupWork &work) : m_file(file), m_name(std::move(name)), m_work(work) {}

    Result<QByteArray> run(QFile &database, const BackupFacts &facts, const Secret &passphrase,
                           const PassphraseCost &cost)
    {
        const Secret head = inBytes(facts);
        std::optional<Error> error = m_writer.begin(head.view().size() + facts.bytes, passphrase, cost);
        if (!error)
            error = add(head.view());
        while (!error && m_work.done < facts.bytes) {
            const QByteArray part = database.read(partBytes);
            if (part.isEmpty())
                return backupTrouble(database.fileName(), u"it ended early"_s);
            error = m_work.stop ? stopped() : add(part);
            m_work.done += part.size();
        }
        if (!error)
            error = m_writer.end();
        if (!error && (!syncToDisk(m_file) || m_file.error() != QFileDevice::NoError || m_file.size() != m_written))
            error = backupTrouble(m_name, m_file.errorString());
        if (error)
            return *error;
        return m_hash.result();
    }

private:
    std::optional<Error> add(QByteArrayView plain)
    {
        m_hash.addData(plain.toByteArray());
        return m_writer.write(plain);
    }
    std::optional<Error> put(const QByteArray &bytes)
    {
        m_written += bytes.size();
        if (m_file.write(bytes) != bytes.size())
            return backupTrouble(m_name, m_file.errorString());
        return {};
    }

    QFile &m_file;
    QString m_name;
    BackupWork &m_work;
    SealedWriter m_writer{[this](const QByteArray &bytes) { return put(bytes); }};
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_written = 0;
};

//! Reads the backup back from the disk, not from what the system still remembers of it, and compares.
std::optional<Error> verify(const QString &written, const QString &name, const QByteArray &hash,
                            const Secret &passphrase, BackupWork &work)
{
    QFile file(written);
    if (!file.open(QIODevice::ReadOnly))
        return backupTrouble(name, file.errorString());
    forgetCached(file);
    work.begin(Phase::Verifying, file.size());
    SealedReader reader(file);
    QCryptographicHash read(QCryptographicHash::Sha256);
    std::optional<Error> error = reader.begin(passphrase);
    while (!error) {
        const Result<QByteArray> part = work.stop ? Result<QByteArray>(stopped()) : reader.read();
        if (!part)
            error = part.error();
        else if (part->isEmpty())
            break;
        else
            read.addData(*part);
        work.done = file.pos();
    }
    if (error && error->code == ErrorCode::Cancelled)
        return error;
    if (error || read.result() != hash)
        return backupTrouble(
            name,
            u"what was written does not read back as it was (%1)"_s.arg(error ? error->detail : u"other bytes"_s));
    return {};
}

//! Takes the sealed stream apart into facts and database.
class BackupOpening
{
public:
    BackupOpening(QFile *into, std::optional<BackupProblem> &problem) : m_into(into), m_problem(problem) {}

    std::optional<Error> add(const QByteArray &part)
    {
        if (m_facts)
            return put(part);
        m_head += part;
        const quint32 length = m_head.size() < lengthBytes ? 0 : qFromLittleEndian<quint32>(m_head.constData());
        if (m_head.size() < lengthBytes || length > longestFacts || m_head.size() < lengthBytes + qsizetype(length))
            return bad(); // the first piece holds all facts
        m_facts = factsIn(QByteArrayView(m_head).sliced(lengthBytes, length));
        const QByteArray rest = m_head.sliced(lengthBytes + qsizetype(length));
        wipe(m_head);
        return m_facts ? put(rest) : bad();
    }
    Result<BackupFacts> end()
    {
        if (!m_facts || m_written != m_facts->bytes)
            return *bad();
        return *m_facts;
    }

private:
    std::optional<Error> put(const QByteArray &bytes)
    {
        m_written += bytes.size();
        if (m_into && m_into->write(bytes) != bytes.size())
            return backupTrouble(m_into->fileName(), m_into->errorString());
        return {};
    }
    std::optional<Error> bad()
    {
        m_problem = BackupProblem{BackupProblem::Kind::BadRecord, {}};
        return Error{.code = ErrorCode::Unreadable, .detail = u"what is in the backup is no record"_s};
    }

    QFile *m_into;
    std::optional<BackupProblem> &m_problem;
    QByteArray m_head;
    std::optional<BackupFacts> m_facts;
    qint64 m_written = 0;
};

std::optional<Error> readInto(BackupOpening &opening, QFile &file, const Secret &passphrase, BackupWork &work,
                              std::optional<BackupProblem> &problem)
{
    SealedReader reader(file);
    std::optional<Error> error = reader.begin(passphrase);
    while (!error) {
        const Result<QByteArray> part = work.stop ? Result<QByteArray>(stopped()) : reader.read();
        if (!part) {
            error = part.error();
            break;
        }
        if (part->isEmpty())
            return {};
        error = opening.add(*part);
        work.done = file.pos();
    }
    if (reader.problem())
        problem = BackupProblem{BackupProblem::Kind::Sealed, *reader.problem()};
    return error;
}

} // namespace

Result<qint64> writeBackup(const QString &target, const QString &database, const BackupFacts &facts,
                           const Secret &passphrase, const PassphraseCost &cost, BackupWork &work)
{
    const Result<QString> name = targetOf(target);
    if (!name)
        return name.error();
    QFile from(database);
    if (!from.open(QIODevice::ReadOnly))
        return backupTrouble(database, from.errorString());
    BackupFacts whole = facts;
    whole.bytes = from.size();
    work.begin(Phase::Sealing, whole.bytes);
    sweepUnfinished(QFileInfo(*name).absolutePath());
    UnfinishedFile file(*name);
    if (!file.begin())
        return backupTrouble(target, file.errorString());
    const Result<QByteArray> hash = Sealing(file, target, work).run(from, whole, passphrase, cost);
    if (!hash)
        return hash.error();
    if (auto error = verify(file.pathForReading(), target, *hash, passphrase, work))
        return *error;
    const qint64 bytes = file.size();
    if (!file.putInPlace())
        return backupTrouble(target, file.errorString());
    return bytes;
}

Result<BackupFacts> readBackup(const QString &file, const Secret &passphrase, const QString &into, BackupWork &work,
                               std::optional<BackupProblem> &problem)
{
    QFile from(file);
    if (QFileInfo(file).exists() && !QFileInfo(file).isFile())
        return backupTrouble(file, u"not a file"_s);
    if (!from.open(QIODevice::ReadOnly))
        return backupTrouble(file, from.errorString());
    work.begin(Phase::Reading, from.size());
    QFile to(into);
    if (!into.isEmpty() && !to.open(QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return backupTrouble(into, to.errorString());
    BackupOpening opening(into.isEmpty() ? nullptr : &to, problem);
    if (auto error = readInto(opening, from, passphrase, work, problem)) {
        if (error->code == ErrorCode::Unreadable)
            error->detail = u"%1: %2"_s.arg(file, error->detail);
        return *error;
    }
    if (!into.isEmpty() && (!to.flush() || to.error() != QFileDevice::NoError))
        return backupTrouble(into, to.errorString());
    return opening.end();
}

} // namespace linterna

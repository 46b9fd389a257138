// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/failingdisk.h"

#include "tests/support/chance.h"

#include <QMutex>
#include <QMutexLocker>

#include <cerrno>
#include <optional>

#include <sqlite3.h>

namespace linterna::test {

namespace {

//! Which calls are to fail. With a mutex, because records use the disk on threads of their own.
struct Plan {
    QMutex mutex;
    int until = 0; //!< Number of the call that is to fail, counted down with each call: 1 is the next one.
    std::optional<FailingDisk::Fails> at;
    std::optional<Chance> chance;
    int oneIn = 1;
    std::optional<qint64> badSector;
    int failed = 0;

    //! Counts a call and decides whether it fails. A call that reads has `from` and `count`, the bytes that it reads.
    bool fails(qint64 from = 0, int count = 0)
    {
        const QMutexLocker locker(&mutex);
        bool now = chance && chance->oneIn(oneIn);
        if (at) {
            now = until == 1 || (until < 1 && *at == FailingDisk::Fails::FromThenOn);
            --until;
        }
        now = now || (badSector && from <= *badSector && *badSector < from + count);
        failed += now ? 1 : 0;
        return now;
    }
};

Plan &plan()
{
    static Plan only;
    return only;
}

//! SQLite's own file system, which does the work.
sqlite3_vfs *real = nullptr;

//! A file that can fail; the memory after it holds the real file, to which calls are passed on.
struct File : sqlite3_file {
    int lastErrno;
    [[nodiscard]] sqlite3_file *behind() { return reinterpret_cast<sqlite3_file *>(this + 1); }
};

sqlite3_file *behind(sqlite3_file *file)
{
    return static_cast<File *>(file)->behind();
}

//! Passes a call on to the method of the real file, unless it fails with `code`.
template<int code, auto method, class... Arguments>
int call(sqlite3_file *file, Arguments... arguments)
{
    if constexpr (code != SQLITE_OK) {
        if (plan().fails())
            return code;
    }
    return (behind(file)->pMethods->*method)(behind(file), arguments...);
}

int closeFile(sqlite3_file *file)
{
    return behind(file)->pMethods->xClose(behind(file));
}

int readFile(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
    if (!plan().fails(at, count))
        return behind(file)->pMethods->xRead(behind(file), bytes, count, at);
    static_cast<File *>(file)->lastErrno = EIO;
    return SQLITE_IOERR_READ;
}

int writeFile(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    if (!plan().fails())
        return behind(file)->pMethods->xWrite(behind(file), bytes, count, at);
    behind(file)->pMethods->xWrite(behind(file), bytes, count / 2, at);
    return SQLITE_IOERR_WRITE;
}

int syncFile(sqlite3_file *, int)
{
    return plan().fails() ? SQLITE_IOERR_FSYNC : SQLITE_OK;
}

int controlFile(sqlite3_file *file, int wish, void *argument)
{
    if (wish != SQLITE_FCNTL_LAST_ERRNO)
        return behind(file)->pMethods->xFileControl(behind(file), wish, argument);
    *static_cast<int *>(argument) = static_cast<File *>(file)->lastErrno;
    return SQLITE_OK;
}

void barrier(sqlite3_file *file)
{
    behind(file)->pMethods->xShmBarrier(behind(file));
}

using Methods = sqlite3_io_methods;
// Version 2 of the interface has no memory-mapped reads: each read is a call.
const Methods methods{
    .iVersion = 2,
    .xClose = closeFile,
    .xRead = readFile,
    .xWrite = writeFile,
    .xTruncate = call<SQLITE_IOERR_TRUNCATE, &Methods::xTruncate, sqlite3_int64>,
    .xSync = syncFile,
    .xFileSize = call<SQLITE_IOERR_FSTAT, &Methods::xFileSize, sqlite3_int64 *>,
    .xLock = call<SQLITE_OK, &Methods::xLock, int>,
    .xUnlock = call<SQLITE_OK, &Methods::xUnlock, int>,
    .xCheckReservedLock = call<SQLITE_OK, &Methods::xCheckReservedLock, int *>,
    .xFileControl = controlFile,
    .xSectorSize = call<SQLITE_OK, &Methods::xSectorSize>,
    .xDeviceCharacteristics = call<SQLITE_OK, &Methods::xDeviceCharacteristics>,
    .xShmMap = call<SQLITE_IOERR_SHMMAP, &Methods::xShmMap, int, int, int, void volatile **>,
    .xShmLock = call<SQLITE_OK, &Methods::xShmLock, int, int, int>,
    .xShmBarrier = barrier,
    .xShmUnmap = call<SQLITE_OK, &Methods::xShmUnmap, int>,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *opened)
{
    file->pMethods = nullptr;
    static_cast<File *>(file)->lastErrno = 0;
    if (plan().fails())
        return SQLITE_CANTOPEN;
    const int result = real->xOpen(real, name, behind(file), flags, opened);
    if (behind(file)->pMethods)
        file->pMethods = &methods;
    return result;
}

int deleteFile(sqlite3_vfs *, const char *name, int syncFolder)
{
    return plan().fails() ? SQLITE_IOERR_DELETE : real->xDelete(real, name, syncFolder);
}

//! SQLite's own file system with our functions for files.
sqlite3_vfs ours;

} // namespace

FailingDisk::FailingDisk()
{
    real = sqlite3_vfs_find(nullptr);
    ours = *real;
    ours.zName = "failing disk";
    ours.szOsFile += int(sizeof(File));
    ours.xOpen = openFile;
    ours.xDelete = deleteFile;
    sqlite3_vfs_register(&ours, 1);
}

FailingDisk::~FailingDisk()
{
    heal();
    sqlite3_vfs_unregister(&ours);
    sqlite3_vfs_register(real, 1);
}

void FailingDisk::failAt(int call, Fails fails)
{
    const QMutexLocker locker(&plan().mutex);
    plan().until = call;
    plan().at = fails;
}

void FailingDisk::failReading(qint64 at)
{
    const QMutexLocker locker(&plan().mutex);
    plan().badSector = at;
}

void FailingDisk::failByChance(unsigned seed, int n)
{
    const QMutexLocker locker(&plan().mutex);
    plan().chance.emplace(seed);
    plan().oneIn = n;
}

int FailingDisk::heal()
{
    const QMutexLocker locker(&plan().mutex);
    plan().at.reset();
    plan().chance.reset();
    plan().badSector.reset();
    return std::exchange(plan().failed, 0);
}

} // namespace linterna::test

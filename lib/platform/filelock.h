// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace linterna {

//! A lock between programs, kept by the system's kernel on an open file. It ends with the process that holds it,
//! however that ends; what stands in the file says nothing. So a lock file that lies there from another computer, an
//! earlier run or a process number that somebody else has by now binds nobody. (On NFS Linux asks the server, so that
//! it holds between computers too.)
class FileLock
{
public:
    //! What is left when the lock is released: nothing (the file is removed, where the system can do that while it is
    //! locked), or the file.
    enum class Leave { Nothing, File };
    explicit FileLock(const QString &file, Leave leave = Leave::Nothing);
    ~FileLock();
    Q_DISABLE_COPY_MOVE(FileLock)

    enum class Outcome {
        Held,
        HeldByOther,
        Impossible, //!< The folder can hold no such file, or its file system no locks: reason().
    };
    //! Takes the lock, or says why it cannot. Does not wait.
    [[nodiscard]] Outcome tryLock();
    void unlock();
    [[nodiscard]] bool isHeld() const { return m_held; }
    //! Why tryLock() gave Impossible, in the system's words.
    [[nodiscard]] const QString &reason() const { return m_reason; }

private:
    [[nodiscard]] Outcome impossible();
    void close();

    QString m_file;
    Leave m_leave;
    static constexpr std::intptr_t none = -1;
    std::intptr_t m_opened = none; //!< The system's handle of the open file.
    bool m_held = false;
    QString m_reason;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

namespace linterna::test {

//! During this object's life no file of the process can grow past `bytes`: simulates a full disk.
class FullDisk
{
public:
    explicit FullDisk(qint64 bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN); // a write then fails with EFBIG instead of ending the program
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = static_cast<rlim_t>(bytes);
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

//! During this object's life a process of root runs as the user nobody, for tests about places where writing is not
//! allowed. `folder`, which the test still needs, is given to that user.
class Unprivileged
{
public:
    explicit Unprivileged(const QString &folder)
    {
        if (geteuid() != 0)
            return;
        m_wasRoot = chown(folder.toLocal8Bit().constData(), nobody, nobody) == 0 && setresuid(nobody, nobody, 0) == 0;
    }
    ~Unprivileged()
    {
        if (m_wasRoot && setresuid(0, 0, 0) != 0)
            qFatal("the rights of before do not come back");
    }
    Q_DISABLE_COPY_MOVE(Unprivileged)

private:
    static constexpr uid_t nobody = 65534;
    bool m_wasRoot = false;
};

} // namespace linterna::test

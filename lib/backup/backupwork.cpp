// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/backupwork.h"

namespace linterna {

namespace {

constexpr int backupTellsEachMilliseconds = 100;

} // namespace

BackupThread::BackupThread(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(backupTellsEachMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { emit progressed(m_work->progress()); });
}

BackupThread::~BackupThread()
{
    m_work->stop = true;
    if (m_thread)
        m_thread->wait();
}

void BackupThread::run(std::function<void(BackupWork &)> task, std::function<void()> ended)
{
    if (m_thread)
        m_thread->wait(); // not for long: its task is over
    m_thread.reset(QThread::create([task = std::move(task), work = m_work] { task(*work); }));
    connect(m_thread.get(), &QThread::finished, this, [this, ended = std::move(ended)] {
        m_timer.stop();
        ended();
    });
    m_timer.start();
    m_thread->start();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/filereader.h"

#include <QFile>
#include <QFileInfo>
#include <QThread>

namespace linterna {

namespace {

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (QFileInfo(path).exists() && !QFileInfo(path).isFile())
        return Error{.code = ErrorCode::Storage, .detail = QStringLiteral("not a file")};
    if (!file.open(QIODevice::ReadOnly))
        return Error{.code = ErrorCode::Storage, .detail = file.errorString()};
    const QByteArray bytes = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{.code = ErrorCode::Storage, .detail = file.errorString()};
    return bytes;
}

} // namespace

JobOf<QByteArray> *readFileSoon(const QString &path, qint64 limit, QObject *parent)
{
    auto *job = new JobOf<QByteArray>(parent);
    // The thread belongs to nobody: it may outlive whoever asked.
    const auto read = std::make_shared<Result<QByteArray>>(Error{.code = ErrorCode::Cancelled});
    QThread *thread = QThread::create([path, limit, read] { *read = readFile(path, limit); });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    QObject::connect(thread, &QThread::finished, job, [job, read] { job->finish(*read); });
    thread->start();
    return job;
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/exportfile.h"

#include "lib/base/wholefile.h"
#include "lib/base/writetarget.h"
#include "lib/platform/files.h"
#include "lib/platform/process.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<Error> ExportFile::open()
{
    if (!isExactName(m_file))
        return failed(u"this name cannot be written exactly"_s);
    const WriteTarget target = writeTarget(m_file);
    if (target.kind == WriteTarget::Kind::Stream && m_mayStream)
        return openStream(target.descriptor);
    if (target.kind != WriteTarget::Kind::File)
        return failed(target.what);
    const bool isNew = !QFile::exists(m_file);
    auto whole = std::make_unique<QSaveFile>(m_file);
    m_whole = whole.get();
    m_device = std::move(whole);
    if (!m_device->open(QIODevice::WriteOnly))
        return failed(m_device->errorString());
    if (isNew) // for the owner alone: it may name clients. A file that is replaced keeps its permissions.
        m_device->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

std::optional<Error> ExportFile::openStream(int descriptor)
{
    surviveBrokenPipes(); // a reader may go away: writing then ends in an Error
    auto stream = std::make_unique<QFile>(m_file);
    // A descriptor is written where it stands: opened anew, a file behind it would be written over from its beginning.
    const bool opened = descriptor >= 0
        ? openCopyOf(descriptor, *stream)
        : stream->open(QIODevice::WriteOnly | QIODevice::ExistingOnly | QIODevice::Unbuffered);
    const QString why = stream->errorString();
    m_device = std::move(stream);
    return opened ? std::optional<Error>() : failed(why);
}

std::optional<Error> ExportFile::write(const QByteArray &bytes)
{
    m_bytes += bytes.size();
    if (m_device->write(bytes) != bytes.size())
        return failed(m_device->errorString());
    return {};
}

std::optional<Error> ExportFile::commit()
{
    // QSaveFile's commit() succeeds after a short write, and the old file is gone then: look at everything before it.
    if (!m_device->flush() || m_device->error() != QFileDevice::NoError
        || (m_whole && (m_whole->size() != m_bytes || !m_whole->commit())))
        return failed(m_device->errorString());
    return {};
}

Error ExportFile::failed(const QString &reason) const
{
    return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(m_file, reason)};
}

} // namespace linterna

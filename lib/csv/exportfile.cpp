// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/exportfile.h"

#include "base/wholefile.h"

#include <QFile>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

std::optional<Error> ExportFile::open()
{
    if (!isExactName(m_file))
        return failed(u"this name cannot be written exactly"_s);
    const bool isNew = !QFile::exists(m_file);
    m_device = std::make_unique<QSaveFile>(m_file);
    if (!m_device->open(QIODevice::WriteOnly))
        return failed(m_device->errorString());
    if (isNew) // a list of clients; who wants to share it can. A file that is replaced keeps what was chosen for it.
        m_device->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return {};
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
    if (!m_device->flush() || m_device->error() != QFileDevice::NoError || m_device->size() != m_bytes
        || !m_device->commit())
        return failed(m_device->errorString());
    return {};
}

Error ExportFile::failed(const QString &reason) const
{
    return Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(m_file, reason)};
}

} // namespace linterna

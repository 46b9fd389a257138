// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/error.h"

#include <QSaveFile>

#include <memory>
#include <optional>

namespace linterna {

//! Writes a file whole or not at all: until commit() has succeeded an older one stays as it was, and so it does when
//! this object dies before. A pipe, a device or an open descriptor (/dev/stdout) is written to as it is, where
//! `mayStream` allows it, which waits for a reader; else it is refused like a folder. Errors: Storage (the detail
//! names the file and the reason).
class ExportFile
{
public:
    explicit ExportFile(const QString &file, bool mayStream = false) : m_file(file), m_mayStream(mayStream) {}

    //! A name that this file system cannot hold exactly is refused.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> write(const QByteArray &bytes);
    [[nodiscard]] std::optional<Error> commit();

private:
    [[nodiscard]] std::optional<Error> openStream(int descriptor);
    [[nodiscard]] Error failed(const QString &reason) const;

    QString m_file;
    bool m_mayStream;
    std::unique_ptr<QFileDevice> m_device;
    //! m_device as QSaveFile; null for a stream.
    QSaveFile *m_whole = nullptr;
    qint64 m_bytes = 0;
};

} // namespace linterna

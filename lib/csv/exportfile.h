// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QSaveFile>

#include <memory>
#include <optional>

namespace linterna {

//! Writes a file whole or not at all: until commit() has succeeded an older one stays as it was, and so it does when this
//! object dies before. Errors: Storage (the detail names the file and the reason).
class ExportFile
{
public:
    explicit ExportFile(const QString &file) : m_file(file) {}

    //! A name that this file system cannot hold exactly is refused.
    [[nodiscard]] std::optional<Error> open();
    [[nodiscard]] std::optional<Error> write(const QByteArray &bytes);
    [[nodiscard]] std::optional<Error> commit();

private:
    [[nodiscard]] Error failed(const QString &reason) const;

    QString m_file;
    std::unique_ptr<QSaveFile> m_device;
    qint64 m_bytes = 0;
};

} // namespace linterna

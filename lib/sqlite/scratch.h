// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/result.h"
#include "lib/platform/filelock.h"

#include <QString>

#include <memory>

namespace linterna {

//! A database file that lives for the time of one piece of work: in a folder of its own, which only its owner can
//! enter, beside the record. The folder is removed when this object goes. What a killed program left is removed by
//! sweep().
class Scratch
{
public:
    //! Makes the folder beside `record`. Error: Storage (the folder cannot be written, or another program works there).
    [[nodiscard]] static Result<std::shared_ptr<Scratch>> beside(const QString &record);
    ~Scratch();
    Q_DISABLE_COPY_MOVE(Scratch)

    //! Path for the database file, which is not made here.
    [[nodiscard]] QString file() const { return m_folder + QStringLiteral("/copy.db"); }

    //! Takes away what is left of earlier work beside `record`, unless there is such work now.
    static void sweep(const QString &record);

private:
    explicit Scratch(const QString &record);

    QString m_folder;
    FileLock m_lock;
};

} // namespace linterna

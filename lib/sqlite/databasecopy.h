// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

struct sqlite3_backup;

namespace linterna {

//! Copies an open database into another one, whole and consistent, while the first goes on being written to: through
//! its own connection what is written comes along, through others the copy begins anew. What was in the other one is
//! replaced in one transaction: before the last step has succeeded it is as it was, whatever happens.
class DatabaseCopy
{
public:
    DatabaseCopy(std::shared_ptr<Database> from, std::shared_ptr<Database> to);
    ~DatabaseCopy();
    Q_DISABLE_COPY_MOVE(DatabaseCopy)

    static constexpr int AllPages = -1;
    //! Copies some pages; true when the copy is complete and on the disk. Error: Storage.
    [[nodiscard]] Result<bool> step(int pages);
    //! Pages that were copied, and pages that there are, as of the last step.
    [[nodiscard]] qint64 done() const { return m_total - m_left; }
    [[nodiscard]] qint64 total() const { return m_total; }

private:
    [[nodiscard]] Result<bool> finish(int result);

    std::shared_ptr<Database> m_from;
    std::shared_ptr<Database> m_to;
    sqlite3_backup *m_copy = nullptr;
    qint64 m_left = 0;
    qint64 m_total = 0;
};

} // namespace linterna

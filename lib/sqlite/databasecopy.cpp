// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/databasecopy.h"

#include "lib/sqlite/statementpool.h"

#include <QDeadlineTimer>
#include <QThread>

#include <sqlite3.h>

namespace linterna {

DatabaseCopy::DatabaseCopy(std::shared_ptr<Database> from, std::shared_ptr<Database> to)
    : m_from(std::move(from)), m_to(std::move(to)),
      m_copy(sqlite3_backup_init(m_to->m_pool->connection(), "main", m_from->m_pool->connection(), "main"))
{}

DatabaseCopy::~DatabaseCopy()
{
    sqlite3_backup_finish(m_copy);
}

Result<bool> DatabaseCopy::step(int pages)
{
    if (!m_copy)
        return m_to->m_pool->lastError();
    const QDeadlineTimer patience(lockPatience);
    for (;;) {
        const int result = sqlite3_backup_step(m_copy, pages);
        m_left = sqlite3_backup_remaining(m_copy);
        m_total = sqlite3_backup_pagecount(m_copy);
        if (result == SQLITE_OK)
            return false;
        if ((result != SQLITE_BUSY && result != SQLITE_LOCKED) || patience.hasExpired())
            return finish(result);
        QThread::msleep(20);
    }
}

Result<bool> DatabaseCopy::finish(int result)
{
    // Where the copy failed, finishing it says why through the connection that was written to.
    const int finished = sqlite3_backup_finish(std::exchange(m_copy, nullptr));
    if (result == SQLITE_DONE && finished == SQLITE_OK)
        return true;
    return m_to->m_pool->lastError();
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/sqlite/transaction.h"

#include "lib/sqlite/statementpool.h"

namespace linterna {

using namespace Qt::Literals::StringLiterals;

Transaction::Transaction(const Database &database)
    : m_database(database), m_error(database.execute(u"BEGIN IMMEDIATE"_s)), m_open(!m_error)
{
    if (m_open)
        m_database.m_pool->setInTransaction(true);
}

Transaction::~Transaction()
{
    if (!m_open)
        return;
    m_database.m_pool->setInTransaction(false);
    // SQLite has already rolled back by itself after some errors; that this one then fails says nothing.
    (void)m_database.execute(u"ROLLBACK"_s);
}

std::optional<Error> Transaction::commit()
{
    Q_ASSERT(m_open);
    if (auto error = m_database.execute(u"COMMIT"_s))
        return error;
    m_open = false;
    m_database.m_pool->setInTransaction(false);
    return {};
}

} // namespace linterna

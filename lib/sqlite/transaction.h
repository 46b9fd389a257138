// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/sqlite/database.h"

namespace linterna {

//! A transaction that holds the write lock from its first moment, so that what it reads is still true when it writes.
//! Rolled back when this object goes without commit(). Where SQLite has rolled back before by itself, whatever is asked
//! of the database until this object goes fails too: nothing is written that was meant to be part of the transaction.
class Transaction
{
public:
    explicit Transaction(const Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    //! Why the transaction could not begin (Storage: read-only, locked for too long). Look at it before anything else.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! After success all changes are on the disk; after an Error none of them is.
    [[nodiscard]] std::optional<Error> commit();

private:
    const Database &m_database;
    std::optional<Error> m_error;
    bool m_open = false;
};

} // namespace linterna

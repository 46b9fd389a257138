// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

namespace linterna {

//! A transaction that holds the write lock from its first moment, so that what it reads is still true when it writes.
//! Rolled back when it goes without having been committed. Where SQLite has done so before by itself, whatever is asked
//! of the database until then fails too: nothing is written that was meant to be part of it.
class Transaction
{
public:
    explicit Transaction(const Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    //! Why it could not begin (Storage: read-only, locked for too long). Look before anything else.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    //! After success all of it is on the disk; after an Error nothing of it is.
    [[nodiscard]] std::optional<Error> commit();

private:
    const Database &m_database;
    std::optional<Error> m_error;
    bool m_open = false;
};

} // namespace linterna

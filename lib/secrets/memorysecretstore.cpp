// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/memorysecretstore.h"

namespace linterna {

JobOf<Secret> *MemorySecretStore::read(const QString &key)
{
    return JobOf<Secret>::finished(m_secrets.value(key), this);
}

JobOf<Nothing> *MemorySecretStore::write(const QString &key, const Secret &secret)
{
    m_secrets.insert(key, secret);
    return JobOf<Nothing>::finished(Nothing{}, this);
}

JobOf<Nothing> *MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
    return JobOf<Nothing>::finished(Nothing{}, this);
}

} // namespace linterna

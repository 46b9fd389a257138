// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/secrets/secretstore.h"

#include <QHash>

namespace linterna {

//! Secrets in memory, for one run: practice, and people without a keychain.
class MemorySecretStore : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    [[nodiscard]] JobOf<Secret> *read(const QString &key) override;
    [[nodiscard]] JobOf<Nothing> *write(const QString &key, const Secret &secret) override;
    [[nodiscard]] JobOf<Nothing> *remove(const QString &key) override;
    [[nodiscard]] bool isForThisRunOnly() const override { return true; }

private:
    QHash<QString, Secret> m_secrets;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace linterna {

//! A lasting store (the keychain) with a layer in memory over it, for what a person chose to keep for this run only
//! because the keychain is locked or absent. The layer is looked at first and never written anywhere.
class LayeredSecretStore : public SecretStore
{
    Q_OBJECT
public:
    explicit LayeredSecretStore(SecretStore &lasting, QObject *parent = nullptr);

    //! Keeps a secret in memory until the program ends.
    void keepForThisRun(const QString &key, const Secret &secret);

    [[nodiscard]] JobOf<Secret> *read(const QString &key) override;
    //! Into the lasting store; what was kept for this run under the key makes way when that has succeeded.
    [[nodiscard]] JobOf<Nothing> *write(const QString &key, const Secret &secret) override;
    [[nodiscard]] JobOf<Nothing> *remove(const QString &key) override;
    [[nodiscard]] bool isForThisRunOnly() const override { return m_lasting.isForThisRunOnly(); }

private:
    SecretStore &m_lasting;
    QHash<QString, Secret> m_thisRun;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/secrets/secretstore.h"

#include <QHash>
#include <QSet>

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

    //! Gives the secret in the lasting store under this key to nobody any more, because it was given for other servers,
    //! until the key is written or removed there.
    void withhold(const QString &key);

    [[nodiscard]] JobOf<Secret> *read(const QString &key) override;
    //! Writes into the lasting store; a secret that was kept for this run under the key is dropped when that has
    //! succeeded.
    [[nodiscard]] JobOf<Nothing> *write(const QString &key, const Secret &secret) override;
    [[nodiscard]] JobOf<Nothing> *remove(const QString &key) override;
    [[nodiscard]] bool isForThisRunOnly() const override { return m_lasting.isForThisRunOnly(); }
    [[nodiscard]] bool isKeptForThisRun(const QString &key) const override
    {
        return m_thisRun.contains(key) || m_lasting.isKeptForThisRun(key);
    }

signals:
    //! The lasting store has given a secret out, which proves that it is open.
    void lastingStoreRead();

private:
    SecretStore &m_lasting;
    //! Marks the key as given out again once the lasting store has done its part.
    JobOf<Nothing> *released(const QString &key, JobOf<Nothing> *job);

    QHash<QString, Secret> m_thisRun;
    QSet<QString> m_withheld;
};

} // namespace linterna

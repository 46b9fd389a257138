// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/layeredsecretstore.h"

namespace linterna {

LayeredSecretStore::LayeredSecretStore(SecretStore &lasting, QObject *parent) : SecretStore(parent), m_lasting(lasting)
{
}

void LayeredSecretStore::keepForThisRun(const QString &key, const Secret &secret)
{
    m_thisRun.insert(key, secret);
}

JobOf<Secret> *LayeredSecretStore::read(const QString &key)
{
    if (const auto kept = m_thisRun.constFind(key); kept != m_thisRun.constEnd())
        return JobOf<Secret>::finished(*kept, this);
    return m_lasting.read(key);
}

JobOf<Nothing> *LayeredSecretStore::write(const QString &key, const Secret &secret)
{
    auto *job = m_lasting.write(key, secret);
    job->onFinished(this, [this, key](const Result<Nothing> &written) {
        if (written.ok())
            m_thisRun.remove(key);
    });
    return job;
}

JobOf<Nothing> *LayeredSecretStore::remove(const QString &key)
{
    m_thisRun.remove(key);
    return m_lasting.remove(key);
}

} // namespace linterna

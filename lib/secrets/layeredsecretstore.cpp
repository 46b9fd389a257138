// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/layeredsecretstore.h"

namespace linterna {

LayeredSecretStore::LayeredSecretStore(SecretStore &lasting, QObject *parent) : SecretStore(parent), m_lasting(lasting)
{}

void LayeredSecretStore::keepForThisRun(const QString &key, const Secret &secret)
{
    m_thisRun.insert(key, secret);
}

void LayeredSecretStore::withhold(const QString &key)
{
    m_withheld.insert(key);
}

JobOf<Secret> *LayeredSecretStore::read(const QString &key)
{
    if (const auto kept = m_thisRun.constFind(key); kept != m_thisRun.constEnd())
        return JobOf<Secret>::finished(*kept, this);
    if (m_withheld.contains(key))
        return JobOf<Secret>::finished(Secret(), this);
    auto *job = m_lasting.read(key);
    job->onFinished(this, [this](const Result<Secret> &secret) {
        if (secret)
            emit lastingStoreRead();
    });
    return job;
}

JobOf<Nothing> *LayeredSecretStore::write(const QString &key, const Secret &secret)
{
    auto *job = m_lasting.write(key, secret);
    job->onFinished(this, [this, key](const Result<Nothing> &written) {
        if (written.ok())
            m_thisRun.remove(key);
    });
    return released(key, job);
}

JobOf<Nothing> *LayeredSecretStore::remove(const QString &key)
{
    m_thisRun.remove(key);
    return released(key, m_lasting.remove(key));
}

JobOf<Nothing> *LayeredSecretStore::released(const QString &key, JobOf<Nothing> *job)
{
    job->onFinished(this, [this, key](const Result<Nothing> &done) {
        if (done.ok())
            m_withheld.remove(key);
    });
    return job;
}

} // namespace linterna

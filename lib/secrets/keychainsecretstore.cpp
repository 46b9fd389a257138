// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/secrets/keychainsecretstore.h"

#include "lib/base/log.h"
#include "lib/secrets/keychainprobe.h"

#include <qt6keychain/keychain.h>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds defaultLimit{60'000};

QString serviceName()
{
    return u"linterna"_s;
}

KeychainReply replyOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::NoError:
        return KeychainReply::Done;
    case QKeychain::EntryNotFound:
        return KeychainReply::NotFound;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return KeychainReply::Denied;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return KeychainReply::NoService;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    return KeychainReply::Failed;
}

//! Starts a job of QtKeychain's that has no parent and deletes itself after it has finished: QtKeychain would go on to
//! use one that was destroyed before, when a prompt is answered at last. `then` is not called when `context` is gone.
template<class JobType, class Then>
void run(JobType *job, const QString &key, QObject *context, Then then)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then] { then(*job); });
    job->start();
}

Error waitingError()
{
    return Error{.code = ErrorCode::KeychainLocked,
                 .detail = u"the keyring is waiting for an answer to its own question"_s};
}

} // namespace

KeychainSecretStore::KeychainSecretStore(Clock &clock, QObject *parent)
    : KeychainSecretStore(clock, defaultLimit, parent)
{}

KeychainSecretStore::KeychainSecretStore(Clock &clock, std::chrono::milliseconds limit, QObject *parent)
    : SecretStore(parent), m_clock(clock), m_limit(limit)
{}

KeychainSecretStore::~KeychainSecretStore() = default;

JobOf<Secret> *KeychainSecretStore::read(const QString &key)
{
    return enqueue<Secret>([this, key](const QPointer<JobOf<Secret>> &job) {
        fetch(key, Attempt::First, [this, job](const Result<Secret> &result) { conclude(job, result); });
    });
}

JobOf<Nothing> *KeychainSecretStore::write(const QString &key, const Secret &secret)
{
    if (secret.isEmpty())
        return JobOf<Nothing>::finished(Error{.code = ErrorCode::Invalid, .detail = u"an empty secret"_s}, this);
    return enqueue<Nothing>([this, key, secret](const QPointer<JobOf<Nothing>> &job) {
        store(key, secret, Attempt::First, [this, job](const Result<Nothing> &result) { conclude(job, result); });
    });
}

JobOf<Nothing> *KeychainSecretStore::remove(const QString &key)
{
    return enqueue<Nothing>([this, key](const QPointer<JobOf<Nothing>> &job) {
        erase(key, [this, job](const Result<Nothing> &result) { conclude(job, result); });
    });
}

template<class T>
JobOf<T> *KeychainSecretStore::enqueue(std::function<void(QPointer<JobOf<T>>)> start)
{
    if (!mayReachKeyring())
        return JobOf<T>::finished(Error{.code = ErrorCode::KeychainAbsent, .detail = u"no session bus"_s}, this);
    if (isStuck())
        return JobOf<T>::finished(waitingError(), this);

    const QPointer job = new JobOf<T>(this);
    auto operation = std::make_unique<Operation>();
    operation->job = job.data();
    operation->fail = [job](const Error &error) {
        if (job)
            job->finish(error);
    };
    operation->start = [job, start = std::move(start)] { start(job); };
    operation->alarm = m_clock.after(m_limit, [this, given = operation.get()] { giveUp(*given); });
    m_waiting.push_back(std::move(operation));
    startNext();
    return job;
}

template<class T>
void KeychainSecretStore::conclude(const QPointer<JobOf<T>> &job, const Result<T> &result)
{
    if (job)
        job->finish(result); // a job that was given up or cancelled ignores it
    if (isStuck())
        qCInfo(lcSecrets, "the keyring answers again");
    m_current.reset();
    startNext();
}

void KeychainSecretStore::giveUp(Operation &operation)
{
    operation.fail(waitingError());
    if (&operation != m_current.get())
        return; // startNext() passes over it
    qCWarning(lcSecrets, "the keyring does not answer");
    operation.givenUp = true;
    for (const auto &waiting : m_waiting)
        waiting->fail(waitingError());
    m_waiting.clear();
}

void KeychainSecretStore::startNext()
{
    while (!m_current && !m_waiting.empty()) {
        auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        if (!next->job || next->job->isFinished())
            continue;
        m_current = std::move(next);
        m_current->start();
    }
}

void KeychainSecretStore::fetch(const QString &key, Attempt attempt, std::function<void(const Result<Secret> &)> then)
{
    run(new QKeychain::ReadPasswordJob(serviceName()), key, this,
        [this, key, attempt, then = std::move(then)](QKeychain::ReadPasswordJob &read) {
            if (read.error() == QKeychain::NoError)
                return then(secretFromKeychain(read.binaryData()));
            explain(key, replyOf(read.error()), read.errorString(),
                    [this, key, attempt, then](const Result<EntryMeaning> &meaning) {
                        if (!meaning)
                            then(meaning.error());
                        else if (*meaning == EntryMeaning::NotThere)
                            then(Secret());
                        else if (attempt == Attempt::First)
                            fetch(key, Attempt::Second, then);
                        else
                            then(Error{.code = ErrorCode::KeychainDenied, .detail = u"the entry is not given out"_s});
                    });
        });
}

void KeychainSecretStore::store(const QString &key, const Secret &secret, Attempt attempt,
                                std::function<void(const Result<Nothing> &)> then)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    QString text = keychainText(secret);
    job->setTextData(text); // makes a copy of its own
    text.fill(u'\0');
    run(job, key, this, [this, key, secret, attempt, then = std::move(then)](QKeychain::WritePasswordJob &write) {
        if (write.error() != QKeychain::NoError) {
            const QString detail = write.errorString();
            return explain(key, replyOf(write.error()), detail, [then, detail](const Result<EntryMeaning> &meaning) {
                then(meaning ? Error{.code = ErrorCode::KeychainDenied, .detail = detail} : meaning.error());
            });
        }
        fetch(key, Attempt::First, [this, key, secret, attempt, then](const Result<Secret> &stored) {
            if (!stored)
                then(stored.error());
            else if (*stored == secret)
                then(Nothing{});
            else
                makeWay(key, secret, attempt, then);
        });
    });
}

void KeychainSecretStore::makeWay(const QString &key, const Secret &secret, Attempt attempt,
                                  std::function<void(const Result<Nothing> &)> then)
{
    askKeyring(serviceName(), key, this)
        ->onFinished(this, [this, key, secret, attempt, then = std::move(then)](const Result<KeyringState> &state) {
            if (attempt == Attempt::Second || !state || !state->holdsSeveral) {
                then(
                    Error{.code = ErrorCode::Storage, .detail = u"the keychain does not give back what was written"_s});
                return;
            }
            // The keyring gives back whichever of the entries it likes, so all of that name make way.
            erase(key, [this, key, secret, then](const Result<Nothing> &erased) {
                if (erased)
                    store(key, secret, Attempt::Second, then);
                else
                    then(erased.error());
            });
        });
}

void KeychainSecretStore::erase(const QString &key, std::function<void(const Result<Nothing> &)> then)
{
    // A locked keyring answers "done" and deletes nothing, so its word is never enough.
    run(new QKeychain::DeletePasswordJob(serviceName()), key, this,
        [this, key, then = std::move(then)](QKeychain::DeletePasswordJob &removal) {
            explain(key, replyOf(removal.error()), removal.errorString(), [then](const Result<EntryMeaning> &meaning) {
                if (!meaning)
                    then(meaning.error());
                else if (*meaning == EntryMeaning::NotThere)
                    then(Nothing{});
                else
                    then(Error{.code = ErrorCode::KeychainDenied, .detail = u"the entry is still there"_s});
            });
        });
}

void KeychainSecretStore::explain(const QString &key, KeychainReply reply, const QString &detail,
                                  std::function<void(const Result<EntryMeaning> &)> then)
{
    askKeyring(serviceName(), key, this)
        ->onFinished(this, [reply, detail, then = std::move(then)](const Result<KeyringState> &state) {
            then(state ? entryMeaning(reply, *state, detail) : Result<EntryMeaning>(state.error()));
        });
}

} // namespace linterna

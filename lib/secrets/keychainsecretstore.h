// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/clock.h"
#include "lib/secrets/keychainrules.h"
#include "lib/secrets/secretstore.h"

#include <chrono>
#include <deque>
#include <functional>
#include <memory>

namespace linterna {

//! Secrets in the keychain of the operating system (QtKeychain), under the service "linterna". Where that is the Secret
//! Service, an administrator can put a secret there too:
//!
//!     secret-tool store --label=linterna server linterna type plaintext user 'connection/USCIS sandbox/client-secret'
//!
//! One operation runs at a time. Each ends within a limit of its own; a keychain that asks the person something waits
//! without end, and nothing else can be asked of it meanwhile: until it ends at last, every further operation gives
//! KeychainLocked at once. What was given up may still happen when the person answers after all.
//!
//! Errors beyond those of SecretStore: Invalid (an empty secret cannot be told from none, and is not written).
class KeychainSecretStore : public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainSecretStore(Clock &clock, QObject *parent = nullptr);
    KeychainSecretStore(Clock &clock, std::chrono::milliseconds limit, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    [[nodiscard]] JobOf<Secret> *read(const QString &key) override;
    [[nodiscard]] JobOf<Nothing> *write(const QString &key, const Secret &secret) override;
    [[nodiscard]] JobOf<Nothing> *remove(const QString &key) override;
    [[nodiscard]] bool isForThisRunOnly() const override { return false; }

private:
    struct Operation {
        QPointer<Job> job;
        std::function<void(const Error &)> fail;
        std::function<void()> start;
        std::unique_ptr<Alarm> alarm;
        bool givenUp = false;
    };

    template<class T>
    JobOf<T> *enqueue(std::function<void(QPointer<JobOf<T>>)> start);
    template<class T>
    void conclude(const QPointer<JobOf<T>> &job, const Result<T> &result);
    void giveUp(Operation &operation);
    void startNext();
    [[nodiscard]] bool isStuck() const { return m_current && m_current->givenUp; }

    enum class Attempt { First, Second };
    //! Reads once; a second time when library and keyring contradict each other, as they do when the keyring opens in
    //! between.
    void fetch(const QString &key, Attempt attempt, std::function<void(const Result<Secret> &)> then);
    //! Writes and reads back.
    void store(const QString &key, const Secret &secret, Attempt attempt,
               std::function<void(const Result<Nothing> &)> then);
    //! Called when what was read back is not what was written: writes once more, where another entry of the same name
    //! stood in the way.
    void makeWay(const QString &key, const Secret &secret, Attempt attempt,
                 std::function<void(const Result<Nothing> &)> then);
    void erase(const QString &key, std::function<void(const Result<Nothing> &)> then);
    void explain(const QString &key, KeychainReply reply, const QString &detail,
                 std::function<void(const Result<EntryMeaning> &)> then);

    Clock &m_clock;
    std::chrono::milliseconds m_limit;
    std::deque<std::unique_ptr<Operation>> m_waiting;
    std::unique_ptr<Operation> m_current;
};

} // namespace linterna

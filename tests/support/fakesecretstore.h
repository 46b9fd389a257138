// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/secrets/secretstore.h"

#include <QHash>
#include <QPointer>
#include <QStringList>

namespace linterna::test {

//! A keychain in memory that behaves as a test says: see Mood.
class FakeSecretStore : public SecretStore
{
public:
    enum class Mood { Open, Locked, Absent, Denied, NeverAnswers };

    Mood mood = Mood::Open;
    bool forThisRunOnly = false;
    QHash<QString, Secret> secrets;
    //! All calls in their order: "read KEY", "write KEY" or "remove KEY".
    QStringList calls;

    JobOf<Secret> *read(const QString &key) override
    {
        calls << QStringLiteral("read ") + key;
        return answer<Secret>(secrets.value(key));
    }
    JobOf<Nothing> *write(const QString &key, const Secret &secret) override
    {
        calls << QStringLiteral("write ") + key;
        if (mood == Mood::Open)
            secrets.insert(key, secret);
        return answer<Nothing>(Nothing{});
    }
    JobOf<Nothing> *remove(const QString &key) override
    {
        calls << QStringLiteral("remove ") + key;
        if (mood == Mood::Open)
            secrets.remove(key);
        return answer<Nothing>(Nothing{});
    }
    bool isForThisRunOnly() const override { return forThisRunOnly; }

    //! Ends the unanswered calls with an error, as a real store does after a minute.
    void giveUp() { endUnanswered(false); }
    //! Answers the unanswered calls, as when a prompt was left open for long.
    void answerAtLast() { endUnanswered(true); }

private:
    template<class T>
    JobOf<T> *answer(T value)
    {
        switch (mood) {
        case Mood::Open:
            return JobOf<T>::finished(value, this);
        case Mood::Locked:
            return JobOf<T>::finished(Error{.code = ErrorCode::KeychainLocked}, this);
        case Mood::Absent:
            return JobOf<T>::finished(Error{.code = ErrorCode::KeychainAbsent}, this);
        case Mood::Denied:
            return JobOf<T>::finished(Error{.code = ErrorCode::KeychainDenied}, this);
        case Mood::NeverAnswers:
            break;
        }
        auto *job = new JobOf<T>(this);
        m_unanswered.push_back([job = QPointer(job), value](bool unlocked) {
            if (job)
                job->finish(unlocked ? Result<T>(value) : Error{.code = ErrorCode::KeychainLocked});
        });
        return job;
    }
    void endUnanswered(bool unlocked)
    {
        for (const auto &end : std::exchange(m_unanswered, {}))
            end(unlocked);
    }

    std::vector<std::function<void(bool unlocked)>> m_unanswered;
};

} // namespace linterna::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/recordopenjob.h"

#include "lib/base/log.h"
#include "lib/crypto/fieldcipher.h"
#include "lib/platform/filelock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>

namespace linterna {

using namespace Qt::Literals::StringLiterals;

namespace {

//! The data key that is stored as this text; empty where the text is no data key.
Secret keyFromText(const Secret &text)
{
    auto decoded = QByteArray::fromBase64Encoding(text.view().toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != FieldCipher::KeyBytes)
        return {};
    return Secret(std::move(decoded.decoded));
}

Secret textFromKey(const Secret &key)
{
    return Secret(key.view().toByteArray().toBase64());
}

//! The steps of openRecord(), each begun by the end of the one before.
class RecordOpening : public JobOf<OpenedRecord>
{
public:
    RecordOpening(RecordFile &record, SecretStore *secrets, const QString &file, RecordRole role)
        : JobOf(&record), m_record(&record), m_secrets(secrets), m_file(file), m_role(role), m_lock(file + ".lock"_L1)
    {}

    void start()
    {
        m_state.underPassphrase = !m_file.isEmpty() && QFile::exists(recordKeyFile(m_file));
        if (m_file.isEmpty() || m_state.underPassphrase)
            keepInMemory({});
        else
            readKey([this] { lockAndReadAgain(); });
    }
    void startWith(const Secret &key)
    {
        m_state.underPassphrase = QFile::exists(recordKeyFile(m_file));
        open(key);
    }
    void startInMemory(const RecordState &state)
    {
        static_cast<RecordState &>(m_state) = state;
        keepInMemory(state.why);
    }

private:
    void readKey(const std::function<void()> &whenNothingIsStored)
    {
        if (!m_secrets)
            return keepInMemory(Error{.code = ErrorCode::Cancelled});
        m_secrets->read(recordKeyName)->onFinished(this, [=, this](const Result<Secret> &stored) {
            if (!stored)
                return keepInMemory(stored.error());
            if (stored->isEmpty())
                return whenNothingIsStored();
            const Secret key = keyFromText(*stored);
            if (key.isEmpty())
                return keepInMemory(
                    Error{.code = ErrorCode::NotConfigured, .detail = u"what is stored as data key is none"_s});
            open(key);
        });
    }

    //! Takes a lock first: two programs that start for the first time at the same moment must not make a key each.
    void lockAndReadAgain()
    {
        if (m_secrets && m_secrets->isForThisRunOnly())
            return keepInMemory({});
        QDir().mkpath(QFileInfo(m_file).absolutePath()); // where that fails, so does the lock
        if (const auto locked = m_lock.tryLock(); locked != FileLock::Outcome::Held) {
            const QString reason = locked == FileLock::Outcome::HeldByOther
                ? u"another program is making its key"_s
                : u"the folder cannot be written: "_s + m_lock.reason();
            return keepInMemory(Error{.code = ErrorCode::Storage, .detail = u"%1: %2"_s.arg(m_file, reason)});
        }
        readKey([this] { makeKeyUnlessChecksExist(); });
    }

    void makeKeyUnlessChecksExist()
    {
        if (!m_record)
            return keepInMemory(Error{.code = ErrorCode::Cancelled});
        m_record->holdsChecks(m_file)->onFinished(this, [this](const Result<bool> &holds) {
            if (!holds)
                return keepInMemory(holds.error());
            if (*holds)
                return keepInMemory(Error{.code = ErrorCode::NotConfigured, .detail = m_file + u": its key is gone"_s});
            makeKey();
        });
    }

    void makeKey()
    {
        if (!m_secrets)
            return keepInMemory(Error{.code = ErrorCode::Cancelled});
        const Secret key = FieldCipher::makeDataKey();
        m_secrets->write(recordKeyName, textFromKey(key))->onFinished(this, [=, this](const Result<Nothing> &written) {
            if (!written)
                return keepInMemory(written.error());
            open(key);
        });
    }

    void open(const Secret &key)
    {
        m_lock.unlock();
        if (!m_record)
            return keepInMemory(Error{.code = ErrorCode::Cancelled});
        m_record->open({m_file, key, m_role})->onFinished(this, [=, this](const Result<Nothing> &opened) {
            if (opened) {
                m_state.dataKey = key;
                finish(m_state);
            } else if (opened.error().code == ErrorCode::Storage && m_state.damagedKeptAs.isEmpty()) {
                beginAnewIfDamaged(key, opened.error());
            } else {
                keepInMemory(opened.error());
            }
        });
    }

    void beginAnewIfDamaged(const Secret &key, const Error &why)
    {
        if (!m_record || m_role == RecordRole::Guest) // a guest changes nothing
            return keepInMemory(why);
        m_record->keepDamaged(m_file)->onFinished(this, [=, this](const Result<QString> &kept) {
            if (!kept)
                return keepInMemory(kept.error());
            if (kept->isEmpty())
                return keepInMemory(why);
            m_state.damagedKeptAs = *kept;
            open(key);
        });
    }

    void keepInMemory(const std::optional<Error> &why)
    {
        m_lock.unlock();
        m_state.mode = modeFor(why);
        m_state.why = why;
        if (why)
            qCWarning(lcStorage).noquote()
                << "the record is kept for this run only:" << errorCodeName(why->code) << why->detail;
        if (!m_record)
            return finish(m_state);
        m_record->open({{}, FieldCipher::makeDataKey()})->onFinished(this, [this](const Result<Nothing> &opened) {
            if (!opened && !m_state.why) {
                m_state.mode = RecordState::Mode::CannotOpen;
                m_state.why = opened.error();
            }
            finish(m_state);
        });
    }

    [[nodiscard]] RecordState::Mode modeFor(const std::optional<Error> &why) const
    {
        using Mode = RecordState::Mode;
        if (why)
            return Mode::CannotOpen;
        if (m_state.mode == Mode::NothingKept)
            return Mode::NothingKept;
        return m_state.underPassphrase ? Mode::AwaitsPassphrase : Mode::InMemory;
    }

    QPointer<RecordFile> m_record;
    QPointer<SecretStore> m_secrets;
    QString m_file;
    RecordRole m_role;
    FileLock m_lock;
    OpenedRecord m_state;
};

} // namespace

bool isDataKey(const Secret &stored)
{
    return !keyFromText(stored).isEmpty();
}

QString recordKeyFile(const QString &file)
{
    const QFileInfo info(file);
    return info.path() + u'/' + info.completeBaseName() + ".key"_L1;
}

JobOf<OpenedRecord> *openRecord(RecordFile &record, SecretStore &secrets, const QString &file, RecordRole role)
{
    auto *opening = new RecordOpening(record, &secrets, file, role);
    opening->start();
    return opening;
}

JobOf<OpenedRecord> *openRecordWithKey(RecordFile &record, const QString &file, const Secret &dataKey, RecordRole role)
{
    auto *opening = new RecordOpening(record, nullptr, file, role);
    opening->startWith(dataKey);
    return opening;
}

JobOf<OpenedRecord> *keepRecordInMemory(RecordFile &record, const RecordState &state)
{
    auto *opening = new RecordOpening(record, nullptr, {}, RecordRole::Owner);
    opening->startInMemory(state);
    return opening;
}

Secret practiceDataKey()
{
    return textFromKey(Secret::copyOf("Practice record: invented cases."));
}

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/recordopenjob.h"

#include "lib/crypto/fieldcipher.h"
#include "lib/platform/filelock.h"
#include "lib/secrets/memorysecretstore.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordopenjob {

using Mood = FakeSecretStore::Mood;

class TestRecordOpenJob : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSecretStore> m_secrets;
    QString m_file;

    RecordState open(LocalRecord &history)
    {
        return resultOf(openRecord(history.file(), *m_secrets, m_file, RecordRole::Owner)).value();
    }
    //! A record with one check in it, and its key in the keychain.
    void makeRecord()
    {
        LocalRecord history{stillClock()};
        QVERIFY(!open(history).isForThisRunOnly());
        QVERIFY(resultOf(history.record(goodOutcome())));
    }
    //! Names and bytes of everything in the folder.
    QMap<QString, QByteArray> folder() const
    {
        QMap<QString, QByteArray> files;
        for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            files.insert(info.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        }
        return files;
    }
    void damage(qint64 at, const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static bool works(LocalRecord &history) { return resultOf(history.record(goodOutcome())).ok(); }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<FakeSecretStore>();
        m_file = m_folder->filePath(u"history.db"_s);
    }

    void makesAKeyWhereThereIsNoRecord()
    {
        makeRecord();
        const QByteArray text = m_secrets->secrets.value(recordKeyName).view().toByteArray();
        QCOMPARE(QByteArray::fromBase64(text).size(), 32);
        QVERIFY(!text.contains('\0')); // a keychain may cut it there
        QCOMPARE(m_secrets->calls.count(u"write record/data-key"_s), 1);
        QCOMPARE(folder().keys(), QStringList{u"history.db"_s});

        LocalRecord history{stillClock()};
        const RecordState state = open(history);
        QVERIFY(!state.isForThisRunOnly() && !state.why && state.damagedKeptAs.isEmpty());
        QCOMPARE(resultOf(history.checks({.pageSize = 10}))->total, 1);
        QCOMPARE(m_secrets->calls.count(u"write record/data-key"_s), 1);
    }
    void makesAKeyForARecordWithoutChecks()
    {
        {
            LocalRecord history{stillClock()};
            QVERIFY(!open(history).isForThisRunOnly());
        }
        m_secrets->secrets.clear();
        LocalRecord history{stillClock()};
        QVERIFY(!open(history).isForThisRunOnly());
        QVERIFY(works(history));
    }
    void memoryWhereThatWasAskedFor()
    {
        m_file.clear();
        LocalRecord history{stillClock()};
        const RecordState state = open(history);
        QVERIFY(state.isForThisRunOnly() && !state.why);
        QVERIFY(works(history));
        QVERIFY(m_secrets->calls.isEmpty());
    }
    void practiceNeedsNoKeychain()
    {
        MemorySecretStore secrets;
        (void)secrets.write(recordKeyName, practiceDataKey());
        for (int total : {1, 2}) {
            LocalRecord history{stillClock()};
            const auto state = resultOf(openRecord(history.file(), secrets, m_file, RecordRole::Owner));
            QVERIFY(!state->isForThisRunOnly() && !state->why);
            QVERIFY(works(history));
            QCOMPARE(resultOf(history.checks({.pageSize = 1}))->total, total);
        }
    }
    void aStoreThatForgetsGetsNoKeyForAFile()
    {
        m_secrets->forThisRunOnly = true;
        LocalRecord history{stillClock()};
        const RecordState state = open(history);
        QVERIFY(state.isForThisRunOnly() && !state.why);
        QVERIFY(works(history));
        QVERIFY(folder().isEmpty());
    }
    void twoProgramsDoNotMakeAKeyEach()
    {
        FileLock other(m_file + u".lock"_s);
        QCOMPARE(other.tryLock(), FileLock::Outcome::Held);
        LocalRecord history{stillClock()};
        const RecordState state = open(history);
        QCOMPARE(state.why->code, ErrorCode::Storage);
        QVERIFY(m_secrets->secrets.isEmpty());
        QVERIFY(works(history));
    }

    void keychainTrouble_data()
    {
        QTest::addColumn<Mood>("mood");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("fault47 locked") << Mood::Locked << ErrorCode::KeychainLocked;
        QTest::newRow("fault48 absent") << Mood::Absent << ErrorCode::KeychainAbsent;
        QTest::newRow("fault49 denied") << Mood::Denied << ErrorCode::KeychainDenied;
    }
    void keychainTrouble()
    {
        QFETCH(Mood, mood);
        QFETCH(ErrorCode, code);
        for (const bool recordExists : {false, true}) {
            if (recordExists)
                makeRecord();
            const auto before = folder();
            const auto secretsBefore = m_secrets->secrets;
            m_secrets->mood = mood;
            m_secrets->calls.clear();
            {
                LocalRecord history{stillClock()};
                const RecordState state = open(history);
                QVERIFY(state.isForThisRunOnly());
                QCOMPARE(state.why->code, code);
                QVERIFY(works(history));
            }
            QVERIFY(folder() == before);
            QVERIFY(m_secrets->secrets == secretsBefore);
            QCOMPARE(m_secrets->calls, QStringList{u"read record/data-key"_s}); // no key was made
            m_secrets->mood = Mood::Open;
        }
    }
    void fault49_neverAnswered()
    {
        makeRecord();
        const auto before = folder();
        m_secrets->mood = Mood::NeverAnswers;
        LocalRecord history{stillClock()};
        auto *job = openRecord(history.file(), *m_secrets, m_file, RecordRole::Owner);
        // Nothing waits for it meanwhile; and nothing was opened.
        QCOMPARE(resultOf(history.checks({.pageSize = 1})).error().code, ErrorCode::Storage);
        QVERIFY(!job->isFinished());
        m_secrets->giveUp();
        const auto state = resultOf(job);
        QCOMPARE(state->why->code, ErrorCode::KeychainLocked);
        QVERIFY(works(history));
        QVERIFY(folder() == before);
    }
    void fault50_keyCleared()
    {
        makeRecord();
        m_secrets->secrets.clear();
        const auto before = folder();
        {
            LocalRecord history{stillClock()};
            const RecordState state = open(history);
            QVERIFY(state.isForThisRunOnly());
            QCOMPARE(state.why->code, ErrorCode::NotConfigured);
            QVERIFY(works(history));
        }
        QCOMPARE(folder().value(u"history.db"_s), before.value(u"history.db"_s));
        QVERIFY(m_secrets->secrets.isEmpty()); // no new key was made over an old record
    }
    void fault50_anotherKey_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::newRow("another") << QByteArray(32, 'k').toBase64();
        QTest::newRow("too short") << QByteArray(31, 'k').toBase64();
        QTest::newRow("no base64") << "%%%"_ba;
        QTest::newRow("cut by the keychain") << QByteArray(32, 'k').toBase64().left(20);
    }
    void fault50_anotherKey()
    {
        QFETCH(QByteArray, stored);
        makeRecord();
        m_secrets->secrets.insert(recordKeyName, Secret::copyOf(stored));
        const auto before = folder();
        {
            LocalRecord history{stillClock()};
            const RecordState state = open(history);
            QVERIFY(state.isForThisRunOnly());
            QCOMPARE(state.why->code, ErrorCode::NotConfigured);
            QVERIFY(works(history));
        }
        QCOMPARE(folder().value(u"history.db"_s), before.value(u"history.db"_s));
        QCOMPARE(m_secrets->secrets.value(recordKeyName).view().toByteArray(), stored);
    }

    void fault42_damagedIsKeptAndANewOneBegun_data()
    {
        QTest::addColumn<qint64>("at");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("head") << qint64(0) << "no database any more"_ba;
        QTest::newRow("first page") << qint64(100) << QByteArray(1000, '\xee');
        QTest::newRow("later page") << qint64(8192) << QByteArray(4096, '\xee');
    }
    void fault42_damagedIsKeptAndANewOneBegun()
    {
        QFETCH(qint64, at);
        QFETCH(QByteArray, bytes);
        makeRecord();
        damage(at, bytes);
        const QByteArray damaged = folder().value(u"history.db"_s);
        {
            LocalRecord history{stillClock()};
            const RecordState state = open(history);
            QVERIFY(!state.isForThisRunOnly() && !state.why);
            QVERIFY(QFileInfo(state.damagedKeptAs).fileName().startsWith(u"history.damaged-"_s));
            QCOMPARE(folder().value(QFileInfo(state.damagedKeptAs).fileName()), damaged);
            QVERIFY(works(history));
        }
        LocalRecord history{stillClock()};
        QVERIFY(open(history).damagedKeptAs.isEmpty());
        QCOMPARE(resultOf(history.checks({.pageSize = 10}))->total, 1);
    }
    void fault42_damagedWithoutAKeyIsLeftAlone()
    {
        makeRecord();
        damage(0, "no database any more");
        m_secrets->secrets.clear();
        const auto before = folder();
        {
            LocalRecord history{stillClock()};
            QCOMPARE(open(history).why->code, ErrorCode::Storage);
            QVERIFY(works(history));
        }
        QVERIFY(folder() == before);
        QVERIFY(m_secrets->secrets.isEmpty());
    }
    void fault45_newerIsLeftAlone()
    {
        makeRecord();
        damage(60, QByteArray::fromHex("00000063")); // user_version in the file's header
        const QByteArray before = folder().value(u"history.db"_s);
        {
            LocalRecord history{stillClock()};
            const RecordState state = open(history);
            QCOMPARE(state.why->code, ErrorCode::Storage);
            QVERIFY(state.isForThisRunOnly() && state.damagedKeptAs.isEmpty());
            QVERIFY(works(history));
        }
        QCOMPARE(folder().value(u"history.db"_s), before);
    }
    void fault41_readOnlyFolder()
    {
        makeRecord();
        const Unprivileged nobody(m_folder->path());
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        for (const bool keyStored : {true, false}) {
            if (!keyStored)
                m_secrets->secrets.clear();
            LocalRecord history{stillClock()};
            const RecordState state = open(history);
            QVERIFY(state.isForThisRunOnly());
            QCOMPARE(state.why->code, ErrorCode::Storage);
            QVERIFY(works(history));
        }
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(m_secrets->secrets.isEmpty());
    }
    void endsWhenTheKeychainDies()
    {
        m_secrets->mood = Mood::NeverAnswers;
        LocalRecord history{stillClock()};
        auto *job = openRecord(history.file(), *m_secrets, m_file, RecordRole::Owner);
        m_secrets.reset();
        const auto state = resultOf(job);
        QVERIFY(state->isForThisRunOnly());
        QCOMPARE(state->why->code, ErrorCode::Cancelled);
        QVERIFY(works(history));
    }
    void endsWhenTheStoreDies()
    {
        m_secrets->mood = Mood::NeverAnswers;
        auto history = std::make_unique<LocalRecord>(stillClock());
        auto *job = openRecord(history->file(), *m_secrets, m_file, RecordRole::Owner);
        std::optional<ErrorCode> code;
        job->onFinished(this, [&](const Result<OpenedRecord> &state) {
            code = state.ok() ? state->why->code : state.error().code;
        });
        history.reset();
        m_secrets->giveUp();
        QTRY_COMPARE(code, std::optional(ErrorCode::Cancelled));
    }
};

LINTERNA_TEST(TestRecordOpenJob)

} // namespace test_recordopenjob

#include "test_recordopenjob.moc"

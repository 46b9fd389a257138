// SPDX-License-Identifier: GPL-3.0-or-later
// Erasing everything: what goes, what stays, and what is said of either.
#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/erasing.h"

#include "lib/recordkeeping/recordopenjob.h"
#include "lib/sqlite/requestcounts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_erasing {

class TestErasing : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &name) const
    {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x");
    }
    //! All files that are left, by their paths in the folder.
    [[nodiscard]] QStringList left() const
    {
        QStringList files;
        QDirIterator all(m_folder->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext())
            files << QDir(m_folder->path()).relativeFilePath(all.next());
        return files;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void removesRecordFilesAndSecrets()
    {
        FakeSecretStore secrets;
        secrets.secrets.insert(u"connection/Office/client-secret"_s, Secret::copyOf("s"));
        secrets.secrets.insert(u"foreign"_s, Secret::copyOf("t"));
        LocalRecord history{stillClock()};
        QVERIFY(resultOf(openRecord(history.file(), secrets, path(u"history.db"_s), RecordRole::Owner)));
        QVERIFY(resultOf(history.record(goodOutcome(caseStatus(receiptOf(u"EAC0000000001"_s))))));
        QVERIFY(QFile::exists(path(u"history.db-wal"_s)));
        RequestCounts counts(path(u"requests.db"_s), stillClock());
        QVERIFY(resultOf(counts.add(u"Office"_s, u"2026-11-24"_s, 1)));
        put(u"connections.json"_s);
        put(u"settings.ini"_s);

        const auto erased = resultOf(eraseEverything(
            history.file(), secrets, m_folder->path(),
            {recordKeyName, u"connection/Office/client-secret"_s, u"connection/Other/client-secret"_s}));
        QVERIFY(erased);
        QCOMPARE(left(), QStringList());
        QVERIFY(erased->files.contains(u"history.db"_s) && erased->files.contains(u"requests.db"_s)
                && erased->files.contains(u"connections.json"_s) && erased->files.contains(u"settings.ini"_s));
        QCOMPARE(erased->filesLeft, QStringList());
        QCOMPARE(erased->secrets, (QStringList{recordKeyName, u"connection/Office/client-secret"_s}));
        QVERIFY(erased->secretsLeft.empty());
        QCOMPARE(secrets.secrets.keys(), QStringList{u"foreign"_s});
        // The store is empty, and writes no file again.
        QCOMPARE(resultOf(history.checks({}))->total, 0);
        QVERIFY(resultOf(history.record(goodOutcome(caseStatus(receiptOf(u"EAC0000000001"_s))))));
        QCOMPARE(left(), QStringList());
    }

    void keepsWhatIsNotOurs()
    {
        const QString certificate = u"certificates/"_s + u"0a"_s.repeated(32) + u".pem"_s;
        QStringList ours{certificate,
                         u"connections.json"_s,
                         u"connections.json.damaged-1"_s,
                         u"history.damaged-20261122-104200.db"_s,
                         u"history.damaged-20261122-104200-2.db-wal"_s,
                         u"history.key"_s,
                         u"history.key.aBcDeF"_s,
                         u"requests.damaged-20261122-104200.db"_s,
                         u"history.replaced-20261122-104200.db"_s,
                         u"history.before-update-20261122-104200.db"_s,
                         u"history.locked-20261122-104200.db"_s,
                         u"history.locked-20261122-104200.key"_s,
                         u"scratch.lock"_s,
                         u"scratch/record.db"_s,
                         u"scratch/record.db-wal"_s};
        QCOMPARE(olderHistories(m_folder->path()), QStringList());
        const QStringList foreign{u"certificates/office.pem"_s, u"history.csv"_s, u"history.db.bak"_s,
                                  u"my history.db"_s,           u"notes.txt"_s,   u"scratches/record.db"_s};
        for (const QString &name : ours + foreign)
            put(name);
        QCOMPARE(olderHistories(m_folder->path()).size(), 4);
        FakeSecretStore secrets;
        LocalRecord history{stillClock()};
        const auto erased = resultOf(eraseEverything(history.file(), secrets, m_folder->path(), {}));
        QStringList rest = left();
        rest.sort();
        QCOMPARE(rest, foreign);
        QStringList gone = erased->files;
        gone.sort();
        ours.sort();
        QCOMPARE(gone, ours);
    }

    void emptyFolderOfCertificatesGoes()
    {
        put(u"certificates/"_s + u"0a"_s.repeated(32) + u".pem"_s);
        FakeSecretStore secrets;
        LocalRecord history{stillClock()};
        QVERIFY(resultOf(eraseEverything(history.file(), secrets, m_folder->path(), {})));
        QVERIFY(!QFile::exists(path(u"certificates"_s)));
    }

    void lockedKeyringIsNamedAndAskedOnce()
    {
        put(u"history.db"_s);
        FakeSecretStore secrets;
        secrets.mood = FakeSecretStore::Mood::Locked;
        LocalRecord history{stillClock()};
        const auto erased = resultOf(eraseEverything(history.file(), secrets, m_folder->path(),
                                                     {recordKeyName, u"connection/Office/client-secret"_s}));
        QCOMPARE(left(), QStringList());
        QVERIFY(erased->secrets.isEmpty());
        QCOMPARE(erased->secretsLeft.size(), 2U);
        QCOMPARE(erased->secretsLeft[0].key, QString(recordKeyName));
        QCOMPARE(erased->secretsLeft[1].key, u"connection/Office/client-secret"_s);
        QVERIFY(erased->secretsLeft[1].why.code == ErrorCode::KeychainLocked);
        QCOMPARE(secrets.calls, QStringList{u"read "_s + recordKeyName});
    }

    void whatCannotBeRemovedIsNamed()
    {
        put(u"history.db"_s);
        QVERIFY(QDir(m_folder->path()).mkdir(u"history.key"_s)); // no file: not ours
        FakeSecretStore secrets;
        LocalRecord history{stillClock()};
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        const auto erased = resultOf(eraseEverything(history.file(), secrets, m_folder->path(), {}));
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        const bool isRoot = erased->filesLeft.isEmpty(); // to whom nothing is forbidden
        QCOMPARE(isRoot ? erased->files : erased->filesLeft, QStringList{u"history.db"_s});
    }
};

LINTERNA_TEST(TestErasing)

} // namespace test_erasing

#include "test_erasing.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/filelock.h"

#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>
#include <thread>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;
using Outcome = FileLock::Outcome;

namespace test_filelock {

class TestFileLock : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"history.db.lock"_s);
    }

    void oneAtATime()
    {
        FileLock first(m_file);
        FileLock second(m_file);
        QCOMPARE(first.tryLock(), Outcome::Held);
        QCOMPARE(first.tryLock(), Outcome::Held); // it has it already
        QCOMPARE(second.tryLock(), Outcome::HeldByOther);
        QVERIFY(!second.isHeld());
        first.unlock();
        QVERIFY(!QFile::exists(m_file));
        QCOMPARE(second.tryLock(), Outcome::Held);
    }
    void theFileOfAFolderStays()
    {
        {
            FileLock lock(m_file, FileLock::Leave::File);
            QCOMPARE(lock.tryLock(), Outcome::Held);
        }
        QVERIFY(QFile::exists(m_file));
    }

    void fault80_whatStandsInTheFileBindsNobody_data()
    {
        QTest::addColumn<QByteArray>("content");
        const QByteArray own = QByteArray::number(qint64(::getpid()));
        QTest::newRow("fault80 empty") << QByteArray();
        QTest::newRow("fault80 other machine") << "4711\nlinterna\nold-desk-3\n0123456789abcdef\n1111\n"_ba;
        QTest::newRow("fault80 reused process number") << own + "\nlinterna\n\n\n\n";
        QTest::newRow("fault80 process 1") << "1\nsystemd\n\n\n\n"_ba;
        QTest::newRow("fault80 NUL") << QByteArray(4096, '\0');
    }
    void fault80_whatStandsInTheFileBindsNobody()
    {
        QFETCH(QByteArray, content);
        QFile left(m_file);
        QVERIFY(left.open(QIODevice::WriteOnly) && left.write(content) == content.size());
        left.close();
        QVERIFY(left.setPermissions(QFile::ReadOwner));
        FileLock lock(m_file);
        QCOMPARE(lock.tryLock(), Outcome::Held);
    }
    void fault80_endsWithTheProcessThatHoldsIt()
    {
        int ready[2];
        QCOMPARE(::pipe(ready), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            FileLock lock(m_file);
            const char told = lock.tryLock() == Outcome::Held ? 'y' : 'n';
            (void)!::write(ready[1], &told, 1);
            for (;;)
                ::pause();
        }
        char told = 0;
        QCOMPARE(::read(ready[0], &told, 1), 1);
        QCOMPARE(told, 'y');
        FileLock lock(m_file);
        QCOMPARE(lock.tryLock(), Outcome::HeldByOther);
        ::kill(child, SIGKILL);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        QCOMPARE(lock.tryLock(), Outcome::Held);
        ::close(ready[0]);
        ::close(ready[1]);
    }
    void fault80_aFileThatWasTakenAwayIsNotTheLock()
    {
        FileLock first(m_file);
        QCOMPARE(first.tryLock(), Outcome::Held);
        QVERIFY(QFile::remove(m_file)); // by hand
        FileLock second(m_file);
        QCOMPARE(second.tryLock(), Outcome::Held); // on another file of that name
        FileLock third(m_file);
        QCOMPARE(third.tryLock(), Outcome::HeldByOther);
    }
    //! Whoever did not get it leaves the file to whoever holds it.
    void fault80_whoWasRefusedTakesNothingAway()
    {
        FileLock first(m_file);
        QCOMPARE(first.tryLock(), Outcome::Held);
        {
            FileLock second(m_file);
            QCOMPARE(second.tryLock(), Outcome::HeldByOther);
        }
        QVERIFY(QFile::exists(m_file));
        FileLock third(m_file);
        QCOMPARE(third.tryLock(), Outcome::HeldByOther);
    }
    //! One lets go and takes the file away just when another has opened it: that other one holds nothing.
    void fault80_neverTwoAtATime()
    {
        std::atomic<int> inside = 0;
        std::atomic<bool> two = false;
        const auto work = [&] {
            for (int held = 0; held < 200 && !two;) {
                FileLock lock(m_file);
                if (lock.tryLock() != Outcome::Held)
                    continue;
                two = two || ++inside > 1;
                std::this_thread::yield();
                --inside;
                ++held;
            }
        };
        std::vector<std::thread> others;
        for (int i = 0; i < 3; ++i)
            others.emplace_back(work);
        work();
        for (std::thread &each : others)
            each.join();
        QVERIFY(!two);
    }
    void saysWhyItIsImpossible()
    {
        FileLock lock(u"/dev/null/history.db.lock"_s);
        QCOMPARE(lock.tryLock(), Outcome::Impossible);
        QVERIFY(!lock.reason().isEmpty());
        QVERIFY(QDir().mkdir(m_file));
        FileLock folder(m_file);
        QCOMPARE(folder.tryLock(), Outcome::Impossible);
    }
};

LINTERNA_TEST(TestFileLock)

} // namespace test_filelock

#include "test_filelock.moc"

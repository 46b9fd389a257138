// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/filelock.h"

#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>
#include <vector>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;
using Outcome = FileLock::Outcome;

namespace test_filelock {

namespace {

//! Holds the lock on a file until the process is killed.
int holdLock(const QStringList &arguments)
{
    FileLock lock(arguments.value(0));
    std::puts(lock.tryLock() == Outcome::Held ? "held" : "refused");
    std::fflush(stdout);
    return QCoreApplication::exec();
}
LINTERNA_CHILD_ROLE("hold-lock", holdLock)

//! Starts another program that holds the lock, or is refused it; gives what it says.
QByteArray otherProgram(QProcess &child, const QString &file)
{
    child.start(QCoreApplication::applicationFilePath(), childRole("hold-lock", {file}));
    return child.waitForReadyRead(patience) ? child.readLine().trimmed() : QByteArray("silent");
}

} // namespace

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
        const QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
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
        QProcess child;
        QCOMPARE(otherProgram(child, m_file), "held"_ba);
        FileLock lock(m_file);
        QCOMPARE(lock.tryLock(), Outcome::HeldByOther);
        child.kill(); // nothing of it runs any more
        QVERIFY(child.waitForFinished(patience));
        QVERIFY(QFile::exists(m_file));
        QCOMPARE(lock.tryLock(), Outcome::Held);
    }
    void fault80_anotherProgramIsRefusedUntilItIsReleased()
    {
        FileLock lock(m_file);
        QCOMPARE(lock.tryLock(), Outcome::Held);
        QProcess refused;
        QCOMPARE(otherProgram(refused, m_file), "refused"_ba);
        lock.unlock();
        QProcess next;
        QCOMPARE(otherProgram(next, m_file), "held"_ba);
        QCOMPARE(lock.tryLock(), Outcome::HeldByOther);
        for (QProcess *child : {&refused, &next}) {
            child->kill();
            QVERIFY(child->waitForFinished(patience));
        }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/unfinishedfile.h"
#include "lib/base/wholefile.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_unfinishedfile {

namespace {

const QString ownName = u".linterna-unfinished-"_s;

QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

bool knowsNamelessFiles(const QString &folder)
{
    const int file = ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR, 0600);
    if (file >= 0)
        ::close(file);
    return file >= 0;
}

//! Leaves a file with a name, and a lock as long as it lives.
int holdNamedFile(const QStringList &arguments)
{
    UnfinishedFile file(arguments.value(0) + u"/target"_s);
    if (!file.begin() || file.write("half") != 4 || file.fileName().isEmpty())
        return 1;
    std::puts("here");
    std::fflush(stdout);
    pause();
    return 0;
}
LINTERNA_CHILD_ROLE("hold-unfinished", holdNamedFile)

//! Writes whole files without end.
int writeForEver(const QStringList &arguments)
{
    for (int i = 0;; ++i) {
        if (!writeWholeFile(arguments.value(0) + u"/target"_s, QByteArray(200'000, char('a' + i % 26))))
            return 1;
        if (i == 0) {
            std::puts("here");
            std::fflush(stdout);
        }
    }
}
LINTERNA_CHILD_ROLE("write-for-ever", writeForEver)

void startChild(QProcess &child, const char *role, const QString &folder)
{
    child.start(QCoreApplication::applicationFilePath(), childRole(role, {folder}));
    QVERIFY(child.waitForReadyRead(patience));
}

} // namespace

class TestUnfinishedFile : public QObject
{
    Q_OBJECT
private slots:
    void fault104_nothingHasANameUntilItIsWhole()
    {
        const QTemporaryDir folder;
        UnfinishedFile file(folder.filePath(u"target"_s));
        QVERIFY(file.begin() && file.write("abc") == 3);
        QCOMPARE(namesIn(folder.path()).size(), knowsNamelessFiles(folder.path()) ? 0 : 1);
        QVERIFY(file.putInPlace());
        QCOMPARE(namesIn(folder.path()), QStringList{u"target"_s});
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(folder.filePath(u"target"_s)) & others));
    }

    void fault104_whatAKilledProgramLeftIsSwept()
    {
        const QTemporaryDir folder;
        QProcess child;
        startChild(child, "hold-unfinished", folder.path());
        QCOMPARE(namesIn(folder.path()).size(), 1);
        sweepUnfinished(folder.path());
        QCOMPARE(namesIn(folder.path()).size(), 1); // its writer lives
        child.kill();
        QVERIFY(child.waitForFinished(patience));
        QCOMPARE(namesIn(folder.path()).size(), 1);
        sweepUnfinished(folder.path());
        QCOMPARE(namesIn(folder.path()), QStringList());
    }

    void fault104_whatAPersonCouldOwnStays()
    {
        const QTemporaryDir folder;
        const QStringList theirs{u"connections.json.backup"_s, u"history.csv.AbCdEf"_s, ownName + u"abc"_s,
                                 ownName + u"abcdefg"_s, u"settings.ini.qwerty"_s};
        for (const QString &name : theirs)
            QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
        QVERIFY(QDir(folder.path()).mkdir(ownName + u"folder"_s));
        QVERIFY(QFile::link(folder.filePath(theirs.first()), folder.filePath(ownName + u"linked"_s)));
        const QByteArray second = QFile::encodeName(folder.filePath(ownName + u"second"_s));
        QCOMPARE(::link(QFile::encodeName(folder.filePath(theirs.first())).constData(), second.constData()), 0);
        sweepUnfinished(folder.path());
        for (const QString &name : theirs)
            QVERIFY2(QFile::exists(folder.filePath(name)), qPrintable(name));
        QVERIFY(QFile::exists(folder.filePath(ownName + u"linked"_s)));
        QVERIFY(QFile::exists(folder.filePath(ownName + u"second"_s)));
        QVERIFY(QDir(folder.filePath(ownName + u"folder"_s)).exists());
    }

    void fault104_killedAtAnyMoment()
    {
        const QTemporaryDir folder;
        for (int i = 0; i < partUnderSanitizers(25, 5); ++i) {
            QProcess child;
            startChild(child, "write-for-ever", folder.path());
            for (int spin = 0; spin < i * 997; ++spin) // another moment each time
                QCoreApplication::processEvents();
            child.kill();
            QVERIFY(child.waitForFinished(patience));
            sweepUnfinished(folder.path());
            QCOMPARE(namesIn(folder.path()), QStringList{u"target"_s});
            const auto whole = readWholeFile(folder.filePath(u"target"_s), 1'000'000);
            QVERIFY(whole.ok() && whole->size() == 200'000 && whole->count(whole->front()) == 200'000);
        }
    }

    void aLinkIsFollowedAndAFileThatMustNotBeWrittenStays()
    {
        const QTemporaryDir folder;
        QVERIFY(writeWholeFile(folder.filePath(u"real"_s), "one").ok());
        QVERIFY(QFile::link(folder.filePath(u"real"_s), folder.filePath(u"link"_s)));
        QVERIFY(writeWholeFile(folder.filePath(u"link"_s), "two").ok());
        QCOMPARE(*readWholeFile(folder.filePath(u"real"_s), 10), QByteArray("two"));
        QVERIFY(!writeWholeFile(folder.path(), "three").ok());
        QVERIFY(!writeWholeFile(folder.filePath(u"no/such/folder"_s), "four").ok());
    }
};

LINTERNA_TEST(TestUnfinishedFile)

} // namespace test_unfinishedfile

#include "test_unfinishedfile.moc"

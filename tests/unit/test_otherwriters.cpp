// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/posix/pathaccess.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_otherwriters {

namespace {

using Who = OtherWriters::Who;

constexpr ThisUser ana{.user = 1000, .ownGroup = 1000};
constexpr int nobodyElse = -1;

} // namespace

class TestOtherWriters : public QObject
{
    Q_OBJECT
private slots:
    void fault107_whoCanWrite_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<uint>("user");
        QTest::addColumn<uint>("group");
        QTest::addColumn<bool>("above");
        QTest::addColumn<bool>("list");
        QTest::addColumn<int>("who");
        const auto row = [](const char *name, uint mode, uint user, uint group, bool above, bool list, int who) {
            QTest::newRow(name) << mode << user << group << above << list << who;
        };
        const int everybody = int(Who::Everybody);
        const int aGroup = int(Who::Group);
        const int owner = int(Who::Owner);
        row("private", 0700, 1000, 1000, false, false, nobodyElse);
        row("readable", 0755, 1000, 100, false, false, nobodyElse);
        row("own group, as umask 002 makes it", 0775, 1000, 1000, false, false, nobodyElse);
        row("own group, and an access list", 0775, 1000, 1000, false, true, aGroup);
        row("shared group", 0770, 1000, 100, false, false, aGroup);
        row("root's group", 0775, 1000, 0, false, false, nobodyElse);
        row("everybody", 0777, 1000, 1000, false, false, everybody);
        row("file for everybody", 0666, 1000, 1000, false, false, everybody);
        row("file of the group", 0664, 1000, 100, false, false, aGroup);
        row("write without read", 0702, 1000, 1000, false, false, everybody);
        row("sticky does not help the folder itself", 01777, 1000, 1000, false, false, everybody);
        row("another's", 0755, 1001, 1001, false, false, owner);
        row("root's", 0755, 0, 0, false, false, nobodyElse);
        row("above: /tmp", 01777, 0, 0, true, false, nobodyElse);
        row("above: sticky, but another's", 01777, 1001, 0, true, false, owner);
        row("above: without sticky", 0777, 0, 0, true, false, everybody);
        row("above: of a group", 0775, 0, 100, true, false, aGroup);
        row("above: home", 0755, 1000, 1000, true, false, nobodyElse);
    }
    void fault107_whoCanWrite()
    {
        QFETCH(uint, mode);
        QFETCH(uint, user);
        QFETCH(uint, group);
        QFETCH(bool, above);
        QFETCH(bool, list);
        QFETCH(int, who);
        const auto found = otherWriters({.mode = mode, .user = user, .group = group, .hasList = list}, ana, above);
        QCOMPARE(found ? int(*found) : nobodyElse, who);
    }

    void fault107_onTheDisk()
    {
        const QTemporaryDir home;                             // 0700
        const auto outside = otherWritersOf(home.path(), {}); // what the machine of the tests is like
        const QString data = home.filePath(u"a/data"_s);
        QVERIFY(QDir().mkpath(data));
        const auto set = [](const QString &path, mode_t mode) {
            QCOMPARE(chmod(QFile::encodeName(path).constData(), mode), 0);
        };
        const auto write = [](const QString &path) { QVERIFY(QFile(path).open(QIODevice::WriteOnly)); };
        const QString file = data + u"/history.db"_s;
        const QStringList files{u"history.db"_s, u"not there"_s};
        write(file);
        for (const auto &[path, mode] : {std::pair(home.path(), 0700), std::pair(home.filePath(u"a"_s), 0755),
                                         std::pair(data, 0700), std::pair(file, 0600)})
            set(path, mode_t(mode));
        QCOMPARE(otherWritersOf(data, files), outside);
        const auto expect = [&](const QString &path, mode_t bad, mode_t good) {
            set(path, bad);
            QCOMPARE(otherWritersOf(data, files), std::optional(OtherWriters{Who::Everybody, path}));
            set(path, good);
            QCOMPARE(otherWritersOf(data, files), outside);
        };
        expect(data, 0707, 0700);
        expect(file, 0666, 0600);
        expect(home.filePath(u"a"_s), 0777, 0755);
        set(home.filePath(u"a"_s), 01777); // sticky: ours cannot be renamed
        QCOMPARE(otherWritersOf(data, files), outside);

        // A link counts with the folders that lead to it, and with those that lead to what it names.
        const QString open = home.filePath(u"open"_s);
        QVERIFY(QDir().mkpath(open) && QFile::link(data, open + u"/link"_s));
        set(open, 0777);
        QCOMPARE(otherWritersOf(open + u"/link"_s, files), std::optional(OtherWriters{Who::Everybody, open}));
        set(open, 0700);
        QCOMPARE(otherWritersOf(open + u"/link"_s, files), outside);
        set(home.filePath(u"a"_s), 0777);
        QCOMPARE(otherWritersOf(open + u"/link"_s, files),
                 std::optional(OtherWriters{Who::Everybody, home.filePath(u"a"_s)}));
        // One that is not there yet is as safe as where it will be made.
        QCOMPARE(otherWritersOf(home.filePath(u"a/new"_s), {}),
                 std::optional(OtherWriters{Who::Everybody, home.filePath(u"a"_s)}));
    }
};

LINTERNA_TEST(TestOtherWriters)

} // namespace test_otherwriters

#include "test_otherwriters.moc"

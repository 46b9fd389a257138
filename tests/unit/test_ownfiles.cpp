// SPDX-License-Identifier: GPL-3.0-or-later
// This program's own files, damaged in every way, and what a person chose about privacy.
#include "lib/settings/ownfiles.h"
#include "lib/settings/settings.h"

#include "lib/base/ownfile.h"
#include "lib/connections/connectionstore.h"
#include "lib/sqlite/databasefile.h"
#include "lib/sqlite/requestcounts.h"
#include "tests/support/fakeclock.h"
#include "tests/support/files.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;
using What = FileTrouble::What;

namespace test_ownfiles {

namespace {

const QDateTime now(QDate(2026, 11, 30), QTime(7, 20, 55), Qt::UTC);

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

//! A way in which a file is damaged.
using Damage = std::function<void(const QString &path)>;

} // namespace

class TestOwnFiles : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QString ini() const { return at(u"settings.ini"_s); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    }

    //! Stores these choices of a person.
    void choose(bool nothing, int months, bool masked = false) const
    {
        Settings settings(ini());
        QVERIFY(settings.settle(now).empty());
        settings.setLanguage(u"es"_s);
        settings.setKeepNothing(nothing);
        settings.setRetentionMonths(months);
        if (masked)
            settings.setExportChoices({u"masked"_s});
        settings.setKnownFiles({u"settings.ini"_s});
    }
    static void damages(const std::function<void(const char *, const Damage &, What)> &row)
    {
        row(
            "empty", [](const QString &path) { write(path, {}); }, What::Empty);
        row(
            "NUL", [](const QString &path) { write(path, QByteArray(bytesOf(path).size(), '\0')); }, What::Damaged);
        row(
            "cut", [](const QString &path) { write(path, bytesOf(path).chopped(3)); }, What::Damaged);
        row(
            "not UTF-8", [](const QString &path) { write(path, bytesOf(path) + "a=\xff\xfe\n"); }, What::Damaged);
        row(
            "random bits", [](const QString &path) { write(path, "\x91\x07lantern\x80\n\x13\xff"_ba); }, What::Damaged);
        row(
            "a folder",
            [](const QString &path) {
                QVERIFY(QFile::remove(path));
                QVERIFY(QDir().mkdir(path));
            },
            What::NotAFile);
        row(
            "gone", [](const QString &path) { QVERIFY(QFile::remove(path)); }, What::Gone);
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aFirstStartIsNoTrouble()
    {
        Settings settings(ini());
        QVERIFY(settings.settle(now).empty());
        QVERIFY(!settings.keepNothing() && !settings.isPrivacyInDoubt());
        QVERIFY(lookAtOwnFiles(m_folder->path(), settings.knownFiles(), now).empty());
    }

    void fault74_settings_data()
    {
        QTest::addColumn<Damage>("damage");
        QTest::addColumn<int>("what");
        damages([](const char *name, const Damage &damage, What what) {
            QTest::addRow("fault74 %s", name) << damage << int(what);
        });
    }
    void fault74_settings()
    {
        QFETCH(Damage, damage);
        QFETCH(int, what);
        choose(true, 12, true);
        damage(ini());
        const QByteArray left = bytesOf(ini());
        for (int start = 0; start < 2; ++start) { // the same at the next start
            Settings settings(ini());
            QVERIFY(settings.keepNothing()); // already before it was settled
            const FileTroubles troubles = settings.settle(now);
            QCOMPARE(troubles.size(), std::size_t(start == 0 || what == int(What::Gone)));
            if (start == 0) {
                QCOMPARE(troubles.front().name, u"settings.ini"_s);
                QCOMPARE(int(troubles.front().what), what);
                QCOMPARE(troubles.front().keptAs.isEmpty(), what == int(What::Gone));
                if (what != int(What::Gone) && what != int(What::NotAFile))
                    QCOMPARE(bytesOf(at(troubles.front().keptAs)), left);
            }
            QVERIFY(settings.keepNothing() && !settings.isPrivacyInDoubt());
            QCOMPARE(settings.retentionMonths(), 12);
            QVERIFY(settings.retentionDisagrees()); // so it is asked about
            QCOMPARE(settings.exportChoices(), QStringList{u"masked"_s});
            if (what != int(What::Gone))
                settings.setKnownFiles({}); // as the program notes them
        }
    }
    void fault74_privacyFile_data() { fault74_settings_data(); }
    void fault74_privacyFile()
    {
        QFETCH(Damage, damage);
        choose(true, 12, true);
        damage(at(u"privacy.json"_s));
        Settings settings(ini());
        (void)settings.settle(now);
        QVERIFY(settings.keepNothing() && !settings.isPrivacyInDoubt());
        QCOMPARE(settings.retentionMonths(), 12);
        QCOMPARE(settings.exportChoices(), QStringList{u"masked"_s});
    }
    void fault74_bothLost_data() { fault74_settings_data(); }
    void fault74_bothLost()
    {
        QFETCH(Damage, damage);
        QFETCH(int, what);
        if (what == int(What::Gone))
            return; // where both are gone, nothing says that there was ever a choice
        choose(false, 0);
        damage(ini());
        damage(at(u"privacy.json"_s));
        for (int start = 0; start < 2; ++start) {
            Settings settings(ini());
            QCOMPARE(settings.settle(now).size(), std::size_t(start == 0 ? 2 : 0));
            QVERIFY(settings.isPrivacyInDoubt() && settings.keepNothing());
        }
        {
            Settings settings(ini());
            settings.setKeepNothing(false); // the person chooses
            QVERIFY(!settings.isPrivacyInDoubt() && !settings.keepNothing());
        }
        Settings settings(ini());
        QVERIFY(!settings.isPrivacyInDoubt() && !settings.keepNothing());
    }
    void fault80_aLockOfSettingsThatNobodyHolds()
    {
        choose(false, 0);
        write(ini() + u".lock"_s, "4711\nlinterna\nold-desk-3\n0123456789abcdef\n1111-2222\n");
        {
            Settings settings(ini());
            (void)settings.settle(now);
            settings.setLanguage(u"en"_s);
        }
        QCOMPARE(Settings(ini()).language(), u"en"_s);
    }
    void fault74_theStricterOfTwoSoundFiles()
    {
        choose(false, 60);
        write(ini(), "[history]\nkeepNothing=true\nretentionMonths=12\n");
        Settings settings(ini());
        QVERIFY(settings.settle(now).empty());
        QVERIFY(settings.keepNothing());
        QCOMPARE(settings.retentionMonths(), 12);
        QVERIFY(settings.retentionDisagrees());
        settings.setRetentionMonths(12); // chosen anew
        QVERIFY(!settings.retentionDisagrees());
    }

    //! QSettings reads all of these without an error.
    void fault74_whatIsNoLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("fault74 no equals sign") << "language=es\nlantern\n"_ba;
        QTest::newRow("fault74 no name") << "=es\n"_ba;
        QTest::newRow("fault74 section that does not end") << "[history\nkeepNothing=false\n"_ba;
        QTest::newRow("fault74 text that does not end") << "language=\"es\n"_ba;
        QTest::newRow("fault74 bytes that do not end") << "[window]\ngeometry=@ByteArray(\\x1\n"_ba;
        QTest::newRow("fault74 NUL in a line") << QByteArray("language=e\0s\n", 13);
        QTest::newRow("fault74 larger than any") << "; nothing\n"_ba.repeated(500'000);
    }
    void fault74_whatIsNoLine()
    {
        QFETCH(QByteArray, text);
        write(ini(), "; nothing\n[history]\nkeepNothing=false\n[window]\ngeometry=@ByteArray(a)\nx=\"y\"\n");
        QCOMPARE(troubleOfSettings(ini(), {}), std::nullopt);
        write(ini(), text);
        QCOMPARE(troubleOfSettings(ini(), {}), std::optional(What::Damaged));
    }
    //! A file that gives no bytes, not even to tests run by root.
    void fault74_whatCannotBeReadStays_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"settings.ini"_s, u"privacy.json"_s})
            QTest::newRow(qPrintable(u"fault74 "_s + name)) << name;
    }
    void fault74_whatCannotBeReadStays()
    {
        QFETCH(QString, name);
        choose(true, 12);
        QVERIFY(QFile::remove(at(name)) && QFile::link(u"/proc/self/mem"_s, at(name)));
        Settings settings(ini());
        QCOMPARE(settings.settle(now), (FileTroubles{{name, What::Unreadable, {}}}));
        QVERIFY(QFileInfo(at(name)).isSymLink());
        QVERIFY(settings.keepNothing());
        QCOMPARE(settings.retentionMonths(), 12);
    }
    void fault74_privacyFileKnowsItsDamage_data()
    {
        fault74_settings_data();
        const auto replaced = [](const QByteArray &from, const QByteArray &to) {
            return [from, to](const QString &path) { write(path, bytesOf(path).replace(from, to)); };
        };
        QTest::newRow("fault74 another number") << Damage(replaced("12", "13")) << int(What::Damaged);
        QTest::newRow("fault74 another word") << Damage(replaced("true", "false")) << int(What::Damaged);
    }
    void fault74_privacyFileKnowsItsDamage()
    {
        QFETCH(Damage, damage);
        QFETCH(int, what);
        const QString file = at(u"privacy.json"_s);
        QVERIFY(PrivacyFile::write(file, {.keepNothing = true, .retentionMonths = 12}));
        QCOMPARE(PrivacyFile::read(file).choices, (PrivacyChoices{.keepNothing = true, .retentionMonths = 12}));
        damage(file);
        const PrivacyFile read = PrivacyFile::read(file);
        QCOMPARE(read.choices, PrivacyChoices());
        if (what == int(What::Gone))
            QVERIFY(read.state == PrivacyFile::State::Missing);
        else
            QVERIFY(read.state == PrivacyFile::State::Damaged && int(read.what) == what);
    }
    //! What one file alone says stands in both after the first start, so that either may be lost then.
    void fault74_eachFileKnowsIt()
    {
        write(ini(), "[history]\nkeepNothing=true\nretentionMonths=12\n");
        {
            Settings settings(ini());
            QVERIFY(settings.settle(now).empty());
        }
        QVERIFY(QFile::remove(ini()));
        Settings settings(ini());
        QVERIFY(settings.keepNothing());
        QCOMPARE(settings.retentionMonths(), 12);
    }
    void fault74_masksWhereEitherSaysSo()
    {
        choose(false, 0, true);
        write(ini(), "[export]\nchoices=csv en\n");
        QCOMPARE(Settings(ini()).exportChoices(), QStringList({u"csv"_s, u"en"_s, u"masked"_s}));
    }

    void fault75_files_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"history.db"_s, u"requests.db"_s, u"connections.json"_s, u"history.key"_s})
            QTest::newRow(qPrintable(u"fault75 "_s + name)) << name;
    }
    void fault75_files()
    {
        QFETCH(QString, name);
        const bool isKey = name == u"history.key"_s;
        write(at(name), "something");
        const QStringList known = ownFilesIn(m_folder->path());
        QCOMPARE(known, QStringList{name});
        QVERIFY(lookAtOwnFiles(m_folder->path(), known, now).empty());

        write(at(name), {});
        FileTroubles troubles = lookAtOwnFiles(m_folder->path(), known, now);
        QCOMPARE(troubles.size(), std::size_t(1));
        QVERIFY(troubles.front().name == name && troubles.front().what == What::Empty);
        QCOMPARE(troubles.front().keptAs.isEmpty(), isKey);
        QCOMPARE(QFile::exists(at(name)), isKey);
        QVERIFY(lookAtOwnFiles(m_folder->path(), {}, now).empty()); // one that was never written is nothing strange

        QFile::remove(at(name));
        troubles = lookAtOwnFiles(m_folder->path(), known, now);
        QCOMPARE(troubles, (FileTroubles{{name, What::Gone, {}}}));

        QVERIFY(QDir().mkdir(at(name)));
        troubles = lookAtOwnFiles(m_folder->path(), {}, now);
        QCOMPARE(troubles.size(), std::size_t(1));
        QCOMPARE(troubles.front().what, What::NotAFile);
        QCOMPARE(QFile::exists(at(name)), isKey);
    }
    //! isOurs(): the files of ownfile::All and their copies set aside, and no other file.
    void everyFileIsOursWhateverBecameOfIt_data()
    {
        QTest::addColumn<QString>("name");
        for (const QLatin1StringView name : ownfile::All)
            QTest::newRow(name.data()) << QString(name);
    }
    void everyFileIsOursWhateverBecameOfIt()
    {
        QFETCH(QString, name);
        QVERIFY(ownfile::isOurs(name));
        for (const QString &why : {u"damaged"_s, u"replaced"_s, u"locked"_s}) {
            for (int times = 0; times < 2; ++times) { // two in one second: the later has a number
                const QString aside = nameBeside(at(name), why, now);
                const QString asideName = QFileInfo(aside).fileName();
                QVERIFY2(ownfile::isOurs(asideName), qPrintable(asideName));
                QCOMPARE(ownfile::isOlderRecord(asideName), name == ownfile::Record);
                write(aside, "old");
            }
        }
        for (const QString &theirs : {u"my "_s + name, name + u".bak"_s, name + u"~"_s, u"old/"_s + name})
            QVERIFY2(!ownfile::isOurs(theirs) && !ownfile::isOlderRecord(theirs), qPrintable(theirs));
    }
    void fault75_anEmptyDatabaseWhoseLogHoldsAll()
    {
        write(at(u"history.db"_s), {});
        write(at(u"history.db-wal"_s), "log");
        QVERIFY(lookAtOwnFiles(m_folder->path(), {u"history.db"_s}, now).empty());
        QCOMPARE(ownFilesIn(m_folder->path()), QStringList{u"history.db"_s});
    }
    void fault75_connections_data() { fault74_settings_data(); }
    void fault75_connections()
    {
        QFETCH(Damage, damage);
        QFETCH(int, what);
        if (what == int(What::Gone) || what == int(What::NotAFile))
            return; // lookAtOwnFiles() has seen to those
        const QString file = at(u"connections.json"_s);
        write(file, R"({"version":2,"connections":[],"built_in":{}})");
        if (const auto sound = ConnectionStore(file).settle(); !sound.empty())
            QFAIL("a sound file");
        damage(file);
        const QByteArray left = bytesOf(file);
        ConnectionStore store(file);
        const FileTroubles troubles = store.settle();
        QCOMPARE(troubles.size(), std::size_t(1));
        QCOMPARE(int(troubles.front().what), what);
        QCOMPARE(bytesOf(at(troubles.front().keptAs)), left);
        QVERIFY(!QFile::exists(file));
        QVERIFY(store.load()); // and it goes on
    }
    void fault75_countOfRequests()
    {
        const QString file = at(u"requests.db"_s);
        write(file, QByteArray(4096, '\0'));
        QString kept;
        RequestCounts counts(file, stillClock(), [&kept](const QString &name) { kept = name; });
        QCOMPARE(resultOf(counts.add(u"Office"_s, u"2026-11-30"_s, 1)).value(), 1);
        QTRY_VERIFY(!kept.isEmpty());
        QCOMPARE(bytesOf(kept), QByteArray(4096, '\0'));
    }
    void setAsideNeverOverAnother()
    {
        for (int i = 0; i < 3; ++i) {
            write(ini(), "x");
            QVERIFY(!setOwnFileAside(ini(), What::Damaged, now).keptAs.isEmpty());
        }
        QCOMPARE(names().size(), 3);
    }
};

LINTERNA_TEST(TestOwnFiles)

} // namespace test_ownfiles

#include "test_ownfiles.moc"

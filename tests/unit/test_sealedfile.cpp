// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/backup/backupfile.h"

#include "lib/localrecord/recordschema.h"
#include "tests/support/chance.h"
#include "tests/support/files.h"
#include "tests/support/fixture.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_sealedfile {

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};
constexpr qsizetype headBytes = 104;
constexpr qsizetype pieceBytes = 64 * 1024 + 17;
const Secret passphrase = Secret::copyOf("lantern in the window");

QByteArray somePlain(qsizetype size)
{
    QByteArray plain(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        plain[i] = char(i * 7 + i / 251);
    return plain;
}

QByteArray sealedOf(const QByteArray &plain)
{
    QByteArray sealed;
    SealedWriter writer([&](const QByteArray &bytes) -> std::optional<Error> {
        sealed += bytes;
        return {};
    });
    if (writer.begin(plain.size(), passphrase, cheap) || writer.write(plain) || writer.end())
        return {};
    return sealed;
}

struct Opened {
    QByteArray plain;
    std::optional<Error> error;
    std::optional<SealedProblem> problem;
};

Opened openedOf(QByteArray sealed, const Secret &with = passphrase)
{
    QBuffer buffer(&sealed);
    buffer.open(QIODevice::ReadOnly);
    SealedReader reader(buffer);
    Opened opened;
    opened.error = reader.begin(with);
    while (!opened.error) {
        const Result<QByteArray> part = reader.read();
        if (!part)
            opened.error = part.error();
        else if (part->isEmpty())
            break;
        else
            opened.plain += *part;
    }
    opened.problem = reader.problem();
    return opened;
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::WriteOnly) && opened.write(bytes) == bytes.size());
}

} // namespace

class TestSealedFile : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    QString m_target;

    Result<qint64> backUp(const QString &target)
    {
        BackupWork work;
        return writeBackup(target, m_database, facts(), passphrase, cheap, work);
    }
    static BackupFacts facts()
    {
        return {.schema = 5,
                .checks = 3,
                .made = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC),
                .dataKey = Secret::copyOf("0123456789abcdef0123456789abcdef")};
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = m_folder->filePath(u"copy.db"_s);
        m_target = m_folder->filePath(u"desk.linterna-backup"_s);
        write(m_database, somePlain(200'000));
    }

    void whatWasSealedComesBack_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 64 * 1024 - 1, 64 * 1024, 64 * 1024 + 1, 300'000})
            QTest::addRow("%d bytes", size) << size;
    }
    void whatWasSealedComesBack()
    {
        QFETCH(int, size);
        const QByteArray plain = somePlain(size);
        const QByteArray sealed = sealedOf(plain);
        const Opened opened = openedOf(sealed);
        QVERIFY2(!opened.error, qPrintable(opened.error.value_or(Error{}).detail));
        QCOMPARE(opened.plain, plain);
        QVERIFY(size < 16 || !sealed.contains(plain.first(16)));
        QVERIFY(sealedOf(plain) != sealed);
    }
    void sizesMustBeAsTheyWereSaid()
    {
        SealedWriter writer([](const QByteArray &) { return std::optional<Error>(); });
        QVERIFY(!writer.begin(10, passphrase, cheap));
        QVERIFY(!writer.write("nine bytes"_ba.first(9)));
        QVERIFY(writer.end().has_value());
    }

    void eachRefusalHasItsReason_data()
    {
        QTest::addColumn<QByteArray>("sealed");
        QTest::addColumn<int>("problem");
        const QByteArray sound = sealedOf(somePlain(150'000));
        const auto row = [](const char *name, const QByteArray &sealed, SealedProblem problem) {
            QTest::newRow(name) << sealed << int(problem);
        };
        const auto changed = [&](qsizetype at) {
            QByteArray other = sound;
            other[at] = char(other[at] ^ 1);
            return other;
        };
        row("empty", {}, SealedProblem::NotSealed);
        row("a database", "SQLite format 3", SealedProblem::NotSealed);
        row("head cut", sound.first(50), SealedProblem::CutShort);
        row("only the head", sound.first(headBytes), SealedProblem::CutShort);
        row("cut after a piece", sound.first(headBytes + pieceBytes), SealedProblem::CutShort);
        row("cut within a piece", sound.first(headBytes + pieceBytes + 1000), SealedProblem::CutShort);
        row("last byte missing", sound.chopped(1), SealedProblem::CutShort);
        row("something added", sound + "x", SealedProblem::Damaged);
        row("salt changed", changed(30), SealedProblem::Damaged);
        row("cost changed", changed(16), SealedProblem::Damaged);
        row("checksum changed", changed(100), SealedProblem::Damaged);
        row("first piece changed", changed(headBytes + 5), SealedProblem::Damaged);
        row("last piece changed", changed(sound.size() - 1), SealedProblem::Damaged);
        QByteArray newer = changed(50);
        newer[14] = 2;
        row("newer", newer, SealedProblem::Newer);
        const QByteArray head = sound.first(headBytes), first = sound.sliced(headBytes, pieceBytes),
                         second = sound.sliced(headBytes + pieceBytes, pieceBytes),
                         last = sound.sliced(headBytes + 2 * pieceBytes);
        row("pieces exchanged", head + second + first + last, SealedProblem::Damaged);
        row("a piece twice", head + first + first + last, SealedProblem::Damaged);
        row("another file's head", sealedOf(somePlain(150'000)).first(headBytes) + first + second + last,
            SealedProblem::Damaged);
    }
    void eachRefusalHasItsReason()
    {
        QFETCH(QByteArray, sealed);
        QFETCH(int, problem);
        const Opened opened = openedOf(sealed);
        QVERIFY(opened.error && opened.problem);
        QCOMPARE(int(*opened.problem), problem);
        QCOMPARE(opened.error->code, ErrorCode::Unreadable);
        QCOMPARE(opened.error->detail, sealedProblemText(*opened.problem));
    }
    void anotherPassphraseIsToldFromDamage()
    {
        const Opened opened = openedOf(sealedOf(somePlain(100)), Secret::copyOf("no such lantern"));
        QCOMPARE(opened.problem, std::optional(SealedProblem::WrongPassphrase));
    }
    //! Whatever happens to a file: it is refused, or nothing of it was touched.
    void randomDamageIsNeverTakenForWhole()
    {
        const QByteArray plain = somePlain(140'000);
        const QByteArray sound = sealedOf(plain);
        for (unsigned seed = 0; seed < 400; ++seed) {
            Chance chance(seed);
            QByteArray hurt = sound;
            const qsizetype at = chance.below(int(hurt.size()));
            switch (chance.below(5)) {
            case 0:
                hurt[at] = char(hurt[at] ^ (1 << chance.below(8)));
                break;
            case 1:
                hurt.truncate(at);
                break;
            case 2:
                hurt.remove(at, 1 + chance.below(100));
                break;
            case 3:
                hurt.insert(at, QByteArray(1 + chance.below(100), char(chance.below(256))));
                break;
            default:
                hurt.replace(at, std::min<qsizetype>(512, hurt.size() - at),
                             QByteArray(512, '\0').first(std::min<qsizetype>(512, hurt.size() - at)));
            }
            const Opened opened = openedOf(hurt);
            QVERIFY2(opened.error.has_value() == (hurt != sound), qPrintable(u"seed %1"_s.arg(seed)));
            QVERIFY2(plain.startsWith(opened.plain), "something was given out that was never sealed");
        }
    }

    //! Made once by the first version and kept: no later one may fail to read it.
    void aBackupOfTheFirstVersionIsRead()
    {
        const QString kept = m_folder->filePath(u"kept"_s);
        write(kept, fixture(u"backup/version1.linterna-backup"_s));
        BackupWork work;
        std::optional<BackupProblem> problem;
        const QString into = m_folder->filePath(u"into.db"_s);
        const auto read = readBackup(kept, passphrase, into, work, problem);
        QVERIFY2(read, qPrintable(read ? QString() : read.error().detail));
        QCOMPARE(read->schema, facts().schema);
        QCOMPARE(read->checks, facts().checks);
        QCOMPARE(read->made, facts().made);
        QVERIFY(read->dataKey == facts().dataKey);
        QCOMPARE(bytesOf(into), somePlain(70'000));
    }

    void aBackupIsTheOnlyFileThatIsLeft()
    {
        const auto written = backUp(m_target);
        QVERIFY2(written, qPrintable(written ? QString() : written.error().detail));
        QCOMPARE(*written, QFileInfo(m_target).size());
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u"copy.db"_s, QFileInfo(m_target).fileName()}));
        QCOMPARE(QFile::permissions(m_target) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(!bytesOf(m_target).contains("0123456789abcdef"));
        BackupWork work;
        std::optional<BackupProblem> problem;
        const auto read = readBackup(m_target, passphrase, m_folder->filePath(u"into.db"_s), work, problem);
        QVERIFY(read);
        QCOMPARE(bytesOf(m_folder->filePath(u"into.db"_s)), bytesOf(m_database));
    }
    void whatIsNoBackupInsideIsRefused()
    {
        write(m_target, sealedOf(somePlain(1000)));
        BackupWork work;
        std::optional<BackupProblem> problem;
        QVERIFY(!readBackup(m_target, passphrase, {}, work, problem));
        QVERIFY(problem && problem->kind == BackupProblem::Kind::BadRecord);
    }
    void stoppedNothingIsLeft()
    {
        write(m_target, "the old one");
        BackupWork work;
        work.stop = true;
        const auto written = writeBackup(m_target, m_database, facts(), passphrase, cheap, work);
        QVERIFY(!written && written.error().code == ErrorCode::Cancelled);
        QCOMPARE(bytesOf(m_target), "the old one"_ba);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    void fault65_diskFullKeepsTheOldBackup_data()
    {
        QTest::addColumn<int>("room");
        for (const int room : {0, 10, 120, 65'000, 150'000, 200'100})
            QTest::addRow("room for %d bytes", room) << room;
    }
    void fault65_diskFullKeepsTheOldBackup()
    {
        QFETCH(int, room);
        write(m_target, "the old one");
        const auto written = [&] {
            const FullDisk full(room);
            return backUp(m_target);
        }();
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Storage);
        QVERIFY(written.error().detail.contains(m_target));
        QCOMPARE(bytesOf(m_target), "the old one"_ba);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }
    void fault66_anUnwritableTargetIsNamed()
    {
        const QString folder = m_folder->filePath(u"shut"_s);
        QDir().mkdir(folder);
        const QString locked = m_folder->filePath(u"locked"_s);
        write(locked, "the old one");
        QFile::setPermissions(locked, QFile::ReadOwner);
        QFile::setPermissions(m_database, QFile::ReadOther | QFile::ReadGroup | QFile::ReadOwner);
        for (const QString &target : {folder, locked, m_folder->filePath(u"no/such/folder/file"_s)}) {
            const Unprivileged nobody(m_folder->path());
            const auto written = backUp(target);
            QVERIFY2(!written, qPrintable(target));
            QVERIFY2(written.error().detail.contains(target), qPrintable(written.error().detail));
        }
        QCOMPARE(bytesOf(locked), "the old one"_ba);
    }
    void fault67_aNameThatIsNotUtf8IsRefused()
    {
        const auto written = backUp(m_folder->filePath(u"Espa\ufffda"_s));
        QVERIFY(!written && written.error().detail.contains(u"exactly"_s));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }
};

LINTERNA_TEST(TestSealedFile)

} // namespace test_sealedfile

#include "test_sealedfile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/wholefile.h"
#include "lib/base/writetarget.h"
#include "lib/exchange/exportfile.h"
#include "tests/support/files.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_writetarget {

namespace {

struct stat statOf(const QString &path)
{
    struct stat found = {};
    if (lstat(QFile::encodeName(path).constData(), &found) != 0)
        found.st_mode = 0;
    return found;
}

} // namespace

class TestWriteTarget : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString at(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QByteArray bytesOf(const QString &name) const { return test::bytesOf(at(name)); }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    void makeSocket() const
    {
        const int socketHandle = socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(at(u"socket"_s)).constData(), sizeof address.sun_path);
        QCOMPARE(bind(socketHandle, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
        close(socketHandle);
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(mkfifo(QFile::encodeName(at(u"pipe"_s)).constData(), 0600), 0);
        QVERIFY(QFile::link(at(u"pipe"_s), at(u"link-to-pipe"_s)));
        QVERIFY(QDir(m_folder->path()).mkdir(u"folder"_s));
        QVERIFY(QFile::link(at(u"folder"_s), at(u"link-to-folder"_s)));
        write(u"file"_s, "old");
        QVERIFY(QFile::link(at(u"file"_s), at(u"link-to-file"_s)));
        QVERIFY(QFile::link(at(u"link-to-file"_s), at(u"link-to-link"_s)));
        QVERIFY(QFile::link(at(u"to-come"_s), at(u"link-to-nothing"_s)));
        QVERIFY(QFile::link(at(u"loop-b"_s), at(u"loop-a"_s)));
        QVERIFY(QFile::link(at(u"loop-a"_s), at(u"loop-b"_s)));
        makeSocket();
    }

    void fault82_whatStandsThere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<WriteTarget::Kind>("kind");
        QTest::addColumn<QString>("file");
        using Kind = WriteTarget::Kind;
        const auto row = [](const char *name, Kind kind, const QString &file = {}) {
            QTest::newRow(name) << QString::fromLatin1(name) << kind << file;
        };
        row("nothing", Kind::File, u"nothing"_s);
        row("file", Kind::File, u"file"_s);
        row("link-to-file", Kind::File, u"file"_s);
        row("link-to-link", Kind::File, u"file"_s);
        row("link-to-nothing", Kind::File, u"to-come"_s);
        row("pipe", Kind::Stream);
        row("link-to-pipe", Kind::Stream);
        row("/dev/null", Kind::Stream);
        row("/dev/stdout", Kind::Stream);
        row("/proc/self/fd/1", Kind::Stream);
        row("folder", Kind::Neither);
        row("link-to-folder", Kind::Neither);
        row("socket", Kind::Neither);
        row("loop-a", Kind::Neither);
    }
    void fault82_whatStandsThere()
    {
        QFETCH(QString, name);
        const WriteTarget target = writeTarget(QFileInfo(name).isAbsolute() ? name : at(name));
        QTEST(target.kind, "kind");
        QFETCH(QString, file);
        QCOMPARE(target.file, file.isEmpty() ? QString() : at(file));
        QCOMPARE(target.what.isEmpty(), target.kind == WriteTarget::Kind::File);
    }

    //! No way of writing puts a file in the place of anything else.
    void fault82_nothingElseIsReplaced_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"pipe", "link-to-pipe", "folder", "link-to-folder", "socket", "loop-a"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void fault82_nothingElseIsReplaced()
    {
        QFETCH(QString, name);
        const auto before = statOf(at(name));
        const Result<Nothing> whole = writeWholeFile(at(name), "new");
        QCOMPARE(whole.error().code, ErrorCode::Storage);
        QVERIFY2(whole.error().detail.startsWith(at(name) + u": "_s), qPrintable(whole.error().detail));
        ExportFile file(at(name));
        const auto refused = file.open();
        QVERIFY(refused);
        QCOMPARE(refused->detail, whole.error().detail);
        QCOMPARE(statOf(at(name)).st_mode, before.st_mode);
        QCOMPARE(statOf(at(name)).st_ino, before.st_ino);
    }
    void fault82_linksAreFollowed_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("file");
        QTest::newRow("to a file") << u"link-to-file"_s << u"file"_s;
        QTest::newRow("to a link") << u"link-to-link"_s << u"file"_s;
        QTest::newRow("to what is to come") << u"link-to-nothing"_s << u"to-come"_s;
    }
    void fault82_linksAreFollowed()
    {
        QFETCH(QString, link);
        QFETCH(QString, file);
        QVERIFY(writeWholeFile(at(link), "whole"));
        QCOMPARE(bytesOf(file), "whole"_ba);
        ExportFile exported(at(link));
        QVERIFY(!exported.open() && !exported.write("exported") && !exported.commit());
        QCOMPARE(bytesOf(file), "exported"_ba);
        QVERIFY(QFileInfo(at(link)).isSymLink());
    }
    void fault82_aPipeIsWrittenTo()
    {
        for (const QString &name : {u"pipe"_s, u"link-to-pipe"_s}) {
            const int reader = open(QFile::encodeName(at(name)).constData(), O_RDONLY | O_NONBLOCK);
            ExportFile file(at(name), true);
            QVERIFY(!file.open() && !file.write("rows") && !file.commit());
            char read[10] = {};
            QCOMPARE(::read(reader, read, sizeof read), 4);
            QCOMPARE(QByteArray(read), "rows"_ba);
            close(reader);
            QVERIFY(S_ISFIFO(statOf(at(u"pipe"_s)).st_mode));
        }
    }
    //! Behind a descriptor may be a file: what stands in it stays, as with >>.
    void fault82_aDescriptorIsWrittenWhereItStands()
    {
        const int handle = open(QFile::encodeName(at(u"file"_s)).constData(), O_WRONLY | O_APPEND);
        ExportFile file(u"/dev/fd/%1"_s.arg(handle), true);
        QVERIFY(!file.open() && !file.write(" and new") && !file.commit());
        close(handle);
        QCOMPARE(bytesOf(u"file"_s), "old and new"_ba);
    }
    void fault82_whatADeviceRefusesIsSaid()
    {
        ExportFile full(u"/dev/full"_s, true);
        QVERIFY(!full.open());
        QVERIFY(full.write("rows") || full.commit());
        const int reader = open(QFile::encodeName(at(u"pipe"_s)).constData(), O_RDONLY | O_NONBLOCK);
        ExportFile pipe(at(u"pipe"_s), true);
        QVERIFY(!pipe.open());
        close(reader); // and no signal ends the program
        QVERIFY(pipe.write("rows") || pipe.commit());
    }

    void fault82_otherFormats_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<FileFormat>("format");
        QTest::addColumn<bool>("other");
        const auto row = [](const char *name, FileFormat format, bool other) {
            QTest::addRow("%s as %d", name, int(format)) << QString::fromLatin1(name) << format << other;
        };
        for (const char *name :
             {"a.csv", "a.CSV", "a", "a.txt", "a.2026-11", "a.b c", ".a", "/dev/stdout", "a.csv.old"})
            row(name, FileFormat::Csv, false);
        for (const char *name :
             {"a.xlsx", "a.XLSX", "a.xls", "a.ods", "a.pdf", "a.json", "a.jsonl", "a.ndjson", "a.tsv", "a.html",
              "a.xml", "a.docx", "a.zip", "a.csv.gz", "a.png", "a.sqlite", "a.linterna-backup"})
            row(name, FileFormat::Csv, true);
        for (const char *name : {"a.jsonl", "a.ndjson", "a", "a.txt"})
            row(name, FileFormat::JsonLines, false);
        for (const char *name : {"a.csv", "a.json", "a.xlsx"})
            row(name, FileFormat::JsonLines, true);
        for (const char *name : {"a.pdf", "a.PDF", "a", "EAC9999103402 2026-11-30"})
            row(name, FileFormat::Pdf, false);
        for (const char *name : {"a.docx", "a.csv", "a.txt", "a.ps", "a.html", "a.odt"})
            row(name, FileFormat::Pdf, true);
        for (const char *name : {"a.json", "Office gateway"})
            row(name, FileFormat::Json, false);
        for (const char *name : {"a.jsonl", "a.csv", "a.xml", "a.yaml"})
            row(name, FileFormat::Json, true);
        for (const char *name : {"a.linterna-backup", "a", "desk.bak", "a.backup"})
            row(name, FileFormat::Backup, false);
        for (const char *name : {"a.zip", "a.csv", "a.sqlite", "a.pdf", "a.txt"})
            row(name, FileFormat::Backup, true);
    }
    void fault82_otherFormats()
    {
        QFETCH(QString, name);
        QFETCH(FileFormat, format);
        QTEST(promisesOtherFormat(u"/some where/"_s + name, format), "other");
    }
};

LINTERNA_TEST(TestWriteTarget)

} // namespace test_writetarget

#include "test_writetarget.moc"

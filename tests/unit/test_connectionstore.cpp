// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionstore.h"
#include "tests/support/files.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionstore {

namespace {

Connection gateway(const QString &name = u"Gateway"_s)
{
    Connection c;
    c.name = name;
    c.tokenUrl = QUrl(u"https://gateway.example/oauth/token"_s);
    c.apiUrl = QUrl(u"https://gateway.example/uscis"_s);
    c.clientId = u"abc"_s;
    c.headers = {{"demo_id", "1234"}};
    return c;
}

//! `text` with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QStringList names(const ConnectionStore &store)
{
    QStringList list;
    for (const Connection &connection : store.all())
        list += connection.name;
    return list;
}

//! No file may grow beyond `bytes` while this lives: what a full disk does to a writer.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit tight{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FullDisk)

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

} // namespace

class TestConnectionStore : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString file() const { return m_dir->filePath(u"connections.json"_s); }
    void put(const QByteArray &bytes) const
    {
        QFile out(file());
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_dir->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void beginsWithTheBuiltInOnes()
    {
        ConnectionStore store(file());
        QCOMPARE(store.all(), builtInConnections());
        QSignalSpy changes(&store, &ConnectionStore::changed);
        QVERIFY(store.load());
        QCOMPARE(store.all(), builtInConnections());
        QVERIFY(changes.isEmpty());
        QVERIFY(files().isEmpty());
        QVERIFY(!store.find(u"Gateway"_s));
    }
    void keepsWhatIsPut()
    {
        {
            ConnectionStore store(file());
            QSignalSpy changes(&store, &ConnectionStore::changed);
            QVERIFY(store.put(gateway()));
            QVERIFY(store.put(gateway(u"Another"_s)));
            QCOMPARE(changes.size(), 2);
            QCOMPARE(names(store), (QStringList{u"USCIS sandbox"_s, u"Gateway"_s, u"Another"_s}));
        }
        ConnectionStore store(file());
        QVERIFY(store.load());
        QCOMPARE(names(store), (QStringList{u"USCIS sandbox"_s, u"Gateway"_s, u"Another"_s}));
        QCOMPARE(store.find(u"Gateway"_s), std::optional(gateway()));
        QCOMPARE(files(), QStringList{u"connections.json"_s});
    }
    void replacesByName()
    {
        ConnectionStore store(file());
        QVERIFY(store.put(gateway()));
        QVERIFY(store.put(gateway(u"Another"_s)));
        Connection other = gateway();
        other.apiUrl = QUrl(u"https://new.example"_s);
        QVERIFY(store.put(other));
        QCOMPARE(store.find(u"Gateway"_s), std::optional(other));
        QCOMPARE(names(store), (QStringList{u"USCIS sandbox"_s, u"Gateway"_s, u"Another"_s}));
    }
    void isForItsOwnersEyes()
    {
        ConnectionStore store(file());
        const auto owner = QFile::ReadOwner | QFile::WriteOwner;
        const auto all = owner | QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(store.put(gateway()));
        QCOMPARE(QFile::permissions(file()) & all, owner);
        QVERIFY(QFile::setPermissions(file(), all));
        QVERIFY(store.put(gateway(u"Another"_s)));
        QCOMPARE(QFile::permissions(file()) & all, owner);
    }
    void aBuiltInOneChangesInAllButItsAddresses()
    {
        Connection sandbox = builtInConnections().front();
        sandbox.clientId = u"desk 7"_s;
        sandbox.headers = {{"demo_id", "1234"}};
        sandbox.requestsPerDay = 900;
        {
            ConnectionStore store(file());
            QVERIFY(store.put(sandbox));
        }
        ConnectionStore store(file());
        QVERIFY(store.load());
        QCOMPARE(store.all(), std::vector{sandbox});
        const QByteArray before = test::bytesOf(file());

        Connection bent = sandbox;
        bent.tokenUrl = QUrl(u"https://evil.example/"_s);
        QCOMPARE(store.put(bent).error().code, ErrorCode::Invalid);
        bent = sandbox;
        bent.kind = ConnectionKind::Other;
        QCOMPARE(store.put(bent).error().code, ErrorCode::Invalid);
        bent = sandbox;
        bent.name = u"uscis SANDBOX"_s;
        QCOMPARE(store.put(bent).error().code, ErrorCode::Invalid);
        bent = sandbox;
        bent.clientId = u"line\nfeed"_s;
        QCOMPARE(store.put(bent).error().code, ErrorCode::Invalid);
        QCOMPARE(store.all(), std::vector{sandbox});
        QCOMPARE(test::bytesOf(file()), before);
    }
    void theFirstVersionsClientIdIsTakenOver()
    {
        put(json("{'version': 1, 'client_ids': {'USCIS sandbox': 'desk 7'}, 'connections': []}"));
        ConnectionStore store(file());
        QVERIFY(store.load());
        QCOMPARE(store.all().front().clientId, u"desk 7"_s);
        QVERIFY(store.put(gateway()));
        ConnectionStore again(file());
        QVERIFY(again.load());
        QCOMPARE(again.all().front().clientId, u"desk 7"_s);
        QVERIFY(test::bytesOf(file()).contains("\"version\": 3"));
    }
    void removesWhatWasPut()
    {
        ConnectionStore store(file());
        QVERIFY(store.put(gateway()));
        QVERIFY(store.put(gateway(u"Another"_s)));
        Connection sandbox = builtInConnections().front();
        sandbox.clientId = u"desk 7"_s;
        QVERIFY(store.put(sandbox));
        QSignalSpy changes(&store, &ConnectionStore::changed);
        QVERIFY(store.remove(u"Gateway"_s));
        QVERIFY(store.remove(u"USCIS sandbox"_s)); // which becomes as it was
        QVERIFY(store.remove(u"never there"_s));
        QCOMPARE(changes.size(), 2);
        ConnectionStore again(file());
        QVERIFY(again.load());
        QCOMPARE(names(again), (QStringList{u"USCIS sandbox"_s, u"Another"_s}));
        QCOMPARE(again.all().front(), builtInConnections().front());
    }
    void aRemovalThatCannotBeWrittenChangesNothing()
    {
        ConnectionStore store(file());
        QVERIFY(store.put(gateway()));
        put("{\"version\": 99}");
        QCOMPARE(store.remove(u"Gateway"_s).error().code, ErrorCode::Storage);
        QVERIFY(store.find(u"Gateway"_s));
        QCOMPARE(test::bytesOf(file()), QByteArray("{\"version\": 99}"));
    }
    void aChangeOfAddressInTheFileDoesNotCount()
    {
        put(json("{'version': 2, 'connections': [], 'built_in': {'USCIS sandbox': "
                 "{'client_id': 'desk 7', 'token_url': 'https://evil.example/t'}}}"));
        ConnectionStore store(file());
        QVERIFY(store.load());
        QCOMPARE(store.all(), builtInConnections());
    }
    void aFileCannotBendABuiltInOne()
    {
        put(json("{'version': 1, 'client_ids': {}, 'connections': [{'name': 'USCIS sandbox', "
                 "'token_url': 'https://evil.example/t', 'api_url': 'https://evil.example'}]}"));
        ConnectionStore store(file());
        QVERIFY(!store.load());
        QCOMPARE(store.all(), builtInConnections());
    }
    void refusesWhatAFileMayNotHold()
    {
        ConnectionStore store(file());
        Connection bad = gateway();
        bad.tokenUrl = QUrl(u"http://gateway.example/"_s);
        const auto refused = store.put(bad);
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains("$.token_url"_L1));
        QVERIFY(!store.find(u"Gateway"_s));
        QVERIFY(files().isEmpty());
    }
    void practiceLivesForThisRunOnly()
    {
        ConnectionStore store(file());
        Connection practice = gateway(u"Practice"_s);
        practice.practice = true;
        QVERIFY(store.put(practice));
        QCOMPARE(store.find(u"Practice"_s), std::optional(practice));
        QVERIFY(files().isEmpty());
        QVERIFY(store.put(gateway()));
        QVERIFY(store.find(u"Practice"_s));
        QVERIFY(!test::bytesOf(file()).contains("Practice"));
    }
    void twoRunsDoNotUndoEachOther()
    {
        ConnectionStore window(file());
        QVERIFY(window.load());
        ConnectionStore commandLine(file());
        QVERIFY(commandLine.put(gateway()));
        QVERIFY(window.put(gateway(u"Another"_s)));
        QCOMPARE(names(window), (QStringList{u"USCIS sandbox"_s, u"Gateway"_s, u"Another"_s}));
    }

    void damagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << json("{'version': 1, 'client_ids': {}, 'connec");
        QTest::newRow("something else") << QByteArray("\0\xFF\x7F"
                                                      "ELF",
                                                      6);
        QTest::newRow("list") << QByteArray("[]");
        QTest::newRow("no version") << json("{'connections': [], 'client_ids': {}}");
        QTest::newRow("no connections") << json("{'version': 1, 'client_ids': {}}");
        QTest::newRow("no client IDs") << json("{'version': 1, 'connections': []}");
        QTest::newRow("connection not an object") << json("{'version': 1, 'connections': [7], 'client_ids': {}}");
        QTest::newRow("connection against the rules")
            << json("{'version': 1, 'client_ids': {}, 'connections': [{'name': 'G', "
                    "'token_url': 'http://g.example', 'api_url': 'https://g.example'}]}");
        QTest::newRow("secret in it") << json(
            "{'version': 1, 'client_ids': {}, 'connections': [{'name': 'G', 'client_secret': 's3cr3t'}]}");
    }
    void damagedFiles()
    {
        QFETCH(QByteArray, bytes);
        put(bytes);
        ConnectionStore store(file());
        const auto loaded = store.load();
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().code, ErrorCode::Storage);
        QVERIFY(loaded.error().detail.contains(file()));
        QVERIFY(!loaded.error().detail.contains("s3cr3t"_L1));
        QCOMPARE(store.all(), builtInConnections());
        QCOMPARE(test::bytesOf(file()), bytes);
        QCOMPARE(files().size(), 1);

        // The first thing that is put keeps the damaged file beside, so that nothing is lost and the desk can work.
        QVERIFY(store.put(gateway()));
        QCOMPARE(files(), (QStringList{u"connections.json"_s, u"connections.json.damaged-1"_s}));
        QCOMPARE(test::bytesOf(file() + u".damaged-1"_s), bytes);
        QVERIFY(ConnectionStore(file()).load());

        put(bytes);
        QVERIFY(store.put(gateway()));
        QCOMPARE(files().size(), 3);
        QCOMPARE(test::bytesOf(file() + u".damaged-2"_s), bytes);
    }
    void aNewerFileIsLeftAlone()
    {
        const QByteArray newer = json("{'version': 4, 'connections': {'by': 'other rules'}}");
        put(newer);
        ConnectionStore store(file());
        QCOMPARE(store.load().error().code, ErrorCode::Storage);
        QCOMPARE(store.put(gateway()).error().code, ErrorCode::Storage);
        QVERIFY(!store.find(u"Gateway"_s));
        QCOMPARE(test::bytesOf(file()), newer);
        QCOMPARE(files().size(), 1);
    }
    void aFileThatCannotBeOpenedIsLeftAlone()
    {
        QVERIFY(QDir().mkdir(file())); // whoever runs this test, a directory cannot be read as a file
        ConnectionStore store(file());
        QCOMPARE(store.load().error().code, ErrorCode::Storage);
        QCOMPARE(store.put(gateway()).error().code, ErrorCode::Storage);
        QVERIFY(QFileInfo(file()).isDir());
        QVERIFY(files().isEmpty());
    }
    void aMissingFolderIsAnError()
    {
        ConnectionStore store(m_dir->filePath(u"gone/connections.json"_s));
        QVERIFY(store.load());
        QCOMPARE(store.put(gateway()).error().code, ErrorCode::Storage);
        QCOMPARE(store.all(), builtInConnections());
    }
    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<int>("connections"); // below and above the size from which Qt writes without a buffer
        QTest::addColumn<rlim_t>("room");
        QTest::newRow("small file") << 1 << rlim_t(200);
        QTest::newRow("large file") << 5 << rlim_t(65536);
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(int, connections);
        QFETCH(rlim_t, room);
        ConnectionStore store(file());
        for (int i = 0; i < connections; ++i) {
            Connection connection = gateway(u"Gateway %1"_s.arg(i));
            for (char header = 'A'; connections > 1 && header < 'T'; ++header)
                connection.headers.emplace_back(QByteArray(1, header), QByteArray(1024, 'x'));
            QVERIFY(store.put(connection));
        }
        const QByteArray before = test::bytesOf(file());
        QVERIFY(before.size() > qsizetype(room));
        {
            const FullDisk full(room);
            const auto refused = store.put(gateway(u"Another"_s));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Storage);
            QVERIFY(refused.error().detail.contains(file()));
        }
        QCOMPARE(test::bytesOf(file()), before);
        QCOMPARE(files(), QStringList{u"connections.json"_s});
        QVERIFY(!store.find(u"Another"_s));
        QVERIFY(store.put(gateway(u"Another"_s)));
    }
};

LINTERNA_TEST(TestConnectionStore)

} // namespace test_connectionstore

#include "test_connectionstore.moc"

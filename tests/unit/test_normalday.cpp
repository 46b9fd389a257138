// SPDX-License-Identifier: GPL-3.0-or-later
// What a whole day's work leaves on the disk. The day is worked by a program of its own, so that its files, its log and
// its folder for temporary files can be searched while it is at it, after it was killed, and after its end.
#include "lib/backup/recordbackup.h"
#include "lib/base/log.h"
#include "lib/checks/checkservice.h"
#include "lib/checks/ratelimiters.h"
#include "lib/connections/connectionkeeper.h"
#include "lib/exchange/recordexport.h"
#include "lib/localrecord/localrecord.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/settings/settings.h"
#include "lib/sqlite/requestcounts.h"
#include "tests/support/connectioninuse.h"
#include "tests/support/fakeclock.h"
#include "tests/support/fakenetwork.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/jobresult.h"
#include "tests/support/testconnection.h"
#include "tests/support/testprogram.h"
#include "tests/support/traces.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_normalday {

namespace {

constexpr int receipts = 12;
constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};

// Nothing of this may be found anywhere but in what was exported.
const QString client = u"Quetzalina Ñúñez"_s;
const QString otherClient = u"File 77-Xochimilco"_s;
const QString note = u"Her sister Ixchel waits in Tegucigalpa"_s;
const QString tag = u"tamarindo"_s;
const QString filterName = u"Waiting for jacaranda"_s;
const QString filterText = u"zopilote"_s;
const QString title = u"Case Was Frobnicated"_s;
const QString titleEs = u"El Caso Fue Frobnicado"_s;
const QString description = u"we mailed a lapislazuli notice"_s;
const QString serverMessage = u"the gateway saw a chupacabra"_s;
const QString brokenReply = u"<b>guacamaya</b>"_s;
const QString clientSecret = u"s3cret:%+/&=obsidiana"_s;
const QString token = u"tok.en-malaquita_0123456789"_s;
const QString passphrase = u"turquesa bajo la lluvia"_s;
const QByteArray dataKey = "0123456789abcdef0123456789abcdef";

QString receiptNo(int number)
{
    return u"EAC99991%1"_s.arg(number, 5, 10, QChar(u'0'));
}

QStringList allWords()
{
    QStringList words{client,
                      otherClient,
                      note,
                      tag,
                      filterName,
                      filterText,
                      title,
                      titleEs,
                      description,
                      brokenReply,
                      token,
                      passphrase,
                      clientSecret,
                      serverMessage,
                      u"Quetzalina"_s,
                      u"Ixchel"_s,
                      u"frobnica"_s,
                      QString::fromLatin1(dataKey),
                      QString::fromLatin1(dataKey.toBase64())};
    for (int number = 0; number < receipts; ++number)
        words += receiptNo(number);
    return words;
}

FakeReply answer(const SeenRequest &request)
{
    if (request.url.path().contains("token"_L1))
        return {.body = "{\"access_token\":\"" + token.toUtf8() + "\",\"token_type\":\"Bearer\",\"expires_in\":1799}"};
    const QString number = request.url.fileName();
    switch (number.right(1).toInt()) {
    case 3:
        return {.status = 404, .body = "{\"message\":\"" + serverMessage.toUtf8() + "\"}"};
    case 4:
        return {.status = 403, .body = "{\"message\":\"" + serverMessage.toUtf8() + ' ' + number.toUtf8() + "\"}"};
    case 5:
        return {.body = "<html>" + brokenReply.toUtf8()};
    default:
        return {
            .body =
                u"{\"case_status\":{\"receiptNumber\":\"%1\",\"formType\":\"I-130\",\"current_case_status_text_en\":\"%2\","
                "\"current_case_status_text_es\":\"%3\",\"current_case_status_desc_en\":\"On May 3 %4 for %1.\"}}"_s
                    .arg(number, title, titleEs, description)
                    .toUtf8()};
    }
}

//! A desk with all its files, as the program puts it together.
struct Day {
    explicit Day(const QString &folder) : data(folder + u"/data"_s), out(folder + u"/out"_s)
    {
        secrets.secrets.insert(recordKeyName, Secret(dataKey.toBase64()));
    }
    //! Opens the record. Gives whether it is kept on disk.
    bool open()
    {
        record.open(RecordLifecycle::Keep::OnDisk);
        return waitFor([this] { return !record.isBusy(); }) && !record.state().isForThisRunOnly();
    }
    //! Enters the connection and its secret, and chooses this and that.
    bool prepare()
    {
        Connection office = testConnection("Office");
        office.clientId = u"office"_s;
        office.requestsPerSecond = 100;
        const bool saved =
            resultOf(ConnectionKeeper(connections, secrets).save(office, Secret::copyOf(clientSecret.toUtf8()))).ok();
        settings.setConnection(office.name);
        settings.setExportFolder(out);
        settings.setExportChoices({u"column:client"_s});
        settings.setListSort(u"cases"_s, u"client"_s);
        settings.setRetentionMonths(24);
        inUse.use(office, accessTo(std::make_shared<FakeNetwork>(clock, answer)));
        QObject::connect(&checks, &CheckService::finished, &checks,
                         [this](const CheckOutcome &outcome) { kept += outcome.id > 0; });
        return saved;
    }
    //! Looks all cases up. Gives whether all of them were recorded.
    bool lookUp()
    {
        const int before = kept;
        for (int number = 0; number < receipts; ++number)
            checks.check(*ReceiptNumber::fromText(receiptNo(number)),
                         number % 2 == 0 ? AskedBy::Person : AskedBy::Batch);
        return waitFor([&] {
            clock.pass(std::chrono::seconds(1));
            return kept == before + receipts;
        });
    }
    bool edit()
    {
        const std::array details{CaseDetails{.client = client, .note = note, .tags = {tag}, .onHold = true},
                                 CaseDetails{.client = otherClient, .tags = {tag}}};
        for (int number = 0; number < 2; ++number) {
            if (!resultOf(history.editCase(*ReceiptNumber::fromText(receiptNo(number)), details[std::size_t(number)])))
                return false;
        }
        const RecordFilter filter{.text = filterText + u' ' + client, .tags = {tag}};
        return resultOf(history.saveFilters({{filterName, filter}})).ok()
            && resultOf(history.savedFilters())->front().filter == filter;
    }
    bool search()
    {
        const ListQuery query{.criteria = {.filter = {.text = u"quetzalina frobnicated"_s}, .sort = ListSort::Client}};
        const bool foundOne = waitFor([&] { // the record is read in first
            const auto found = resultOf(history.cases(query));
            return found && found->complete && found->total == 1;
        });
        return foundOne && resultOf(history.checks(query)).ok();
    }
    bool exportAll()
    {
        const bool csv = resultOf(exportRecord(history, out + u"/all.csv"_s)).ok();
        const ExportOptions complete{.format = ExportOptions::Format::JsonLines, .kind = ExportOptions::Kind::Complete};
        return csv && resultOf(exportRecord(history, out + u"/all.jsonl"_s, complete)).ok();
    }
    bool backUp()
    {
        auto *backup = new RecordBackup(history.file(), clock, out + u"/day.linterna-backup"_s,
                                        passphraseFromText(QString(passphrase)), cheap, &history);
        QObject::connect(backup, &RecordBackup::progressed, backup, [](const BackupProgress &progress) {
            qCInfo(lcStorage) << progress.done << "of" << progress.total;
        });
        const auto done = resultOf<BackupDone>(backup);
        return done && done->checks > 0;
    }
    //! Deletes, takes it back, deletes again and forgets it; and what has grown old.
    bool remove()
    {
        const std::vector some{*ReceiptNumber::fromText(receiptNo(1)), *ReceiptNumber::fromText(receiptNo(2))};
        const auto removed = resultOf(history.deleteCases(some));
        return removed && removed->checks > 0 && resultOf(history.undoDeletion(removed->number)).ok()
            && resultOf(history.deleteCases(some)).ok() && resultOf(history.file().purge()).ok()
            && resultOf(history.deleteChecksBefore(clock.now().addSecs(-60))).ok();
    }

    QString data;
    QString out;
    FakeClock clock;
    FakeSecretStore secrets;
    Settings settings{data + u"/settings.ini"_s};
    ConnectionStore connections{data + u"/connections.json"_s};
    LocalRecord history{clock};
    RecordLifecycle record{history, secrets, data + u"/history.db"_s, cheap};
    RequestCounts requests{data + u"/requests.db"_s, clock};
    RateLimiters limiters{clock, &requests};
    ConnectionInUse inUse{secrets, limiters, clock};
    CheckService checks{history, inUse.active, clock};
    int kept = 0;
};

int failed(const char *what)
{
    std::printf("failed: %s\n", what);
    return 1;
}

void say(const char *word)
{
    std::printf("%s\n", word);
    std::fflush(stdout);
}

//! Up to noon, when it is killed with a copy of the record half made and checks coming in.
int morning(Day &day)
{
    if (!day.open() || !day.prepare())
        return failed("begin");
    if (!day.lookUp() || !day.edit() || !day.lookUp())
        return failed("checks");
    if (!day.search())
        return failed("search");
    if (!day.exportAll() || !day.backUp())
        return failed("files");
    if (!day.remove())
        return failed("deletion");
    const auto copy = resultOf(day.history.file().copy());
    if (!copy)
        return failed("copy");
    const auto removed =
        resultOf(day.history.deleteCases({*ReceiptNumber::fromText(receiptNo(6))})); // not forgotten yet
    say(removed ? "noon" : "failed: remove");
    while (day.lookUp())
        say("checked");
    return failed("no end");
}

//! After the kill: the record is there, and the day goes on. The program ends as it should.
int afternoon(Day &day)
{
    if (!day.open() || !day.prepare())
        return failed("begin");
    if (!day.lookUp() || !day.edit() || !day.search() || !day.exportAll() || !day.backUp() || !day.remove())
        return failed("work");
    say("evening");
    return 0;
}

//! Where there is no keyring, and the key lies under a passphrase.
int underPassphrase(Day &day)
{
    day.secrets.secrets.clear();
    day.secrets.mood = FakeSecretStore::Mood::Absent;
    if (day.open() || !resultOf(day.record.protect(passphraseFromText(QString(passphrase)))))
        return failed("passphrase");
    day.secrets.mood = FakeSecretStore::Mood::Open; // for the connection's secret
    if (!day.prepare() || !day.lookUp() || !day.edit())
        return failed("work");
    if (day.open() || !resultOf(day.record.unlock(passphraseFromText(QString(passphrase)))).value() || !day.search())
        return failed("unlock");
    say("evening");
    return 0;
}

//! The part of the day, and the folder in which it is worked.
int workForADay(const QStringList &arguments)
{
    installRedactingMessageHandler();
    Day day(arguments.value(1));
    const QString part = arguments.value(0);
    return part == u"morning"_s ? morning(day) : part == u"afternoon"_s ? afternoon(day) : underPassphrase(day);
}

} // namespace

class TestNormalDay : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    //! All that the program could write to, but for what was exported.
    [[nodiscard]] QStringList searched() const
    {
        return {path(u"data"_s), path(u"home"_s), path(u"tmp"_s), path(u"run"_s), path(u"log"_s)};
    }

    //! Works a part of the day until it says `word`, and some more lines.
    QByteArray work(const QString &part, const QByteArray &word, int more)
    {
        QProcess program;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TMPDIR"_s, path(u"tmp"_s));
        environment.insert(u"HOME"_s, path(u"home"_s));
        environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
        for (const QString &kind : {u"DATA"_s, u"CONFIG"_s, u"CACHE"_s, u"STATE"_s})
            environment.insert(u"XDG_%1_HOME"_s.arg(kind), path(u"home/"_s + kind.toLower()));
        program.setProcessEnvironment(environment);
        program.setStandardErrorFile(path(u"log/%1.log"_s.arg(part)));
        program.start(QCoreApplication::applicationFilePath(), childRole("work-for-a-day", {part, m_folder.path()}));
        QByteArray said;
        while ((!said.contains(word) || said.count("checked") < more) && program.waitForReadyRead(patience))
            said += program.readAllStandardOutput();
        if (more > 0)
            program.kill();
        program.waitForFinished(patience);
        return said + program.readAllStandardOutput();
    }
    void searchAll(const QStringList &mustHaveSeen)
    {
        QStringList read;
        QCOMPARE(Traces(allWords()).in(searched(), &read).join(u'\n'), QString());
        for (const QString &name : mustHaveSeen)
            QVERIFY2(read.contains(path(name)), qPrintable(name + u" was not searched"_s));
    }

private slots:
    void init()
    {
        for (const QString &name : {u"data"_s, u"out"_s, u"home"_s, u"tmp"_s, u"run"_s, u"log"_s}) {
            QVERIFY(QDir(path(name)).removeRecursively());
            QVERIFY(QDir().mkpath(path(name)));
        }
    }

    //! As something that leaked would stand there.
    void fault52_theSearchFinds_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("bytes");
        for (const QString &word : {client, note, receiptNo(0), clientSecret}) {
            const auto row = [&](const char *how, const QByteArray &bytes) {
                QTest::addRow("%s, %s", qPrintable(word), how) << word << bytes;
            };
            row("as it is", word.toUtf8());
            row("UTF-16", {reinterpret_cast<const char *>(word.utf16()), word.size() * 2});
            row("large letters in hexadecimal", word.toUtf8().toHex().toUpper());
            row("percent-encoded", QUrl::toPercentEncoding(word));
        }
        QTest::newRow("lower case") << receiptNo(0) << "eac9999100000"_ba;
        QTest::newRow("as on a notice") << receiptNo(0) << "EAC-99-991-00000"_ba;
        QTest::newRow("with spaces") << receiptNo(0) << "EAC 99 991 00000"_ba;
        QTest::newRow("digits alone") << receiptNo(0) << "9999100000"_ba;
        QTest::newRow("JSON") << client << R"({"client":"Quetzalina \u00D1\u00fa\u00f1ez"})"_ba;
    }
    void fault52_theSearchFinds()
    {
        QFETCH(QString, word);
        QFETCH(QByteArray, bytes);
        QVERIFY(QDir().mkpath(path(u"data/deep/in"_s)));
        QFile file(path(u"data/deep/in/.hidden"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.write("\x01\x00some bytes" + bytes + "more" + QByteArray(5000, '\xff')) > 5000);
        file.close();
        const QStringList found = Traces(allWords()).in(searched());
        QVERIFY(!found.filter(file.fileName() + u": "_s + word).isEmpty());
    }
    void fault52_theSearchFindsWhatSettingsWouldHold()
    {
        QSettings(path(u"data/settings.ini"_s), QSettings::IniFormat).setValue(u"searched"_s, client);
        QVERIFY(!Traces({client}).in(searched()).isEmpty());
        QVERIFY(!Traces({u"Quetzalina"_s}).in(searched()).isEmpty());
    }
    void fault52_base64IsFoundWhereverItBegins()
    {
        const QByteArray word = client.toUtf8();
        for (int before = 0; before < 6; ++before) {
            QFile file(path(u"data/file"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write((QByteArray(before, 'x') + word + "yz").toBase64());
            file.close();
            QVERIFY(!Traces({client}).in(searched()).isEmpty());
        }
    }

    void fault52_aNormalDayLeavesNothingReadable()
    {
        const QByteArray said = work(u"morning"_s, "noon", 2);
        QVERIFY2(said.startsWith("noon\n"), said);
        // Killed in the middle: the log of changes, what connections share and the copy are all there. (So is the lock,
        // which holds nothing.)
        searchAll({u"data/history.db"_s, u"data/history.db-wal"_s, u"data/history.db-shm"_s, u"data/scratch/copy.db"_s,
                   u"data/requests.db"_s, u"data/connections.json"_s, u"data/settings.ini"_s, u"log/morning.log"_s});
        // Who exports gets it all: what is searched for was there to be found.
        QStringList exported = Traces(allWords()).in({path(u"out"_s)});
        for (const QString &word :
             {client, otherClient, note, tag, title, titleEs, description, serverMessage, receiptNo(0), receiptNo(11)})
            QVERIFY2(!exported.filter(u": %1 (UTF-8)"_s.arg(word)).isEmpty(), qPrintable(word));
        QFile log(path(u"log/morning.log"_s));
        QVERIFY(log.open(QIODevice::ReadOnly));
        QVERIFY(log.readAll().contains("EAC••••••")); // what was asked for is told there, masked

        QCOMPARE(work(u"afternoon"_s, "evening", 0), "evening\n");
        searchAll({u"data/history.db"_s, u"data/requests.db"_s, u"data/settings.ini"_s, u"log/afternoon.log"_s});
        QVERIFY(!QFile::exists(path(u"data/scratch"_s)));
    }
    void fault52_norUnderAPassphrase()
    {
        QCOMPARE(work(u"passphrase"_s, "evening", 0), "evening\n");
        searchAll({u"data/history.db"_s, u"data/history.key"_s, u"log/passphrase.log"_s});
    }
};

LINTERNA_TEST(TestNormalDay)
LINTERNA_CHILD_ROLE("work-for-a-day", workForADay)

} // namespace test_normalday

#include "test_normalday.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/exchange/recordimport.h"

#include "lib/exchange/recordexport.h"
#include "lib/exchange/rowwriters.h"
#include "lib/localrecord/localrecord.h"
#include "tests/support/collectingvisitor.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/oddchecks.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordimport {

using Format = ExportOptions::Format;
using Kind = ImportProblem::Kind;

namespace {

ExportOptions complete(Format format)
{
    return {.format = format, .kind = ExportOptions::Kind::Complete};
}

} // namespace

class TestRecordImport : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    std::vector<RecordEvent> m_events; //!< Of the file that was read last.

    void write(const QByteArray &bytes)
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray exported(const ExportOptions &options, const std::vector<SeenCheck> &checks)
    {
        QByteArray bytes;
        const auto writer = rowWriterFor(options);
        writer->begin(bytes);
        for (const SeenCheck &check : checks)
            writer->row(bytes, check.row, check.outcome);
        return bytes;
    }
    static std::vector<SeenCheck> some(unsigned seed, int count)
    {
        OddChecks odd(seed);
        std::vector<SeenCheck> checks;
        for (int i = 0; i < count; ++i)
            checks.push_back(odd.next());
        return checks;
    }
    //! The file's checks, until the end or the first problem, which `import` then knows.
    std::vector<ImportedCheck> readAll(std::shared_ptr<RecordImport> &import)
    {
        std::vector<ImportedCheck> checks;
        m_events.clear();
        import = RecordImport::of(m_file);
        while (true) {
            const auto next = import->next();
            if (!next || !*next)
                return checks;
            if (const auto *event = std::get_if<RecordEvent>(&**next))
                m_events.push_back(*event);
            else
                checks.push_back(std::get<ImportedCheck>(**next));
        }
    }
    ImportProblem problemIn(const QByteArray &bytes)
    {
        write(bytes);
        std::shared_ptr<RecordImport> import;
        (void)readAll(import);
        return import->problem().value_or(ImportProblem());
    }
    static void bothFormats()
    {
        QTest::addColumn<Format>("format");
        QTest::newRow("CSV") << Format::Csv;
        QTest::newRow("JSON Lines") << Format::JsonLines;
    }
    void compare(const std::vector<SeenCheck> &checks)
    {
        std::shared_ptr<RecordImport> import;
        const std::vector<ImportedCheck> read = readAll(import);
        QVERIFY2(!import->problem(), qPrintable(importProblemText(import->problem().value_or(ImportProblem()))));
        QCOMPARE(read.size(), checks.size());
        QCOMPARE(import->unknownColumns(), QStringList());
        for (std::size_t i = 0; i < checks.size(); ++i) {
            QCOMPARE(difference(checks[i].outcome, read[i].outcome), QString());
            QVERIFY(checks[i].row.details == read[i].details);
        }
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"desk"_s);
    }

    void everyCheckComesBackAsItWas_data() { bothFormats(); }
    void everyCheckComesBackAsItWas()
    {
        QFETCH(Format, format);
        const std::vector<SeenCheck> checks = some(2026, 600);
        write(exported(complete(format), checks));
        compare(checks);
    }
    void whatTheStoreGivesComesBack_data() { bothFormats(); }
    void whatTheStoreGivesComesBack()
    {
        QFETCH(Format, format);
        LocalRecord store{stillClock()};
        QVERIFY(resultOf(store.file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
        for (SeenCheck &check : some(7, 60)) {
            check.outcome.uuid.clear();
            QVERIFY(resultOf(store.record(check.outcome)));
        }
        const auto visitor = std::make_shared<CollectingVisitor>();
        QCOMPARE(resultOf(store.visit(visitor)).value(), 60);
        std::vector<SeenCheck> checks;
        for (std::size_t i = 0; i < visitor->rows.size(); ++i)
            checks.push_back({visitor->rows[i], visitor->outcomes[i].value()});
        QCOMPARE(resultOf(exportRecord(store, m_file, complete(format))).value(), 60);
        compare(checks);
        QCOMPARE(m_events.size(), format == Format::Csv ? std::size_t(0) : std::size_t(61)); // one of the desk itself
    }
    void aMegabyteComesBack_data() { bothFormats(); }
    void aMegabyteComesBack()
    {
        QFETCH(Format, format);
        SeenCheck check{{{.receipt = receiptOf(), .checkedAt = someTime()}}, goodOutcome()};
        check.outcome.rawReply = QByteArray(1024 * 1024, '\xff');
        check.outcome.transcripts = {{.replyBody = QByteArray(1024 * 1024, '"')},
                                     {.replyBody = check.outcome.rawReply}};
        write(exported(complete(format), {check, check}));
        compare({check, check});
    }
    void everyLineIsAnObjectOfItsOwn()
    {
        const QByteArray lines = exported(complete(Format::JsonLines), some(3, 50));
        QVERIFY(lines.endsWith('\n'));
        QCOMPARE(lines.count('\n'), 50);
        for (const QByteArray &line : lines.chopped(1).split('\n')) {
            QJsonParseError error;
            QVERIFY(QJsonDocument::fromJson(line, &error).isObject());
        }
    }
    void whatCouldNotBeDecryptedIsCounted_data() { bothFormats(); }
    void whatCouldNotBeDecryptedIsCounted()
    {
        QFETCH(Format, format);
        const std::vector<SeenCheck> checks = some(1, 2);
        QByteArray bytes;
        const auto writer = rowWriterFor(complete(format));
        writer->begin(bytes);
        writer->row(bytes, checks[0].row, checks[0].outcome);
        writer->row(bytes, {{.checkedAt = someTime(), .unreadable = true}}, {});
        writer->row(bytes, checks[1].row, checks[1].outcome);
        write(bytes);
        std::shared_ptr<RecordImport> import;
        QCOMPARE(readAll(import).size(), std::size_t(2));
        QVERIFY(!import->problem());
        QCOMPARE(import->unreadable(), 1);
    }

    void columnsMayStandInAnyOrder()
    {
        const std::vector<SeenCheck> checks = some(5, 1);
        QByteArray json;
        appendCheckJsonOf(json, checks[0]);
        QString cell = QString::fromUtf8(json);
        write("check;Office notes;receipt_number\r\n"
              "\""
              + cell.replace(u'"', u"\"\""_s).toUtf8() + "\";mine;x\r\n");
        std::shared_ptr<RecordImport> import;
        const auto read = readAll(import);
        QVERIFY(!import->problem());
        QCOMPARE(read.size(), std::size_t(1));
        QCOMPARE(difference(checks[0].outcome, read[0].outcome), QString());
        QCOMPARE(import->unknownColumns(), QStringList{u"Office notes"_s});
    }
    //! A line that another program wrote: numbers are what they say, and the last of two members counts.
    void oddLinesAreRead()
    {
        SeenCheck check{{{.receipt = receiptOf(), .checkedAt = someTime()}}, goodOutcome()};
        check.outcome.transcripts = {{.sentAt = someTime(), .took = std::chrono::milliseconds(9'007'199'254'740'993)}};
        QByteArray line = exported(complete(Format::JsonLines), {check});
        QVERIFY(line.contains("9007199254740993"));
        line.replace("\"linterna_check\":1", "\"linterna_check\":7,\"linterna_check\":1e0");
        line.replace("{\"linterna", "{\"x\":[123456789012345678901234567890,\"\\udead\"],\"linterna");
        write(line);
        compare({check});
    }
    void anEverydayFileIsRefused_data() { bothFormats(); }
    void anEverydayFileIsRefused()
    {
        QFETCH(Format, format);
        const ImportProblem problem = problemIn(exported({.format = format}, some(1, 1)));
        QCOMPARE(problem.kind, Kind::Everyday);
        QVERIFY(importProblemText(problem).contains(u"only a complete one"_s));
    }
    //! Also one with a line for each case, of which a check is only a part.
    void aFileOfCasesIsRefused_data() { bothFormats(); }
    void aFileOfCasesIsRefused()
    {
        QFETCH(Format, format);
        const VisitScope cases{.what = VisitScope::What::Cases};
        for (const bool complete : {false, true}) {
            ExportOptions options{.format = format, .scope = cases};
            if (complete)
                options.kind = ExportOptions::Kind::Complete;
            QCOMPARE(problemIn(exported(options, some(1, 2))).kind, Kind::Everyday);
        }
        const QStringList few{u"client"_s, u"last_checked_at"_s, u"last_outcome"_s};
        const ImportProblem problem =
            problemIn(exported({.format = format, .caseColumns = few, .scope = cases}, some(1, 1)));
        QCOMPARE(problem.kind, format == Format::Csv ? Kind::Everyday : Kind::NotAnExport);
    }
    void whatIsWrongIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<qint64>("row");
        QTest::addColumn<QString>("what");
        const auto row = [](const char *name, const QByteArray &bytes, Kind kind, qint64 at, const QString &what = {}) {
            QTest::newRow(name) << bytes << kind << at << what;
        };
        const std::vector<SeenCheck> checks = some(1, 2);
        const QByteArray csv = exported(complete(Format::Csv), checks);
        const QByteArray lines = exported(complete(Format::JsonLines), checks);
        const QByteArray second = lines.mid(lines.indexOf('\n') + 1);
        const auto changed = [&](const QByteArray &from, const QByteArray &to) {
            return lines.left(lines.indexOf('\n') + 1) + QByteArray(second).replace(from, to);
        };
        row("nothing", "", Kind::Empty, 0);
        row("another table", "Name,Date\r\nx,y\r\n", Kind::NotAnExport, 0, u"check"_s);
        row("another object", "{\"name\": 1}\n", Kind::NotAnExport, 1, u"linterna_check"_s);
        row("no text", QByteArray("PK\x03\x04\0\0\0\0", 8), Kind::BrokenCsv, 1);
        row("CSV cut off", csv.chopped(9), Kind::BrokenCheck, 3);
        row("CSV cell cut off", csv.left(csv.lastIndexOf("\"\"raw_reply")) + "\"\r\n", Kind::BrokenCheck, 3);
        row("CSV row too short", csv + "x,y\r\n", Kind::BrokenCheck, 4);
        row("line cut off", lines.chopped(9), Kind::BrokenCheck, 2);
        row("array", "\xef\xbb\xbf\n{\"linterna_check\":1}\n", Kind::WrongValue, 2, u"receipt_number"_s);
        row("newer", changed("\"linterna_check\":1", "\"linterna_check\":2"), Kind::Newer, 2);
        row("receipt", changed("\"receipt_number\":\"", "\"receipt_number\":\"x"), Kind::WrongValue, 2,
            u"receipt_number"_s);
        row("no time", changed("\"checked_at\":\"", "\"checked_at\":\"at "), Kind::WrongValue, 2, u"checked_at"_s);
        row("raw reply", changed("\"raw_reply\":\"", "\"raw_reply\":\"!"), Kind::WrongValue, 2, u"raw_reply"_s);
        row("missing", changed("\"asked_by\"", "\"asker\""), Kind::WrongValue, 2, u"asked_by"_s);
        row("who", changed("\"asked_by\":\"", "\"asked_by\":\"no"), Kind::WrongValue, 2, u"asked_by"_s);
        row("type", changed("\"http_status\":", "\"http_status\":-"), Kind::WrongValue, 2, u"http_status"_s);
        const auto begun = [&](const QByteArray &with) {
            return changed("{\"linterna_check", '{' + with + ",\"linterna_check");
        };
        row("bad UTF-8", begun("\"x\":\"\xFF\""), Kind::BrokenCheck, 2);
        row("raw tab in a text", begun("\"x\":\"\t\""), Kind::BrokenCheck, 2);
        row("a number beyond a double", begun("\"x\":1e999"), Kind::BrokenCheck, 2);
        row("something behind", lines.chopped(1) + "{}\n", Kind::BrokenCheck, 2);
        row("newer, with a fraction", changed("\"linterna_check\":1", "\"linterna_check\":2.0"), Kind::Newer, 2);
        row("no event", changed("\"event\":\"", "\"event\":\"0"), Kind::WrongValue, 2, u"event"_s);
        row("event without a name", begun("\"event\":null").replace(",\"event\":\"", ",\"other\":\""), Kind::WrongValue,
            2, u"event"_s);
        row("long client",
            "{\"linterna_check\":1,\"outcome\":\"ok\",\"receipt_number\":\"EAC9999103402\",\"answer\":1}",
            Kind::WrongValue, 1, u"connection"_s);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, bytes);
        const ImportProblem problem = problemIn(bytes);
        QTEST(problem.kind, "kind");
        QTEST(problem.row, "row");
        QTEST(problem.what, "what");
        QVERIFY(!importProblemText(problem).isEmpty());
    }
    void tooMuchOfACaseIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("client") << u"case.client"_s;
        QTest::newRow("note") << u"case.note"_s;
        QTest::newRow("tags") << u"case.tags"_s;
        QTest::newRow("many") << u"case.tags"_s;
    }
    void tooMuchOfACaseIsRefused()
    {
        SeenCheck check{{{.receipt = receiptOf(), .checkedAt = someTime()}}, goodOutcome()};
        const QString test = QString::fromUtf8(QTest::currentDataTag());
        CaseDetails &details = check.row.details;
        if (test == u"client")
            details.client = QString(CaseDetails::LongestClient + 1, u'x');
        else if (test == u"note")
            details.note = QString(CaseDetails::LongestNote + 1, u'x');
        else if (test == u"tags")
            details.tags = {QString(CaseDetails::LongestTag + 1, u'x')};
        else
            details.tags = QString(CaseDetails::MostTags + 1, u'x').split(u""_s, Qt::SkipEmptyParts);
        QTEST(problemIn(exported(complete(Format::JsonLines), {check})).what, "what");
    }
    //! A cell that somebody edited by hand is no reason to refuse the checks, and is said with its line.
    void fault105_strayMarksAreReadAndSaid()
    {
        QByteArray csv = exported(complete(Format::Csv), some(1, 2));
        const qsizetype line = csv.indexOf("\r\n") + 2;
        csv.insert(csv.indexOf(',', line), " 5\" pipe");
        const QString file = m_folder->filePath(u"edited.csv"_s);
        QFile edited(file);
        QVERIFY(edited.open(QIODevice::WriteOnly) && edited.write(csv) == csv.size());
        edited.close();
        const auto import = RecordImport::of(file);
        int checks = 0;
        for (auto next = import->next(); next && *next; next = import->next())
            ++checks;
        QVERIFY(!import->problem());
        QCOMPARE(checks, 2);
        QCOMPARE(import->strayCells(), 1);
        QCOMPARE(import->strayMarks().front(), (CsvStrayMark{CsvStrayMark::Kind::Inside, 2, 2}));
    }
    void aFileThatIsNotThereSaysWhy()
    {
        const auto import = RecordImport::of(m_folder->filePath(u"none.jsonl"_s));
        const auto refused = import->next();
        QCOMPARE(refused.error().code, ErrorCode::Invalid);
        QVERIFY(refused.error().detail.contains(u"none.jsonl"_s));
        QCOMPARE(import->problem()->kind, Kind::Unreadable);
    }

private:
    static void appendCheckJsonOf(QByteArray &out, const SeenCheck &check)
    {
        rowWriterFor(complete(Format::JsonLines))->row(out, check.row, check.outcome);
        out = out.trimmed();
    }
};

LINTERNA_TEST(TestRecordImport)

} // namespace test_recordimport

#include "test_recordimport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Events among the lines of a complete export: what is read of them, and what is said of those that are wrong.
#include "lib/exchange/recordimport.h"
#include "lib/exchange/rowwriters.h"
#include "tests/support/oddchecks.h"
#include "tests/support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_eventlines {

using Format = ExportOptions::Format;
using Kind = ImportProblem::Kind;

class TestEventLines : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

    [[nodiscard]] std::shared_ptr<RecordImport> importOf(const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(u"desk.jsonl"_s));
        (void)(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        return RecordImport::of(file.fileName());
    }
    static ExportOptions complete(Format format) { return {.format = format, .kind = ExportOptions::Kind::Complete}; }
    static QByteArray exported(const ExportOptions &options, int checks, int events)
    {
        QByteArray bytes;
        const auto writer = rowWriterFor(options);
        writer->begin(bytes);
        for (const RecordEvent &event : someEvents(events))
            writer->event(bytes, event);
        OddChecks odd(1);
        for (int i = 0; i < checks; ++i) {
            const SeenCheck check = odd.next();
            writer->row(bytes, check.row, check.outcome);
        }
        return bytes;
    }
    //! The first events of a desk.
    static std::vector<RecordEvent> someEvents(int count)
    {
        std::vector<RecordEvent> events;
        for (int number = 1; number <= count; ++number)
            events.push_back({.head = {.uuid = QByteArray(UuidBytes, char(number)),
                                       .desk = QByteArray(UuidBytes, 'd'),
                                       .number = number,
                                       .at = someTime().toMSecsSinceEpoch(),
                                       .leaf = QByteArray(EventHashBytes, 'l'),
                                       .link = QByteArray(EventHashBytes, char(number))},
                              .kind = "edit",
                              .salt = QByteArray(EventHashBytes, 's'),
                              .canonical = "some bytes"});
        return events;
    }

private slots:
    void eventsComeBackAsTheyWere()
    {
        const auto import = importOf(exported(complete(Format::JsonLines), 3, 5));
        for (const RecordEvent &event : someEvents(5)) {
            const auto next = import->next();
            QVERIFY(next && *next);
            QCOMPARE(std::get<RecordEvent>(**next), event);
        }
        for (int i = 0; i < 3; ++i)
            QVERIFY(std::holds_alternative<ImportedCheck>(**import->next()));
        QVERIFY(!import->next()->has_value());
        QVERIFY(!import->problem());
        QCOMPARE(import->events(), 5);
        QCOMPARE(import->given(), 3);
    }
    void onlyCompleteLinesHoldEvents()
    {
        QVERIFY(rowWriterFor(complete(Format::JsonLines))->wantsEvents());
        for (const ExportOptions &options : {complete(Format::Csv), ExportOptions{.format = Format::JsonLines}}) {
            QVERIFY(!rowWriterFor(options)->wantsEvents());
            QCOMPARE(exported(options, 2, 3), exported(options, 2, 0));
        }
    }
    //! What the record refuses is what it was given last.
    void aRefusalNamesTheLine()
    {
        const auto import = importOf("\n" + exported(complete(Format::JsonLines), 1, 2));
        for (const qint64 line : {2, 3, 4}) {
            QVERIFY(import->next()->has_value());
            QCOMPARE(import->refusal(), (ImportProblem{.kind = Kind::Altered, .row = line}));
            QVERIFY(importProblemText(import->refusal()).startsWith(u"row %1: "_s.arg(line)));
        }
        QVERIFY(!import->next()->has_value());
        QCOMPARE(import->refusal(), (ImportProblem{.kind = Kind::Altered})); // all of it
    }
    void aRefusalOfItsOwnIsTheProblem()
    {
        const auto import = importOf(exported(complete(Format::JsonLines), 2, 0).chopped(9));
        QVERIFY(import->next());
        QVERIFY(!import->next());
        QCOMPARE(import->refusal(), *import->problem());
        QCOMPARE(import->refusal().kind, Kind::BrokenCheck);
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
        const QByteArray lines = exported(complete(Format::JsonLines), 2, 0);
        const QByteArray events = exported(complete(Format::JsonLines), 0, 2);
        const auto altered = [&](const QByteArray &from, const QByteArray &to) {
            return events.left(events.indexOf('\n') + 1) + events.mid(events.indexOf('\n') + 1).replace(from, to)
                + lines;
        };
        row("event behind a check", lines + events, Kind::Misplaced, 3);
        row("event behind a check that was lost", events + "{\"linterna_check\":1,\"outcome\":\"lost\"}\n" + events,
            Kind::Misplaced, 4);
        row("two exports in one file", events + lines + events + lines, Kind::Misplaced, 5);
        row("event cut off", events.chopped(9), Kind::BrokenCheck, 2);
        row("event cut off in the middle", events.chopped(9) + '\n' + lines, Kind::BrokenCheck, 2);
        row("newer event", altered("\"linterna_event\":1", "\"linterna_event\":2"), Kind::Newer, 2);
        row("event of no version", altered("\"linterna_event\":1", "\"linterna_event\":0"), Kind::NotAnExport, 2,
            u"linterna_check"_s);
        row("wrong event", altered("\"number\":2", "\"number\":\"2\""), Kind::WrongValue, 2, u"number"_s);
        row("neither", events + "{\"linterna\":1}\n", Kind::NotAnExport, 3, u"linterna_check"_s);
    }
    void whatIsWrongIsNamed()
    {
        QFETCH(QByteArray, bytes);
        const auto import = importOf(bytes);
        for (auto next = import->next(); next && *next; next = import->next()) {
        }
        QVERIFY(import->problem());
        QTEST(import->problem()->kind, "kind");
        QTEST(import->problem()->row, "row");
        QTEST(import->problem()->what, "what");
        QVERIFY(!importProblemText(*import->problem()).isEmpty());
    }
};

LINTERNA_TEST(TestEventLines)

} // namespace test_eventlines

#include "test_eventlines.moc"

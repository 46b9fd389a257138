// SPDX-License-Identifier: GPL-3.0-or-later
// What a person reads after an import, in both languages.
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/testprogram.h"
#include "ui/exchange/importhistory.h"
#include "ui/widgets/question.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(linterna::ImportReport)

namespace test_importwords {

class TestImportWords : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    LanguageSwitcher m_languages;

    std::shared_ptr<RecordImport> source(const QByteArray &bytes = "{}\n")
    {
        QFile file(m_folder.filePath(u"desk.jsonl"_s));
        (void)(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        return RecordImport::of(file.fileName());
    }

private slots:
    void saysWhatCameOfIt_data()
    {
        QTest::addColumn<ImportReport>("report");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        QTest::newRow("one new") << ImportReport{.checks = 1, .events = 2} << u"1 check was taken in."_s
                                 << u"Se importó 1 consulta."_s;
        QTest::newRow("some new, some known") << ImportReport{.checks = 12, .events = 14, .known = 3}
                                              << u"12 checks were taken in.\n3 checks had been here before."_s
                                              << u"Se importaron 12 consultas.\n3 consultas ya constaban aquí."_s;
        QTest::newRow("all known") << ImportReport{.known = 1}
                                   << u"Nothing in it is new.\n1 check had been here before."_s
                                   << u"No trae nada nuevo.\n1 consulta ya constaba aquí."_s;
        QTest::newRow("only notes")
            << ImportReport{.events = 3, .known = 2}
            << u"No check in it is new; the other changes were taken in.\n2 checks had been here before."_s
            << u"No trae consultas nuevas; los demás cambios se importaron.\n2 consultas ya constaban aquí."_s;
        QTest::newRow("nothing at all") << ImportReport{} << u"Nothing in it is new."_s << u"No trae nada nuevo."_s;
        QTest::newRow("taken over") << ImportReport{.checks = 2, .events = 2, .takenOver = 2}
                                    << u"2 checks were taken in."_s << u"Se importaron 2 consultas."_s;
        QTest::newRow("one of each")
            << ImportReport{.checks = 2, .events = 9, .differing = 1, .conflicts = 1, .deletions = 1}
            << u"2 checks were taken in.\n1 entry contradicts what is here and was left out.\n1 field has "
               "different values and waits for your choice.\n1 deletion of another desk waits for your answer."_s
            << u"Se importaron 2 consultas.\n1 entrada contradice lo que hay aquí y se dejó fuera.\n1 campo tiene "
               "valores diferentes y espera su elección.\n1 eliminación de otra computadora espera su respuesta."_s;
        QTest::newRow("several of each")
            << ImportReport{.checks = 2, .events = 9, .differing = 2, .conflicts = 3, .deletions = 4}
            << u"2 checks were taken in.\n2 entries contradict what is here and were left out.\n3 fields have "
               "different values and wait for your choice.\n4 deletions of another desk wait for your answer."_s
            << u"Se importaron 2 consultas.\n2 entradas contradicen lo que hay aquí y se dejaron fuera.\n3 campos tienen "
               "valores diferentes y esperan su elección.\n4 eliminaciones de otra computadora esperan su respuesta."_s;
    }
    void saysWhatCameOfIt()
    {
        QFETCH(ImportReport, report);
        QFETCH(QString, english);
        QFETCH(QString, spanish);
        const auto import = source();
        m_languages.setLanguage(u"en"_s);
        QCOMPARE(importOutcomeText(*import, u"desk.jsonl"_s, report),
                 english + u"\nThe file desk.jsonl is not encrypted. Delete it when you no longer need it."_s);
        m_languages.setLanguage(u"es"_s);
        QCOMPARE(importOutcomeText(*import, u"desk.jsonl"_s, report),
                 spanish + u"\nEl archivo desk.jsonl no está cifrado. Elimínelo cuando ya no lo necesite."_s);
    }

    void whatTheRecordRefusesIsNamed()
    {
        const Result<ImportReport> refused = Error{.code = ErrorCode::Invalid, .detail = u"leaf"_s};
        const auto import =
            source("{\"linterna_event\":1,\"uuid\":\"" + QByteArray(32, 'a') + "\",\"desk\":\"" + QByteArray(32, 'b')
                   + "\",\"number\":1,\"at\":0,\"kind\":\"check\",\"leaf\":\"" + QByteArray(64, 'c') + "\",\"link\":\""
                   + QByteArray(64, 'd') + "\",\"salt\":null,\"canonical\":null}\n");
        QVERIFY(import->next()->has_value());
        m_languages.setLanguage(u"en"_s);
        QCOMPARE(
            importOutcomeText(*import, u"desk.jsonl"_s, refused),
            u"desk.jsonl is damaged in row 1: what stands there was changed after it was exported. Export it again at "
            "the other desk."_s);
        m_languages.setLanguage(u"es"_s);
        QCOMPARE(
            importOutcomeText(*import, u"desk.jsonl"_s, refused),
            u"desk.jsonl está dañado en la fila 1: lo que dice se cambió después de exportarlo. Expórtelo de nuevo en la "
            "otra computadora."_s);
        QVERIFY(!import->next()->has_value());
        QCOMPARE(importOutcomeText(*import, u"desk.jsonl"_s, refused),
                 u"desk.jsonl se cambió después de exportarlo. Expórtelo de nuevo en la otra computadora."_s);
    }
    void everyProblemHasWordsOfItsOwn()
    {
        for (const QString &language : {u"en"_s, u"es"_s}) {
            m_languages.setLanguage(language);
            QStringList all;
            for (int kind = 0; kind <= int(ImportProblem::Kind::Altered); ++kind)
                all += importProblemSentence({.kind = ImportProblem::Kind(kind), .row = 7, .what = u"x"_s}, u"f"_s);
            QCOMPARE(all.removeDuplicates(), 0);
            QVERIFY(!all.contains(QString()));
            QVERIFY(all.contains(
                language == u"en"
                    ? u"f holds several exports, the second from row 7 on. Import each from a file of its own."_s
                    : u"f contiene varias exportaciones, la segunda desde la fila 7. Importe cada una desde su "
                      "propio archivo."_s));
        }
    }

    void theReportLeadsToTheChoices_data()
    {
        QTest::addColumn<ImportReport>("report");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<bool>("leads");
        QTest::newRow("new") << ImportReport{.checks = 1, .events = 1} << u"The checks are here"_s << false;
        QTest::newRow("nothing new") << ImportReport{.known = 1} << u"Nothing new"_s << false;
        QTest::newRow("conflict") << ImportReport{.checks = 1, .events = 1, .conflicts = 1} << u"The checks are here"_s
                                  << true;
        QTest::newRow("deletion of before") << ImportReport{.known = 1, .deletions = 1} << u"Nothing new"_s << true;
    }
    void theReportLeadsToTheChoices()
    {
        QFETCH(ImportReport, report);
        QFETCH(bool, leads);
        m_languages.setLanguage(u"en"_s);
        QWidget window;
        window.show();
        int reviews = 0;
        Question *said = ImportHistory::newReport(
            u"words"_s, report, [&reviews] { ++reviews; }, &window);
        said->open();
        QTEST(said->windowTitle(), "heading");
        QPushButton *review = buttonIn(said, u"Review differences…"_s);
        QCOMPARE(review != nullptr, leads);
        QVERIFY(buttonIn(said, u"Close"_s));
        if (review)
            review->click();
        QCOMPARE(reviews, leads ? 1 : 0);
    }
    void aFailureLeadsNowhere()
    {
        m_languages.setLanguage(u"en"_s);
        QWidget window;
        Question *said = ImportHistory::newReport(u"words"_s, Error{.code = ErrorCode::Storage}, {}, &window);
        QCOMPARE(said->windowTitle(), u"Nothing was imported"_s);
        QCOMPARE(said->findChildren<QPushButton *>().size(), 1);
    }
};

LINTERNA_TEST(TestImportWords)

} // namespace test_importwords

#include "test_importwords.moc"

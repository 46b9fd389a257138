// SPDX-License-Identifier: GPL-3.0-or-later
// What a spreadsheet makes of an export when a person opens it and changes nothing: LibreOffice Calc, without a window.
// Calc's import dialog sees from the byte order mark that the file is UTF-8; without the dialog Calc has to be told.
// "Detect special numbers" (dates, "1E5", "TRUE") is turned on, which the dialog leaves off, and "quoted field as text"
// is off, as in the dialog: the worst case.
#include "lib/exchange/rowwriters.h"
#include "lib/tables/csvreader.h"
#include "tests/support/fixture.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_spreadsheet {

namespace {

struct Cell {
    QString type; //!< "string", "float", "date", "boolean"; empty for an empty cell.
    QString text; //!< The cell's text as it is shown.
};
using Table = std::vector<std::vector<Cell>>;

//! Text of a cell: its paragraphs, a line each. OpenDocument has elements for tabs and for several spaces.
QString cellText(QXmlStreamReader &xml)
{
    QStringList paragraphs;
    while (!(xml.isEndElement() && xml.name() == u"table-cell")) {
        const bool start = xml.readNext() == QXmlStreamReader::StartElement;
        if (start && xml.name() == u"p")
            paragraphs << QString();
        else if (start && xml.name() == u"s")
            paragraphs.back() += QString(std::max(1, xml.attributes().value(u"text:c"_s).toInt()), u' ');
        else if (start && xml.name() == u"tab")
            paragraphs.back() += u'\t';
        else if (xml.isCharacters() && !paragraphs.isEmpty() && !xml.isWhitespace())
            paragraphs.back() += xml.text();
        if (xml.atEnd())
            break;
    }
    return paragraphs.join(u'\n');
}

//! The rows of the first sheet of a flat OpenDocument file.
Table tableOf(const QByteArray &document)
{
    constexpr int longestRow = 200; // Calc fills its rows up with empty cells
    QXmlStreamReader xml(document);
    Table table;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"table-row")
            table.emplace_back();
        if (xml.name() != u"table-cell")
            continue;
        const int times = std::max(1, xml.attributes().value(u"table:number-columns-repeated"_s).toInt());
        Cell cell{xml.attributes().value(u"office:value-type"_s).toString(), {}};
        cell.text = cellText(xml);
        table.back().insert(table.back().end(), static_cast<std::size_t>(std::min(times, longestRow)), cell);
    }
    return xml.hasError() ? Table() : table;
}

//! Ends of lines inside of a cell become LF in every spreadsheet.
QString unixLines(QString text)
{
    return text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
}

QStringList hostileTexts()
{
    QStringList texts = QString::fromUtf8(fixture(u"csv/injection.txt"_s)).split(u'\n', Qt::SkipEmptyParts);
    return texts << u"00017"_s << u"12345678901234567890"_s << u"1E5"_s << u"TRUE"_s << u"falso"_s << u"2023-09-05"_s
                 << u"1/2"_s << u"3-4"_s << u"3 May"_s << u"May 2023"_s << u"10:42"_s << u"10:42 PM"_s << u"5 %"_s
                 << u"$5"_s << u"(5)"_s << u"1,234.5"_s << u"1.234,5"_s << u"5e-3"_s << u"5 de mayo de 2023"_s << u"½"_s
                 << u"０１７"_s << u"'00017"_s << u"'=1+1"_s << u"EAC9999103402"_s << u"I-130"_s << u"tab\tin it"_s
                 << u"\tand before"_s << u"one\r\ntwo\nthree"_s << u"\r\n=1+1"_s << u"a \"quoted\" word, and; more"_s
                 << u"  spaces  "_s << u"Aprobación, año, ¿qué?"_s << u"\U0001F512 日本"_s
                 << u"nul "_s + QChar(0) + u"=1"_s << u"half "_s + QChar(0xD800) << u"\u200b=1+1"_s
                 << u"https://www.uscis.gov"_s << u"a@b.example"_s << u"#N/A"_s << u"-"_s << u"NaN"_s << u"inf"_s
                 << u"0x1F"_s << u"1 1/2"_s << u"2023-09-05T10:42:00"_s << u"lunes"_s << u"Sept"_s;
}

} // namespace

class TestSpreadsheet : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::vector<QStringList> m_written; //!< Cells of the exported file, apostrophes included.
    Table m_opened;                     //!< Cells as Calc has opened them, by the row that a test is about.
    std::map<QString, Table> m_openedIn;

    QByteArray exported(const QStringList &texts)
    {
        QByteArray bytes;
        const auto writer = rowWriterFor({});
        writer->begin(bytes);
        for (const QString &text : texts) {
            CaseStatus status = caseStatus();
            status.formType = text;
            status.title = {text, text.toHtmlEscaped()};
            status.description = status.title;
            status.history = {{text, {}, {text, text}}};
            const CheckOutcome good = goodOutcome(status);
            const CheckOutcome bad = badOutcome({.code = ErrorCode::Server, .serverMessage = text});
            const CheckRow row{{.id = 1,
                                .receipt = good.receipt,
                                .details = {.client = text, .note = text, .tags = {text}},
                                .checkedAt = good.checkedAt},
                               text};
            writer->row(bytes, row, good);
            writer->row(bytes, row, bad);
        }
        return bytes;
    }
    void readWritten(QByteArray bytes)
    {
        QBuffer buffer(&bytes);
        QVERIFY(buffer.open(QIODevice::ReadOnly));
        CsvReader reader(buffer);
        while (const auto row = reader.readRow())
            m_written.push_back(*row);
        QVERIFY(!reader.problem());
    }
    //! `language`: Windows' number of the language in which Calc reads dates and numbers.
    Table openedIn(const QString &language)
    {
        const QString format = u"CSV:44,34,76,1,,%1,false,true"_s.arg(language);
        QProcess soffice;
        soffice.start(u"soffice"_s,
                      {u"-env:UserInstallation=file://"_s + m_folder.filePath(u"profile"_s), u"--headless"_s,
                       u"--infilter="_s + format, u"--convert-to"_s, u"fods"_s, u"--outdir"_s,
                       m_folder.filePath(language), m_folder.filePath(u"export.csv"_s)});
        QFile opened(m_folder.filePath(language + u"/export.fods"_s));
        if (!soffice.waitForFinished(patience) || !opened.open(QIODevice::ReadOnly))
            qFatal("soffice: %s %s", qPrintable(soffice.errorString()), soffice.readAllStandardError().constData());
        return tableOf(opened.readAll());
    }
    void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English (USA)") << u"1033"_s;
        QTest::newRow("Spanish (Mexico)") << u"2058"_s;
    }
    void takeTable()
    {
        QFETCH(QString, language);
        if (!m_openedIn.contains(language))
            m_openedIn[language] = openedIn(language);
        m_opened = m_openedIn[language];
        QVERIFY(m_opened.size() >= m_written.size());
    }
    [[nodiscard]] const Cell &cell(std::size_t row, qsizetype column) const
    {
        static const Cell empty;
        return static_cast<std::size_t>(column) < m_opened[row].size() ? m_opened[row][static_cast<std::size_t>(column)]
                                                                       : empty;
    }
    [[nodiscard]] qsizetype column(const QString &name) const { return m_written.front().indexOf(name); }

private slots:
    void initTestCase()
    {
        const QByteArray csv = exported(hostileTexts());
        readWritten(csv);
        QFile file(m_folder.filePath(u"export.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size());
    }
    //! fault63: no formula, no number, no date of a text; fault64: quotation marks, line breaks, tabs; fault68: accents.
    void fault63_fault64_fault68_everyTextIsTheTextItWas_data() { languages(); }
    void fault63_fault64_fault68_everyTextIsTheTextItWas()
    {
        takeTable();
        QStringList wrong;
        for (std::size_t row = 0; row < m_written.size(); ++row) {
            for (qsizetype i = 0; i < m_written[row].size(); ++i) {
                const QString name = m_written.front()[i];
                const ExportColumn &kind = exportColumns()[static_cast<std::size_t>(i)];
                const QString expected = unixLines(m_written[row][i]);
                const bool text = kind.cell == CsvCell::Text || name == u"receipt_number" || row == 0;
                const Cell &seen = cell(row, i);
                if (text && (seen.text != expected || (seen.type != u"string" && !expected.isEmpty())))
                    wrong << u"%1: wrote %2, opened as %3 %4"_s.arg(name, expected, seen.type, seen.text);
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 cells\n"_s.arg(wrong.size()) + wrong.mid(0, 40).join(u'\n')));
    }
    void fault63_clientsComeBackAsTheyWereWritten_data() { languages(); }
    void fault63_clientsComeBackAsTheyWereWritten()
    {
        takeTable();
        const QStringList texts = hostileTexts();
        for (qsizetype i = 0; i < texts.size(); ++i) {
            QString expected = texts[i];
            expected.replace(QChar(0), QChar(QChar::ReplacementCharacter))
                .replace(QChar(0xD800), QChar(QChar::ReplacementCharacter));
            expected.replace(QChar(QChar::ByteOrderMark), QChar(0x2060));
            QCOMPARE(originalTextCell(cell(static_cast<std::size_t>(2 * i + 1), column(u"client"_s)).text),
                     unixLines(expected));
        }
    }
    void numbersAndDatesOfOursMayBeTakenForSuch_data() { languages(); }
    void numbersAndDatesOfOursMayBeTakenForSuch()
    {
        takeTable();
        QCOMPARE(cell(1, column(u"http_status"_s)).type, u"float"_s);
        QCOMPARE(cell(1, column(u"http_status"_s)).text, u"200"_s);
        QCOMPARE(cell(1, column(u"checked_at"_s)).text, u"2026-11-22T10:42:00Z"_s);
        QCOMPARE(cell(1, column(u"submitted_date"_s)).type, u"date"_s);
        QCOMPARE(cell(1, column(u"submitted_date"_s)).text, u"2023-09-05T14:28:46"_s);
    }
};

LINTERNA_TEST(TestSpreadsheet)

} // namespace test_spreadsheet

#include "test_spreadsheet.moc"

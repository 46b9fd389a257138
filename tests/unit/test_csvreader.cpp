// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvreader.h"
#include "lib/tables/csvwriter.h"

#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_csvreader {

using Kind = CsvProblem::Kind;
using Rows = std::vector<QStringList>;

namespace {

//! A file, for example a pipe, that gives a few bytes at a time.
class Trickle : public QBuffer
{
public:
    explicit Trickle(QByteArray *bytes, qint64 most) : QBuffer(bytes), m_most(most) {}

protected:
    qint64 readData(char *data, qint64 size) override { return QBuffer::readData(data, std::min(size, m_most)); }

private:
    qint64 m_most;
};

struct Read {
    Rows rows;
    std::optional<CsvProblem> problem;
    QChar separator;
    CsvEncoding encoding = CsvEncoding::Utf8;
    qint64 row = 0;
};

Read readAll(QByteArray bytes, const CsvReader::Rules &rules = {}, qint64 atOnce = 1'000'000)
{
    Trickle device(&bytes, atOnce);
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    CsvReader reader(device, rules);
    Read read;
    while (const auto row = reader.readRow())
        read.rows.push_back(*row);
    // Once it is over it stays over.
    if (reader.readRow())
        read.rows.push_back({u"after the end"_s});
    read.problem = reader.problem();
    read.separator = reader.separator();
    read.encoding = reader.encoding();
    read.row = reader.row();
    return read;
}

QByteArray written(const Rows &rows)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer);
    for (const QStringList &row : rows) {
        if (!writer.writeRow(row))
            return {};
    }
    return buffer.data();
}

QString randomCell(QRandomGenerator &random)
{
    static const QStringList pieces{
        u"a"_s, u","_s, u";"_s,    u"\t"_s, u"\""_s,         u"\"\""_s,   u"\r"_s,  u"\n"_s,     u"\r\n"_s,
        u"'"_s, u"="_s, u"+"_s,    u"@"_s,  u" "_s,          u"\u00A0"_s, u"é"_s,   u"\u2028"_s, u"\uFEFF"_s,
        u"ñ"_s, u"-"_s, u"sep="_s, u"＝"_s, u"\U0001F600"_s, u"\u200B"_s, u"\x1A"_s};
    QString cell;
    for (int count = random.bounded(0, 7); count > 0; --count)
        cell += pieces[random.bounded(int(pieces.size()))];
    return cell;
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT
private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<Rows>("rows");
        const auto row = [](const char *name, const QByteArray &bytes, const Rows &rows) {
            QTest::newRow(name) << bytes << rows;
        };
        const Rows two{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
        row("nothing", "", {});
        row("only a byte order mark", "\xEF\xBB\xBF", {});
        row("CRLF", "a,b\r\n1,2\r\n", two);
        row("LF", "a,b\n1,2\n", two);
        row("CR", "a,b\r1,2\r", two);
        row("mixed line ends", "a,b\r1,2\n3,4\r\n5,6",
            {{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}, {u"3"_s, u"4"_s}, {u"5"_s, u"6"_s}});
        row("no line end at the end", "a,b\n1,2", two);
        row("semicolons", "a;b\n1;2\n", two);
        row("tabs", "a\tb\n1\t2\n", two);
        row("byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            two);
        row("quoted byte order mark",
            "\xEF\xBB\xBF"
            "\"a\",b\n1,2\n",
            two);
        row("empty lines are no rows", "\n\r\n\ra,b\n\n\r\n1,2\n\n", two);
        row("sep line", "sep=;\r\na;b\r\n1;2\r\n", two);
        row("SEP line, LF, tab", "SEP=\t\na\tb\n1\t2\n", two);
        row("sep line, CR", "sep=,\ra,b\r1,2\r", two);
        row("sep line against the header", "sep=;\na,b;c\n", {{u"a,b"_s, u"c"_s}});
        row("sep line alone", "sep=;", {});
        row("no sep line: of another sort", "sep=x\n1;2\n", {{u"sep=x"_s}, {u"1;2"_s}});
        row("no sep line: longer", "sep=;;\n1;2;3\n", {{u"sep="_s, {}, {}}, {u"1"_s, u"2"_s, u"3"_s}});
        row("no sep line: later", "a,b\nsep=;\n", {{u"a"_s, u"b"_s}, {u"sep=;"_s}});
        row("one column", "EAC9999103402\nIOE1234567890\n", {{u"EAC9999103402"_s}, {u"IOE1234567890"_s}});
        row("most frequent in the header", "a;b;c, d\n1;2;3,4,5,6\n",
            {{u"a"_s, u"b"_s, u"c, d"_s}, {u"1"_s, u"2"_s, u"3,4,5,6"_s}});
        row("as many of each: the rarer", "a, b;c\n1;2\n", {{u"a, b"_s, u"c"_s}, {u"1"_s, u"2"_s}});
        row("tab before semicolon", "a;b\tc\n", {{u"a;b"_s, u"c"_s}});
        row("quoted separators do not count", "\"a;b;c;d\",e\n1,2\n", {{u"a;b;c;d"_s, u"e"_s}, {u"1"_s, u"2"_s}});
        row("nor behind a doubled mark", "\"a\"\";;;\"\"b\",c\n", {{u"a\";;;\"b"_s, u"c"_s}});
        row("header over two lines", "\"a\n;;\";b\n1;2\n", {{u"a\n;;"_s, u"b"_s}, {u"1"_s, u"2"_s}});
        row("the separator is that of the header", "a,b\n1;2;3;4\n", {{u"a"_s, u"b"_s}, {u"1;2;3;4"_s}});
        row("empty cells", ",\n,,\n\"\",\n", {{{}, {}}, {{}, {}, {}}, {{}, {}}});
        row("one empty cell", "\"\"\r\n\"\"", {{QString()}, {QString()}});
        row("spaces stay", " a , b \n", {{u" a "_s, u" b "_s}});
        row("line breaks in cells as they are", "\"a\r\nb\",\"c\nd\",\"e\rf\"\n",
            {{u"a\r\nb"_s, u"c\nd"_s, u"e\rf"_s}});
        row("separators and marks in cells", "\"a,b\",\"say \"\"yes\"\"\",\"\"\"\",\"\"\"a\"\"\"\n",
            {{u"a,b"_s, u"say \"yes\""_s, u"\""_s, u"\"a\""_s}});
        row("other separators in cells", "a,b;c,d\te,f\n", {{u"a"_s, u"b;c"_s, u"d\te"_s, u"f"_s}});
        row("rows of any length", "a,b\n1\n1,2,3\n", {{u"a"_s, u"b"_s}, {u"1"_s}, {u"1"_s, u"2"_s, u"3"_s}});
        row("apostrophes stay", "'=1+1,'a\n", {{u"'=1+1"_s, u"'a"_s}});
        row("mark inside", "a\xEF\xBB\xBF,b\n", {{u"a\u2060"_s, u"b"_s}});
        row("other spaces are text",
            "a\xE2\x80\xA8"
            "b\x0B\x0C,c\n",
            {{u"a\u2028b\v\f"_s, u"c"_s}});
    }
    void reads()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(Rows, rows);
        for (const qint64 atOnce : {1'000'000, 1, 2, 3}) {
            const Read read = readAll(bytes, {}, atOnce);
            QVERIFY(!read.problem);
            QCOMPARE(read.rows, rows);
        }
    }

    void fault64_spectrum_data()
    {
        QTest::addColumn<QString>("name");
        const QStringList names = QDir(QStringLiteral(LINTERNA_FIXTURES "/csv")).entryList({u"*.json"_s});
        QVERIFY(names.size() >= 12);
        for (const QString &name : names)
            QTest::newRow(qPrintable(u"fault64 "_s + name)) << name.chopped(5);
    }
    void fault64_spectrum()
    {
        QFETCH(QString, name);
        Rows rows;
        for (const QJsonValue row : QJsonDocument::fromJson(test::fixture(u"csv/"_s + name + u".json"_s)).array()) {
            QStringList cells;
            for (const QJsonValue cell : row.toArray())
                cells << cell.toString();
            rows.push_back(cells);
        }
        QCOMPARE(readAll(test::fixture(u"csv/"_s + name + u".csv"_s)).rows, rows);
    }

    //! Files as programs write them: bytes, what is read, and how.
    void offices_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QChar>("separator");
        QTest::addColumn<CsvEncoding>("encoding");
        const auto row = [](const char *name, QChar separator, CsvEncoding encoding) {
            QTest::newRow(name) << QString::fromLatin1(name) << separator << encoding;
        };
        row("excel-es-ansi.csv", u';', CsvEncoding::Windows1252);
        row("excel-us-utf8.csv", u',', CsvEncoding::Utf8);
        row("excel-unicode-text.csv", u'\t', CsvEncoding::Utf16);
        row("mac-big-endian.csv", u';', CsvEncoding::Utf16);
        row("libreoffice.csv", u',', CsvEncoding::Utf8);
        row("old-mac.csv", u';', CsvEncoding::Utf8);
        row("sep-line-ansi.csv", u';', CsvEncoding::Windows1252);
    }
    void offices()
    {
        QFETCH(QString, file);
        QFETCH(QChar, separator);
        QFETCH(CsvEncoding, encoding);
        const Read read = readAll(test::fixture(u"csv/offices/"_s + file));
        QVERIFY(!read.problem);
        const Rows expected{{u"Número de recibo"_s, u"Apellidos"_s, u"Nota"_s},
                            {u"EAC9999103402"_s, u"García Núñez"_s, u"dijo «sí»; llamó, 5\u00BD h"_s},
                            {u"IOE1234567890"_s, u"O\u2019Hara"_s, u"línea uno\nlínea \"dos\""_s}};
        Rows rows = read.rows;
        for (QStringList &cells : rows)
            cells.replaceInStrings(u"\r\n"_s, u"\n"_s).replaceInStrings(u"\r"_s, u"\n"_s);
        QCOMPARE(rows, expected);
        QCOMPARE(read.separator, separator);
        QCOMPARE(read.encoding, encoding);
    }

    void fault64_roundTripOfAnyText()
    {
        for (quint32 seed = 64; seed < 64 + 3000; ++seed) {
            QRandomGenerator random(seed);
            Rows rows(std::size_t(random.bounded(1, 5)));
            for (QStringList &row : rows) {
                for (int count = random.bounded(1, 5); count > 0; --count)
                    row += randomCell(random);
            }
            // The separator cannot be known from any text; that it is a comma can.
            Read read = readAll(written(rows), {.separator = u','});
            QVERIFY2(!read.problem, qPrintable(u"seed %1"_s.arg(seed)));
            for (QStringList &row : read.rows) {
                for (QString &cell : row)
                    cell = originalCell(cell);
            }
            for (QStringList &row : rows)
                row.replaceInStrings(u"\uFEFF"_s, u"\u2060"_s);
            // Nor is "sep=;" in the first place anything but what a spreadsheet takes it for.
            if (rows.front().size() > 1 || !rows.front().front().startsWith(u"sep="_s))
                QVERIFY2(read.rows == rows, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void theCallerDecides()
    {
        const QByteArray clash = "JOS\xC9\x94,1\nN\xFA\xF1"
                                 "ez,2\n";
        QVERIFY(readAll(clash).problem);
        const Read said = readAll(clash, {.encoding = CsvEncoding::Windows1252});
        QVERIFY(!said.problem);
        QCOMPARE(said.rows, (Rows{{u"JOSÉ”"_s, u"1"_s}, {u"Núñez"_s, u"2"_s}}));
        // But what the file says of itself is surer.
        QCOMPARE(readAll("\xEF\xBB\xBF\xC3\xB3", {.encoding = CsvEncoding::Windows1252}).rows, (Rows{{u"ó"_s}}));
        QCOMPARE(readAll("N\xFA\xF1"
                         "ez",
                         {.encoding = CsvEncoding::Utf8})
                     .problem->kind,
                 Kind::Undecodable);
        QCOMPARE(readAll("a|b;c\n", {.separator = u'|'}).rows, (Rows{{u"a"_s, u"b;c"_s}}));
        QCOMPARE(readAll("sep=;\na|b\n", {.separator = u'|'}).rows, (Rows{{u"a"_s, u"b"_s}}));
    }

    void problems_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<CsvProblem>("problem");
        QTest::addColumn<int>("rowsBefore");
        const auto row = [](const char *name, const QByteArray &bytes, const CsvProblem &problem, int before) {
            QTest::newRow(name) << bytes << problem << before;
        };
        row("NUL", QByteArray("a\nb\0c\n", 6), {Kind::NulCharacter, 2, 2}, 1);
        row("NUL first", QByteArray("\0", 1), {Kind::NulCharacter, 1, 1}, 0);
        row("UTF-16 without a mark", QByteArray("a\0,\0b\0", 6), {Kind::NulCharacter, 1, 1}, 0);
        row("UTF-32", QByteArray("\xFF\xFE\0\0a\0\0\0", 8), {Kind::NulCharacter, 1, 1}, 0);
        row("NUL in UTF-16", QByteArray("\xFE\xFF\0a\0\0", 6), {Kind::NulCharacter, 1, 1}, 0);
        row("a spreadsheet's own file", QByteArray("PK\x03\x04\x14\0\6\0", 8), {Kind::NulCharacter, 1, 1}, 0);
        row("UTF-8, then not", "\xC3\xB3\nb\n\xF3\n", {Kind::Undecodable, 3, 3}, 2);
        row("Windows-1252, then UTF-8", "\xF3\nb\n\xC3\xB3\n", {Kind::Undecodable, 3, 3}, 2);
        row("marked UTF-8 that is none",
            "\xEF\xBB\xBF"
            "a\n\xF3\n",
            {Kind::Undecodable, 2, 2}, 1);
        row("no character of Windows-1252", "\xF3\n\x81\n", {Kind::Undecodable, 2, 2}, 1);
        row("half a unit",
            QByteArray("\xFF\xFE"
                       "a\0b",
                       5),
            {Kind::Undecodable, 1, 1}, 0);
        row("half a pair", QByteArray("\xFF\xFE\x3D\xD8", 4), {Kind::Undecodable, 1, 1}, 0);
        row("wrong half",
            QByteArray("\xFF\xFE\x00\xDE"
                       "a\0",
                       6),
            {Kind::Undecodable, 1, 1}, 0);
        row("unpaired half",
            QByteArray("\xFF\xFE\x3D\xD8"
                       "a\0",
                       6),
            {Kind::Undecodable, 1, 1}, 0);
        row("too long", "a\n" + QByteArray(21, 'x') + "\n", {Kind::RowTooLong, 2, 2}, 1);
        row("too long inside marks", "a\n\"b\nc" + "\n"_ba.repeated(40), {Kind::RowTooLong, 2, 2}, 1);
        row("too many cells", "a\n,,,,,,\n", {Kind::RowTooLong, 2, 2}, 1);
        row("too long at once", QByteArray(100, ','), {Kind::RowTooLong, 1, 1}, 0);
    }
    void problems()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(CsvProblem, problem);
        QFETCH(int, rowsBefore);
        for (const qint64 atOnce : {1'000'000, 1}) {
            const Read read = readAll(bytes, {.longestRow = 20, .mostCells = 6}, atOnce);
            QVERIFY(read.problem);
            QCOMPARE(int(read.problem->kind), int(problem.kind));
            QCOMPARE(read.problem->row, problem.row);
            QCOMPARE(read.problem->line, problem.line);
            QCOMPARE(read.rows.size(), std::size_t(rowsBefore));
        }
    }

    void justFits()
    {
        const Read read = readAll(QByteArray(20, 'x') + "\r\n" + QByteArray(20, 'y') + "\n\n,,,,,\n",
                                  {.longestRow = 20, .mostCells = 6});
        QVERIFY(!read.problem);
        QCOMPARE(read.rows.size(), std::size_t(3));
        QCOMPARE(read.row, 4);
    }

    void aDeviceThatFails()
    {
        class Failing : public QBuffer
        {
        public:
            using QBuffer::QBuffer;

        protected:
            qint64 readData(char *data, qint64 size) override
            {
                return pos() > 0 ? -1 : QBuffer::readData(data, std::min(size, qint64(5)));
            }
        };
        QByteArray bytes = "a\nb\n\xC3\xB3\n";
        Failing device(&bytes);
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        CsvReader reader(device);
        QCOMPARE(reader.readRow(), QStringList{u"a"_s});
        QCOMPARE(reader.readRow(), QStringList{u"b"_s});
        QVERIFY(!reader.readRow());
        QCOMPARE(reader.problem(), (CsvProblem{Kind::ReadFailed, 3, 3}));
    }

    //! A million rows, and never more than a block of them in memory.
    void onlyOneRowIsHeld()
    {
        class Endless : public QIODevice
        {
        public:
            bool isSequential() const override { return true; }
            qint64 given = 0;

        protected:
            qint64 readData(char *data, qint64 size) override
            {
                constexpr QByteArrayView row("EAC9999103402,x\n");
                for (qint64 i = 0; i < size; ++i, ++given)
                    data[i] = row[given % row.size()];
                return size;
            }
            qint64 writeData(const char *, qint64) override { return -1; }
        } device;
        device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        CsvReader reader(device);
        for (int i = 0; i < 20'000; ++i) {
            QCOMPARE(reader.readRow(), (QStringList{u"EAC9999103402"_s, u"x"_s}));
            QVERIFY(device.given <= 16 * (i + 1) + 64 * 1024);
        }
    }

    void fault63_originalCell()
    {
        for (const QString &text :
             {u""_s, u"'"_s, u"''"_s, u"a"_s, u"'a"_s, u"=1"_s, u"'=1"_s, u"''=1"_s, u" =1"_s, u"' =1"_s, u"\t"_s,
              u"'\t"_s, u"＝1"_s, u"-5"_s, u"'\u200B+"_s, u"'' a"_s, u"a=1"_s, u"'a=1"_s}) {
            QCOMPARE(originalCell(defusedCell(text)), text);
        }
        QCOMPARE(originalCell(u"'=1"_s), u"=1"_s);
        QCOMPARE(originalCell(u"'a"_s), u"'a"_s);
        QCOMPARE(originalCell(u"=1"_s), u"=1"_s);
    }
};

LINTERNA_TEST(TestCsvReader)

} // namespace test_csvreader

#include "test_csvreader.moc"

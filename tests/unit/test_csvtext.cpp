// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tables/csvtext.h"
#include "tests/support/testprogram.h"

#include <QBuffer>
#include <QStringEncoder>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_csvtext {

namespace {

//! A file that gives a few bytes at a time.
class Trickle : public QBuffer
{
public:
    Trickle(QByteArray *bytes, qint64 most) : QBuffer(bytes), m_most(most) {}

protected:
    qint64 readData(char *data, qint64 size) override { return QBuffer::readData(data, std::min(size, m_most)); }

private:
    qint64 m_most;
};

struct Read {
    QString text;
    CsvText::Special end = CsvText::End;
    CsvEncoding encoding = CsvEncoding::Utf8;
};

Read readAll(QByteArray bytes, qint64 atOnce = 1'000'000, std::optional<CsvEncoding> encoding = {})
{
    Trickle device(&bytes, atOnce);
    device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    CsvText source(device, encoding);
    Read read;
    char32_t character = source.next();
    for (; character < CsvText::ReadFailed; character = source.next())
        read.text += QChar::fromUcs4(character);
    read.end = static_cast<CsvText::Special>(character);
    if (source.next() != character)
        read.text += u"more behind the end"_s;
    read.encoding = source.encoding();
    return read;
}

QByteArray inUtf16(const QString &text, bool bigEndian)
{
    QStringEncoder encoder(bigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE,
                           QStringConverter::Flag::WriteBom);
    return encoder.encode(text);
}

} // namespace

class TestCsvText : public QObject
{
    Q_OBJECT
private slots:
    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<CsvEncoding>("encoding");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &text, CsvEncoding encoding) {
            QTest::newRow(name) << bytes << text << encoding;
        };
        const QString names = u"Núñez 😀"_s;
        row("UTF-8", names.toUtf8(), names, CsvEncoding::Utf8);
        row("UTF-8 with mark", "\xEF\xBB\xBF" + names.toUtf8(), names, CsvEncoding::Utf8);
        row("UTF-16 little", inUtf16(names, false), names, CsvEncoding::Utf16);
        row("UTF-16 big", inUtf16(names, true), names, CsvEncoding::Utf16);
        row("Windows-1252",
            "N\xFA\xF1"
            "ez",
            u"Núñez"_s, CsvEncoding::Windows1252);
        row("Windows-1252 alone", "\x80\x85\x93\x94\x96\x97\x9F", u"€…“”–—Ÿ"_s, CsvEncoding::Windows1252);
        row("Windows-1252 last", "Jos\xE9", u"José"_s, CsvEncoding::Windows1252);
        row("Windows-1252 capitals",
            "\xD1\xDA\xD1"
            "EZ \xBF\xA1",
            u"ÑÚÑEZ ¿¡"_s, CsvEncoding::Windows1252);
        row("ASCII", "Nunez", u"Nunez"_s, CsvEncoding::Utf8);
        row("end of Unicode", "\xF4\x8F\xBF\xBD", QString::fromUcs4(U"\U0010FFFD"), CsvEncoding::Utf8);
        row("lone surrogate is no UTF-8", "\xED\xA0\xBD", u"í\u00A0½"_s, CsvEncoding::Windows1252);
        row("overlong is no UTF-8", "\xC0\xAF", u"À¯"_s, CsvEncoding::Windows1252);
        row("overlong of three", "\xE0\x82\xAF", u"à‚¯"_s, CsvEncoding::Windows1252);
        row("beyond Unicode", "\xF4\x93\xBF\xBF", u"ô“¿¿"_s, CsvEncoding::Windows1252);
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        QFETCH(CsvEncoding, encoding);
        for (const qint64 atOnce : {1'000'000, 1, 3}) {
            const Read read = readAll(bytes, atOnce);
            QCOMPARE(read.text, text);
            QCOMPARE(read.end, CsvText::End);
            QCOMPARE(read.encoding, encoding);
        }
    }

    void undecodable_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("before");
        const auto row = [](const char *name, const QByteArray &bytes, const QString &before) {
            QTest::newRow(name) << bytes << before;
        };
        row("UTF-8, then not", "\xC3\xB3\nb\xF3", u"ó\nb"_s);
        row("Windows-1252, then UTF-8", "\xF3\nb\xC3\xB3", u"ó\nb"_s);
        row("marked UTF-8 that is none",
            "\xEF\xBB\xBF"
            "a\xF3",
            u"a"_s);
        row("marked UTF-8 that is cut off",
            "\xEF\xBB\xBF"
            "a\xC3",
            u"a"_s);
        row("no character of Windows-1252", "\xF3\x81", u"ó"_s);
        row("half a unit",
            QByteArray("\xFF\xFE"
                       "a\0b",
                       5),
            u"a"_s);
        row("half a pair",
            QByteArray("\xFF\xFE"
                       "a\0\x3D\xD8",
                       6),
            u"a"_s);
        row("wrong half",
            QByteArray("\xFF\xFE\x00\xDE"
                       "a\0",
                       6),
            {});
        row("unpaired half",
            QByteArray("\xFF\xFE\x3D\xD8"
                       "a\0",
                       6),
            {});
    }
    void undecodable()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, before);
        for (const qint64 atOnce : {1'000'000, 1}) {
            const Read read = readAll(bytes, atOnce);
            QCOMPARE(read.text, before);
            QCOMPARE(read.end, CsvText::Undecodable);
        }
    }

    void theCallerSaysWhatItIs()
    {
        QCOMPARE(readAll("JOS\xC9\x94 \xF3", 100).end, CsvText::Undecodable);
        QCOMPARE(readAll("JOS\xC9\x94 \xF3", 100, CsvEncoding::Windows1252).text, u"JOSÉ” ó"_s);
        QCOMPARE(readAll("\xF3", 100, CsvEncoding::Utf8).end, CsvText::Undecodable);
        QCOMPARE(readAll(QByteArray("a\0", 2), 100, CsvEncoding::Utf16).text, u"a"_s);
        // But what the file says of itself is surer.
        QCOMPARE(readAll("\xEF\xBB\xBF\xC3\xB3", 100, CsvEncoding::Windows1252).text, u"ó"_s);
    }

    //! Half a character before a failure is no bad character.
    void aDeviceThatFails()
    {
        class Failing : public QBuffer
        {
        public:
            using QBuffer::QBuffer;

        protected:
            qint64 readData(char *data, qint64 size) override { return pos() > 0 ? -1 : QBuffer::readData(data, size); }
        };
        for (QByteArray bytes : {"\xEF\xBB\xBF\xC3"_ba,
                                 QByteArray("\xFF\xFE"
                                            "a",
                                            3),
                                 ""_ba}) {
            Failing device(&bytes);
            device.open(QIODevice::ReadOnly | QIODevice::Unbuffered);
            CsvText source(device);
            QCOMPARE(source.next(), char32_t(bytes.isEmpty() ? CsvText::End : CsvText::ReadFailed));
        }
    }

    //! In every place of a block: nothing is lost where one ends.
    void blocksEndAnywhere()
    {
        for (int shift = 0; shift < 4; ++shift) {
            const QString text = QString(shift, u'x') + u"ñ😀"_s.repeated(40'000);
            QCOMPARE(readAll(text.toUtf8()).text, text);
            QCOMPARE(readAll(inUtf16(text, true)).text, text);
        }
    }
};

LINTERNA_TEST(TestCsvText)

} // namespace test_csvtext

#include "test_csvtext.moc"

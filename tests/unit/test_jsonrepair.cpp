// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/json/jsonrepair.h"
#include "lib/json/jsonview.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_jsonrepair {

namespace {

//! `json` with the quotation marks inside its tags no longer escaped, as the API sent it in June 2026.
QByteArray damaged(const QByteArray &json)
{
    static const QRegularExpression tag(u"<[a-z][^<>]*>"_s);
    QString text = QString::fromUtf8(json);
    qsizetype shift = 0;
    auto tags = tag.globalMatch(QString(text));
    while (tags.hasNext()) {
        const auto match = tags.next();
        const QString raw = match.captured().replace("\\\""_L1, "\""_L1);
        text.replace(match.capturedStart() + shift, match.capturedLength(), raw);
        shift += raw.size() - match.capturedLength();
    }
    return text.toUtf8();
}

QString randomDescription(QRandomGenerator &random)
{
    static const QStringList pieces{
        u"<a href=\"https://www.uscis.gov/addresschange\" target=\"_blank\">"_s,
        u"<a href='https://tools.usps.com/go?a=1&b=2' target='_blank'>"_s,
        u"<a target='_blank' href=\"https://egov.uscis.gov/\">"_s,
        u"<img alt=\"\" src=\"x.png\"/>"_s,
        u"<span title=\"a 'b' c\" data-x=1 hidden>"_s,
        u"<p class='say \"hello\"'>"_s,
        u"<br>"_s,
        u"</a>"_s,
        u" < 5, "_s,
        u"a <b, "_s,
        u"she said \"yes\" "_s,
        u"back\\slash "_s,
        u"línea\n\t"_s,
        u"word "_s,
        u"{\"a\":\"b\"}, "_s,
    };
    QString text;
    for (int count = random.bounded(1, 12); count > 0; --count)
        text += pieces[random.bounded(int(pieces.size()))];
    return text;
}

} // namespace

class TestJsonRepair : public QObject
{
    Q_OBJECT
private slots:
    void mends_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("mended");
        // Three lines each (what it is about, as sent, as mended), and an empty one.
        const auto lines = test::fixture(u"casestatus/repair-mends.txt"_s).split('\n');
        QVERIFY(lines.size() > 40);
        for (qsizetype i = 0; i + 2 < lines.size(); i += 4)
            QTest::newRow(("fault29 " + lines[i]).constData()) << lines[i + 1] << lines[i + 2];
    }
    void mends()
    {
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, mended);
        QVERIFY(!isStrictJson(sent));
        QVERIFY(isStrictJson(mended));
        const auto result = repairedJson(sent);
        QVERIFY(result);
        QCOMPARE(result->json, mended);
        int quotes = 0;
        for (const MendedField &field : result->fields)
            quotes += field.quotes;
        QCOMPARE(quotes, int(mended.size() - sent.size()));
        QVERIFY(!repairedJson(mended));
    }

    void fault29_saysWhatWasMended()
    {
        const QByteArray sent =
            "{\"case_status\" : {\"title_en\":\"<b>\",\"desc_en\":\"<a href=\"x\" id=\"y\">a</a> <i "
            "id=\"z\">\",\n\"hist\":[{\"en\":\"<a href=\"x\">\"},{\"es\":\"\",\"en\" :\t\"<a href=\"y\">"
            "\"}]},\"message\":\"a: \\\"b\\\"\"}"_ba;
        const auto result = repairedJson(sent);
        QVERIFY(result && isStrictJson(result->json));
        QCOMPARE(result->fields, (std::vector<MendedField>{{u"desc_en"_s, 6}, {u"en"_s, 4}}));
    }

    //! Names are the reply's: a hostile one fills neither the card nor the record.
    void fault29_namesAreBounded()
    {
        QByteArray sent = "{"_ba;
        for (int i = 0; i < 50; ++i)
            sent += "\"" + QByteArray::number(i) + QByteArray(500, 'k') + "\":\"<a href=\"x\">\",";
        sent += "\"\xFF\":\"<a href=\"x\">\"}";
        const auto result = repairedJson(sent);
        QVERIFY(result);
        QCOMPARE(result->fields.size(), std::size_t(21));
        QVERIFY(result->fields.front().name.startsWith(u"0kk"_s) && result->fields.front().name.size() == 64);
        QCOMPARE(result->fields.back(), (MendedField{{}, 62}));
    }

    //! Neither mended nor made something else of.
    void givesUp_data()
    {
        QTest::addColumn<QByteArray>("sent");
        for (const QByteArray &line : test::fixture(u"casestatus/repair-gives-up.txt"_s).split('\n'))
            QTest::newRow(line.constData()) << line;
        QTest::newRow("raw line break in the tag") << "{\"d\":\"<a\nhref=\"x\">\"}"_ba;
    }
    void givesUp()
    {
        QFETCH(QByteArray, sent);
        const auto mended = repairedJson(sent);
        QVERIFY(!mended || !isStrictJson(mended->json));
    }

    //! JSON that holds what looks like the damage.
    void leavesValidJsonAlone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("a key that looks like the rest") << "{\"a\":\"<b x=\", \" y>\":1}"_ba;
        QTest::newRow("a list that looks like it") << "[\"<a href=\",\"x\",\">\"]"_ba;
        QDirIterator files(QStringLiteral(LINTERNA_FIXTURES), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            if (const QByteArray json = file.readAll(); isStrictJson(json))
                QTest::newRow(qPrintable(file.fileName())) << json;
        }
    }
    void leavesValidJsonAlone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!repairedJson(json));
    }

    //! Whatever is unescaped inside tags comes back as it was, and nothing else does.
    void fault29_anyDamageOfTheKind()
    {
        QRandomGenerator random(29);
        int mendedCount = 0;
        for (int round = 0; round < 3000; ++round) {
            const QJsonObject original{{u"en"_s, randomDescription(random)},
                                       {u"es"_s, randomDescription(random)},
                                       {u"receiptNumber"_s, u"EAC9999103402"_s}};
            const auto format = round % 2 ? QJsonDocument::Compact : QJsonDocument::Indented;
            const QByteArray json = QJsonDocument(original).toJson(format);
            QVERIFY(!repairedJson(json));
            const QByteArray sent = damaged(json);
            if (sent == json)
                continue;
            const auto mended = repairedJson(sent);
            QVERIFY2(mended && mended->json == json, sent.constData());
            ++mendedCount;
        }
        QVERIFY(mendedCount > 1000);
    }

    //! Only backslashes are ever added.
    void fault29_addsNoWord()
    {
        QRandomGenerator random(30);
        const QByteArray alphabet = "<a href=\"x\">'\\{}:,\"\"\"<b>n ";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray sent = "{\"d\":\"";
            for (int length = random.bounded(40); length > 0; --length)
                sent += alphabet[random.bounded(int(alphabet.size()))];
            sent += "\"}";
            const auto mended = repairedJson(sent);
            if (mended)
                QCOMPARE(QByteArray(mended->json).replace("\\", ""), QByteArray(sent).replace("\\", ""));
        }
    }
};

LINTERNA_TEST(TestJsonRepair)

} // namespace test_jsonrepair

#include "test_jsonrepair.moc"

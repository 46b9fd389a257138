// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectionsamples.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::samples;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionentry {

//! A connection file says the same to the person who reads it and to the program.
class TestConnectionEntry : public QObject
{
    Q_OBJECT
private slots:
    void fault83_addressesAreTakenAsTheyAreSent_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address :
             {"https://gateway.example", "https://gateway.example/", "https://gateway.example/a//b/",
              "https://g.example/a;b=c,d", "https://g.example/a%2Fb", "https://g.example/a%20b%3B",
              "https://g.example/A/b~c", "https://g.example:443/a", "https://g.example./a",
              "https://xn--gatewy-7wa.example/a", "https://g.example/a:b@c!$&'()*+,=", "https://g.example/%C3%B1",
              "http://127.0.0.1:80/x", "http://[::1]:8080/x"})
            QTest::addRow("%s", address) << QString::fromLatin1(address);
    }
    void fault83_addressesAreTakenAsTheyAreSent()
    {
        QFETCH(QString, address);
        for (const QString &field : {u"token_url"_s, u"api_url"_s}) {
            const auto connection = read(with(field, address));
            QVERIFY2(connection.ok(), connection ? "" : qPrintable(connection.error().detail));
            const QUrl &url = field == "token_url"_L1 ? connection->tokenUrl : connection->apiUrl;
            QCOMPARE(url.toEncoded(), address.toLatin1());
            QCOMPARE(connectionToJson(*connection).value(field).toString(), address);
        }
    }
    void fault83_othersAreRefusedWithWhatWouldBeSent_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("sent");
        const auto row = [](const char *name, const char *address, const char *sent) {
            QTest::newRow(name) << QString::fromLatin1(address) << QString::fromLatin1(sent);
        };
        row("capitals in the host", "https://Gateway.Example/a", "https://gateway.example/a");
        row("capitals in the scheme", "HTTPS://gateway.example/a", "https://gateway.example/a");
        row("an escape that needs none", "https://g.example/%7Eme", "https://g.example/~me");
        row("a letter as an escape", "https://g.example/%61", "https://g.example/a");
        row("a small escape", "https://g.example/a%2fb", "https://g.example/a%2Fb");
        row("mixed escapes", "https://g.example/%c3%B1", "https://g.example/%C3%B1");
        row("dot segments", "https://g.example/a/../b/./c", "https://g.example/b/c");
        row("escaped dots", "https://g.example/a/%2e%2e/b", "https://g.example/b");
        row("nothing but two slashes", "https://g.example//", "https://g.example/");
        row("a port with a nought", "https://g.example:0443/a", "https://g.example:443/a");
    }
    void fault83_othersAreRefusedWithWhatWouldBeSent()
    {
        QFETCH(QString, address);
        QFETCH(QString, sent);
        for (const QString &field : {u"token_url"_s, u"api_url"_s}) {
            const auto refused = read(with(field, address));
            QVERIFY(!refused);
            QVERIFY2(refused.error().detail.startsWith(u"\"$.%1\""_s.arg(field))
                         && refused.error().detail.endsWith("; it would be sent as "_L1 + sent),
                     qPrintable(refused.error().detail));
            QVERIFY(read(with(field, sent))); // the advice leads on
        }
    }
    void fault84_whatNobodySeesIsNamed_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const char *field, const QJsonValue &value, const char *said) {
            QTest::newRow(name) << QString::fromLatin1(field) << value << QString::fromLatin1(said);
        };
        row("space behind an ID", "client_id", u"me "_s, "character 3 is U+0020");
        row("space before an ID", "client_id", u" me"_s, "character 1 is U+0020");
        row("zero width inside", "client_id", u"m\u200Be"_s, "character 2 is U+200B");
        row("line break inside", "client_id", u"m\r\ne"_s, "character 2 is U+000D");
        row("scope", "scope", u"read\u00A0all"_s, "character 5 is U+00A0");
        row("name", "name", u"Gate\u202Eway"_s, "character 5 is U+202E");
        row("address", "token_url", u"https://gateway.example/a\u00AD"_s, "character 26 is U+00AD");
        row("value of a header", "headers", QJsonObject{{u"X-API-Key"_s, u"k3y\t"_s}}, "character 4 is U+0009");
        row("name of a header", "headers", QJsonObject{{u"X-\u200BKey"_s, u"k3y"_s}}, "character 3 is U+200B");
        row("value of a parameter", "token_parameters", QJsonObject{{u"audience"_s, u" x"_s}}, "character 1 is U+0020");
    }
    void fault84_whatNobodySeesIsNamed()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, said);
        const auto refused = read(with(field, value));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.startsWith(u"\"$.%1\""_s.arg(field)) && refused.error().detail.contains(said),
                 qPrintable(refused.error().detail));
    }
    //! Qt's reader leaves it out of a text in silence, where it stands in front.
    void fault84_aByteOrderMarkInsideIsNamed()
    {
        const auto refused = read(with(u"client_id"_s, u"\uFEFFme"_s));
        QVERIFY(!refused);
        QVERIFY2(refused.error().detail.contains("byte order mark (U+FEFF)"_L1), qPrintable(refused.error().detail));
    }
    void fault84_aFileInAnotherEncodingIsNamed()
    {
        const QString json = QString::fromUtf8(writeConnectionFile(fullest()));
        const QByteArray utf16 = "\xFF\xFE" + QByteArray(reinterpret_cast<const char *>(json.utf16()), json.size() * 2);
        QVERIFY(readConnectionFile(utf16).error().detail.contains("UTF-16"_L1));
        QVERIFY(readConnectionFile(json.toLatin1()).error().detail.contains("not UTF-8"_L1));
    }
    void fault93_aNameTwiceIsRefusedWithItsPath_data()
    {
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<QString>("path");
        QTest::newRow("token_url") << QByteArray("\"token_url\":\"https://evil.example/\"") << u"$.token_url"_s;
        QTest::newRow("escaped") << QByteArray("\"token\\u005Furl\":\"https://evil.example/\"") << u"$.token_url"_s;
        QTest::newRow("header") << QByteArray("\"headers\":{\"a\":\"1\",\"a\":\"2\"}") << u"$.headers.a"_s;
        QTest::newRow("hours") << QByteArray("\"service_hours\":{\"opens\":\"1\",\"opens\":\"2\"}")
                               << u"$.service_hours.opens"_s;
    }
    void fault93_aNameTwiceIsRefusedWithItsPath()
    {
        QFETCH(QByteArray, more);
        QFETCH(QString, path);
        const QByteArray json = QJsonDocument(smallest()).toJson(QJsonDocument::Compact).chopped(1) + ',' + more + '}';
        const auto refused = readConnectionFile(json);
        QVERIFY(!refused);
        QCOMPARE(refused.error().detail, u"\"%1\" stands there twice; allowed: each name once"_s.arg(path));
    }
    void fault93_aLookAlikeOfABuiltInNameIsRefused()
    {
        for (const QString &name :
             {u"USC\u0406S sandbox"_s, u"uscis sand-box"_s, u"USClS sandbox"_s, u"USCIS  sandbox"_s}) {
            const auto refused = read(with(u"name"_s, name));
            QVERIFY2(!refused && refused.error().detail.startsWith("\"$.name\""_L1), qPrintable(name));
        }
    }
};

LINTERNA_TEST(TestConnectionEntry)

} // namespace test_connectionentry

#include "test_connectionentry.moc"

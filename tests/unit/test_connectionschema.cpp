// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectionkinds.h"
#include "tests/support/connectionsamples.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace linterna;
using namespace linterna::samples;
using namespace Qt::Literals::StringLiterals;

namespace test_connectionschema {

//! The schema that administrators see and the reader that they meet agree.
class TestConnectionSchema : public QObject
{
    Q_OBJECT
    QJsonObject m_schema;

    [[nodiscard]] QJsonObject properties() const { return m_schema.value("properties"_L1).toObject(); }

private slots:
    void initTestCase()
    {
        QFile file(QStringLiteral(LINTERNA_RESOURCES "/connection.schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonParseError error;
        m_schema = QJsonDocument::fromJson(file.readAll(), &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
    }

    void bothKnowTheSameFields()
    {
        QCOMPARE(properties().keys(), connectionToJson(fullest()).keys());
        QCOMPARE(m_schema.value("additionalProperties"_L1), QJsonValue(false));
        const QJsonObject full = connectionToJson(fullest());
        const QJsonArray required = m_schema.value("required"_L1).toArray();
        for (const QString &field : full.keys()) {
            QJsonObject without = full;
            without.remove(field);
            QVERIFY2(read(without).ok() != required.contains(field), qPrintable(field));
        }
    }
    void bothKnowTheSameDefaults()
    {
        const QJsonObject defaults = connectionToJson(*read(smallest()));
        for (const QString &field : properties().keys()) {
            if (!m_schema.value("required"_L1).toArray().contains(field))
                QCOMPARE(defaults.value(field), properties().value(field)["default"_L1]);
        }
    }
    void bothKnowTheSameTypes()
    {
        const QHash<QString, QJsonValue> ofType{
            {u"string"_s, u"text"_s},   {u"number"_s, 1},     {u"object"_s, QJsonObject()},
            {u"array"_s, QJsonArray()}, {u"boolean"_s, true}, {u"null"_s, {}},
        };
        for (const QString &field : properties().keys()) {
            const QString type = properties().value(field)["type"_L1].toString();
            for (auto it = ofType.begin(); it != ofType.end(); ++it) {
                if (it.key() != type && !(type == "integer"_L1 && it.key() == "number"_L1))
                    QVERIFY2(!read(with(field, it.value())), qPrintable(field + u' ' + it.key()));
            }
        }
    }
    void bothKnowTheSameWords()
    {
        const QHash<QString, int> expected{{u"client_authentication"_s, 3}, {u"kind"_s, 8}};
        for (auto it = expected.begin(); it != expected.end(); ++it) {
            const QJsonArray words = properties().value(it.key())["enum"_L1].toArray();
            QSet<QString> values;
            for (const QJsonValue &word : words) {
                const auto connection = read(with(it.key(), word));
                QVERIFY2(connection.ok(), qPrintable(it.key()));
                QCOMPARE(connectionToJson(*connection).value(it.key()), word);
                values.insert(word.toString());
            }
            QCOMPARE(values.size(), it.value());
        }
        QCOMPARE(connectionKinds().size(), std::size_t(8));
    }
    void bothKnowTheSameRanges()
    {
        for (const QString &field :
             {u"requests_per_second"_s, u"requests_per_day"_s, u"requests_kept_for_person"_s, u"validity_period"_s}) {
            const QJsonObject property = properties().value(field).toObject();
            const double step = property.value("type"_L1) == "integer"_L1 ? 1 : 0.001;
            const double least = property.value("minimum"_L1).toDouble();
            const double most = property.value("maximum"_L1).toDouble();
            QVERIFY(read(with(field, least)));
            QVERIFY(!read(with(field, least - step)));
            QVERIFY(read(with(field, most)));
            QVERIFY(!read(with(field, most + step)));
        }
    }
    void bothKnowTheSameLengths()
    {
        const QHash<QString, QString> beginnings{{u"token_url"_s, u"https://gateway.example/"_s},
                                                 {u"api_url"_s, u"https://gateway.example/"_s},
                                                 {u"ca_file"_s, u"/"_s}};
        for (const QString &field : properties().keys()) {
            const QJsonValue most = properties().value(field)["maxLength"_L1];
            if (most.isUndefined())
                continue;
            const QString longest = beginnings.value(field).leftJustified(most.toInt(), u'x');
            QVERIFY2(read(with(field, longest)), qPrintable(field));
            QVERIFY2(!read(with(field, QString(longest + u'x'))), qPrintable(field));
        }
        QVERIFY(read(with(u"name"_s, u"🏮"_s.repeated(60)))); // characters, not code units
        for (const QString &field : {u"headers"_s, u"token_parameters"_s}) {
            const QJsonObject property = properties().value(field).toObject();
            QJsonObject many;
            while (many.size() < property.value("maxProperties"_L1).toInt())
                many.insert(u"X-%1"_s.arg(many.size()), u"x"_s);
            QVERIFY(read(with(field, many)));
            many.insert(u"Y"_s, u"x"_s);
            QVERIFY(!read(with(field, many)));
            const int mostText = property.value("additionalProperties"_L1)["maxLength"_L1].toInt();
            QVERIFY(read(with(field, QJsonObject{{u"X"_s, QString(mostText, u'x')}})));
            QVERIFY(!read(with(field, QJsonObject{{u"X"_s, QString(mostText + 1, u'x')}})));
        }
    }
    void bothKnowTheSameTexts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "x",
                                 " x",
                                 "x ",
                                 "a b",
                                 "a  b",
                                 "a\"b",
                                 "a\\b",
                                 "Ñandú 🏮",
                                 "1/2",
                                 "a\tb",
                                 "a\u202Eb",
                                 "a\u200Db",
                                 "\u00A0x",
                                 "a\uE000",
                                 "America/New_York",
                                 "Etc/GMT+5",
                                 "UTC",
                                 "UTC+05:00",
                                 "/etc/ca.pem",
                                 "https://gateway.example",
                                 "https://gateway.example:8243/a/b%20c;d=e,f",
                                 "https://gateway.example/?q",
                                 "https://gateway.example/#f",
                                 "https://u@gateway.example/",
                                 "https://gateway.example/u@x",
                                 "http://gateway.example/",
                                 "http://127.0.0.1:80/",
                                 "http://[::1]/",
                                 "http://localhost",
                                 "http://localhost.example/",
                                 "ftp://gateway.example/",
                                 "https:///x",
                                 "demo_id",
                                 "system",
                                 "none",
                                 "System",
                                 "proxy.example:3128",
                                 "proxy.example",
                                 "[::1]:80",
                                 "-x:1",
                                 "a b:1",
                                 "http://proxy.example:3128",
                                 "a:b",
                                 "~"})
            QTest::newRow(*text ? text : "(empty)") << QString::fromUtf8(text);
    }
    void bothKnowTheSameTexts()
    {
        QFETCH(QString, text);
        const auto matches = [&](const QJsonValue &property) {
            QString ecma = property["pattern"_L1].toString();
            ecma.replace(QRegularExpression(u"\\\\u([0-9a-f]{4})"_s), u"\\x{\\1}"_s);
            const QRegularExpression pattern(ecma, QRegularExpression::UseUnicodePropertiesOption);
            Q_ASSERT(pattern.isValid() && !ecma.isEmpty());
            return pattern.match(text).hasMatch();
        };
        for (const char *name : {"name", "token_url", "api_url", "client_id", "scope", "proxy"}) {
            const QString field = QString::fromLatin1(name);
            QVERIFY2(read(with(field, text)).ok() == matches(properties().value(field)), name);
        }
        if (read(with(u"quota_time_zone"_s, text))) // the schema cannot list all zones
            QVERIFY(matches(properties().value("quota_time_zone"_L1)));
        for (const QString &field : {u"headers"_s, u"token_parameters"_s}) {
            const QJsonObject property = properties().value(field).toObject();
            QCOMPARE(read(with(field, QJsonObject{{text, u"x"_s}})).ok(), matches(property.value("propertyNames"_L1)));
            QCOMPARE(read(with(field, QJsonObject{{u"X"_s, text}})).ok(),
                     matches(property.value("additionalProperties"_L1)));
        }
    }
    void examplesOfTheSchemaAreRight()
    {
        int examples = 0;
        for (const QString &field : properties().keys()) {
            for (const QJsonValue &example : properties().value(field)["examples"_L1].toArray()) {
                QVERIFY2(read(with(field, example)), qPrintable(field));
                ++examples;
            }
        }
        QVERIFY(examples >= 5);
    }
};

LINTERNA_TEST(TestConnectionSchema)

} // namespace test_connectionschema

#include "test_connectionschema.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/urlrule.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;

namespace test_urlrule {

class TestUrlRule : public QObject
{
    Q_OBJECT
private slots:
    void allowed_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"https://api-int.uscis.gov", "https://api-int.uscis.gov/oauth/accesstoken", "HTTPS://API-INT.USCIS.GOV/x",
              "https://gateway.example:8243/token", "https://192.0.2.7/", "http://127.0.0.1:4711/a",
              "http://127.9.8.7/", "http://[::1]:80/", "http://localhost/", "http://LOCALHOST:8080"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void allowed()
    {
        QFETCH(QString, text);
        QVERIFY(isAllowedServiceUrl(QUrl(text)));
    }
    void refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 "api-int.uscis.gov",
                                 "/oauth",
                                 "https://",
                                 "https:///path",
                                 "https:path",
                                 "http://api-int.uscis.gov/",
                                 "http://192.0.2.7/",
                                 "http://[::2]/",
                                 "http://0.0.0.0/",
                                 "http://128.0.0.1/",
                                 "http://localhost.example/",
                                 "http://127.0.0.1.example/",
                                 "http://mylocalhost/",
                                 "ftp://127.0.0.1/",
                                 "file:///etc/passwd",
                                 "ws://127.0.0.1/",
                                 "javascript:alert(1)",
                                 "https://user@gateway.example/",
                                 "https://user:pw@gateway.example/",
                                 "https://uscis.gov@evil.example/",
                                 "https://@gateway.example/",
                                 "https://:@gateway.example/",
                                 "http://user@127.0.0.1/",
                                 "https://gateway.example/#",
                                 "https://gateway.example/#x",
                                 "https://gateway.example:99999/",
                                 "https://a b.example/"})
            QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text);
    }
    void refused()
    {
        QFETCH(QString, text);
        QVERIFY(!isAllowedServiceUrl(QUrl(text)));
    }
};

LINTERNA_TEST(TestUrlRule)

} // namespace test_urlrule

#include "test_urlrule.moc"

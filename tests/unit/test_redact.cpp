// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linterna;

namespace test_redact {

class TestRedact : public QObject
{
    Q_OBJECT
private slots:
    void masks_data()
    {
        QTest::addColumn<QString>("in");
        QTest::addColumn<QString>("out");
        QTest::newRow("url path") << "GET /case-status/EAC9999103402 200"
                                  << "GET /case-status/EAC••••••3402 200";
        QTest::newRow("lower case") << "eac9999103402"
                                    << "eac••••••3402";
        QTest::newRow("asterisk") << "EAC*123456789"
                                  << "EAC••••••6789";
        QTest::newRow("encoded asterisk") << "/EAC%2A123456789"
                                          << "/EAC••••••6789";
        QTest::newRow("python repr") << "{'receipt_number': 'EAC9999103402'}"
                                     << "{'receipt_number': 'EAC••••••3402'}";
        QTest::newRow("bearer") << "Authorization: Bearer abc.DEF-_~+/="
                                << "Authorization: Bearer [redacted]";
        QTest::newRow("basic") << "basic YTpi"
                               << "basic [redacted]";
        QTest::newRow("form") << "grant_type=client_credentials&client_id=me&client_secret=s%3A"
                              << "grant_type=client_credentials&client_id=[redacted]&client_secret=[redacted]";
        QTest::newRow("json") << "{\"access_token\": \"abc def\",\"x\":1}"
                              << "{\"access_token\": \"[redacted]\",\"x\":1}";
        QTest::newRow("nothing to hide") << "connected to 127.0.0.1:8080"
                                         << "connected to 127.0.0.1:8080";
    }
    void masks()
    {
        QFETCH(QString, in);
        QFETCH(QString, out);
        QCOMPARE(redact(in), out);
    }
};

LINTERNA_TEST(TestRedact)

} // namespace test_redact

#include "test_redact.moc"

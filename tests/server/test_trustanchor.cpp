// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificate.h"
#include "tests/support/httpsender.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_trustanchor {

//! The table at canBeTrustAnchor() in lib/tls/certificate.h, line by line, by real handshakes.
class TestTrustAnchor : public QObject
{
    Q_OBJECT
private:
    TestCertificateAuthority m_office;

private slots:
    void initTestCase()
    {
        const QString local = u"subjectAltName=IP:127.0.0.1"_s;
        m_office.make(u"server"_s, {.extensions = local + u"\nbasicConstraints=CA:FALSE\nkeyUsage=digitalSignature"_s});
        m_office.make(u"server, silent"_s, {.extensions = local});
        m_office.make(u"server, authority"_s, {.extensions = local + u"\nbasicConstraints=critical,CA:TRUE"_s});
        m_office.make(u"server, for servers"_s, {.extensions = local + u"\nextendedKeyUsage=clientAuth,serverAuth"_s});
        m_office.make(u"server, for clients"_s, {.extensions = local + u"\nextendedKeyUsage=clientAuth"_s});
        m_office.make(u"root"_s, {.subject = u"/CN=Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(u"intermediate"_s,
                      {.subject = u"/CN=Intermediate"_s,
                       .extensions = TestCertificateAuthority::intermediate,
                       .issuer = u"root"_s});
        m_office.make(u"signed"_s, {.issuer = u"root"_s});
        m_office.make(u"signed twice"_s, {.issuer = u"intermediate"_s});
        // The authority's new key, vouched for by its old one under the same name.
        m_office.make(
            u"rolled over"_s,
            {.subject = u"/CN=Root"_s, .extensions = TestCertificateAuthority::intermediate, .issuer = u"root"_s});
        m_office.make(u"signed anew"_s, {.issuer = u"rolled over"_s});
    }

    void table_data()
    {
        QTest::addColumn<QString>("added");
        QTest::addColumn<QStringList>("presented");
        QTest::addColumn<bool>("succeeds");
        const auto add = [](const char *name, const QString &added, const QStringList &presented, bool succeeds) {
            QTest::newRow(name) << added << presented << succeeds;
        };
        add("self-signed, no authority", u"server"_s, {u"server"_s}, true);
        add("self-signed, silent about it", u"server, silent"_s, {u"server, silent"_s}, true);
        add("self-signed authority itself", u"server, authority"_s, {u"server, authority"_s}, true);
        add("self-signed, for servers", u"server, for servers"_s, {u"server, for servers"_s}, true);
        add("self-signed, for clients only", u"server, for clients"_s, {u"server, for clients"_s}, false);
        add("authority of one", u"root"_s, {u"signed"_s}, true);
        add("authority of one that sends it along", u"root"_s, {u"signed"_s, u"root"_s}, true);
        add("authority of a chain", u"root"_s, {u"signed twice"_s, u"intermediate"_s}, true);
        add("intermediate", u"intermediate"_s, {u"signed twice"_s}, false);
        add("intermediate that is sent along", u"intermediate"_s, {u"signed twice"_s, u"intermediate"_s}, false);
        add("signed by somebody", u"signed"_s, {u"signed"_s}, false);
        add("signed by somebody who is sent along", u"signed"_s, {u"signed"_s, u"root"_s}, false);
        add("key roll-over", u"rolled over"_s, {u"signed anew"_s}, false);
        add("key roll-over that is sent along", u"rolled over"_s, {u"signed anew"_s, u"rolled over"_s}, false);
    }
    void table()
    {
        QFETCH(QString, added);
        QFETCH(QStringList, presented);
        QFETCH(bool, succeeds);
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}}}, m_office.server(presented));
        const auto reply = HttpSender().post(server.url(), m_office.certificate(added));
        QVERIFY2(reply.ok() == succeeds, reply ? "" : qPrintable(reply.error().detail));
        QCOMPARE(canBeTrustAnchor(readCertificates(m_office.pem(added))->front()), succeeds);
    }
};

LINTERNA_TEST(TestTrustAnchor)

} // namespace test_trustanchor

#include "test_trustanchor.moc"

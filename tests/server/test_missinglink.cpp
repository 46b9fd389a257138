// SPDX-License-Identifier: GPL-3.0-or-later
// Servers that do not send the certificates between their own and the root, or send them oddly; and the certificate
// file that helps.
#include "lib/tls/certificatechain.h"
#include "lib/tls/certificateprobe.h"
#include "tests/support/httpsender.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"
#include "tests/support/trustingcomputer.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_missinglink {

class TestMissingLink : public QObject
{
    Q_OBJECT
    TestCertificateAuthority m_office;

    std::vector<CertificateFacts> facts(const QStringList &names) const
    {
        std::vector<CertificateFacts> all;
        for (const QString &name : names)
            all.push_back(readCertificates(m_office.pem(name))->front());
        return all;
    }
    Result<HttpReply> ask(const QStringList &presented, const QString &caFile)
    {
        RawServer server({{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}}}, m_office.server(presented));
        return HttpSender().post(server.url(), caFile);
    }

private slots:
    void initTestCase()
    {
        m_office.make(u"root"_s, {.subject = u"/CN=Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(
            u"link"_s,
            {.subject = u"/CN=Link"_s, .extensions = TestCertificateAuthority::intermediate, .issuer = u"root"_s});
        m_office.make(
            u"lower"_s,
            {.subject = u"/CN=Lower"_s, .extensions = TestCertificateAuthority::intermediate, .issuer = u"link"_s});
        m_office.make(u"old link"_s,
                      {.subject = u"/CN=Old"_s,
                       .extensions = TestCertificateAuthority::intermediate,
                       .issuer = u"root"_s,
                       .to = QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)});
        m_office.make(u"stranger"_s, {.subject = u"/CN=Stranger"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(
            u"stray"_s,
            {.subject = u"/CN=Stray"_s, .extensions = TestCertificateAuthority::intermediate, .issuer = u"stranger"_s});
        const QString here = u"subjectAltName=IP:127.0.0.1"_s;
        m_office.make(u"leaf"_s,
                      {.extensions = here + u"\nauthorityInfoAccess=caIssuers;URI:http://ca.example/link.cer"_s,
                       .issuer = u"link"_s});
        m_office.make(u"deep leaf"_s, {.extensions = here, .issuer = u"lower"_s});
        m_office.make(u"old leaf"_s, {.extensions = here, .issuer = u"old link"_s});
    }

    void chains_data()
    {
        QTest::addColumn<QStringList>("presented");
        QTest::addColumn<QString>("missing");
        const auto row = [](const char *name, const QStringList &presented, const QString &missing) {
            QTest::newRow(name) << presented << missing;
        };
        row("the leaf alone", {u"leaf"_s}, u"Link"_s);
        row("two links missing", {u"deep leaf"_s}, u"Lower"_s);
        row("the upper of two links missing", {u"deep leaf"_s, u"lower"_s}, u"Link"_s);
        row("with something else in its place", {u"leaf"_s, u"stray"_s, u"stranger"_s}, u"Link"_s);
        row("whole", {u"leaf"_s, u"link"_s}, {});
        row("in the wrong order", {u"deep leaf"_s, u"link"_s, u"lower"_s}, {});
        row("with one too many", {u"leaf"_s, u"stray"_s, u"link"_s, u"root"_s}, {});
    }
    //! The root is trusted by the computer; what is missing is named.
    void chains()
    {
        QFETCH(QStringList, presented);
        QFETCH(QString, missing);
        const TrustingComputer computer(m_office.certificate(u"root"_s));
        const auto reply = ask(presented, {});
        QCOMPARE(reply.ok(), missing.isEmpty());
        if (missing.isEmpty())
            return;
        QVERIFY(reply.error().tls.has_value());
        QCOMPARE(tlsProblemName(reply.error().tls->kind), u"unknown-issuer"_s);
        QVERIFY2(reply.error().tls->names.contains(missing), qPrintable(reply.error().tls->names.join(u',')));
    }

    void theFileThatHelps_data()
    {
        QTest::addColumn<QStringList>("inFile");
        QTest::addColumn<QStringList>("alongside");
        QTest::addColumn<bool>("rootIsTrusted");
        QTest::addColumn<QString>("shown");
        const auto row = [](const char *name, const QStringList &inFile, const QStringList &alongside, bool trusted,
                            const QString &shown) { QTest::newRow(name) << inFile << alongside << trusted << shown; };
        const QStringList none;
        row("the link, under a root of the computer", {u"link"_s}, none, true, u"Link"_s);
        row("the link, under a root that was added before", {u"link"_s}, {u"root"_s}, false, u"Link"_s);
        row("link and root in one file", {u"link"_s, u"root"_s}, none, false, u"Root"_s);
        row("root first", {u"root"_s, u"link"_s}, none, false, u"Root"_s);
        row("with a stranger's link", {u"stray"_s, u"link"_s}, none, true, u"Link"_s);
        row("the link alone", {u"link"_s}, none, false, {});
        row("a stranger's link", {u"stray"_s}, none, true, {});
        row("the server's own", {u"leaf"_s}, none, true, {});
        row("a link that has expired", {u"old link"_s}, none, true, {});
    }
    void theFileThatHelps()
    {
        QFETCH(QStringList, inFile);
        QFETCH(QStringList, alongside);
        QFETCH(bool, rootIsTrusted);
        QFETCH(QString, shown);
        std::optional<TrustingComputer> computer;
        if (rootIsTrusted)
            computer.emplace(m_office.certificate(u"root"_s));
        const auto choice = trustChoiceIn(facts(inFile), facts(alongside));
        QCOMPARE(choice ? choice->shown.subject : QString(), shown);
        if (!choice)
            return;
        QVERIFY(!ask({u"leaf"_s}, {}).ok());
        const QTemporaryDir folder;
        const auto stored = storeCertificates(choice->stored, folder.path());
        QVERIFY(stored.ok());
        const auto reply = ask({u"leaf"_s}, *stored);
        QVERIFY2(reply.ok(), reply ? "" : qPrintable(reply.error().detail));
        // The stored certificates prove no other server.
        QVERIFY(!ask({u"stray"_s, u"stranger"_s}, *stored).ok());
    }

    void twoLinksInOneFile()
    {
        const TrustingComputer computer(m_office.certificate(u"root"_s));
        const auto choice = trustChoiceIn(facts({u"lower"_s, u"link"_s}));
        QVERIFY(choice && choice->isLink);
        const QTemporaryDir folder;
        QVERIFY(ask({u"deep leaf"_s}, *storeCertificates(choice->stored, folder.path())).ok());
    }

    void anExpiredLinkIsSaidToBeExpired()
    {
        const TrustingComputer computer(m_office.certificate(u"root"_s));
        const auto reply = ask({u"old leaf"_s, u"old link"_s}, {});
        QVERIFY(!reply);
        QCOMPARE(tlsProblemName(reply.error().tls->kind), u"expired"_s);
        QCOMPARE(reply.error().tls->date, std::optional(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)));
    }

    void theCertificateNamesAPlace()
    {
        QCOMPARE(placeOfIssuer(facts({u"leaf"_s}).front()), u"http://ca.example/link.cer"_s);
        QCOMPARE(placeOfIssuer(facts({u"deep leaf"_s}).front()), QString());
    }
};

LINTERNA_TEST(TestMissingLink)

} // namespace test_missinglink

#include "test_missinglink.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/tls/certificate.h"
#include "lib/tls/tlsfailure.h"
#include "tests/support/files.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_certificate {

namespace {

void save(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
}

//! What was refused in these bytes; empty where they were read.
QString refusal(const QByteArray &bytes)
{
    const auto read = readCertificates(bytes);
    if (read)
        return {};
    return read.error().code == ErrorCode::Invalid ? read.error().detail : u"refused for another reason"_s;
}

} // namespace

class TestCertificate : public QObject
{
    Q_OBJECT
private:
    TestCertificateAuthority m_office;
    QByteArray m_pem;

    QByteArray der(const QString &name) const
    {
        const QString file = m_office.path(name + u".der"_s);
        runOpenssl({u"x509"_s, u"-in"_s, m_office.certificate(name), u"-outform"_s, u"DER"_s, u"-out"_s, file});
        return bytesOf(file);
    }

private slots:
    void initTestCase()
    {
        m_office.make(u"gateway"_s,
                      {.subject = u"/O=County Gateway/CN=gateway.example"_s,
                       .extensions = u"subjectAltName=DNS:gateway.example,IP:10.1.2.3,DNS:*.example"_s});
        m_office.make(u"root"_s, {.subject = u"/O=County Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(u"signed"_s, {.subject = u"/CN=signed.example"_s, .issuer = u"root"_s});
        m_pem = m_office.pem(u"gateway"_s);
    }

    void tellsWhatAPersonMustSee()
    {
        const auto read = readCertificates(m_pem);
        QVERIFY(read && read->size() == 1);
        const CertificateFacts &facts = read->front();
        QCOMPARE(facts.subject, u"gateway.example"_s);
        QCOMPARE(facts.issuer, u"gateway.example"_s);
        QCOMPARE(facts.names, QStringList({u"gateway.example"_s, u"*.example"_s, u"10.1.2.3"_s}));
        QCOMPARE(facts.validFrom, QDateTime(QDate(2025, 1, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(facts.validTo, QDateTime(QDate(2045, 1, 1), QTime(0, 0), Qt::UTC));
        const QByteArray sha256 = QCryptographicHash::hash(der(u"gateway"_s), QCryptographicHash::Sha256);
        QCOMPARE(facts.sha256, QString::fromLatin1(sha256.toHex(':').toUpper()));
        QVERIFY(facts.isSelfSigned);
        QCOMPARE(facts.isCertificateAuthority, std::optional(false));
        QCOMPARE(facts.pem.trimmed(), m_pem.trimmed());
    }

    void tellsWhoSigned()
    {
        const auto read = readCertificates(m_office.pem(u"signed"_s) + m_office.pem(u"root"_s));
        QVERIFY(read && read->size() == 2);
        QCOMPARE(read->at(0).subject, u"signed.example"_s);
        QCOMPARE(read->at(0).issuer, u"County Root"_s); // no common name: the organization
        QVERIFY(!read->at(0).isSelfSigned);
        QCOMPARE(read->at(1).subject, u"County Root"_s);
        QVERIFY(read->at(1).isSelfSigned);
        QCOMPARE(read->at(1).isCertificateAuthority, std::optional(true));
    }

    void choosesWhatCanBeTrusted()
    {
        const auto chain = readCertificates(m_office.pem(u"signed"_s) + m_office.pem(u"root"_s));
        QCOMPARE(trustAnchorIn(*chain), std::optional(std::size_t(1)));
        QCOMPARE(trustAnchorIn({chain->at(0)}), std::nullopt);
        QCOMPARE(trustAnchorIn({}), std::nullopt);
    }

    void sameInEveryForm_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("DER") << der(u"gateway"_s);
        QTest::newRow("lines end as on Windows") << QByteArray(m_pem).replace("\n", "\r\n");
        QTest::newRow("no line end") << m_pem.trimmed();
        QTest::newRow("text around") << "Subject: gateway\n\n" + m_pem + "\nregards\n";
    }
    void sameInEveryForm()
    {
        QFETCH(QByteArray, bytes);
        const auto read = readCertificates(bytes);
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().detail));
        QCOMPARE(*read, *readCertificates(m_pem));
    }

    void limits()
    {
        const QByteArray padding(largestCertificateFile - m_pem.size() - 1, ' ');
        QVERIFY(readCertificates(m_pem + '\n' + padding).ok());
        QVERIFY(refusal(m_pem + '\n' + padding + ' ').contains(u"larger than 64 kB"_s));
        QCOMPARE(readCertificates(m_pem.repeated(mostCertificates))->size(), std::size_t(mostCertificates));
        QVERIFY(refusal(m_pem.repeated(mostCertificates + 1)).contains(u"one more than 10"_s));
    }

    void privateKeysAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray key = bytesOf(m_office.key(u"gateway"_s));
        QVERIFY(key.startsWith("-----BEGIN PRIVATE KEY-----"));
        QTest::newRow("alone") << key;
        QTest::newRow("before the certificate") << key + m_pem;
        QTest::newRow("behind the certificate") << m_pem + key;
        const QByteArray oneLine = QByteArray(key).replace("\n", " ");
        QTest::newRow("in one line") << m_pem + oneLine;
        const auto converted = [&](const QStringList &arguments) {
            const QString file = m_office.path(u"converted.key"_s);
            runOpenssl(arguments + QStringList{u"-in"_s, m_office.key(u"gateway"_s), u"-out"_s, file});
            return bytesOf(file);
        };
        QTest::newRow("older form") << m_pem + converted({u"ec"_s});
        QTest::newRow("encrypted") << m_pem + converted({u"pkcs8"_s, u"-topk8"_s, u"-passout"_s, u"pass:invented"_s});
        QTest::newRow("DER") << converted({u"ec"_s, u"-outform"_s, u"DER"_s});
        QByteArray wide;
        for (const char c : key)
            wide.append(c).append('\0');
        QTest::newRow("16-bit characters") << wide;
    }
    void privateKeysAreRefused()
    {
        QFETCH(QByteArray, bytes);
        const QString said = refusal(bytes);
        QVERIFY2(said.contains(u"holds a private key"_s), qPrintable(said));
        // Nothing of the file is repeated.
        for (const QByteArray &line : bytesOf(m_office.key(u"gateway"_s)).split('\n'))
            QVERIFY(line.isEmpty() || !said.contains(QString::fromLatin1(line)));
    }

    void otherThingsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing") << QByteArray() << u"is empty"_s;
        QTest::newRow("text") << QByteArray("hello\n") << u"no certificate: neither"_s;
        QTest::newRow("zeros") << QByteArray(1000, '\0') << u"no certificate: neither"_s;
        QTest::newRow("cut off") << "note\n" + m_pem.first(200)
                                 << u"line 2: the certificate that begins here is cut off"_s;
        QTest::newRow("second cut off") << m_pem + m_pem.first(200)
                                        << u"line %1: the certificate that begins here is cut off"_s.arg(
                                               m_pem.count('\n') + 1);
        QTest::newRow("cut off before another") << m_pem.first(m_pem.indexOf('\n', 100) + 1) + m_pem
                                                << u"line 1: the certificate that begins here is cut off"_s;
        QByteArray damaged = m_pem;
        damaged[100] = damaged[100] == 'A' ? 'B' : 'A';
        damaged[40] = '!';
        QTest::newRow("damaged") << damaged << u"line 1: the certificate that begins here is damaged"_s;
        QByteArray empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
        QTest::newRow("empty block") << empty << u"line 1: the certificate that begins here is damaged"_s;
        QByteArray more =
            "-----BEGIN CERTIFICATE-----\n" + (der(u"gateway"_s) + "more").toBase64() + "\n-----END CERTIFICATE-----\n";
        QTest::newRow("more in the block") << more << u"line 1: the certificate that begins here is damaged"_s;
        QTest::newRow("a request for one")
            << bytesOf(m_office.path(u"gateway.csr"_s)) << u"line 1: what begins here is no certificate"_s;
        QTest::newRow("DER and more") << der(u"gateway"_s) + "more"
                                      << u"byte %1: something follows"_s.arg(der(u"gateway"_s).size() + 1);
        QTest::newRow("DER cut off") << der(u"gateway"_s).chopped(1) << u"no certificate: neither"_s;
    }
    void otherThingsAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const QString refused = refusal(bytes);
        QVERIFY2(refused.contains(said), qPrintable(refused));
    }

    void hostileNames()
    {
        QStringList names;
        for (int i = 0; i < 25; ++i)
            names += u"DNS:h%1.example"_s.arg(i);
        names[1] = u"DNS:"_s + u"a"_s.repeated(400);
        m_office.make(u"hostile"_s,
                      {.subject = u"/CN=gate\u202Eelpmaxe\nway <b>x<\\/b>/O=\u2066O"_s,
                       .extensions = u"subjectAltName="_s + names.join(u',')});
        const auto read = readCertificates(m_office.pem(u"hostile"_s));
        QVERIFY(read.ok());
        const CertificateFacts &facts = read->front();
        QCOMPARE(facts.subject, u"gate\uFFFDelpmaxe way <b>x</b>"_s);
        QCOMPARE(facts.issuer, facts.subject);
        QCOMPARE(facts.names.size(), 20);
        QCOMPARE(facts.names.at(0), u"h0.example"_s);
        QCOMPARE(facts.names.at(1).size(), 253);
        QVERIFY(facts.names.at(1).endsWith(u'\u2026'));
    }

    void filesThatCannotBeRead()
    {
        const QString missing = m_office.path(u"missing.pem"_s);
        for (const QString &path : {missing, QFileInfo(missing).absolutePath()}) {
            const auto read = readCertificateFile(path);
            QVERIFY(!read);
            QCOMPARE(read.error().code, ErrorCode::Invalid);
            QVERIFY2(read.error().detail.startsWith(path + u": "_s), qPrintable(read.error().detail));
        }
        QCOMPARE(*readCertificateFile(m_office.certificate(u"gateway"_s)), *readCertificates(m_pem));
    }

    void storesWhatWasSeen()
    {
        const CertificateFacts facts = readCertificates(m_pem)->front();
        const QString folder = m_office.path(u"made/on the way"_s);
        for (int i = 0; i < 2; ++i) { // the second time it replaces itself
            const auto stored = storeCertificate(facts, folder);
            QVERIFY(stored.ok());
            QVERIFY(QDir::isAbsolutePath(*stored));
            QCOMPARE(*stored, QDir(folder).absoluteFilePath(QString(facts.sha256).remove(u':').toLower() + u".pem"_s));
            QCOMPARE(readCertificateFile(*stored)->front(), facts);
            QCOMPARE(QFileInfo(*stored).permissions() & 0x0077, QFile::Permissions());
            QVERIFY(tlsConfiguration(*stored).ok());
        }
        QCOMPARE(QDir(folder).entryList(QDir::Files).size(), 1);
    }

    void storesNothingElse()
    {
        const CertificateFacts facts = readCertificates(m_pem)->front();
        const QString folder = m_office.path(u"nothing"_s);
        CertificateFacts other = facts;
        other.pem = m_office.pem(u"root"_s);
        CertificateFacts two = facts;
        two.pem += m_office.pem(u"root"_s);
        CertificateFacts elsewhere = facts;
        elsewhere.sha256 = u"../"_s + facts.sha256;
        for (const CertificateFacts &each : {other, two, elsewhere}) {
            const auto stored = storeCertificate(each, folder);
            QVERIFY(!stored);
            QCOMPARE(stored.error().code, ErrorCode::Invalid);
        }
        QVERIFY(!QFileInfo::exists(folder));
        save(folder, "in the way");
        const auto stored = storeCertificate(facts, folder);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::Storage);
        QVERIFY(stored.error().detail.contains(folder));
    }
};

LINTERNA_TEST(TestCertificate)

} // namespace test_certificate

#include "test_certificate.moc"

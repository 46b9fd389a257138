// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/log.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_redact {

namespace {

//! Its end comes after those of all that was made after it.
struct LastWord {
    ~LastWord() { qWarning("to the end: EAC9999103402"); }
};

int sayToTheEnd(const QStringList &)
{
    static const LastWord before; // made first, so that it ends last
    installRedactingMessageHandler();
    qWarning("begun: EAC9999103402");
    static const LastWord after;
    return 0;
}
LINTERNA_CHILD_ROLE("say-to-the-end", sayToTheEnd)

} // namespace

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
        QTest::newRow("ntlm") << "Proxy-Authorization: NTLM TlRMTVNTUAAD="
                              << "Proxy-Authorization: NTLM [redacted]";
        QTest::newRow("proxy with a password") << "through http://desk7:pa%3Ass@proxy.example:3128/"
                                               << "through http://[redacted]@proxy.example:3128/";
        QTest::newRow("an at sign in a path") << "http://h.example/a@b"
                                              << "http://h.example/a@b";
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

    //! What formats a message may have one of its own.
    void fault91_aMessageWithinAMessageEnds()
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // Qt warns of the unknown placeholder while it formats the first message.
        environment.insert(u"QT_MESSAGE_PATTERN"_s, u"%{nonsense}%{if-debug}%{message}"_s);
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), childRole("say-to-the-end"));
        QVERIFY(child.waitForFinished(patience));
        QCOMPARE(child.exitStatus(), QProcess::NormalExit);
        QCOMPARE(child.exitCode(), 0);
    }
    //! Messages go on until all that main() had is gone.
    void fault91_aMessageAtTheVeryEnd()
    {
        QProcess child;
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), childRole("say-to-the-end"));
        QVERIFY(child.waitForFinished(patience));
        const QByteArray said = child.readAll();
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0, said);
        QVERIFY(said.contains("EAC••••••3402"));
        QVERIFY(!said.contains("9999103402"));
    }
};

LINTERNA_TEST(TestRedact)

} // namespace test_redact

#include "test_redact.moc"

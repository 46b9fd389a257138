// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/i18n/languageswitcher.h"
#include "tests/support/buttons.h"
#include "tests/support/httpsender.h"
#include "tests/support/rawserver.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"
#include "tests/support/trustingcomputer.h"
#include "tests/ui/samples.h"
#include "ui/certificates/certificatedialog.h"
#include "ui/certificates/certificateview.h"
#include "ui/style/theme.h"
#include "ui/widgets/announcer.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_certificatedialog {

namespace {

const QString local = u"127.0.0.1"_s;
const raw::Script answering{raw::ReadRequest{}, raw::Send{raw::reply(200, "{}")}};

struct Bench {
    //! `into`: another folder for the certificates.
    explicit Bench(const QString &into = {})
    {
        languages.setLanguage(u"en"_s);
        theme.apply(Settings::Theme::Light);
        if (!into.isEmpty())
            folder = into;
        dialog = new CertificateDialog(probe, {.now = samples::now, .openUrl = {}}, folder);
        trusted = std::make_unique<QSignalSpy>(dialog, &CertificateDialog::trusted);
        announced = std::make_unique<QSignalSpy>(dialog->findChild<Announcer *>(), &Announcer::announced);
    }
    ~Bench() { delete dialog; }
    void open(quint16 port)
    {
        dialog->forServer(local, port);
        dialog->open();
        QVERIFY(dialog->isWaiting());
        QTRY_VERIFY(!dialog->isWaiting());
    }
    void open(const QString &file)
    {
        dialog->forFile(file);
        dialog->open();
    }
    //! A visible button of this text.
    [[nodiscard]] QPushButton *button(const QString &text) const { return test::visibleButtonIn(dialog, text); }
    //! All that can be read.
    [[nodiscard]] QString text() const
    {
        QStringList texts;
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text().remove(QChar(0x200B));
        }
        return texts.join(u'\n');
    }
    [[nodiscard]] QPlainTextEdit *fingerprint() const { return dialog->findChild<QPlainTextEdit *>(); }

    QTemporaryDir temporary;
    QString folder = temporary.filePath(u"certificates"_s);
    FakeClock clock;
    LanguageSwitcher languages;
    Theme theme;
    CertificateProbe probe{clock};
    QPointer<CertificateDialog> dialog;
    std::unique_ptr<QSignalSpy> trusted;
    std::unique_ptr<QSignalSpy> announced;
};

} // namespace

class TestCertificateDialog : public QObject
{
    Q_OBJECT
private:
    TestCertificateAuthority m_office;

    CertificateFacts facts(const QString &name) { return readCertificates(m_office.pem(name))->front(); }

private slots:
    void initTestCase()
    {
        const QDateTime now = samples::now();
        m_office.make(u"good"_s, {.subject = u"/CN=gateway"_s});
        m_office.make(u"soon"_s, {.to = now.addDays(11)});
        m_office.make(u"not so soon"_s, {.to = now.addDays(31)});
        m_office.make(u"expired"_s, {.to = now.addDays(-200)});
        m_office.make(u"not yet"_s, {.from = now.addYears(40), .to = now.addYears(50)});
        m_office.make(u"elsewhere"_s,
                      {.subject = u"/CN=elsewhere"_s, .extensions = u"subjectAltName=DNS:other.example"_s});
        m_office.make(u"clients"_s, {.extensions = u"extendedKeyUsage=clientAuth"_s});
        m_office.make(u"root"_s, {.subject = u"/CN=County Root"_s, .extensions = TestCertificateAuthority::authority});
        m_office.make(u"signed"_s, {.subject = u"/CN=signed"_s, .issuer = u"root"_s});
        m_office.make(u"link"_s,
                      {.subject = u"/CN=County Link"_s,
                       .extensions = TestCertificateAuthority::intermediate,
                       .issuer = u"root"_s});
        m_office.make(u"below the link"_s, {.subject = u"/CN=below"_s, .issuer = u"link"_s});
        m_office.make(u"hostile"_s,
                      {.subject = u"/CN=<b>x<\\/b>\u202Eexe.txt"_s,
                       .extensions = u"subjectAltName=DNS:"_s + u"a"_s.repeated(253)});
    }

    void whatIsTrustedIsWhatWasSeenAndWorks()
    {
        RawServer server({answering}, m_office.server({u"good"_s}));
        Bench b;
        b.open(server.port());
        QCOMPARE(b.fingerprint()->toPlainText(), fingerprintLines(facts(u"good"_s).sha256));
        for (const QString &said :
             {u"Is this the certificate of your gateway?"_s, u"gateway"_s, u"itself (self-signed)"_s, local,
              u"1 January 2025, 0:00"_s, u"1 January 2045, 0:00"_s,
              u"Compare the fingerprint with the one that the gateway's administrator"_s})
            QVERIFY2(b.text().contains(said), qPrintable(b.text()));
        QCOMPARE(server.bytesReceived(), 0);
        QVERIFY(!QDir(b.folder).exists()); // nothing before the person has spoken
        b.button(u"Trust for this connection"_s)->click();
        QCOMPARE(b.trusted->size(), 1);
        const QString path = b.trusted->at(0).at(0).toString();
        QVERIFY(path.startsWith(b.folder));
        QCOMPARE(readCertificateFile(path)->front(), facts(u"good"_s));
        QTRY_VERIFY(!b.dialog);

        RawServer again({answering}, m_office.server({u"good"_s}));
        QVERIFY(HttpSender().post(again.url(), path).ok());
    }

    void enterLeavesAndSpaceTrusts()
    {
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Escape}) {
            Bench b;
            b.open(m_office.certificate(u"good"_s));
            QVERIFY(b.button(u"Cancel"_s)->isDefault());
            QVERIFY(!b.button(u"Trust for this connection"_s)->isDefault());
            QCOMPARE(b.dialog->focusWidget(), b.fingerprint());
            QTest::keyClick(b.dialog->focusWidget(), key);
            QTRY_VERIFY(!b.dialog);
            QCOMPARE(b.trusted->size(), 0);
            QVERIFY(!QDir(b.folder).exists());
        }
        for (const auto &[key, times] : {std::pair(Qt::Key_Return, 0), std::pair(Qt::Key_Space, 1)}) {
            Bench b;
            b.open(m_office.certificate(u"good"_s));
            b.button(u"Trust for this connection"_s)->setFocus();
            QTest::keyClick(b.dialog->focusWidget(), key);
            QTRY_VERIFY(!b.dialog);
            QCOMPARE(b.trusted->size(), times);
        }
    }

    //! A server that sends its own certificate alone: the missing issuer is named, and the file with it helps.
    void aMissingLinkIsNamedAndFilled()
    {
        RawServer server({answering}, m_office.server({u"below the link"_s}));
        {
            Bench b;
            b.open(server.port());
            QVERIFY2(b.text().contains(u"“County Link”, is missing"_s), qPrintable(b.text()));
            QVERIFY(!b.button(u"Trust for this connection"_s));
            b.languages.setLanguage(u"es"_s);
            QTRY_VERIFY2(b.text().contains(u"Falta el certificado de su emisor, «County Link»"_s),
                         qPrintable(b.text()));
        }
        Bench b;
        b.dialog->forFile(m_office.certificate(u"link"_s), m_office.certificate(u"root"_s));
        b.dialog->open();
        QVERIFY2(b.text().contains(u"It is the link between the server and “County Root”"_s), qPrintable(b.text()));
        b.button(u"Trust for this connection"_s)->click();
        QCOMPARE(b.trusted->size(), 1);
        const auto stored = readCertificateFile(b.trusted->at(0).at(0).toString());
        QVERIFY(stored.ok());
        QCOMPARE(stored->size(), std::size_t(2)); // with the root that was there before
        // Without the root it hangs in the air.
        Bench alone;
        alone.open(m_office.certificate(u"link"_s));
        QVERIFY2(alone.text().contains(u"This certificate cannot be added"_s), qPrintable(alone.text()));
    }

    void choosesTheAuthorityOfAChain()
    {
        RawServer server({answering}, m_office.server({u"signed"_s, u"root"_s}));
        Bench b;
        b.open(server.port());
        QCOMPARE(b.fingerprint()->toPlainText(), fingerprintLines(facts(u"root"_s).sha256));
        QVERIFY(b.text().contains(u"The server sent 2 certificates."_s));
        QVERIFY(b.text().contains(u"every server whose certificate it signed"_s));
        b.button(u"Trust for this connection"_s)->click();
        QCOMPARE(readCertificateFile(b.trusted->at(0).at(0).toString())->front(), facts(u"root"_s));
    }

    void saysWhatToAskForWhereNoneCanBeTrusted_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("signed by somebody") << u"signed"_s << u"up to the root. Then choose that file"_s;
        QTest::newRow("for clients") << u"clients"_s << u"for other purposes than proving who a server is"_s;
    }
    void saysWhatToAskForWhereNoneCanBeTrusted()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        RawServer server({answering}, m_office.server({name}));
        Bench fromServer;
        fromServer.open(server.port());
        Bench fromFile;
        fromFile.open(m_office.certificate(name));
        for (const Bench *b : {&fromServer, &fromFile}) {
            QVERIFY2(b->text().contains(said), qPrintable(b->text()));
            QVERIFY(!b->button(u"Trust for this connection"_s));
            QVERIFY(b->button(u"Close"_s)->isDefault());
        }
        QVERIFY(name != u"signed"_s || fromServer.text().contains(u"County Root"_s));
    }

    void nothingToAddToATrustedServer()
    {
        const TrustingComputer trusting(m_office.certificate(u"good"_s));
        RawServer server({answering}, m_office.server({u"good"_s}));
        Bench b;
        b.open(server.port());
        QVERIFY(b.text().contains(u"This computer trusts 127.0.0.1:%1 already."_s.arg(server.port())));
        QVERIFY(!b.button(u"Trust for this connection"_s));
    }

    void warnings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("said");
        QTest::newRow("good") << u"good"_s << QString();
        QTest::newRow("expires soon") << u"soon"_s << u"It expires on 3 December 2026."_s;
        QTest::newRow("expires later") << u"not so soon"_s << QString();
        QTest::newRow("expired") << u"expired"_s << u"It expired on 6 May 2026."_s;
        QTest::newRow("not yet valid") << u"not yet"_s << u"It is not valid before 22 November 2066."_s;
        QTest::newRow("authority") << u"root"_s << u"It is the certificate of an authority"_s;
    }
    void warnings()
    {
        QFETCH(QString, name);
        QFETCH(QString, said);
        Bench b;
        b.open(m_office.certificate(name));
        for (const QString &each : {u"It expire"_s, u"It is not valid"_s, u"It is the certificate of an authority"_s})
            QCOMPARE(b.text().contains(each), said.startsWith(each));
        QVERIFY2(b.text().contains(said), qPrintable(b.text()));
        QVERIFY(b.button(u"Trust for this connection"_s));
    }

    void fault18_saysWhatTrustDoesNotCure()
    {
        RawServer server({answering}, m_office.server({u"elsewhere"_s}));
        Bench b;
        b.open(server.port());
        QVERIFY2(
            b.text().contains(u"issued for “other.example”, not for this address. Until that is put right, Linterna "
                              "refuses the server, trusted or not."_s),
            qPrintable(b.text()));
        b.button(u"Trust for this connection"_s)->click();
        // The server stays refused, as the dialog has said.
        const auto reply = HttpSender().post(server.url(), b.trusted->at(0).at(0).toString());
        QCOMPARE(reply.error().tls->kind, TlsProblem::Kind::WrongHost);
        QVERIFY(server.requests().empty());
    }

    void noAnswerAndAgain()
    {
        RawServer silent({{raw::ReadRequest{}}});
        Bench b;
        b.dialog->forServer(local, silent.port());
        b.dialog->open();
        QVERIFY(b.text().contains(u"Asking for the certificate…"_s));
        QVERIFY(b.text().contains(u"127.0.0.1:%1 is asked who it is."_s.arg(silent.port())));
        QVERIFY(!b.button(u"Try again"_s) && !b.button(u"Trust for this connection"_s));
        QTRY_VERIFY(silent.bytesReceived() > 0);
        b.clock.pass(CertificateProbe::deadline);
        QTRY_VERIFY(!b.dialog->isWaiting());
        QVERIFY(b.text().contains(u"No answer in time"_s));
        QVERIFY(!b.fingerprint()->isVisible());
        b.button(u"Try again"_s)->click();
        QVERIFY(b.dialog->isWaiting());
        QTRY_COMPARE(silent.connections().size(), std::size_t(2));
        b.button(u"Cancel"_s)->click(); // leaving while it waits is harmless
        QTRY_VERIFY(!b.dialog && silent.connections()[1].ended);
    }

    void aPrivateKeyIsRefused()
    {
        Bench b;
        b.open(m_office.key(u"good"_s));
        QVERIFY(b.text().contains(u"This file cannot be used"_s));
        QVERIFY(b.text().contains(u"holds a private key"_s));
        QVERIFY(!b.button(u"Trust for this connection"_s) && !b.button(u"Try again"_s));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        Bench b(u"/proc/nowhere"_s);
        b.open(m_office.certificate(u"good"_s));
        b.button(u"Trust for this connection"_s)->click();
        QCOMPARE(b.trusted->size(), 0);
        QVERIFY(b.dialog && b.dialog->isVisible());
        QVERIFY(b.text().contains(u"The certificate was not stored, and nothing changed."_s));
        QVERIFY(b.text().contains(u"/proc/nowhere"_s));
    }

    void namesAreShownAsTheyAreAndNoMore()
    {
        Bench b;
        b.open(m_office.certificate(u"hostile"_s));
        QVERIFY(b.text().contains(u"<b>x</b>\uFFFDexe.txt"_s));
        for (const QLabel *label : b.dialog->findChildren<QLabel *>())
            QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
        QVERIFY2(b.dialog->width() <= 800, qPrintable(QString::number(b.dialog->width())));
    }

    void fingerprintIsCopiedWhole()
    {
        Bench b;
        b.open(m_office.certificate(u"good"_s));
        const QStringList lines = b.fingerprint()->toPlainText().split(u'\n');
        QCOMPARE(lines.size(), 4);
        for (const QString &line : lines)
            QCOMPARE(line.size(), 24);
        b.button(u"Copy fingerprint"_s)->click();
        QCOMPARE(QApplication::clipboard()->text(), facts(u"good"_s).sha256);
        QCOMPARE(b.announced->last().at(0).toString(), u"Copied"_s);
    }

    void isSaidToAssistiveTechnology()
    {
        RawServer server({answering}, m_office.server({u"elsewhere"_s}));
        Bench b;
        b.open(server.port());
        const QString said = b.announced->last().at(0).toString();
        for (const QString &part :
             {u"Is this the certificate of your gateway?"_s, u"Compare the fingerprint"_s, u"not for this address"_s})
            QVERIFY2(said.contains(part), qPrintable(said));
        QAccessibleInterface *field = QAccessible::queryAccessibleInterface(b.fingerprint());
        QCOMPARE(field->text(QAccessible::Name), u"SHA-256 fingerprint"_s);
        QVERIFY(field->text(QAccessible::Description).contains(u"Compare the fingerprint"_s));
    }

    void saysItselfAgainInSpanish()
    {
        RawServer server({answering}, m_office.server({u"elsewhere"_s}));
        Bench b;
        b.open(server.port());
        const QString english = b.text();
        const QString fingerprint = b.fingerprint()->toPlainText();
        b.languages.setLanguage(u"es"_s);
        QCoreApplication::processEvents();
        QVERIFY(b.text().contains(u"¿Es este el certificado de su pasarela?"_s));
        QVERIFY2(b.text().contains(u"se emitió para «other.example», no para esta dirección."_s), qPrintable(b.text()));
        QVERIFY(b.text().contains(u"1 de enero de 2045"_s));
        QVERIFY(b.button(u"Confiar para esta conexión"_s));
        QCOMPARE(b.fingerprint()->toPlainText(), fingerprint);
        b.languages.setLanguage(u"en"_s);
        QCoreApplication::processEvents();
        QCOMPARE(b.text(), english);
    }
};

LINTERNA_TEST(TestCertificateDialog)

} // namespace test_certificatedialog

#include "test_certificatedialog.moc"

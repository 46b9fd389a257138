// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/theme.h"
#include "i18n/languageswitcher.h"
#include "secrets/memorysecretstore.h"
#include "settings/connectiondialog.h"
#include "settings/secretentry.h"
#include "support/fakeclock.h"
#include "ui/samples.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace {

//! A keyring that refuses.
class RefusingStore : public MemorySecretStore
{
public:
    explicit RefusingStore(ErrorCode code) : m_code(code) {}
    [[nodiscard]] JobOf<Nothing> *write(const QString &, const Secret &) override
    {
        return JobOf<Nothing>::finished(Error{.code = m_code});
    }

private:
    ErrorCode m_code;
};

struct Bench {
    explicit Bench(std::unique_ptr<SecretStore> store = std::make_unique<MemorySecretStore>())
        : secrets(std::move(store))
    {
        languages.setLanguage(u"en"_s);
        theme.apply(Settings::Theme::Light);
        (void)connections.load();
        dialog = new ConnectionDialog({connections, *secrets, tester}, {.now = samples::now, .openUrl = {}},
                                      u"USCIS sandbox"_s);
        dialog->open();
    }
    ~Bench() { delete dialog; }
    QLineEdit *entry(const QString &name)
    {
        for (QLineEdit *each : dialog->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    QPushButton *button(const QString &text)
    {
        for (QPushButton *each : dialog->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    void enter()
    {
        entry(u"Client ID"_s)->setText(u" my-id "_s);
        entry(u"Client secret"_s)->setText(u"p:%+/&=ñ"_s);
    }
    bool says(const QString &text)
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }

    QTemporaryDir folder;
    FakeClock clock;
    LanguageSwitcher languages;
    Theme theme;
    ConnectionStore connections{folder.filePath(u"connections.json"_s)};
    std::unique_ptr<SecretStore> secrets;
    ConnectionTester tester{*secrets, clock};
    QPointer<ConnectionDialog> dialog;
};

} // namespace

class TestConnectionDialog : public QObject
{
    Q_OBJECT
private slots:
    void savesIdHereAndSecretThere()
    {
        Bench b;
        QSignalSpy saved(b.dialog, &ConnectionDialog::saved);
        QVERIFY(!b.button(u"Save"_s)->isEnabled());
        b.enter();
        b.button(u"Save"_s)->click();
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), u"USCIS sandbox"_s);
        QCOMPARE(b.connections.find(u"USCIS sandbox"_s)->clientId, u"my-id"_s);
        Secret stored;
        b.secrets->read(u"connection/USCIS sandbox/client-secret"_s)->onFinished(this, [&](const Result<Secret> &result) {
            stored = *result;
        });
        QTRY_COMPARE(stored.view(), QByteArrayView("p:%+/&=\xc3\xb1"));
        QFile file(b.folder.filePath(u"connections.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("p:%"));
        QTRY_VERIFY(!b.dialog);
    }

    void fault48_keyringRefuses_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("said");
        QTest::newRow("fault47: locked") << ErrorCode::KeychainLocked << u"keyring is locked"_s;
        QTest::newRow("fault48: absent") << ErrorCode::KeychainAbsent << u"offers no keyring"_s;
        QTest::newRow("fault49: denied") << ErrorCode::KeychainDenied << u"did not let Linterna in"_s;
    }
    void fault48_keyringRefuses()
    {
        QFETCH(ErrorCode, code);
        QFETCH(QString, said);
        Bench b(std::make_unique<RefusingStore>(code));
        QSignalSpy saved(b.dialog, &ConnectionDialog::saved);
        Secret session;
        connect(b.dialog, &ConnectionDialog::sessionSecretEntered, this,
                [&](const QString &name, const Secret &secret) {
                    QCOMPARE(name, u"USCIS sandbox"_s);
                    session = secret;
                });
        b.enter();
        QVERIFY(!b.button(u"Keep for this run only"_s)->isVisible());
        b.button(u"Save"_s)->click();
        QTRY_VERIFY(b.says(said));
        QVERIFY(b.dialog->isVisible());
        b.button(u"Keep for this run only"_s)->click();
        QCOMPARE(session.view(), QByteArrayView("p:%+/&=\xc3\xb1"));
        QCOMPARE(saved.size(), 0);
        QTRY_VERIFY(!b.dialog);
    }

    void secretIsHiddenUntilAskedFor()
    {
        Bench b;
        QCOMPARE(b.entry(u"Client secret"_s)->echoMode(), QLineEdit::Password);
        b.enter();
        b.button(u"Show"_s)->click();
        QCOMPARE(b.entry(u"Client secret"_s)->echoMode(), QLineEdit::Normal);
        b.dialog->findChild<SecretEntry *>()->clear();
        QVERIFY(b.entry(u"Client secret"_s)->text().isEmpty());
        QVERIFY(!b.entry(u"Client secret"_s)->isUndoAvailable());
        QCOMPARE(b.entry(u"Client secret"_s)->echoMode(), QLineEdit::Password);
    }

    void testNeedsBothAndSaysWhatCame()
    {
        Bench b;
        QVERIFY(!b.button(u"Test connection"_s)->isEnabled());
        b.enter();
        Connection nowhere;
        nowhere.name = u"Nowhere"_s;
        nowhere.tokenUrl = QUrl(u"http://127.0.0.1:9/token"_s);
        nowhere.apiUrl = QUrl(u"http://127.0.0.1:9/"_s);
        QVERIFY(b.connections.put(nowhere).ok());
        auto *choice = b.dialog->findChild<QComboBox *>();
        choice->addItem(nowhere.name);
        choice->setCurrentText(nowhere.name);
        b.enter();
        b.button(u"Test connection"_s)->click();
        QVERIFY(b.says(u"Testing"_s));
        QVERIFY(!b.button(u"Test connection"_s)->isEnabled());
        QVERIFY(QTest::qWaitFor([&] {
            b.clock.pass(std::chrono::seconds(1));
            return b.says(u"No connection"_s);
        }));
        QVERIFY(b.button(u"Test connection"_s)->isEnabled());
    }

    void closingWhileWaitingIsHarmless()
    {
        Bench b;
        b.enter();
        b.button(u"Save"_s)->click();
        delete b.dialog;
        settle();
    }
};

QTEST_MAIN(TestConnectionDialog)
#include "test_connectiondialog.moc"

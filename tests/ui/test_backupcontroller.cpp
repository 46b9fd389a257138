// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recordkeeping/backupcontroller.h"

#include "lib/localrecord/localrecord.h"
#include "lib/settings/settings.h"
#include "tests/support/buttons.h"
#include "tests/support/fakeclock.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/testprogram.h"
#include "ui/connections/secretentry.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/widgets/question.h"

#include <QDir>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_backupcontroller {

namespace {

constexpr PassphraseCost cheap{.passes = 1, .memoryKiB = 8};
const Secret passphrase = Secret::copyOf("lantern in the window");

} // namespace

class TestBackupController : public QObject
{
    Q_OBJECT
    //! A window with a history behind it.
    struct Desk {
        Desk(const QString &folder, const char *key)
            : settings(folder + u"/settings.ini"_s),
              backups(new BackupController(history.file(), settings, clock, &window, cheap))
        {
            window.show();
            opened =
                resultOf(history.file().open({folder + u"/history.db"_s, Secret::copyOf(key), RecordRole::Owner})).ok();
        }
        //! The one dialog that is open, once it has this heading.
        QDialog *dialog(const QString &heading)
        {
            QDialog *found = nullptr;
            (void)waitFor([&] {
                for (QDialog *each : window.findChildren<QDialog *>()) {
                    if (each->isVisible() && each->windowTitle() == heading)
                        found = each;
                }
                return found != nullptr;
            });
            return found;
        }
        static void press(QDialog *dialog, const QString &text) { buttonIn(dialog, text)->click(); }
        QWidget window;
        FakeClock clock;
        LocalRecord history{clock};
        Settings settings;
        BackupController *backups;
        bool opened = false;
    };
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"desk.linterna-backup"_s);
        for (const QString &name : {u"old"_s, u"new"_s})
            QDir(m_folder->path()).mkdir(name);
    }
    void aBackupIsMadeToldOfAndRestored()
    {
        Desk old(m_folder->filePath(u"old"_s), "0123456789abcdef0123456789abcdef");
        QVERIFY(old.opened && resultOf(old.history.record(goodOutcome())));
        old.backups->backUp(m_file, passphrase);
        QVERIFY(old.dialog(u"Backing up the history"_s));
        QDialog *made = old.dialog(u"The backup is made"_s);
        QVERIFY(made);
        QVERIFY(made->accessibleDescription().contains(u"verified"_s));
        QVERIFY(made->accessibleDescription().contains(m_file));

        Desk fresh(m_folder->filePath(u"new"_s), "fedcba9876543210fedcba9876543210");
        QVERIFY(fresh.opened);
        fresh.backups->restore(m_file, Secret::copyOf("no such lantern"));
        QDialog *again = fresh.dialog(u"Passphrase of the backup"_s);
        QVERIFY(again);
        again->findChild<SecretEntry *>()->entry()->setText(u"lantern in the window"_s);
        Desk::press(again, u"Restore"_s);
        QVERIFY(fresh.dialog(u"The history is restored"_s));
        QVERIFY(resultOf(fresh.history.findCase(receiptOf())));

        // There is a history by now: the person is asked, and what is there stays by default.
        fresh.backups->restore(m_file, passphrase);
        QDialog *question = fresh.dialog(u"Replace the history on this computer?"_s);
        QVERIFY(question);
        Desk::press(question, u"Keep the history"_s);
        QVERIFY(fresh.dialog(u"Nothing was restored"_s));
        fresh.backups->restore(m_file, passphrase);
        question = fresh.dialog(u"Replace the history on this computer?"_s);
        QVERIFY(question);
        for (QDialog *each : fresh.window.findChildren<QDialog *>()) {
            if (each != question)
                delete each;
        }
        Desk::press(question, u"Replace it"_s);
        QDialog *restored = fresh.dialog(u"The history is restored"_s);
        QVERIFY(restored && restored->accessibleDescription().contains(u"history.replaced-"_s));
    }
    void aHistoryInMemoryIsNotBackedUp()
    {
        Desk desk(m_folder->filePath(u"old"_s), "0123456789abcdef0123456789abcdef");
        QVERIFY(resultOf(desk.history.file().open({{}, Secret::copyOf("0123456789abcdef0123456789abcdef")})));
        desk.backups->backUp(m_file, passphrase);
        QVERIFY(desk.dialog(u"Nothing was backed up"_s));
        QVERIFY(!QFileInfo::exists(m_file));
    }
    void fault66_anotherPlaceIsOffered()
    {
        Desk desk(m_folder->filePath(u"old"_s), "0123456789abcdef0123456789abcdef");
        desk.backups->backUp(m_folder->filePath(u"no/such/folder/file"_s), passphrase);
        QDialog *told = desk.dialog(u"Nothing was backed up"_s);
        QVERIFY(told && told->accessibleDescription().contains(u"no/such/folder/file"_s));
    }
};

LINTERNA_TEST(TestBackupController)

} // namespace test_backupcontroller

#include "test_backupcontroller.moc"

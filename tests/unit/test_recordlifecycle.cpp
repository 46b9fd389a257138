// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/recordkeeping/recordlifecycle.h"

#include "lib/crypto/fieldcipher.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/files.h"
#include "tests/support/hostilesystem.h"
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/recordrun.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_recordlifecycle {

using Mood = FakeSecretStore::Mood;
using Keep = RecordLifecycle::Keep;
using Run = RecordRun;

namespace {

const Secret passphrase = Secret::copyOf("lantern in the window");
const Secret another = Secret::copyOf("no such lantern");

} // namespace

class TestRecordLifecycle : public QObject
{
    Q_OBJECT
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeSecretStore> m_secrets;
    QString m_file;
    QString m_keyFile;

    static QStringList numbers(std::initializer_list<int> list)
    {
        QStringList receipts;
        for (int number : list)
            receipts += receiptNo(number);
        return receipts;
    }
    QStringList folder() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    //! One with the check number 1 in it, and its key in the keychain.
    void makeRecord()
    {
        Run run(*m_secrets, m_file);
        QVERIFY(!run.start().isForThisRunOnly() && run.check(1));
    }
    //! The same under a passphrase, where there is no keychain.
    void makeProtectedRecord()
    {
        m_secrets->mood = Mood::Absent;
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(resultOf(run.keeper.protect(passphrase)));
        QVERIFY(run.check(1));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<FakeSecretStore>();
        m_file = m_folder->filePath(u"history.db"_s);
        m_keyFile = m_folder->filePath(u"history.key"_s);
    }

    void fault48_aPassphraseWhereThereIsNoKeychain()
    {
        m_secrets->mood = Mood::Absent;
        {
            Run run(*m_secrets, m_file);
            QCOMPARE(run.start().why->code, ErrorCode::KeychainAbsent);
            QVERIFY(run.check(1) && run.check(2));
            QVERIFY(folder().isEmpty());
            QVERIFY(resultOf(run.keeper.protect(passphrase)));
            QVERIFY(!run.keeper.state().isForThisRunOnly() && run.keeper.state().underPassphrase);
            QVERIFY(!run.keeper.state().why);
            QCOMPARE(run.checks(), numbers({1, 2})); // what was checked before came along
            QVERIFY(run.check(3));
        }
        Run run(*m_secrets, m_file);
        QVERIFY(run.start().isForThisRunOnly() && run.keeper.state().underPassphrase && !run.keeper.state().why);
        QCOMPARE(resultOf(run.keeper.unlock(passphrase)).value(), true);
        QVERIFY(!run.keeper.state().isForThisRunOnly() && run.keeper.state().underPassphrase);
        QCOMPARE(run.checks(), numbers({1, 2, 3}));
        QVERIFY(m_secrets->secrets.isEmpty());
    }
    void fault51_aWrongPassphraseLosesNothing()
    {
        makeProtectedRecord();
        const QByteArray key = bytesOf(m_keyFile);
        const QByteArray record = bytesOf(m_file);
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(run.check(2));
        QCOMPARE(resultOf(run.keeper.unlock(another)).value(), false);
        QVERIFY(run.keeper.state().isForThisRunOnly() && !run.keeper.state().why);
        QCOMPARE(run.checks(), numbers({2}));
        QCOMPARE(bytesOf(m_keyFile), key);
        QCOMPARE(bytesOf(m_file), record);
        QCOMPARE(resultOf(run.keeper.unlock(passphrase)).value(), true);
        QCOMPARE(run.checks(), numbers({1, 2}));
    }
    void fault51_aDamagedKeyFileIsNamedAndNothingOverwritten()
    {
        makeProtectedRecord();
        QFile file(m_keyFile);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(80) && file.write("damage") == 6);
        file.close();
        const QByteArray key = bytesOf(m_keyFile);
        const QByteArray record = bytesOf(m_file);
        {
            Run run(*m_secrets, m_file);
            run.start();
            const auto opened = resultOf(run.keeper.unlock(passphrase));
            QCOMPARE(opened.error().code, ErrorCode::Unreadable);
            QVERIFY(opened.error().detail.contains(u"history.key"));
            QCOMPARE(run.keeper.state().why->code, ErrorCode::Unreadable);
            QVERIFY(run.check(2));
            QCOMPARE(resultOf(run.keeper.protect(another)).error().code, ErrorCode::Invalid);
            QCOMPARE(resultOf(run.keeper.changePassphrase(passphrase, another)).error().code, ErrorCode::Unreadable);
        }
        { // where nothing is to be kept, that stays so
            Run run(*m_secrets, m_file);
            run.start(Keep::Nothing);
            QCOMPARE(resultOf(run.keeper.unlock(passphrase)).error().code, ErrorCode::Unreadable);
            QVERIFY(run.keeper.state().mode == RecordState::Mode::NothingKept && run.keeper.state().why);
        }
        m_secrets->mood = Mood::Open; // nor does a keychain make it think of a new key
        Run run(*m_secrets, m_file);
        QVERIFY(run.start().isForThisRunOnly() && run.keeper.state().underPassphrase);
        QVERIFY(m_secrets->secrets.isEmpty());
        QCOMPARE(bytesOf(m_keyFile), key);
        QCOMPARE(bytesOf(m_file), record);
    }
    void fault50_theKeyFileIsGone()
    {
        makeProtectedRecord();
        QVERIFY(QFile::remove(m_keyFile));
        const QByteArray record = bytesOf(m_file);
        Run run(*m_secrets, m_file);
        QCOMPARE(run.start().why->code, ErrorCode::KeychainAbsent);
        QCOMPARE(resultOf(run.keeper.protect(another)).error().code, ErrorCode::NotConfigured);
        QCOMPARE(run.keeper.state().why->code, ErrorCode::NotConfigured); // from which there is a way on
        QVERIFY(!QFile::exists(m_keyFile));
        QCOMPARE(bytesOf(m_file), record);
    }
    void fault50_theKeyFileOfAnotherRecord()
    {
        makeProtectedRecord();
        QVERIFY(resultOf(writeKeyFile(m_keyFile, FieldCipher::makeDataKey(), another, cheap, this)));
        const QByteArray record = bytesOf(m_file);
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(run.check(2));
        QCOMPARE(resultOf(run.keeper.unlock(another)).error().code, ErrorCode::NotConfigured);
        QCOMPARE(run.keeper.state().why->code, ErrorCode::NotConfigured);
        QCOMPARE(run.checks(), numbers({2}));
        QCOMPARE(bytesOf(m_file), record);
    }
    void fault50_aNewHistoryByChoice_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("the key is gone") << u""_s;
        QTest::newRow("the key is another one")
            << QString::fromLatin1(FieldCipher::makeDataKey().view().toByteArray().toBase64());
        QTest::newRow("what is stored is no key") << u"no key"_s;
    }
    void fault50_aNewHistoryByChoice()
    {
        QFETCH(QString, stored);
        makeRecord();
        const QByteArray record = bytesOf(m_file);
        m_secrets->secrets.clear();
        if (!stored.isEmpty())
            QVERIFY(resultOf(m_secrets->write(recordKeyName, Secret::copyOf(stored.toLatin1()))));
        QString kept;
        {
            Run run(*m_secrets, m_file);
            QCOMPARE(run.start().why->code, ErrorCode::NotConfigured);
            QVERIFY(run.check(2));
            QVERIFY(resultOf(run.history.editCase(receiptOf(receiptNo(2)), {.client = u"B"_s})));
            kept = resultOf(run.keeper.beginAnew()).value();
            QVERIFY(!run.keeper.state().isForThisRunOnly() && !run.keeper.state().why);
            QCOMPARE(run.checks(), numbers({2}));
            QCOMPARE(resultOf(run.history.findCase(receiptOf(receiptNo(2))))->details.client, u"B"_s);
            QCOMPARE(resultOf(run.keeper.beginAnew()).error().code, ErrorCode::Invalid); // it is open
        }
        QCOMPARE(bytesOf(kept), record); // for whoever finds the key
        QVERIFY(QFileInfo(kept).fileName().startsWith(u"history.locked-"_s));
        Run run(*m_secrets, m_file);
        QVERIFY(!run.start().isForThisRunOnly());
        QCOMPARE(run.checks(), numbers({2}));
    }
    void fault50_aNewHistoryWhereThePassphraseIsForgotten()
    {
        makeProtectedRecord();
        const QByteArray record = bytesOf(m_file);
        const QByteArray key = bytesOf(m_keyFile);
        QString kept;
        {
            Run run(*m_secrets, m_file);
            run.start();
            QVERIFY(run.check(2));
            kept = resultOf(run.keeper.beginAnew()).value();
            QCOMPARE(run.keeper.state().why->code,
                     ErrorCode::KeychainAbsent); // so that it asks how to keep the new one
            QVERIFY(!run.keeper.state().underPassphrase);
            QCOMPARE(run.checks(), numbers({2}));
            QVERIFY(resultOf(run.keeper.protect(another)));
            QCOMPARE(run.checks(), numbers({2}));
        }
        QCOMPARE(bytesOf(kept), record);
        const QString keptKey = QString(kept).replace(u".db"_s, u".key"_s);
        QCOMPARE(bytesOf(keptKey), key);
        // Whoever remembers it can put both back.
        QVERIFY(QFile::remove(m_file) && QFile::remove(m_keyFile));
        QVERIFY(QFile::rename(kept, m_file) && QFile::rename(keptKey, m_keyFile));
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(resultOf(run.keeper.unlock(passphrase)).value(), true);
        QCOMPARE(run.checks(), numbers({1}));
    }
    void fault50_aRecordThatCanBeOpenedIsNotSetAside()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(resultOf(run.keeper.beginAnew()).error().code, ErrorCode::Invalid);
        QVERIFY(QFile::exists(m_file));
    }
    void theOldPassphraseOpensNoMore()
    {
        makeProtectedRecord();
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(resultOf(run.keeper.changePassphrase(another, another)).value(), false);
        QCOMPARE(resultOf(run.keeper.changePassphrase(passphrase, another)).value(), true);
        QCOMPARE(resultOf(run.keeper.unlock(passphrase)).value(), false);
        QCOMPARE(resultOf(run.keeper.unlock(another)).value(), true);
        QCOMPARE(run.checks(), numbers({1}));
    }

    void fault47_unlockedLaterOpensInTheSameRun()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        {
            Run run(*m_secrets, m_file);
            QCOMPARE(run.start().why->code, ErrorCode::KeychainLocked);
            QVERIFY(run.check(2) && run.check(3));
            QCOMPARE(resultOf(run.keeper.tryAgain()).error().code, ErrorCode::KeychainLocked);
            QCOMPARE(run.checks(), numbers({2, 3}));
            m_secrets->mood = Mood::Open;
            QVERIFY(resultOf(run.keeper.tryAgain()));
            QVERIFY(!run.keeper.state().isForThisRunOnly() && !run.keeper.state().why);
            QCOMPARE(run.checks(), numbers({1, 2, 3}));
            QVERIFY(run.check(4));
        }
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(run.checks(), numbers({1, 2, 3, 4}));
    }
    void fault47_whatIsCheckedMeanwhileComesAlong()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        for (int number = 2; number < 60; ++number)
            (void)run.history.record(goodOutcome(caseStatus(receiptOf(receiptNo(number)))));
        m_secrets->mood = Mood::Open;
        auto *job = run.keeper.tryAgain();
        bool ended = false;
        job->onFinished(this, [&](const Result<Nothing> &) { ended = true; });
        int number = 60;
        for (; !ended && number < 150; ++number) // as fast as they come
            QVERIFY(run.check(number));
        QTRY_VERIFY(ended);
        QStringList all = run.checks();
        QCOMPARE(all.size(), number - 1);
        QCOMPARE(all.first(), receiptNo(1));
        all.removeDuplicates();
        QCOMPARE(all.size(), number - 1); // none twice
    }
    void fault47_whatIsWrittenMeanwhileComesAlong()
    {
        makeRecord();
        const ReceiptNumber first = receiptOf(receiptNo(1));
        const ReceiptNumber second = receiptOf(receiptNo(2));
        const ReceiptNumber third = receiptOf(receiptNo(3));
        const SavedFilter failed{u"Failed"_s, {.failed = true}};
        const SavedFilter mine{u"Mine"_s, {.text = u"mine"_s}};
        const SavedFilter other{u"Mine"_s, {.text = u"other"_s}};
        {
            Run run(*m_secrets, m_file);
            run.start();
            QVERIFY(resultOf(run.history.editCase(first, {.client = u"A"_s, .note = u"old"_s, .tags = {u"x"_s}})));
            QVERIFY(resultOf(run.history.saveFilters({mine, failed})));
        }
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(run.check(2));
        QVERIFY(resultOf(run.history.editCase(first, {.note = u"new"_s, .tags = {u"X"_s, u"y"_s}, .onHold = true})));
        QVERIFY(resultOf(run.history.editCase(second, {.client = u"B"_s})));
        QVERIFY(resultOf(run.history.editCase(third, {.client = u"C"_s}))); // of which there is no check yet
        QVERIFY(resultOf(run.history.saveFilters({other, {u"Third"_s, {.tags = {u"t"_s}}}})));
        QVERIFY(!resultOf(run.keeper.tryAgain()));                                   // locked still
        QCOMPARE(resultOf(run.history.officeNotes())->cases.size(), std::size_t(3)); // still in view
        m_secrets->mood = Mood::Open;
        QVERIFY(resultOf(run.keeper.tryAgain()));
        const auto notes = resultOf(run.history.officeNotes()).value();
        QCOMPARE(notes.cases.size(), std::size_t(3));
        QVERIFY(notes.cases[0]
                == (OfficeNotes::Case{
                    first, {.client = u"A"_s, .note = u"old\nnew"_s, .tags = {u"x"_s, u"y"_s}, .onHold = true}}));
        QCOMPARE(resultOf(run.history.findCase(second))->details.client, u"B"_s);
        QCOMPARE(resultOf(run.history.findCase(third))->details.client, u"C"_s);
        QVERIFY(notes.filters == (std::vector<SavedFilter>{other, failed, {u"Third"_s, {.tags = {u"t"_s}}}}));
        QVERIFY(resultOf(run.history.addOfficeNotes(notes))); // again changes nothing
        QVERIFY(resultOf(run.history.officeNotes()).value() == notes);
    }
    void fault47_aChangeIsFoundAgainstTheRecord()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        CaseStatus status = caseStatus(receiptOf(receiptNo(1)));
        status.title.en = u"Case Was Denied"_s;
        QCOMPARE(resultOf(run.history.record(goodOutcome(status)))->change, Change::First);
        m_secrets->mood = Mood::Open;
        QVERIFY(resultOf(run.keeper.tryAgain()));
        QCOMPARE(resultOf(run.history.checks({.pageSize = 1}))->rows.front().change, Change::Status);
    }
    void fault40_aFullDiskInTheMiddleLosesNoneAndRepeatsNone()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        QStringList all = numbers({1});
        for (int number = 2; number < 80; ++number) {
            QVERIFY(run.check(number));
            all += receiptNo(number);
        }
        m_secrets->mood = Mood::Open;
        {
            const FullDisk full(QFile(m_file).size() + 600'000);
            QCOMPARE(resultOf(run.keeper.tryAgain()).error().code, ErrorCode::Storage);
        }
        QVERIFY(run.keeper.state().isForThisRunOnly());
        QCOMPARE(run.keeper.state().why->code, ErrorCode::Storage);
        QCOMPARE(run.checks(), all.mid(1)); // all of them still in view
        {
            Run beside(*m_secrets, m_file);
            QVERIFY(!beside.start().isForThisRunOnly());
            const QStringList there = beside.checks();
            QVERIFY(there.size() > 5 && there.size() < all.size()); // it was in the middle
            QCOMPARE(there, all.first(there.size()));
        }
        QVERIFY(resultOf(run.keeper.tryAgain()));
        QCOMPARE(run.checks(), all);
    }
    void fault57_closedWhileTheyAreTakenOver()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        QStringList all = numbers({1});
        {
            Run run(*m_secrets, m_file);
            run.start();
            for (int number = 2; number < 60; ++number) {
                QVERIFY(run.check(number));
                all += receiptNo(number);
            }
            m_secrets->mood = Mood::Open;
            Run beside(*m_secrets, m_file);
            beside.start();
            (void)run.keeper.tryAgain();
            QTRY_VERIFY(resultOf(beside.history.checks({.pageSize = 1}))->total > 1); // some are there
        }
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(run.checks(), all);
    }
    void fault49_neverAnswered()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        Run run(*m_secrets, m_file);
        run.start();
        m_secrets->mood = Mood::NeverAnswers;
        auto *job = run.keeper.tryAgain();
        QVERIFY(run.check(2)); // nothing waits for it
        QCOMPARE(resultOf(run.keeper.tryAgain()).error().code, ErrorCode::Cancelled);
        m_secrets->giveUp();
        QCOMPARE(resultOf(job).error().code, ErrorCode::KeychainLocked);
        QCOMPARE(run.checks(), numbers({2}));
    }

    void nothingIsKeptByChoice()
    {
        makeRecord();
        const QByteArray record = bytesOf(m_file);
        {
            Run run(*m_secrets, m_file);
            const RecordState state = run.start(Keep::Nothing);
            QVERIFY(state.mode == RecordState::Mode::NothingKept && state.isForThisRunOnly() && !state.why);
            QVERIFY(run.check(2));
            QCOMPARE(bytesOf(m_file), record);
            QVERIFY(resultOf(run.keeper.tryAgain())); // another choice
            QVERIFY(run.keeper.state().mode == RecordState::Mode::OnDisk);
            QCOMPARE(run.checks(), numbers({1, 2}));
            QVERIFY(resultOf(run.keeper.keepNothing()));
            QVERIFY(run.keeper.state().mode == RecordState::Mode::NothingKept);
            QVERIFY(run.check(3));
            QCOMPARE(run.checks(), numbers({3}));
        }
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(run.checks(), numbers({1, 2}));
    }
    void fromThePassphraseToTheKeychain()
    {
        makeProtectedRecord();
        m_secrets->mood = Mood::Open;
        {
            Run run(*m_secrets, m_file);
            run.start();
            QCOMPARE(resultOf(run.keeper.moveToKeychain()).error().code, ErrorCode::Invalid); // it is closed
            QVERIFY(resultOf(run.keeper.unlock(passphrase)).value());
            m_secrets->mood = Mood::Locked;
            QCOMPARE(resultOf(run.keeper.moveToKeychain()).error().code, ErrorCode::KeychainLocked);
            QVERIFY(QFile::exists(m_keyFile) && run.keeper.state().underPassphrase);
            m_secrets->mood = Mood::Open;
            QVERIFY(resultOf(run.keeper.moveToKeychain()));
            QVERIFY(!QFile::exists(m_keyFile) && !run.keeper.state().underPassphrase);
        }
        Run run(*m_secrets, m_file);
        QVERIFY(!run.start().isForThisRunOnly());
        QCOMPARE(run.checks(), numbers({1}));
    }
    void theKeyOfAnotherFolderStaysInTheKeychain()
    {
        makeProtectedRecord();
        m_secrets->mood = Mood::Open;
        const Secret others = Secret::copyOf("a2V5IG9mIGFub3RoZXI=");
        m_secrets->secrets.insert(recordKeyName, others);
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(resultOf(run.keeper.unlock(passphrase)).value());
        QCOMPARE(resultOf(run.keeper.moveToKeychain()).error().code, ErrorCode::Invalid);
        QVERIFY(m_secrets->secrets.value(recordKeyName) == others);
        QVERIFY(QFile::exists(m_keyFile));
    }
    void aPassphraseIsNoWayOverARecordInTheKeychain()
    {
        makeRecord();
        m_secrets->mood = Mood::Locked;
        const QByteArray record = bytesOf(m_file);
        Run run(*m_secrets, m_file);
        run.start();
        QCOMPARE(resultOf(run.keeper.protect(passphrase)).error().code, ErrorCode::NotConfigured);
        QVERIFY(!QFile::exists(m_keyFile));
        QCOMPARE(bytesOf(m_file), record);
    }
    void fault41_readOnlyFolder()
    {
        m_secrets->mood = Mood::Absent;
        Run run(*m_secrets, m_file);
        run.start();
        QVERIFY(run.check(1));
        const Unprivileged nobody(m_folder->path());
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner);
        QCOMPARE(resultOf(run.keeper.protect(passphrase)).error().code, ErrorCode::Storage);
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(run.keeper.state().isForThisRunOnly());
        QCOMPARE(run.checks(), numbers({1}));
        QVERIFY(resultOf(run.keeper.protect(passphrase)));
        QCOMPARE(run.checks(), numbers({1}));
    }
};

LINTERNA_TEST(TestRecordLifecycle)

} // namespace test_recordlifecycle

#include "test_recordlifecycle.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "lib/platform/user.h"
#include "tests/support/patience.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_session {

//! A whole run without a window, as the window and the command line stand on it.
class TestSession : public QObject
{
    Q_OBJECT
private:
    static CommandLine lineFor(const QString &folder, bool practice = false)
    {
        CommandLine line;
        line.practice = practice;
        line.dataDir = folder;
        return line;
    }
    static bool open(Session &session)
    {
        const QSignalSpy opened(&session.record(), &RecordLifecycle::changed);
        session.openRecord();
        return waitFor([&] { return !opened.isEmpty(); });
    }

    QTemporaryDir m_folder;

private slots:
    //! From the receipt number to the record, against the practice server.
    void practiceNeedsNoWindow()
    {
        const CommandLine line = lineFor(m_folder.filePath(u"practice"_s), true);
        Session session(line, RecordRole::Owner);
        QVERIFY(session.settleFiles().empty());
        QVERIFY(session.startPractice());
        QVERIFY(open(session));
        QVERIFY(!session.record().state().isForThisRunOnly());
        QVERIFY(!session.isAtWork());
        QVERIFY(session.beginWork());
        QVERIFY(session.isAtWork() && !session.beginWork()); // once only
        QCOMPARE(session.connectionName(), u"Practice"_s);

        std::optional<CheckOutcome> told;
        connect(&session.checks(), &CheckService::finished, this, [&](const CheckOutcome &outcome) { told = outcome; });
        session.checks().check(*ReceiptNumber::fromText(u"EAC9999103402"), AskedBy::Person);
        QVERIFY(waitFor([&] { return told.has_value(); }));
        QVERIFY(told->result.ok() && told->id > 0);

        session.stopForErasing();
        QVERIFY(!session.isAtWork() && !session.beginWork());
    }

    //! An action of the command line that needs nothing of the folder leaves nothing there.
    void onlyReadsUntilToldToDoMore()
    {
        const QString folder = m_folder.filePath(u"untouched"_s);
        {
            Session session(lineFor(folder), RecordRole::Owner);
            QCOMPARE(session.language(), session.settings().language());
        }
        QVERIFY(!QFile::exists(folder));
    }

    void recordKnowsWhoWritesBeforeItIsOpen()
    {
        qputenv("LOGNAME", "agarcia");
        const CommandLine line = lineFor(m_folder.filePath(u"person"_s), true);
        {
            Session session(line, RecordRole::Owner);
            QVERIFY(session.settleFiles().empty());
            QString atOpening;
            connect(&session.record(), &RecordLifecycle::changed, this,
                    [&] { atOpening = session.history().person(); });
            QVERIFY(open(session));
            QVERIFY(atOpening == u"agarcia"_s || atOpening == systemUserName());
            QVERIFY(waitFor([&] { return session.history().person() == systemUserName(); }));
            session.settings().setPersonName(u"Ana García"_s);
            QCOMPARE(session.history().person(), u"Ana García"_s);
        }
        Session session(line, RecordRole::Owner);
        QVERIFY(open(session));
        QCOMPARE(session.history().person(), u"Ana García"_s);
        session.settings().setPersonName({});
        QVERIFY(waitFor([&] { return session.history().person() == systemUserName(); }));
    }
    //! The system answers after the person has chosen.
    void aLateAnswerReplacesNoChoice()
    {
        Session session(lineFor(m_folder.filePath(u"late"_s), true), RecordRole::Owner);
        bool named = false;
        session.namePerson()->onFinished(this, [&](const Result<Nothing> &) { named = true; });
        session.settings().setPersonName(u"Ana García"_s);
        QVERIFY(waitFor([&] { return named; }));
        QCOMPARE(session.history().person(), u"Ana García"_s);
    }

    void whichConnectionWorkBeginsWith()
    {
        CommandLine line = lineFor(m_folder.filePath(u"real"_s));
        Session fromSettings(line, RecordRole::Guest);
        QCOMPARE(fromSettings.connectionName(), fromSettings.settings().connection());
        fromSettings.active().choose(u"Office"_s); // before work begins, and for later starts
        QCOMPARE(fromSettings.settings().connection(), u"Office"_s);
        QCOMPARE(fromSettings.connectionName(), u"Office"_s);
        QVERIFY(!fromSettings.isAtWork());

        line.connection = u"USCIS sandbox"_s;
        Session named(line, RecordRole::Guest);
        QCOMPARE(named.connectionName(), u"USCIS sandbox"_s);
        QVERIFY(named.beginWork());
        QCOMPARE(named.active().name(), u"USCIS sandbox"_s);
        Connection office = *builtInConnection(u"USCIS sandbox"_s);
        office.name = u"Office"_s;
        named.paths().make();
        QVERIFY(named.connections().put(office));
        named.active().choose(u"Office"_s);
        QCOMPARE(named.connectionName(), u"Office"_s);
    }
};

LINTERNA_TEST(TestSession)

} // namespace test_session

#include "test_session.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/posix/userentry.h"
#include "lib/platform/user.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

#include <unistd.h>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_user {

class TestUser : public QObject
{
    Q_OBJECT
private slots:
    void fullNameOrLogin_data()
    {
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("name");
        QTest::newRow("none") << QString() << u"ana"_s;
        QTest::newRow("as adduser leaves it") << u",,,"_s << u"ana"_s;
        QTest::newRow("blanks") << u"  ,room 7"_s << u"ana"_s;
        QTest::newRow("name") << u"Ana García Ñúñez"_s << u"Ana García Ñúñez"_s;
        QTest::newRow("with room and telephone") << u"Ana García,7,555-0100,"_s << u"Ana García"_s;
        QTest::newRow("white space") << u" Ana \t García "_s << u"Ana García"_s;
        QTest::newRow("login in it") << u"& García"_s << u"Ana García"_s;
    }
    void fullNameOrLogin()
    {
        QFETCH(QString, description);
        QTEST(nameIn({.login = u"ana"_s, .description = description}), "name");
    }

    void theSystemKnowsThisUser()
    {
        QProcess id;
        id.start(u"id"_s, {u"-un"_s});
        QVERIFY(id.waitForFinished(patience));
        const auto entry = userEntry(geteuid());
        QVERIFY(entry);
        QCOMPARE(entry->login, QString::fromLocal8Bit(id.readAllStandardOutput()).trimmed());
        QCOMPARE(systemUserName(), nameIn(*entry));
        QVERIFY(!systemUserName().isEmpty());
    }
    void whoIsNotThereHasNoEntry()
    {
        constexpr unsigned nobody = 3'999'999'999;
        QVERIFY(!userEntry(nobody));
    }
};

LINTERNA_TEST(TestUser)

} // namespace test_user

#include "test_user.moc"

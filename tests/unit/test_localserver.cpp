// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/localserver.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_localserver {

class TestLocalServer : public QObject
{
    Q_OBJECT
private slots:
    //! However long the folder's name is, there is a name on which a server can listen, and one of its own.
    void everyFolderHasANameToListenOn_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length : {1, 20, 40, 60, 61, 62, 63, 64, 65, 66, 67, 90, 200})
            QTest::addRow("%lld", static_cast<long long>(length)) << length;
    }
    void everyFolderHasANameToListenOn()
    {
        QFETCH(qsizetype, length);
        const QTemporaryDir home(QDir::tempPath() + u"/l-XXXXXX"_s);
        const QString folder = home.filePath(QString(length, u'a'));
        QVERIFY(QDir().mkpath(folder));
        QLocalServer server;
        QVERIFY2(server.listen(localServerName(folder)), qPrintable(server.errorString()));
        QLocalSocket socket;
        socket.connectToServer(localServerName(folder));
        QVERIFY(socket.waitForConnected(patience));
        QVERIFY(localServerName(folder) != localServerName(home.filePath(QString(length, u'b'))));
    }
};

LINTERNA_TEST(TestLocalServer)

} // namespace test_localserver

#include "test_localserver.moc"

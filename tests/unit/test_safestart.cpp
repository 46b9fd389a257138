// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/platform/process.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_safestart {

namespace {

//! Whether a file that is opened now gets a number that nobody takes for standard input, output or error.
int openAFile(const QStringList &)
{
    startSafely();
    const int file = ::open("/dev/null", O_RDONLY);
    return file > STDERR_FILENO ? 0 : 10 + file;
}
LINTERNA_CHILD_ROLE("open-a-file", openAFile)

} // namespace

class TestSafeStart : public QObject
{
    Q_OBJECT
private slots:
    void fault91_nothingIsWrittenIntoAFileInPlaceOfATerminal_data()
    {
        QTest::addColumn<QString>("closed");
        for (const char *closed : {"", "2>&-", ">&-", "<&-", "<&- >&- 2>&-", ">&- 2>&-"})
            QTest::addRow("%s", closed) << QString::fromLatin1(closed);
    }
    void fault91_nothingIsWrittenIntoAFileInPlaceOfATerminal()
    {
        QFETCH(QString, closed);
        QProcess shell;
        shell.start(u"sh"_s,
                    QStringList{u"-c"_s, u"exec \"$0\" \"$@\" "_s + closed, QCoreApplication::applicationFilePath()}
                        + childRole("open-a-file"));
        QVERIFY(shell.waitForFinished(patience));
        QCOMPARE(shell.exitCode(), 0);
    }

    void noMemoryImageIsLeft()
    {
        startSafely();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, rlim_t(0));
        QCOMPARE(limit.rlim_max, rlim_t(0));
    }
};

LINTERNA_TEST(TestSafeStart)

} // namespace test_safestart

#include "test_safestart.moc"

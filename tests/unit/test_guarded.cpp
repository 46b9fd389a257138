// SPDX-License-Identifier: GPL-3.0-or-later
// An exception on a thread of ours ends what was asked for, not the program.
#include "lib/base/background.h"
#include "lib/base/ownthread.h"
#include "tests/support/jobresult.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <stdexcept>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_guarded {

namespace {

struct State {
    int recovered = 0;
    void recover() { ++recovered; }
};
using Thread = OwnThread<State>;

[[noreturn]] void throwFor(const QString &kind)
{
    if (kind == u"memory"_s)
        throw std::bad_alloc();
    if (kind == u"length"_s)
        throw std::length_error("EAC9999103402 cannot be so long");
    throw std::out_of_range("EAC9999103402 is not there");
}

} // namespace

class TestGuarded : public QObject
{
    Q_OBJECT
private slots:
    void fault69_anExceptionIsAnError_data()
    {
        QTest::addColumn<bool>("inSlices");
        for (const char *kind : {"memory", "length", "range"}) {
            QTest::newRow(kind) << false;
            QTest::newRow((QByteArray(kind) + " in slices").constData()) << true;
        }
    }
    void fault69_anExceptionIsAnError()
    {
        QFETCH(bool, inSlices);
        const QString kind = QString::fromLatin1(QTest::currentDataTag()).section(u' ', 0, 0);
        QObject owner;
        Thread thread(u"test"_s);
        Thread::Task<int> task;
        if (inSlices)
            task.slice = [kind](State &, const std::atomic_bool &) -> std::optional<Result<int>> { throwFor(kind); };
        else
            task.work = [kind](State &, const std::atomic_bool &) -> Result<int> { throwFor(kind); };
        const auto failed = resultOf(thread.ask<int>(task, &owner));
        QCOMPARE(failed.error().code, ErrorCode::Storage);
        QVERIFY(!failed.error().detail.contains(u"EAC"_s));
        // And the thread goes on, with its state put right.
        const auto next = resultOf(
            thread.ask<int>({.work = [](State &state, auto &) { return Result<int>(state.recovered); }}, &owner));
        QCOMPARE(next.value(), 1);
    }
    void fault69_inTheBackgroundToo()
    {
        const auto failed =
            resultOf(inBackground<int>([]() -> Result<int> { throw std::length_error("too long"); }, qApp));
        QCOMPARE(failed.error().code, ErrorCode::Storage);
    }
};

LINTERNA_TEST(TestGuarded)

} // namespace test_guarded

#include "test_guarded.moc"

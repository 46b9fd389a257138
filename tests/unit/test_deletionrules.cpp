// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/record/deletionrules.h"

#include "tests/support/testprogram.h"
#include "tests/support/testrecord.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;
using About = DeletionRules::Doubt::About;

namespace test_deletionrules {

namespace {

QDateTime day(const char *text)
{
    return QDateTime(QDate::fromString(QLatin1StringView(text), Qt::ISODate), QTime(9, 0), Qt::UTC);
}

DeletionRules::Witnesses agreeing()
{
    return {.now = day("2026-11-30"),
            .built = day("2026-10-01"),
            .lastStart = day("2026-11-27"),
            .newestCheck = day("2026-11-20"),
            .server = day("2026-11-30")};
}

} // namespace

class TestDeletionRules : public QObject
{
    Q_OBJECT
private slots:
    void fault73_onlyTheOwnerDeletesForGood()
    {
        QVERIFY(!DeletionRules::refusal(u"/data/history.db"_s, RecordRole::Owner));
        QVERIFY(!DeletionRules::refusal({}, RecordRole::Guest)); // memory is its own
        const auto refused = DeletionRules::refusal(u"/data/history.db"_s, RecordRole::Guest);
        QVERIFY(refused && refused->code == ErrorCode::Storage);
        QVERIFY(refused->detail.contains(u"/data/history.db"_s));
    }

    void nothingToDoubt()
    {
        QVERIFY(!DeletionRules::doubt(agreeing()));
        QVERIFY(DeletionRules::clockAgrees(agreeing()));
        QVERIFY(!DeletionRules::doubt({.now = day("2026-11-30"), .built = {}})); // a first start
        DeletionRules::Witnesses quiet = agreeing();                             // a desk that reads and asks little
        quiet.newestCheck = day("2024-01-01");
        QVERIFY(!DeletionRules::doubt(quiet));
    }

    void fault72_doubt_data()
    {
        QTest::addColumn<DeletionRules::Witnesses>("known");
        QTest::addColumn<int>("about");
        const auto row = [](const char *name, const std::function<void(DeletionRules::Witnesses &)> &change,
                            About about) {
            DeletionRules::Witnesses known = agreeing();
            change(known);
            QTest::newRow(name) << known << int(about);
        };
        row(
            "fault72 ten years ahead",
            [](auto &w) {
                w.now = day("2036-11-30");
                w.server.reset();
            },
            About::LastStart);
        row(
            "fault72 ten years back",
            [](auto &w) {
                w.now = day("2016-11-30");
                w.server.reset();
            },
            About::Built);
        row(
            "fault72 six days ahead",
            [](auto &w) {
                w.now = day("2026-12-04");
                w.server.reset();
            },
            About::LastStart);
        row(
            "fault72 a server knows better", [](auto &w) { w.server = day("2026-11-20"); }, About::Server);
        row(
            "fault72 a server says that it is later", [](auto &w) { w.server = day("2026-12-10"); }, About::Server);
        row(
            "fault72 a month back",
            [](auto &w) {
                w.now = day("2026-10-28");
                w.server.reset();
                w.newestCheck = day("2026-10-20");
            },
            About::LastStart);
        row(
            "fault72 older than the program", [](auto &w) { w.built = day("2026-12-24"); }, About::Built);
        row(
            "fault72 a check of the future", [](auto &w) { w.newestCheck = day("2036-11-27"); }, About::NewestCheck);
        row(
            "fault72 no start is known", [](auto &w) { w.lastStart.reset(); }, About::NewestCheck);
        row(
            "fault72 old checks recorded late", [](auto &w) { w.outOfOrder = true; }, About::Order);
        row(
            "fault74 one settings file", [](auto &w) { w.choiceDisagrees = true; }, About::Choice);
    }
    void fault72_doubt()
    {
        QFETCH(DeletionRules::Witnesses, known);
        QFETCH(int, about);
        const auto doubt = DeletionRules::doubt(known);
        QVERIFY(doubt);
        QCOMPARE(int(doubt->about), about);
        const bool ofTheClock = doubt->about != About::Order && doubt->about != About::Choice;
        QCOMPARE(DeletionRules::clockAgrees(known), !ofTheClock);
        QCOMPARE(doubt->says.isValid(), ofTheClock);
    }

    void isBuiltOnADay() { QVERIFY(DeletionRules::buildDate().isValid()); }
};

LINTERNA_TEST(TestDeletionRules)

} // namespace test_deletionrules

#include "test_deletionrules.moc"

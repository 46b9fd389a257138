// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/receiptfacts.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_receiptfacts {

using Intake = ReceiptFacts::Intake;

namespace {

constexpr int unknown = 0;

ReceiptFacts factsOf(const QString &receipt, const QDate &today = QDate(2026, 11, 24))
{
    return receiptFacts(*ReceiptNumber::fromText(receipt), today);
}

} // namespace

class TestReceiptFacts : public QObject
{
    Q_OBJECT
private slots:
    void intakeByPrefix_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<Intake>("intake");
        const auto row = [](const char *prefix, Intake intake) {
            QTest::newRow(prefix) << QString::fromLatin1(prefix) << intake;
        };
        row("EAC", Intake::Vermont);
        row("VSC", Intake::Vermont);
        row("WAC", Intake::California);
        row("CSC", Intake::California);
        row("LIN", Intake::Nebraska);
        row("NSC", Intake::Nebraska);
        row("SRC", Intake::Texas);
        row("TSC", Intake::Texas);
        row("MSC", Intake::NationalBenefits);
        row("NBC", Intake::NationalBenefits);
        row("YSC", Intake::Potomac);
        row("IOE", Intake::None);
        // Without a source, or with one that nobody else confirms.
        for (const char *prefix : {"PSC", "ZLA", "ZAR", "GUM", "AGA", "PRA", "ZZZ"})
            row(prefix, Intake::Unknown);
    }
    void intakeByPrefix()
    {
        QFETCH(QString, prefix);
        QTEST(factsOf(prefix + u"2101250960"_s).intake, "intake");
    }

    void fiscalYear_data()
    {
        QTest::addColumn<QString>("receipt");
        QTest::addColumn<QDate>("today");
        QTest::addColumn<int>("year");
        const QDate today(2026, 11, 24);
        const auto row = [](const char *name, const char *receipt, const QDate &day, int year) {
            QTest::newRow(name) << QString::fromLatin1(receipt) << day << year;
        };
        row("the example of October 2010", "WAC1101250960", today, 2011);
        row("first workday", "EAC2100150001", today, 2021);
        row("last workday", "EAC2126550001", today, 2021);
        row("lockbox: 9, workday", "MSC2190212345", today, 2021);
        row("lockbox: another digit", "MSC2130112345", today, 2021);
        row("the year 2000", "LIN0000150001", today, 2000);
        row("the year that has just begun", "EAC2700150001", today, 2027);
        row("its last day before", "EAC2700150001", QDate(2026, 9, 30), unknown);
        row("its first day", "EAC2700150001", QDate(2026, 10, 1), 2027);
        row("a year to come", "EAC2800150001", today, unknown);
        row("the last century", "LIN9900150001", today, unknown);
        row("day 000", "EAC2100000001", today, unknown);
        row("day 266 in neither layout", "EAC2126690001", today, unknown);
        row("lockbox day 000", "MSC2190001234", today, unknown);
        row("lockbox day 266", "MSC2192661234", today, unknown);
        row("electronic", "IOE2101250960", today, unknown);
        row("a prefix that nobody explains", "ZLA2101250960", today, unknown);
        row("asterisk for the first digit", "EAC*101250960", today, unknown);
        row("sandbox", "EAC9999103402", today, unknown);
        row("sandbox, whatever the year", "EAC9999103402", QDate(2099, 12, 1), unknown);
        row("sandbox, Texas", "SRC9999132719", QDate(2099, 12, 1), unknown);
        row("sandbox, all nines", "WAC9999999999", QDate(2099, 12, 1), unknown);
        row("sandbox, counted up", "WAC1234567890", today, unknown);
        row("sandbox, zeros", "SRC0000000000", today, unknown);
        row("sandbox, zeros and one", "WAC0000000001", today, unknown);
    }
    void fiscalYear()
    {
        QFETCH(QString, receipt);
        QFETCH(QDate, today);
        QTEST(factsOf(receipt, today).fiscalYear.value_or(unknown), "year");
    }

    //! Nothing is known of a day that is none (a clock that was never set).
    void noDay() { QCOMPARE(factsOf(u"EAC2101250960"_s, QDate()).fiscalYear, std::nullopt); }
};

LINTERNA_TEST(TestReceiptFacts)

} // namespace test_receiptfacts

#include "test_receiptfacts.moc"

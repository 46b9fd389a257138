// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connection.h"
#include "lib/i18n/languageswitcher.h"
#include "tests/support/testprogram.h"
#include "ui/mainwindow/statusline.h"
#include "ui/widgets/foreigntext.h"
#include "ui/words/hourstext.h"

#include <QLabel>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_statusline {

namespace {

QDateTime utc(const char *text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

//! The tests' own time zone is UTC.
class TestStatusLine : public QObject
{
    Q_OBJECT
    LanguageSwitcher m_languages;

private slots:
    void cleanup() { m_languages.setLanguage(u"en"_s); }

    void hours_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        QTest::newRow("closes today") << utc("2026-07-15T15:00:00Z") << u"open until tomorrow 0:00 your time"_s
                                      << u"abierto hasta mañana a las 0:00 (hora local)"_s;
        QTest::newRow("opens today") << utc("2026-11-23T09:00:00Z") << u"closed, opens today 12:00 your time"_s
                                     << u"cerrado, abre hoy a las 12:00 (hora local)"_s;
        QTest::newRow("weekend") << utc("2026-11-28T15:00:00Z") << u"closed, opens Monday 30 November 12:00 your time"_s
                                 << u"cerrado, abre el lunes 30 de noviembre a las 12:00 (hora local)"_s;
    }
    void hours()
    {
        QFETCH(QDateTime, now);
        const ServiceHours hours = *builtInConnections().front().serviceHours;
        m_languages.setLanguage(u"en"_s);
        QTEST(serviceHoursText(hours, now), "english");
        m_languages.setLanguage(u"es"_s);
        QTEST(serviceHoursText(hours, now), "spanish");
    }
    void anUpgradeSaysHowFarItIs()
    {
        StatusLine line({[] { return utc("2026-11-28T15:00:00Z"); }});
        const auto says = [&line](const QString &words) {
            const auto labels = line.findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->text().contains(words); });
        };
        line.resize(1200, line.sizeHint().height());
        line.showUpgrade(345, 1000);
        QVERIFY(says(u"bringing the history up to date: 34%"_s));
        m_languages.setLanguage(u"es"_s);
        line.showUpgrade(350, 1000);
        QVERIFY(says(u"actualizando el historial: 35 %"_s));
        line.showRecordState({});
        QVERIFY(!says(u"actualizando"_s));
        QVERIFY(says(u"historial cifrado"_s));
    }
    void whereTheTimeIsTheServicesOwn()
    {
        const ServiceHours hours{
            .days = {Qt::Monday}, .opens = QTime(7, 0), .closes = QTime(20, 0), .timeZone = QTimeZone::utc()};
        m_languages.setLanguage(u"en"_s);
        QCOMPARE(serviceHoursText(hours, utc("2026-11-23T15:00:00Z")), u"open until 20:00"_s);
        m_languages.setLanguage(u"es"_s);
        QCOMPARE(serviceHoursText(hours, utc("2026-11-23T15:00:00Z")), u"abierto hasta las 20:00"_s);
        QCOMPARE(serviceHoursText({}, utc("2026-11-23T15:00:00Z")), QString());
    }

    //! Large letters and long words do not widen the window: what is left out can still be read and heard.
    void leavesOutWhatHasNoRoom()
    {
        m_languages.setLanguage(u"es"_s);
        const QDateTime now = utc("2026-11-28T15:00:00Z");
        StatusLine line(ViewEnvironment{.now = [&] { return now; }});
        line.showConnection(builtInConnections().front());
        line.showQuota(388, 1000);
        line.showRecordState({});
        line.resize(1000, 30);
        line.show();
        auto *first = line.findChild<QLabel *>();
        const QString whole = first->text();
        QVERIFY(whole.endsWith(u"hoy"_s));
        QVERIFY(first->toolTip().isEmpty() && first->accessibleName().isEmpty());
        line.resize(first->fontMetrics().horizontalAdvance(whole) + 60, 30); // room for this, and not for the record
        QCOMPARE(first->text(), whole);
        QVERIFY(first->accessibleDescription().startsWith(whole) && first->accessibleDescription() != whole);
        QCOMPARE(first->toolTip(), toolTipText(first->accessibleDescription()));
        line.resize(300, 30);
        QVERIFY(first->text().endsWith(u'…'));
        QVERIFY(first->accessibleDescription().startsWith(whole));
        QCOMPARE(first->accessibleName(), whole);
        QVERIFY2(line.minimumSizeHint().width() < 300, QByteArray::number(line.minimumSizeHint().width()).constData());
    }

    //! The line follows the clock: a service that closes is said to be closed.
    void followsTheClock()
    {
        m_languages.setLanguage(u"en"_s);
        QDateTime now = utc("2026-11-24T00:59:00Z");
        StatusLine line(ViewEnvironment{.now = [&] { return now; }});
        line.showConnection(builtInConnections().front());
        line.showQuota(388, 1000);
        const auto text = [&] { return line.findChild<QLabel *>()->text(); };
        QCOMPARE(text(), u"USCIS sandbox · open until 1:00 your time · 388 of 1,000 left today"_s);
        now = utc("2026-11-24T01:00:00Z");
        line.showQuota(388, 1000);
        QCOMPARE(text(), u"USCIS sandbox · closed, opens today 12:00 your time · 388 of 1,000 left today"_s);
    }
};

LINTERNA_TEST(TestStatusLine)

} // namespace test_statusline

#include "test_statusline.moc"

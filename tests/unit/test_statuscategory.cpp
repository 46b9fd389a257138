// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/statuscategory.h"
#include "support/fixture.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace {

//! The fine groups of the fixture and ours.
const QHash<QString, QString> coarse{
    {u"received"_s, u"received"_s},
    {u"response_received"_s, u"received"_s},
    {u"in_review"_s, u"in-review"_s},
    {u"reopened"_s, u"in-review"_s},
    {u"rfe"_s, u"action-needed"_s},
    {u"intent_to_deny"_s, u"action-needed"_s},
    {u"intent_to_revoke"_s, u"action-needed"_s},
    {u"interview"_s, u"appointment"_s},
    {u"biometrics"_s, u"appointment"_s},
    {u"oath"_s, u"appointment"_s},
    {u"approved"_s, u"approved"_s},
    {u"card_produced"_s, u"card-on-its-way"_s},
    {u"mailed"_s, u"card-on-its-way"_s},
    {u"delivered"_s, u"card-on-its-way"_s},
    {u"denied"_s, u"refused"_s},
    {u"rejected"_s, u"refused"_s},
    {u"revoked"_s, u"refused"_s},
};

//! Titles whose fine group says something else than a person would read on a chip.
const QHash<QString, QString> apart{
    {u"Fingerprint Fee Was Received"_s, u"other"_s},
    {u"Fees Were Waived"_s, u"other"_s},
    {u"Termination Notice Sent"_s, u"refused"_s},
};

} // namespace

class TestStatusCategory : public QObject
{
    Q_OBJECT
private slots:
    void everyKnownTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("group");
        const auto titles = QJsonDocument::fromJson(test::fixture(u"casestatus/status-titles.json"_s)).array();
        QCOMPARE(titles.size(), 85);
        for (const QJsonValue &entry : titles) {
            const QString title = entry["title"_L1].toString();
            const QString group = coarse.value(entry["category"_L1].toString(), u"other"_s);
            QTest::newRow(qPrintable(title)) << title << apart.value(title, group);
        }
    }
    void everyKnownTitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, group);
        QCOMPARE(statusCategoryName(statusCategory(title)), group);
        QCOMPARE(statusCategoryName(statusCategory(title.toUpper())), group);
        QCOMPARE(statusCategoryName(statusCategory(title.toLower().replace(u' ', u"&nbsp; \t"_s))), group);
        QCOMPARE(statusCategoryName(statusCategory(u"<b>"_s + title + u"</b>."_s)), group);
    }

    void traps_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("group");
        const auto row
            = [](const QString &title, const QString &group) { QTest::newRow(qPrintable(title)) << title << group; };
        row(u"Expedite Request Denied"_s, u"other"_s);
        row(u"Appeal Was Approved"_s, u"other"_s);
        row(u"Appeal Was Rejected"_s, u"other"_s);
        row(u"Fee Waiver Was Denied"_s, u"other"_s);
        row(u"Notice of Intent to Terminate Was Sent"_s, u"action-needed"_s);
        row(u"Case Was Not Approved"_s, u"other"_s);
        row(u"Case Was Disapproved"_s, u"other"_s);
        row(u"Interview Was Completed And My Case Must Be Reviewed"_s, u"in-review"_s);
        row(u"Case Rejected Because I Sent An Incorrect Fee"_s, u"refused"_s);
        row(u""_s, u"other"_s);
        row(u"Something new"_s, u"other"_s);
        row(u"Caso Fue Aprobado"_s, u"other"_s);
    }
    void traps()
    {
        QFETCH(QString, title);
        QFETCH(QString, group);
        QCOMPARE(statusCategoryName(statusCategory(title)), group);
    }

    void namesAreDistinct()
    {
        QSet<QString> names;
        for (int i = 0; i <= int(StatusCategory::Other); ++i)
            names += statusCategoryName(StatusCategory(i));
        QCOMPARE(names.size(), int(StatusCategory::Other) + 1);
        QVERIFY(!names.contains(QString()));
    }
};

QTEST_GUILESS_MAIN(TestStatusCategory)
#include "test_statuscategory.moc"

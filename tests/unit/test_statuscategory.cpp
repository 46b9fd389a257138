// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/domain/statuscategory.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_statuscategory {

namespace {

struct Decided {
    const char *title;
    const char *group;
};

//! Every title that is known from the service or from public lists, and the chip that a caseworker expects on it: each
//! decided by reading it, none derived from a rule.
constexpr Decided table[] = {
    {"Case Was Received", "received"},
    {"Case Was Received and A Receipt Notice Was Emailed", "received"},
    {"Case Was Received At My Local Office", "received"},
    {"Case Was Received At Another USCIS Office", "received"},
    {"Case Accepted By The USCIS Lockbox", "received"},
    {"Response To USCIS' Request For Evidence Was Received", "received"},
    {"Response To USCIS&#039; Request For Evidence Was Received", "received"},
    {"Request for Additional Information Received", "received"},

    {"Case Is Being Actively Reviewed By USCIS", "in-review"},
    {"USCIS Is currently Processing the Case", "in-review"},
    {"Case Is Pending at a Local Office", "in-review"},
    {"Correspondence Was Received And USCIS Is Reviewing It", "in-review"},
    {"Interview Was Completed And My Case Must Be Reviewed", "in-review"},
    {"Case Was Reopened", "in-review"},
    {"Case Was Reopened For Reconsideration", "in-review"},

    {"Request for Initial Evidence Was Sent", "action-needed"},
    {"Request for Additional Evidence Was Sent", "action-needed"},
    {"Notice Of Intent To Deny Was Sent", "action-needed"},
    {"Intent to Revoke Notice Was Sent", "action-needed"},

    {"Biometrics Appointment Was Scheduled", "appointment"},
    {"Fingerprint and Biometrics Appointment Was Scheduled", "appointment"},
    {"Case Was Updated To Show Fingerprints Were Taken", "appointment"},
    {"Request To Reschedule My Appointment Was Received", "appointment"},
    {"Case is Ready to Be Scheduled for An Interview", "appointment"},
    {"Interview Was Scheduled", "appointment"},
    {"Interview Was Rescheduled", "appointment"},
    {"Interview Cancelled", "appointment"},
    {"Interview Cancelled And Notice Ordered", "appointment"},
    {"Oath Ceremony Notice Was Mailed", "appointment"},

    {"Case Was Approved", "approved"},
    {"Case Approval Was Affirmed", "approved"},
    {"Case Was Approved And My Decision Was Emailed", "approved"},
    {"Case Was Approved And A Decision Notice Was Sent", "approved"},
    {"Case Approval Was Certified By USCIS", "approved"},
    {"Request For A Duplicate Card Was Approved", "approved"},

    {"New Card Is Being Produced", "card-on-its-way"},
    {"Card Was Mailed To Me", "card-on-its-way"},
    {"Card Was Picked Up By The United States Postal Service", "card-on-its-way"},
    {"Card Was Delivered To Me By The Post Office", "card-on-its-way"},
    {"Document Was Mailed To Me", "card-on-its-way"},
    {"Advance Parole Document Was Produced", "card-on-its-way"},
    {"Travel Document Was Mailed", "card-on-its-way"},

    {"Case Was Denied", "refused"},
    {"Case Was Denied And My Decision Notice Mailed", "refused"},
    {"Case Rejected Because I Sent An Incorrect Fee", "refused"},
    {"Case Was Rejected Because I Did Not Sign My Form", "refused"},
    {"Case Was Rejected Because It Was Improperly Filed", "refused"},
    {"Petition/Application Was Rejected For Insufficient Funds", "refused"},
    {"Revocation Notice Was Sent", "refused"},
    {"Case Was Automatically Revoked", "refused"},
    {"Termination Notice Sent", "refused"},

    {"Fingerprint Fee Was Received", "other"},
    {"Fees Were Waived", "other"},
    {"Case Is On Hold Because Of Pending Litigation", "other"},
    {"Card Is Being Returned to USCIS by Post Office", "other"},
    {"Card Was Returned To USCIS", "other"},
    {"Card Was Destroyed", "other"},
    {"Document Was Returned To USCIS", "other"},
    {"Travel Document Was Returned to USCIS And Will Be Held For 180 Days", "other"},
    {"Notice Was Returned To USCIS Because The Post Office Could Not Deliver It", "other"},
    {"Case Was Transferred And A New Office Has Jurisdiction", "other"},
    {"Case Transferred To Another Office", "other"},
    {"Case Was Transferred To Schedule An Interview", "other"},
    {"Case Was Transferred To An Asylum Office", "other"},
    {"Case Was Sent To The Department of State", "other"},
    {"Department of State Sent Case to USCIS For Review", "other"},
    {"Case Approval Was Reaffirmed And Mailed Back To Department Of State", "other"},
    {"Case Was Sent To The Administrative Appeals Office for Review", "other"},
    {"Appeal Was Dismissed", "other"},
    {"Appeal Was Approved", "other"},
    {"Withdrawal Acknowledgement Notice Was Sent", "other"},
    {"Case Closed Benefit Received By Other Means", "other"},
    {"Expedite Request Received", "other"},
    {"Expedite Request Approved", "other"},
    {"Expedite Request Denied", "other"},
    {"Request For Premium Processing Services Was Received", "other"},
    {" Premium Processing Fee Will Be Refunded", "other"},
    {"Fee Will Be Refunded", "other"},
    {"Name Was Updated", "other"},
    {"Date of Birth Was Updated", "other"},
    {"Duplicate Notice Was Mailed", "other"},
    {"Amended Notice Was Mailed", "other"},
    {"Notice Explaining USCIS Actions Was Mailed", "other"},
    {"Continuation Notice Was Mailed", "other"},
    {"CASE STATUS", "other"},
};

//! Not seen, but such as might come; and what the facts warn of.
constexpr Decided traps[] = {
    {"Expedite Request Denied", "other"},
    {"Appeal Was Approved", "other"},
    {"Appeal Was Rejected", "other"},
    {"Appeal Was Denied", "other"},
    {"Fee Waiver Was Denied", "other"},
    {"Fee Was Rejected", "other"},
    {"Feedback Was Received", "received"},
    {"Notice of Intent to Terminate Was Sent", "action-needed"},
    {"Response To Notice Of Intent To Deny Was Received", "action-needed"},
    {"Case Was Not Approved", "other"},
    {"Case Was Disapproved", "other"},
    {"Case Was Not Accepted", "other"},
    {"Card Was Not Delivered", "other"},
    {"Response To Request For Evidence Was Not Received", "other"},
    {"Case Was Not Denied", "other"},
    {"Interview Was Completed And My Case Must Be Reviewed", "in-review"},
    {"Decision Notice Was Mailed", "other"},
    {"Identification Card Was Produced And Mailed", "card-on-its-way"},
    {"", "other"},
    {"   ", "other"},
    {"Something new", "other"},
    {"Caso Fue Aprobado", "other"},
    {"Case Was \u0410pproved", "other"},
};

QString groupOf(const QString &title)
{
    return statusCategoryName(statusCategory(title));
}

} // namespace

class TestStatusCategory : public QObject
{
    Q_OBJECT
private slots:
    //! The table above leaves none out and invents none.
    void everyKnownTitleIsDecided()
    {
        QFile file(QStringLiteral(LINTERNA_RESOURCES "/practice/status-texts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray texts = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(texts.size(), 85);
        QSet<QString> known;
        for (const QJsonValue &text : texts)
            known += text["en_title"_L1].toString();
        QSet<QString> decided;
        for (const Decided &row : table)
            decided += QString::fromUtf8(row.title);
        QCOMPARE(std::size(table), std::size_t(85));
        QCOMPARE(decided, known);
    }

    void everyKnownTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("group");
        for (const Decided &row : table)
            QTest::newRow(row.title) << QString::fromUtf8(row.title) << QString::fromUtf8(row.group);
    }
    void everyKnownTitle()
    {
        QFETCH(QString, title);
        QFETCH(QString, group);
        QCOMPARE(groupOf(title), group);
        QCOMPARE(groupOf(title.toUpper()), group);
        QCOMPARE(groupOf(title.toLower().replace(u' ', u"&nbsp; \t"_s)), group);
        QCOMPARE(groupOf(u"<b>"_s + title + u"</b>."_s), group);
        QCOMPARE(groupOf(QString(title).replace(u' ', QChar(QChar::Nbsp))), group);
        QCOMPARE(groupOf(QString(title).replace(u' ', u'\u00BF')), group);
    }

    void whatMisleads_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("group");
        for (const Decided &row : traps)
            QTest::newRow(row.title) << QString::fromUtf8(row.title) << QString::fromUtf8(row.group);
    }
    void whatMisleads()
    {
        QFETCH(QString, title);
        QFETCH(QString, group);
        QCOMPARE(groupOf(title), group);
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

LINTERNA_TEST(TestStatusCategory)

} // namespace test_statuscategory

#include "test_statuscategory.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/connections/connectiondraft.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_connectiondraft {

namespace {

QString text(const ConnectionDraft &draft, QLatin1StringView field)
{
    return draft.value(field).toString();
}

QStringList wrongFields(const ConnectionDraft &draft)
{
    QStringList fields;
    for (const FieldProblem &problem : draft.problems())
        fields += problem.field;
    return fields;
}

} // namespace

//! A connection while somebody fills it in.
class TestConnectionDraft : public QObject
{
    Q_OBJECT
private slots:
    //! Choosing a kind fills in all that can be known: only these are left to be entered.
    void aKindLeavesLittleToEnter_data()
    {
        QTest::addColumn<ConnectionKind>("kind");
        QTest::addColumn<QStringList>("entered"); // field, value, field, value …
        QTest::addColumn<QString>("tokenUrl");
        QTest::addColumn<QString>("apiUrl");
        QTest::addColumn<ClientAuthentication>("authentication");
        const QStringList host{u"host"_s, u"gw.example"_s};
        const QStringList tenant{u"host"_s, u"office.verify.ibm.com"_s, u"gateway"_s, u"https://gw.example/uscis"_s};
        const auto form = ClientAuthentication::FormBody;
        QTest::newRow("sandbox") << ConnectionKind::UscisSandbox << QStringList()
                                 << u"https://api-int.uscis.gov/oauth/accesstoken"_s << u"https://api-int.uscis.gov"_s
                                 << form;
        QTest::newRow("WSO2 4") << ConnectionKind::Wso2V4 << host << u"https://gw.example:9443/oauth2/token"_s
                                << QString() << ClientAuthentication::BasicRaw;
        QTest::newRow("WSO2 2 or 3") << ConnectionKind::Wso2V3 << host << u"https://gw.example:8243/token"_s
                                     << QString() << ClientAuthentication::BasicRaw;
        QTest::newRow("IBM, API client") << ConnectionKind::IbmVerify << tenant
                                         << u"https://office.verify.ibm.com/v1.0/endpoint/default/token"_s
                                         << u"https://gw.example/uscis"_s << form;
        QTest::newRow("IBM, OIDC") << ConnectionKind::IbmVerifyOidc << tenant
                                   << u"https://office.verify.ibm.com/oidc/endpoint/default/token"_s
                                   << u"https://gw.example/uscis"_s << form;
        QTest::newRow("IBM, newer") << ConnectionKind::IbmVerifyOauth2 << tenant
                                    << u"https://office.verify.ibm.com/oauth2/token"_s << u"https://gw.example/uscis"_s
                                    << form;
    }
    void aKindLeavesLittleToEnter()
    {
        QFETCH(ConnectionKind, kind);
        QFETCH(QStringList, entered);
        QFETCH(QString, tokenUrl);
        QFETCH(QString, apiUrl);
        QFETCH(ClientAuthentication, authentication);
        ConnectionDraft draft(kind);
        draft.setValue("name"_L1, u"Ours"_s);
        draft.setValue("client_id"_L1, u"me"_s);
        for (qsizetype i = 0; i < entered.size(); i += 2)
            draft.setValue(entered[i] == u"host" ? "host"_L1 : "gateway"_L1, entered[i + 1]);
        QCOMPARE(wrongFields(draft), QStringList());
        const auto connection = draft.connection();
        QVERIFY(connection.has_value());
        QCOMPARE(connection->kind, kind);
        QCOMPARE(connection->tokenUrl.toString(), tokenUrl);
        if (!apiUrl.isEmpty())
            QCOMPARE(connection->apiUrl.toString(), apiUrl);
        QCOMPARE(connection->clientAuthentication, authentication);
    }
    void whatIsMissingIsSaid()
    {
        const ConnectionDraft draft(ConnectionKind::Wso2V4);
        const QStringList wrong = wrongFields(draft);
        for (const QString &field : {u"name"_s, u"client_id"_s})
            QVERIFY2(wrong.contains(field), qPrintable(wrong.join(u' ')));
        QVERIFY(wrong.contains(u"host"_s) || wrong.contains(u"token_url"_s));
        QVERIFY(!draft.connection().has_value());
    }
    void changingTheKindKeepsWhatAPersonEntered()
    {
        ConnectionDraft draft(ConnectionKind::Wso2V4);
        draft.setValue("name"_L1, u"Ours"_s);
        draft.setValue("scope"_L1, u"read"_s);
        draft.setValue("host"_L1, u"gw.example"_s);
        draft.setValue("requests_per_day"_L1, 7);
        draft.setKind(ConnectionKind::IbmVerify);
        QCOMPARE(text(draft, "name"_L1), u"Ours"_s);
        QCOMPARE(text(draft, "scope"_L1), u"read"_s);
        QCOMPARE(draft.value("requests_per_day"_L1).toInt(), 7);
        QCOMPARE(text(draft, "client_authentication"_L1), u"form-body"_s); // the kind's, for nobody chose another
        draft.setKind(ConnectionKind::Wso2V4);
        QCOMPARE(text(draft, "client_authentication"_L1), u"basic-raw"_s);
        QCOMPARE(text(draft, "token_url"_L1), u"https://gw.example:9443/oauth2/token"_s);
    }
    void addressesWrittenByHandComeBack()
    {
        ConnectionDraft draft(ConnectionKind::Other);
        draft.setValue("token_url"_L1, u"https://a.example/x/token"_s);
        draft.setValue("api_url"_L1, u"https://a.example/y"_s);
        draft.setKind(ConnectionKind::UscisSandbox);
        QCOMPARE(text(draft, "token_url"_L1), u"https://api-int.uscis.gov/oauth/accesstoken"_s);
        draft.setKind(ConnectionKind::Other);
        QCOMPARE(text(draft, "token_url"_L1), u"https://a.example/x/token"_s);
        QCOMPARE(text(draft, "api_url"_L1), u"https://a.example/y"_s);
    }
    void anAddressWrittenByHandWins()
    {
        ConnectionDraft draft(ConnectionKind::Wso2V4);
        draft.setValue("host"_L1, u"gw.example"_s);
        draft.setValue("token_url"_L1, u"https://gw.example:9443/elsewhere/token"_s);
        QVERIFY(draft.hasAddressesByHand());
        QCOMPARE(text(draft, "token_url"_L1), u"https://gw.example:9443/elsewhere/token"_s);
        draft.setValue("host"_L1, u"gw2.example"_s);
        QVERIFY(!draft.hasAddressesByHand());
        QCOMPARE(text(draft, "token_url"_L1), u"https://gw2.example:9443/oauth2/token"_s);
    }
    void aStoredConnectionIsNoChange()
    {
        ConnectionDraft draft(ConnectionKind::IbmVerify);
        draft.setValue("name"_L1, u"Ours"_s);
        draft.setValue("client_id"_L1, u"me"_s);
        draft.setValue("host"_L1, u"office.verify.ibm.com"_s);
        draft.setValue("gateway"_L1, u"https://gw.example/uscis"_s);
        const ConnectionDraft again(*draft.connection());
        QVERIFY(again == draft);
        QCOMPARE(text(again, "host"_L1), u"office.verify.ibm.com"_s);
        QVERIFY(again.connection() == draft.connection());
    }
};

LINTERNA_TEST(TestConnectionDraft)

} // namespace test_connectiondraft

#include "test_connectiondraft.moc"

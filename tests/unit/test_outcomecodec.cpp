// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/outcomecodec.h"
#include "tests/support/testprogram.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

#include <functional>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_outcomecodec {

namespace {

Error refused(const TlsProblem &problem)
{
    return {.code = ErrorCode::Tls, .detail = u"HostNameMismatch"_s, .tls = problem};
}

CaseStatus mendedStatus()
{
    return {.receipt = *ReceiptNumber::fromText(u"EAC9999103402"_s),
            .description = {u"See <a href=\"https://egov.uscis.gov\">status</a>."_s, {}},
            .repaired = true,
            .mended = {{u"current_case_status_desc_en"_s, 2}, {u"a\uFEFF"_s + QChar(0), 7}, {{}, 1}}};
}

//! The stored form of an error, with its part about TLS changed.
QByteArray changed(const std::function<void(QCborMap &)> &change)
{
    QCborMap map = QCborValue::fromCbor(encodeAnswer(refused({.kind = TlsProblem::Kind::Revoked}))).toMap();
    change(map);
    return QCborValue(map).toCbor();
}

} // namespace

class TestOutcomeCodec : public QObject
{
    Q_OBJECT
private slots:
    void whyTlsWasRefusedComesBack_data()
    {
        QTest::addColumn<TlsProblem>("problem");
        const QDateTime end(QDate(2026, 5, 3), QTime(12, 30), Qt::UTC);
        for (int i = 0; !tlsProblemName(TlsProblem::Kind(i)).isEmpty(); ++i) {
            const auto kind = TlsProblem::Kind(i);
            QTest::addRow("%s", qPrintable(tlsProblemName(kind))) << TlsProblem{.kind = kind};
        }
        QTest::newRow("date") << TlsProblem{.kind = TlsProblem::Kind::Expired, .date = end};
        QTest::newRow("names") << TlsProblem{.kind = TlsProblem::Kind::WrongHost,
                                             .names = {u"gateway.example"_s, u"10.1.2.3"_s, u"ñ \U0001F512"_s}};
        QTest::newRow("all") << TlsProblem{.kind = TlsProblem::Kind::Other, .date = end, .names = {u"<b>"_s, {}}};
    }
    void whyTlsWasRefusedComesBack()
    {
        QFETCH(TlsProblem, problem);
        const Error error = refused(problem);
        const auto read = decodeAnswer(encodeAnswer(error));
        QVERIFY(read && !read->ok());
        QCOMPARE(read->error(), error);
    }

    void errorsWithoutItComeBackWithout()
    {
        const Error error{.code = ErrorCode::Offline, .httpStatus = 0, .detail = u"host not found"_s};
        QCOMPARE(decodeAnswer(encodeAnswer(error))->error(), error);
    }

    void whatWasMendedComesBack()
    {
        const CaseStatus status = mendedStatus();
        const auto read = decodeAnswer(encodeAnswer(status));
        QVERIFY(read && read->ok());
        QCOMPARE(read->value(), status);
    }

    //! Such records say that something was mended, and not what.
    void recordsFromBeforeMarksWereCounted()
    {
        QCborMap map = QCborValue::fromCbor(encodeAnswer(mendedStatus())).toMap();
        QVERIFY(map.contains(u"mended"_s));
        map.remove(u"mended"_s);
        const auto read = decodeAnswer(QCborValue(map).toCbor());
        QVERIFY(read && read->ok());
        QVERIFY(read->value().repaired);
        QVERIFY(read->value().mended.empty());
    }

    void recordsFromBefore()
    {
        const auto read = decodeAnswer(changed([](QCborMap &map) { map.remove(u"tls"_s); }));
        QVERIFY(read && !read->ok());
        QCOMPARE(read->error().code, ErrorCode::Tls);
        QCOMPARE(read->error().tls, std::nullopt);
    }

    void aWordOfANewerProgram()
    {
        const auto read = decodeAnswer(changed([](QCborMap &map) {
            QCborMap tls = map[u"tls"_s].toMap();
            tls[u"kind"_s] = u"from-the-future"_s;
            map[u"tls"_s] = tls;
        }));
        QVERIFY(read && !read->ok());
        QCOMPARE(read->error().tls, std::optional(TlsProblem{.kind = TlsProblem::Kind::Other}));
    }
};

LINTERNA_TEST(TestOutcomeCodec)

} // namespace test_outcomecodec

#include "test_outcomecodec.moc"

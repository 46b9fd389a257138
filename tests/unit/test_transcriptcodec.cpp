// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/localrecord/transcriptcodec.h"
#include "tests/support/testprogram.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_transcriptcodec {

namespace {

const QByteArray rawReply = QByteArray(4000, 'x') + QByteArray("\xff\0\x80 z", 5);

std::vector<HttpTranscript> sample()
{
    return {
        {.method = "POST",
         .url = QUrl(u"https://api.example/oauth?x=%41"_s),
         .requestHeaders = {{"Authorization", "Basic ••••••"}, {"demo_id", "1234"}, {"demo_id", "twice"}},
         .requestBody = "grant_type=client_credentials",
         .sentAt = QDateTime(QDate(2026, 11, 24), QTime(10, 42, 7, 123), Qt::UTC),
         .took = std::chrono::milliseconds(321),
         .status = 200,
         .replyHeaders = {{"X-Odd", "\xff\x01"}},
         .replyBody = "{\"access_token\":\"••••••\"}",
         .tlsVersion = u"TLSv1.3"_s},
        {.method = "GET", .sentAt = QDateTime(QDate(2026, 11, 24), QTime(10, 42, 8), Qt::UTC), .replyBody = rawReply}};
}

} // namespace

class TestTranscriptCodec : public QObject
{
    Q_OBJECT
private slots:
    void givesBackWhatItWasGiven()
    {
        const auto back = decodeTranscripts(encodeTranscripts(sample(), rawReply), rawReply);
        QVERIFY(back.has_value());
        QVERIFY(*back == sample());
    }
    void theRawReplyIsNotKeptTwice()
    {
        QVERIFY(encodeTranscripts(sample(), rawReply).size() < 1000);
        QVERIFY(encodeTranscripts(sample(), {}).size() > rawReply.size());
    }
    void nothingIsNothing()
    {
        QVERIFY(encodeTranscripts({}, rawReply).isEmpty());
        QVERIFY(decodeTranscripts({}, rawReply)->empty());
    }
    void otherBytesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no CBOR") << QByteArray("\xff\xff");
        QTest::newRow("of a later version") << QCborMap{{u"v"_s, 2}}.toCborValue().toCbor();
        QTest::newRow("cut short") << encodeTranscripts(sample(), rawReply).chopped(5);
    }
    void otherBytesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!decodeTranscripts(bytes, rawReply).has_value());
    }
};

LINTERNA_TEST(TestTranscriptCodec)

} // namespace test_transcriptcodec

#include "test_transcriptcodec.moc"

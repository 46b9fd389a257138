// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/cleanreply.h"
#include "lib/net/replycharset.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_replycharset {

namespace {

HttpReply replyOf(const QByteArray &body, const QByteArray &contentType = {}, const QByteArray &coding = {})
{
    HttpReply reply{.status = 200, .body = body};
    if (!contentType.isEmpty())
        reply.headers.emplace_back("Content-Type", contentType);
    if (!coding.isEmpty())
        reply.headers.emplace_back("Content-Encoding", coding);
    return reply;
}

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes;
    for (const QChar c : text) {
        bytes += char(bigEndian ? c.row() : c.cell());
        bytes += char(bigEndian ? c.cell() : c.row());
    }
    return bytes;
}

} // namespace

//! What a reply says about its encoding is believed, or the reply is not read.
class TestReplyCharset : public QObject
{
    Q_OBJECT
private slots:
    void fault86_decoded_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &contentType) {
            QTest::newRow(name) << body << contentType;
        };
        const QString text = u"Aprobación “sí”"_s;
        const QByteArray utf8 = text.toUtf8();
        const QByteArray western("Aprobaci\xF3n \x93s\xED\x94");
        row("nothing said", utf8, {});
        row("UTF-8", utf8, "application/json; charset=utf-8");
        row("UTF-8 without hyphen", utf8, "application/json;charset=UTF8");
        row("quoted", utf8, "application/json; x=1; Charset = \"utf-8\"; y=2");
        row("mark of UTF-8", "\xEF\xBB\xBF" + utf8, {});
        row("mark of UTF-8 before another charset", "\xEF\xBB\xBF" + utf8, "text/plain; charset=iso-8859-1");
        row("windows-1252", western, "application/json; charset=windows-1252");
        row("ISO-8859-1 as the web reads it", western, "application/json; charset=ISO-8859-1");
        row("UTF-16, little", "\xFF\xFE" + utf16(text, false), {});
        row("UTF-16, big", "\xFE\xFF" + utf16(text, true), "application/json; charset=utf-16");
        row("UTF-16BE without mark", utf16(text, true), "application/json; charset=utf-16be");
    }
    void fault86_decoded()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        const DecodedBody decoded = decodedBody(replyOf(body, contentType));
        QCOMPARE(decoded.problem, QString());
        QCOMPARE(QString::fromUtf8(decoded.text), u"Aprobación “sí”"_s);
        const CleanReply clean = cleanReply(replyOf(body, contentType), SecretMask());
        QCOMPARE(clean.raw, body); // the evidence is what came
        QVERIFY(QString::fromUtf8(clean.shown).endsWith(u"Aprobación “sí”"_s));
    }
    void fault86_markupSaysIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("XML") << "<?xml version='1.0' encoding='ISO-8859-1'?><m>s\xED</m>"_ba;
        QTest::newRow("HTML") << "<html><head><meta charset=\"windows-1252\"><title>s\xED</title>"_ba;
        QTest::newRow("XML that cannot be meant") << "<?xml version='1.0' encoding='UTF-16'?><m>s\xC3\xAD</m>"_ba;
        QTest::newRow("older HTML") << "<meta http-equiv=x content='text/html; charset=iso-8859-1'><p>s\xED"_ba;
    }
    void fault86_markupSaysIt()
    {
        QFETCH(QByteArray, body);
        const DecodedBody decoded = decodedBody(replyOf(body, "text/html"));
        QCOMPARE(decoded.problem, QString());
        QVERIFY(decoded.text.contains("s\xC3\xAD"));
    }

    void fault86_unreadable_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentType");
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("kept");
        const auto row = [](const char *name, const QByteArray &body, const QByteArray &contentType, const char *named,
                            bool kept, const QByteArray &coding = {}) {
            QTest::newRow(name) << body << contentType << coding << QString::fromLatin1(named) << kept;
        };
        const QByteArray latin("Aprobaci\xF3n");
        row("not UTF-8, nothing said", latin, {}, "UTF-8", true);
        row("not UTF-8 though it says so", latin, "application/json; charset=utf-8", "utf-8", true);
        row("cut inside a character", "Aprobaci\xC3", {}, "UTF-8", true);
        row("surrogates as UTF-8", "\xED\xA0\x80", {}, "UTF-8", true);
        row("half a unit of UTF-16",
            "\xFF\xFE"
            "a",
            {}, "UTF-16LE", true);
        row("half a pair in UTF-16", QByteArray("\xFE\xFF\xD8\x3D\0a", 6), {}, "UTF-16BE", true);
        row("no character of windows-1252", "a\x81z", "text/plain; charset=windows-1252", "windows-1252", true);
        row("no character of Shift_JIS", "a\xA0\xFFz", "text/plain; charset=Shift_JIS", "Shift_JIS", true);
        row("a stray lead byte of Shift_JIS", "a\x81\xFDz", "text/plain; charset=Shift_JIS", "Shift_JIS", true);
        row("no character of EUC-JP", "a\xAA\xAAz", "text/plain; charset=EUC-JP", "EUC-JP", true);
        row("no such charset", latin, "application/json; charset=x-klingon", "x-klingon", false);
        row("hostile charset", latin,
            "application/json; charset=\xE2\x80\xAE"
            "a\x1B[2J",
            "not known", false);
        row("gzip said", "\x1F\x8B\x08", {}, "compressed", false, "gzip");
        row("gzip behind identity", "abc", {}, "compressed", false, "identity, gzip");
        row("gzip not said", "\x1F\x8B\x08", "application/json", "compressed", false);
        row("zstd not said", "\x28\xB5\x2F\xFD", {}, "compressed", false);
        row("Brotli said", "abc", {}, "compressed", false, "br");
    }
    void fault86_unreadable()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, contentType);
        QFETCH(QByteArray, coding);
        QFETCH(QString, named);
        QFETCH(bool, kept);
        const HttpReply reply = replyOf(body, contentType, coding);
        const DecodedBody decoded = decodedBody(reply);
        QVERIFY2(decoded.problem.contains(named), qPrintable(decoded.problem));
        QCOMPARE(decoded.text, QByteArray());
        for (const QChar c : decoded.problem)
            QVERIFY(c.isPrint() && c.category() != QChar::Other_Format);
        const CleanReply clean = cleanReply(reply, SecretMask());
        QCOMPARE(clean.text, QByteArray());
        QCOMPARE(clean.raw, kept ? body : QByteArray()); // fault 71: what cannot be searched is not kept
    }
    void fault86_packedForTheWay()
    {
        HttpReply reply = replyOf("abc");
        reply.headers.emplace_back("Transfer-Encoding", "chunked");
        QCOMPARE(decodedBody(reply).text, "abc"_ba);
        reply.headers.back().second = "gzip, chunked";
        QVERIFY(decodedBody(reply).problem.contains(u"compressed"_s));
    }
    void nothingIsNoProblem()
    {
        const DecodedBody decoded = decodedBody(replyOf({}, "application/json; charset=x-klingon"));
        QCOMPARE(decoded.problem, QString());
        QCOMPARE(decoded.text, QByteArray());
    }
};

LINTERNA_TEST(TestReplyCharset)

} // namespace test_replycharset

#include "test_replycharset.moc"

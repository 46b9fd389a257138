// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/net/canonicaltext.h"
#include "lib/net/secretmask.h"
#include "tests/support/chance.h"
#include "tests/support/spellings.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_secretmask {

namespace {

const QByteArray token = "t0k-en.of+today/42==";

SecretMask maskOf(const QByteArray &secret)
{
    SecretMask mask;
    mask.add(Secret::copyOf(secret));
    return mask;
}

} // namespace

//! What a server wrote goes on without secrets, in whatever spelling they stand in it.
class TestSecretMask : public QObject
{
    Q_OBJECT
private slots:
    void fault71_oneSpelling_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("canonical");
        const auto row = [](const char *name, const QByteArray &source, const QByteArray &canonical) {
            QTest::newRow(name) << source << canonical;
        };
        row("nothing", "", "");
        row("words", "It's a text, 100% plain; & <b>all</b>.", "It'satext,100%plain;&<b>all</b>.");
        row("JSON", "a\\u0041\\u002B\\\\\\/\\\"\\n\\t.", "aA+/\".");
        row("JSON's other controls", "a\\b\\fb\\r.", "ab.");
        row("JSON in JSON", "\\\\u0041 \\\\\\\\u0042", "AB");
        row("half a JSON escape", "\\u00 4", "\\u004");
        row("a pair", "\\ud83d\\uDE00", "\xF0\x9F\x98\x80");
        row("other escapes", "\\x41\\u{42}%u0043", "ABC");
        row("percent", "%41%2b%25%zz%", "A+%%zz%");
        row("percent twice", "%2541%25252B", "A+");
        row("HTML", "&#65;&#x42;&plus;&amp;amp;&nope;", "AB+&&nope;");
        row("HTML in HTML", "&amp;#65;", "A");
        row("mixed", "\\u0026#37;34\\u0031", "41");
        row("alphabet of URLs", "a-b_c", "a+b/c");
        row("nothing to see",
            "a\xC2\xAD\xE2\x80\x8B\xEF\xBB\xBF\xC2\xA0"
            "b\xE2\x80\xAE",
            "ab");
        row("without ink",
            "a\xEF\xB8\x8F\xE2\xA0\x80\xE3\x85\xA4"
            "b",
            "ab");
        row("full width", "\xEF\xBC\xA1\xEF\xBD\x82", "Ab");
        row("accents", "\\u00f3 \xC3\xB3 %C3%B3 &#243;", "\xC3\xB3\xC3\xB3\xC3\xB3\xC3\xB3");
        row("no text",
            QByteArray("a\xFF\0\xC3"
                       "b",
                       5),
            "a\xFF\xC3"
            "b");
    }
    void fault71_oneSpelling()
    {
        QFETCH(QByteArray, source);
        const CanonicalText canonical = canonicalText(source);
        QTEST(canonical.text, "canonical");
        QCOMPARE(canonical.from.size(), std::size_t(canonical.text.size()));
        QCOMPARE(canonical.behindSpace.size(), canonical.from.size());
        qsizetype before = 0;
        for (const CanonicalText::Place &place : canonical.from) {
            QVERIFY(place.begin >= before && place.end > place.begin && place.end <= source.size());
            before = place.begin;
        }
    }
    void fault71_longChainsOfEscapesTakeNoStack()
    {
        QCOMPARE(canonicalText("%3"_ba.repeated(500'000) + "%31").text.size(), 1);
        QCOMPARE(canonicalText("%25"_ba.repeated(300'000)).text, "%"_ba.repeated(300'000));
        QCOMPARE(canonicalText("&amp;"_ba.repeated(200'000)).text, "&"_ba.repeated(200'000));
        QCOMPARE(canonicalText(">"_ba.repeated(1'000'000), {.withoutTags = true}).text.size(), 1'000'000);
    }

    void fault71_aSecretIsCutOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("masked");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &masked) {
            QTest::newRow(name) << text << masked;
        };
        row("plain", "you sent Bearer " + token + "!", "you sent Bearer ••••••!");
        row("twice", token + ',' + token, "••••••,••••••");
        row("\\u002B", "{\"m\":\"t0k-en.of\\u002Btoday/42==\"}", R"({"m":"••••••"})");
        row("all letters escaped", "{\"m\":\"" + spelledAsJson(token) + "\"}", R"({"m":"••••••"})");
        row("escaped twice", "{\"m\":\"" + spelledAsJson(spelledAsJson(token)) + "\"}", R"({"m":"••••••"})");
        row("HTML", "<p>" + spelledAsHtml(token) + "</p>", "<p>••••••</p>");
        row("percent", "/x?y=" + spelledAsPercent(token) + "&z=1", "/x?y=••••••&z=1");
        row("HTML without semicolons", "a " + spelledAsHtml(token).replace(';', "") + "&#32b", "a ••••••&#32b");
        row("tags inside", "a t0k-en.of+t<b>oday/42=</b>= b", "a •••••• b");
        row("hidden inside", "a t0k-en.of+t\xE2\x80\x8Boday/42\xC2\xAD== b", "a •••••• b");
        row("wrapped", "a t0k-en.o\r\n f+today/42== b", "a •••••• b");
        row("hexadecimal", "x=" + token.toHex() + ';', "x=••••••;");
        row("hexadecimal in capitals", "x=" + token.toHex().toUpper() + ';', "x=••••••;");
    }
    void fault71_aSecretIsCutOut()
    {
        QFETCH(QByteArray, text);
        const SecretMask::Masked result = maskOf(token).masked(text);
        QVERIFY(result.found);
        QTEST(result.text, "masked");
        QVERIFY(!maskOf(token).masked(result.text).found);
    }
    //! Wherever it begins in what is encoded, and however that was spelled before.
    void fault71_base64_data()
    {
        QTest::addColumn<QByteArray>("spelled");
        QTest::newRow("plain") << token;
        QTest::newRow("JSON") << spelledAsJson(token);
        QTest::newRow("HTML") << spelledAsHtml(token);
        QTest::newRow("percent") << spelledAsPercent(token);
        QTest::newRow("Base64 again") << token.toBase64();
    }
    void fault71_base64()
    {
        QFETCH(QByteArray, spelled);
        for (int before = 0; before < 12; ++before) {
            const QByteArray inside = QByteArray("{\"a\":\"b\",\"c\":").first(before) + spelled + "\"}";
            for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
                const QByteArray encoded = inside.toBase64(alphabet);
                const SecretMask::Masked result = maskOf(token).masked("value " + encoded + " end");
                QVERIFY2(result.found, QByteArray::number(before).constData());
                QVERIFY(result.text.startsWith("value ") && result.text.endsWith(" end"));
                QVERIFY(!result.text.contains(encoded.mid(12, 8)));
            }
        }
    }

    void fault71_whatIsCalledToken_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("masked");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &masked) {
            QTest::newRow(name) << text << masked;
        };
        row("JSON", R"({"access_token" : "T0","x":1})", R"({"access_token" : "••••••","x":1})");
        row("a quotation mark in it", "{\"access_token\":\"T0\\\"KEN\\\\\"}", "{\"access_token\":\"••••••\"}");
        row("a number", R"({"access_token":12345})", R"({"access_token":••••••})");
        row("all three", R"({"id_token":"T0","refreshToken":"T1","ACCESS-TOKEN":"T2"})",
            R"({"id_token":"••••••","refreshToken":"••••••","ACCESS-TOKEN":"••••••"})");
        row("name with escapes", "{\"" + spelledAsJson("access_token") + "\":\"T0\"}",
            "{\"" + spelledAsJson("access_token") + "\":\"••••••\"}");
        row("JSON in JSON", "{\"body\":\"{\\\"access_token\\\":\\\"T0\\\"}\"}",
            "{\"body\":\"{\\\"access_token\\\":\\\"••••••\\\"}\"}");
        row("cut short", "{\"access_token\":\"T0KEN", "{\"access_token\":\"••••••");
        row("an object", R"({"access_token":{"value":"T0"}})", "••••••");
        row("a dump", R"({"access_token"=>"T0"})", R"({"access_token"=>"••••••"})");
        row("name in capitals and small letters", R"({"oauthAccessToken":"T0"})", R"({"oauthAccessToken":"••••••"})");
        row("form", "expires_in=3&access_token=T0&x=y", "expires_in=3&access_token=••••••&x=y");
        row("address", "https://x.example/#id_token=T0", "https://x.example/#id_token=••••••");
        row("XML", "<r><access_token>T0</access_token><x>y</x></r>",
            "<r><access_token>••••••</access_token><x>y</x></r>");
        row("XML as text", "&lt;access_token&gt;T0&lt;/access_token&gt;",
            "&lt;access_token&gt;••••••&lt;/access_token&gt;");
        row("HTML form", R"(<input name="access_token" value="T0">)", R"(<input name="access_token" value="••••••">)");
        row("name and value", R"([{"name":"access_token","value":"T0"}])",
            R"([{"name":"access_token","value":"••••••"}])");
        row("sentence", "Your access token: abcdefgh01234567 (valid)", "Your access token: •••••• (valid)");
        row("client secret", R"({"client_secret":"s3cret"})", R"({"client_secret":"••••••"})");
        row("Base64", "data " + QByteArray(R"({"access_token":"T0"})").toBase64(), "data ••••••");
    }
    void fault71_whatIsCalledToken()
    {
        QFETCH(QByteArray, text);
        const SecretMask::Masked result = SecretMask().masked(text);
        QVERIFY(result.found);
        QTEST(result.text, "masked");
        QVERIFY(!SecretMask().masked(result.text).found);
    }
    void fault71_whatIsNoneStays_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("USCIS's 401", R"({"code":401,"message":"Invalid Access Token"})");
        row("Apigee's", R"({"fault":{"detail":{"errorcode":"keymanagement.service.access_token_expired"}}})");
        row("RFC 6750", R"(Bearer error="invalid_token", error_description="The access token expired")");
        row("no token", R"({"refresh_token":null,"access_token":"","id_token":[]})");
        row("a sentence", "access_token: missing. The client_secret: required.");
        row("a rule", R"({"client_secret":"required"})");
        row("part of another word", R"({"guid_token":"abc","reaccess_token":"abc"})");
        row("behind the end of an element", "<access_token></access_token> words");
        row("shown already", R"({"access_token":"••••••"})");
        row("a case",
            "{\"case_status\":{\"receiptNumber\":\"EAC9999103402\",\"current_case_status_desc_en\":\"See <a href=\\\"https://egov.uscis.gov/cris/current/status/identification\\\">status</a>\"}}");
    }
    void fault71_whatIsNoneStays()
    {
        QFETCH(QByteArray, text);
        const SecretMask::Masked result = maskOf(token).masked(text);
        QVERIFY(!result.found);
        QCOMPARE(result.text, text);
    }
    void fault71_anyOtherSecretToo_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("odd characters") << "s:%+/&=%41 x\"\\<"_ba;
        QTest::newRow("accents") << "s3:%+/&=é😀"_ba;
        QTest::newRow("spaces") << "secret of the desk"_ba;
        QTest::newRow("short") << "s3cr3t"_ba;
    }
    void fault71_anyOtherSecretToo()
    {
        QFETCH(QByteArray, secret);
        const SecretMask mask = maskOf(secret);
        for (const QByteArray &spelled : {secret, spelledAsPercent(secret), spelledAsHtml(secret),
                                          secret.toPercentEncoding(), secret.toPercentEncoding(" ").replace(' ', '+'),
                                          secret.toBase64(), secret.toHex(), secret.toPercentEncoding().toBase64()}) {
            const SecretMask::Masked result = mask.masked("a " + spelled + " b");
            QVERIFY2(result.found, spelled.constData());
            QVERIFY(result.text.startsWith("a ••••••") && result.text.endsWith(" b"));
        }
        QVERIFY(!mask.masked("a secret, of which nothing stands here: the desk"_ba).found);
    }
    //! Too short to be looked for word by word: wherever it begins in the digits, all of those go that it stands in.
    void fault71_shortInBase64()
    {
        const QByteArray secret = "s:c+t1";
        for (const QByteArray &spelled : {secret, secret.toPercentEncoding()}) {
            for (int before = 0; before < 3; ++before) {
                const QByteArray inside = QByteArray("xy").first(before) + spelled + '!';
                const QByteArray encoded = inside.toBase64(QByteArray::OmitTrailingEquals);
                const SecretMask::Masked result = maskOf(secret).masked("a " + encoded + " b");
                QVERIFY2(result.found, encoded.constData());
                QVERIFY2(result.text.size() <= qsizetype(qstrlen("a •••••• b")) + 1, result.text.constData());
                QVERIFY(result.text.startsWith("a ••••••"));
            }
        }
    }
    void aWordIsNoSecret() { QVERIFY(!maskOf("case").masked("Your case was approved"_ba).found); }

    //! One seed after another; --seed of a failure is its number.
    void fault71_atRandom()
    {
        const std::array secrets{token, "secret of the desk"_ba, "k3y-0f/the+subscription"_ba, "s:%+/&=%41 x\"\\<"_ba};
        SecretMask mask;
        for (const QByteArray &secret : secrets)
            mask.add(Secret::copyOf(secret));
        for (unsigned seed = 0; seed < 4'000; ++seed) {
            Chance chance(seed);
            const QByteArray spelled = spelledSomehow(chance.of(secrets), chance);
            const SecretMask::Masked result = mask.masked("{\"m\":\"it was " + spelled + " here\"}");
            QVERIFY2(result.found, (QByteArray::number(seed) + ' ' + spelled).constData());
            QVERIFY2(!mask.masked(result.text).found && !result.text.contains(spelled),
                     QByteArray::number(seed).constData());
        }
    }
};

LINTERNA_TEST(TestSecretMask)

} // namespace test_secretmask

#include "test_secretmask.moc"

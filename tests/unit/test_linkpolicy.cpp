// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/linkpolicy.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_linkpolicy {

class TestLinkPolicy : public QObject
{
    Q_OBJECT
private slots:
    void allows_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<QString>("url");
        const auto row = [](const QString &href, const QString &url) {
            QTest::newRow(qPrintable(href)) << href << url;
        };
        const auto same = [&](const QString &href) { row(href, href); };
        same(u"https://www.uscis.gov/addresschange"_s);
        same(u"https://uscis.gov"_s);
        same(u"https://egov.uscis.gov/coa/displayCOAForm.do"_s);
        same(u"https://a.b.c.uscis.gov/"_s);
        same(u"https://tools.usps.com/go/TrackConfirmAction_input?origTrackNum=9400&x=%20#top"_s);
        same(u"https://travel.state.gov/"_s);
        same(u"https://www.dhs.gov/"_s);
        same(u"https://www.uscis.gov?q=@evil.example"_s);
        same(u"https://www.uscis.gov/a@b:80/%2F"_s);
        row(u"HTTPS://WWW.USCIS.GOV/E-Request"_s, u"https://www.uscis.gov/E-Request"_s);
        row(u" \n\thttps://www.uscis.gov/ "_s, u"https://www.uscis.gov/"_s);
        row(u"https://www.uscis.gov:443/x"_s, u"https://www.uscis.gov/x"_s);
        row(u"https://www.uscis.gov/ñ?q=é"_s, u"https://www.uscis.gov/%C3%B1?q=%C3%A9"_s);
        row(u"https://www.uscis.gov/\u202Egnp.exe"_s, u"https://www.uscis.gov/%E2%80%AEgnp.exe"_s);
        // Written oddly, but in encoded form the very host.
        row(u"https://uscis\u3002gov/"_s, u"https://uscis.gov/"_s);
    }
    void allows()
    {
        QFETCH(QString, href);
        QFETCH(QString, url);
        const auto allowed = allowedLink(href);
        QVERIFY(allowed);
        QCOMPARE(allowed->toString(QUrl::FullyEncoded), url);
        QCOMPARE(allowedLink(url), allowed);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("href");
        for (const QString &href : {
                 // fault58: anything but https
                 u"javascript:alert(1)"_s,
                 u"JavaScript:alert(1)"_s,
                 u"java\tscript:alert(1)"_s,
                 u"\1javascript:alert(1)"_s,
                 u"javascript://www.uscis.gov/%0aalert(1)"_s,
                 u"file:///etc/passwd"_s,
                 u"file://www.uscis.gov/x"_s,
                 u"data:text/html,x"_s,
                 u"vbscript:x"_s,
                 u"smb://www.uscis.gov/x"_s,
                 u"http://www.uscis.gov/"_s,
                 u"ftp://www.uscis.gov/"_s,
                 u"mailto:x@uscis.gov"_s,
                 u"tel:1"_s,
                 u"blob:https://www.uscis.gov/"_s,
                 // no host, or one of another's choosing
                 u""_s,
                 u" "_s,
                 u"/x"_s,
                 u"x"_s,
                 u"#x"_s,
                 u"?x"_s,
                 u"//www.uscis.gov/"_s,
                 u"https:"_s,
                 u"https://"_s,
                 u"https:///x"_s,
                 u"https:/www.uscis.gov/"_s,
                 u"https:www.uscis.gov"_s,
                 u"https://?www.uscis.gov"_s,
                 // fault59: user information
                 u"https://www.uscis.gov@evil.example/"_s,
                 u"https://a:b@www.uscis.gov/"_s,
                 u"https://@www.uscis.gov/"_s,
                 u"https://www.uscis.gov:443@evil.example/"_s,
                 // fault59: ports
                 u"https://www.uscis.gov:80/"_s,
                 u"https://www.uscis.gov:8443/"_s,
                 u"https://www.uscis.gov:/"_s,
                 u"https://www.uscis.gov:0443/"_s,
                 u"https://www.uscis.gov:443:443/"_s,
                 u"https://:443/"_s,
                 // fault59: look-alikes
                 u"https://www.uscis.gov.evil.example/"_s,
                 u"https://evil.example/www.uscis.gov"_s,
                 u"https://notuscis.gov/"_s,
                 u"https://www-uscis.gov/"_s,
                 u"https://uscis.gov.co/"_s,
                 u"https://gov/"_s,
                 u"https://.uscis.gov/"_s,
                 u"https://www.uscis.gov./"_s,
                 u"https://www..uscis.gov/"_s,
                 u"https://usc\u0456s.gov/"_s,
                 u"https://uscis.g\u043Ev/"_s,
                 u"https://xn--uscs-n9d.gov/"_s,
                 u"https://www.uscis.gov\u3002evil.example/"_s,
                 u"https://www.uscis.gov\uFF0Eevil.example/"_s,
                 u"https://uscis.gov\u2215evil.example/"_s,
                 u"https://[::1]/"_s,
                 u"https://127.0.0.1/"_s,
                 // fault59: what one reader decodes and another does not
                 u"https://www%2euscis.gov/"_s,
                 u"https://www.uscis.gov%2eevil.example/"_s,
                 u"https://www.uscis.gov%00/"_s,
                 u"https://www.uscis.gov\\@evil.example/"_s,
                 u"https:\\\\www.uscis.gov\\"_s,
                 u"https://www.uscis.gov/a\\b"_s,
                 u"https://www.uscis.gov/a b"_s,
                 u"https://www.uscis.gov /"_s,
                 u"https://www.uscis.gov\t/"_s,
                 u"https://www.uscis.gov/\n"_s + u"x"_s,
                 u"https://www.uscis.gov/\u00A0x"_s,
                 u"https://www.uscis.gov/\x7F"_s,
             })
            QTest::newRow(qPrintable("fault59 "_L1 + href)) << href;
        QTest::newRow("longer than 2000") << QString(u"https://www.uscis.gov/"_s + QString(2000, u'x'));
    }
    void refuses()
    {
        QFETCH(QString, href);
        QCOMPARE(allowedLink(href), std::nullopt);
    }

    void fault59_hostInEncodedForm()
    {
        QCOMPARE(linkHost(u"https://usc\u0456s.gov/x"_s), u"xn--uscs-n9d.gov"_s);
        QCOMPARE(linkHost(u"https://www.uscis.gov\u3002evil.example/"_s), u"www.uscis.gov.evil.example"_s);
        QCOMPARE(linkHost(u"https://www.uscis.gov@evil.example/"_s), u"evil.example"_s);
        QCOMPARE(linkHost(u"//evil.example/"_s), u"evil.example"_s);
        QCOMPARE(linkHost(u"javascript:alert(1)"_s), QString());
        QCOMPARE(linkHost(u"/x"_s), QString());
        QCOMPARE(linkHost(QString()), QString());
    }
};

LINTERNA_TEST(TestLinkPolicy)

} // namespace test_linkpolicy

#include "test_linkpolicy.moc"

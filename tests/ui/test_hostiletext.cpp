// SPDX-License-Identifier: GPL-3.0-or-later
#include "casecard/casecard.h"
#include "casecard/linkconfirmation.h"
#include "casecard/statusbrowser.h"
#include "i18n/languageswitcher.h"
#include "ui/samples.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTcpServer>
#include <QTest>
#include <QTextBlock>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

class TestHostileText : public QObject
{
    Q_OBJECT
private:
    struct Card {
        Card()
            : card({.now = samples::now, .openUrl = [this](const QUrl &url) { opened += url; }}, false)
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            card.resize(720, 560);
            card.show();
        }
        void show(const QString &description, const QString &title = u"Case Was Received"_s)
        {
            CaseStatus status = samples::affirmed();
            status.title = {title, title};
            status.description = {description, description};
            card.showOutcome(samples::answered(status), true);
            QCoreApplication::processEvents();
        }
        [[nodiscard]] StatusBrowser *browser() const { return card.findChild<StatusBrowser *>(); }
        [[nodiscard]] QStringList anchors() const
        {
            QStringList found;
            for (QTextBlock block = browser()->document()->begin(); block.isValid(); block = block.next()) {
                for (auto it = block.begin(); !it.atEnd(); ++it) {
                    if (it.fragment().charFormat().isAnchor())
                        found += it.fragment().charFormat().anchorHref();
                }
            }
            return found;
        }
        QList<QUrl> opened;
        LanguageSwitcher languages;
        Theme theme;
        CaseCard card;
    };

private slots:
    void fault58_noSuchLinkIsOffered_data()
    {
        QTest::addColumn<QString>("href");
        for (const char *href :
             {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "data:text/html,x", "vbscript:x",
              "smb://host/share", "http://www.uscis.gov/", "/relative", "//evil.example/", "ftp://uscis.gov/"})
            QTest::newRow(href) << QString::fromLatin1(href);
        QTest::newRow("fault59: userinfo") << u"https://uscis.gov@evil.example/"_s;
        QTest::newRow("fault59: homograph") << u"https://uscіs.gov/"_s;
        QTest::newRow("fault59: look-alike subdomain") << u"https://www.uscis.gov.evil.example/"_s;
        QTest::newRow("fault59: suffix without dot") << u"https://eviluscis.gov/"_s;
    }
    void fault58_noSuchLinkIsOffered()
    {
        QFETCH(QString, href);
        Card c;
        c.show(u"Go to <a href=\"%1\">www.uscis.gov</a> now."_s.arg(href));
        QCOMPARE(c.anchors(), QStringList());
        QVERIFY(c.browser()->toPlainText().contains(u"Go to www.uscis.gov now."_s));
        emit c.browser()->anchorClicked(QUrl(href)); // as if it had been a link all the same
        QVERIFY(!c.card.findChild<LinkConfirmation *>());
        QVERIFY(c.opened.isEmpty());
    }

    void fault59_refusedHostIsNamedInPunycode()
    {
        Card c;
        c.show(u"<a href=\"https://uscіs.gov/\">www.uscis.gov</a>"_s);
        bool named = false;
        for (const QLabel *label : c.card.findChildren<QLabel *>())
            named = named || label->text().contains(u"xn--"_s);
        QVERIFY(named);
    }

    void linkIsShownBeforeItOpens()
    {
        Card c;
        c.card.showOutcome(samples::answered(samples::affirmed()), true);
        const QUrl url(u"https://www.uscis.gov/addresschange"_s);
        emit c.browser()->anchorClicked(url);
        auto *confirmation = c.card.findChild<LinkConfirmation *>();
        QVERIFY(confirmation && confirmation->isVisible());
        QCOMPARE(confirmation->findChild<QLineEdit *>()->text(), url.toString());
        QVERIFY(c.opened.isEmpty());
        confirmation->reject();
        QVERIFY(c.opened.isEmpty());
        QTRY_VERIFY(!c.card.findChild<LinkConfirmation *>());
        // The second way: a button of its own.
        for (QPushButton *button : c.card.findChildren<QPushButton *>()) {
            if (button->accessibleName() == url.toString())
                button->click();
        }
        confirmation = c.card.findChild<LinkConfirmation *>();
        QVERIFY(confirmation);
        for (QPushButton *button : confirmation->findChildren<QPushButton *>()) {
            if (button->text() == u"Open in browser"_s)
                button->click();
        }
        QCOMPARE(c.opened, QList<QUrl>{url});
    }

    void fault60_nothingIsLoaded()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QString base = u"http://127.0.0.1:%1"_s.arg(listener.serverPort());
        Card c;
        c.show(u"<img src='%1/a.png'><link rel=stylesheet href='%1/b.css'><style>@import '%1/c.css';</style>"
               "<div style=\"background:url(%1/d.png)\">text</div><img src='file:///etc/passwd'>"_s.arg(base));
        QVERIFY(c.browser()->toPlainText().contains(u"text"_s));
        for (const QTextDocument::ResourceType type : {QTextDocument::ImageResource, QTextDocument::StyleSheetResource,
                                                       QTextDocument::HtmlResource}) {
            QVERIFY(!c.browser()->loadResource(type, QUrl(base + u"/a.png"_s)).isValid());
            QVERIFY(!c.browser()->document()->resource(type, QUrl(u"file:///etc/hostname"_s)).isValid());
        }
        QVERIFY(!c.browser()->toHtml().contains(u"<img"_s));
        QVERIFY(!listener.waitForNewConnection(0));
    }

    void fault38_overridesStayInTheirPlace()
    {
        Card c;
        c.show(u"before \u202Eafter"_s, u"Case \u202Edesrever"_s);
        QVERIFY(!c.browser()->toPlainText().contains(QChar(0x202E)));
    }

    void fault61_megabyteIsAllThere()
    {
        QFont twice = QApplication::font();
        const QFont before = twice;
        twice.setPointSizeF(twice.pointSizeF() * 2);
        QApplication::setFont(twice);
        {
            Card c;
            QString text;
            while (text.size() < 1'000'000)
                text += u"Line %1 of a long status text. "_s.arg(text.size());
            c.show(text + u"END"_s);
            QVERIFY(c.browser()->toPlainText().endsWith(u"END"_s));
            QCOMPARE(c.browser()->verticalScrollBar()->maximum(), 0); // all of it is on the page
            auto *scroll = c.card.findChild<QScrollArea *>();
            QCOMPARE(scroll->verticalScrollBar()->maximum(), scroll->widget()->height() - scroll->viewport()->height());
            QVERIFY(scroll->widget()->height() > c.browser()->height());
            QCOMPARE(scroll->widget()->width(), scroll->viewport()->width()); // nothing is cut off at the side
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
            QVERIFY(!c.card.grab().isNull());
        }
        QApplication::setFont(before);
    }
};

QTEST_MAIN(TestHostileText)
#include "test_hostiletext.moc"

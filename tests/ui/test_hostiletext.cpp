// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/casestatus/responseparser.h"
#include "lib/i18n/languageswitcher.h"
#include "lib/net/errorparser.h"
#include "lib/text/linkpolicy.h"
#include "tests/support/buttons.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/casecard/statusbrowser.h"
#include "ui/widgets/statuschip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTcpServer>
#include <QTest>
#include <QTextBlock>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_hostiletext {

class TestHostileText : public QObject
{
    Q_OBJECT
private:
    struct Card {
        Card() : card({.now = samples::now, .openUrl = [this](const QUrl &url) { opened += url; }}, false)
        {
            languages.setLanguage(u"en"_s);
            theme.apply(Settings::Theme::Light);
            card.resize(720, 560);
            card.show();
            QCoreApplication::processEvents(); // else it says everything again in the middle of the test
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
        test::buttonIn(confirmation, u"Open in browser"_s)->click();
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
        for (const QTextDocument::ResourceType type :
             {QTextDocument::ImageResource, QTextDocument::StyleSheetResource, QTextDocument::HtmlResource}) {
            QVERIFY(!c.browser()->loadResource(type, QUrl(base + u"/a.png"_s)).isValid());
            QVERIFY(!c.browser()->document()->resource(type, QUrl(u"file:///etc/hostname"_s)).isValid());
        }
        QVERIFY(!c.browser()->toHtml().contains(u"<img"_s));
        QVERIFY(!listener.waitForNewConnection(0));
    }

    //! A reply that was mended, and one that could not be read, can be looked at as they came: text and nothing else.
    void fault29_repliesCanBeReadAsTheyCame_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("shown");
        const auto asItIs = [](const char *file) {
            const QByteArray body = test::fixture(u"casestatus/"_s + QLatin1StringView(file));
            QTest::newRow(file) << body << QString::fromUtf8(body);
        };
        asItIs("broken-href.txt");
        asItIs("broken-outside-tag.txt");
        asItIs("truncated.txt");
        asItIs("captive-portal.html");
        QTest::newRow("fault30 hostile")
            << "<html><img src=\"http://127.0.0.1:1/x.png\"><a href=\"javascript:x\">a</a>"_ba
            << u"<html><img src=\"http://127.0.0.1:1/x.png\"><a href=\"javascript:x\">a</a>"_s;
        QTest::newRow("fault61 one word") << QByteArray(1'000'000, 'w') << QString(1'000'000, u'w');
        QTest::newRow("fault37 no text") << QByteArray("{\"a\xFF\0\xE2\x80\xAE", 8) << u"{\"a\\x{ff}\\u{0}\\u{202e}"_s;
    }
    void fault29_repliesCanBeReadAsTheyCame()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, shown);
        const ReceiptNumber receipt = samples::receipt(u"EAC9999103400");
        CheckOutcome outcome = samples::answered(samples::affirmed());
        outcome.receipt = receipt;
        outcome.result = parseCaseStatus(body, receipt);
        outcome.rawReply = body;
        outcome.change = Change::None;
        const HttpTranscript request{.method = "GET",
                                     .url = QUrl(u"https://api.example/case-status/EAC9999103400"_s),
                                     .sentAt = samples::now(),
                                     .status = 200,
                                     .replyBody = body};
        for (const auto &transcripts : {std::vector<HttpTranscript>{}, std::vector{request}}) {
            outcome.transcripts = transcripts; // records from before these were kept have none
            Card c;
            c.card.showOutcome(outcome, true);
            test::buttonIn(&c.card, u"Technical details"_s)->click();
            auto *text = c.card.findChild<QPlainTextEdit *>();
            QVERIFY(text && text->isReadOnly());
            QVERIFY2(text->toPlainText().contains(shown), qPrintable(text->toPlainText()));
            QVERIFY(!text->toPlainText().contains(QChar(0x202E)));
            test::buttonIn(text->window(), u"Copy"_s)->click();
            QVERIFY(QGuiApplication::clipboard()->text().contains(shown));
            QVERIFY(c.opened.isEmpty());
        }
    }

    //! Wherever it stands: in the text, beside other words, in a line of ours.
    //! Whatever the reply holds, wherever it stands: only its words, only links that are allowed, and nothing happens.
    void fault60_everyHostileTextInEveryField()
    {
        QTcpServer listener;
        QVERIFY(listener.listen(QHostAddress::LocalHost));
        const QString here = u"http://127.0.0.1:%1"_s.arg(listener.serverPort());
        Card c;
        const QJsonArray texts = QJsonDocument::fromJson(test::fixture(u"html/hostile.json"_s)).array();
        QVERIFY(texts.size() > 200);
        for (const QJsonValue &text : texts) {
            const QString sent = text.toString().replace(u"https://evil.example"_s, here);
            CaseStatus status = samples::affirmed();
            status.title = status.description = {sent, sent};
            status.formType = status.submittedDate = status.message = sent;
            status.history = {{sent, {}, {sent, sent}}};
            c.card.showOutcome(samples::answered(status), true);
            const QString words = safeHtml(sent).text;
            const QString title = safeTitle(sent);
            const QString expected = (title.isEmpty() ? u"USCIS gave no title"_s : title) + u'\n'
                + (words.trimmed().isEmpty() ? u"USCIS gave no description."_s : words);
            QCOMPARE(c.browser()->toPlainText().simplified(), expected.simplified());
            QVERIFY(!c.browser()->toHtml().contains(u"<img"_s));
            for (const QString &href : c.anchors())
                QVERIFY2(allowedLink(href), qPrintable(href));
        }
        QCoreApplication::processEvents();
        QVERIFY(c.opened.isEmpty());
        QVERIFY(!c.card.findChild<LinkConfirmation *>());
        QVERIFY(!listener.hasPendingConnections() && !listener.waitForNewConnection(0));
    }

    void fault38_overridesStayInTheirPlace()
    {
        for (const QChar mark : u"\u202E\u202B\u2067\u200F\u061C"_s) {
            const QString turned = u"before "_s + mark + u"after"_s;
            CaseStatus status = samples::affirmed();
            status.title = status.description = {turned, turned};
            status.formType = status.submittedDate = status.modifiedDate = turned;
            status.history = {{turned, {}, {turned, turned}}};
            CheckOutcome failed = samples::failed(Error{.code = ErrorCode::Server, .serverMessage = {}}, true);
            failed.previous = status;
            Card c;
            for (const CheckOutcome &outcome : {samples::answered(status), failed}) {
                c.card.showOutcome(outcome, true);
                QString all = c.browser()->toPlainText();
                for (const QLabel *label : c.card.findChildren<QLabel *>())
                    all += label->text() + label->accessibleName();
                QVERIFY(all.contains(u"before \uFFFDafter"_s));
                QVERIFY(!all.contains(mark));
            }
        }
    }

    void chipSaysOnlyWhatTheTitleShows()
    {
        Card c;
        c.show(u"Text"_s, u"Case Was Denied<script>Appeal</script><!-- > Appeal -->"_s);
        QCOMPARE(c.card.findChild<StatusChip *>()->text(), u"Refused"_s);
    }

    //! What USCIS says, and that a case may be one that nobody is shown; never a word that calls the number wrong.
    void fault25_notRecognizedAsUscisSaysIt()
    {
        const QByteArray body = test::fixture(u"errors/torch-404.json"_s);
        const Error error = errorFromReply(404, body, {}, samples::now());
        for (const QString &language : {u"en"_s, u"es"_s}) {
            Card c;
            c.languages.setLanguage(language);
            c.card.showOutcome(samples::failed(error, false), true);
            QCoreApplication::processEvents();
            QString all = c.browser()->toPlainText();
            QVERIFY(all.contains(u"Case Status Online does not recognize the receipt number entered."_s));
            QVERIFY(all.contains(u"8 U.S.C. 1367"_s));
            all.remove(error.serverMessage);
            for (const QLabel *label : c.card.findChildren<QLabel *>())
                all += u' ' + label->text() + u' ' + label->accessibleName();
            for (const QString &wrong : {u"invalid"_s, u"not exist"_s, u"no such"_s, u"incorrect"_s, u"not valid"_s,
                                         u"inválid"_s, u"no existe"_s, u"no es válid"_s, u"inexistente"_s, u"erróne"_s})
                QVERIFY2(!all.contains(wrong, Qt::CaseInsensitive), qPrintable(all));
        }
    }

    //! What is a word or a line in any honest reply fills neither the window nor the day.
    void fault61_everyFieldMayBeLong()
    {
        const QString word(100'000, u'w');
        CaseStatus status = samples::affirmed();
        status.title = {word, word};
        status.formType = status.submittedDate = status.modifiedDate = word;
        status.history = std::vector<TimelineEntry>(20'000, {u"2023"_s, {}, {u"Something happened."_s, {}}});
        status.history.front() = {word, {}, {word, word}};
        Card c;
        c.card.showOutcome(samples::answered(status), true);
        QCoreApplication::processEvents();
        QVERIFY(c.browser()->toPlainText().startsWith(word));
        QString all;
        for (const QLabel *label : c.card.findChildren<QLabel *>())
            all += label->text();
        QVERIFY(all.size() < 20'000);
        QVERIFY(all.contains(u"only a part of it is shown"_s));
        QCOMPARE(all.count(u"Something happened."_s), 199);
        const auto *scroll = c.card.findChild<QScrollArea *>();
        QCOMPARE(scroll->widget()->width(), scroll->viewport()->width());
    }

    void fault61_megabyteIsAllThere_data()
    {
        QTest::addColumn<QString>("text");
        QString sentences;
        while (sentences.size() < 1'000'000)
            sentences += u"Line %1 of a long status text. "_s.arg(sentences.size());
        QTest::newRow("fault61 sentences") << sentences;
        QTest::newRow("fault61 one word") << QString(1'000'000, u'w');
        QTest::newRow("fault61 paragraphs") << u"<p>A paragraph of some thirty words."_s.repeated(12'000);
        QTest::newRow("fault61 items") << u"<ul>"_s + u"<li>An item."_s.repeated(12'000) + u"</ul>"_s;
    }
    void fault61_megabyteIsAllThere()
    {
        QFETCH(QString, text);
        QFont twice = QApplication::font();
        const QFont before = twice;
        twice.setPointSizeF(twice.pointSizeF() * 2);
        QApplication::setFont(twice);
        {
            Card c;
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

LINTERNA_TEST(TestHostileText)

} // namespace test_hostiletext

#include "test_hostiletext.moc"

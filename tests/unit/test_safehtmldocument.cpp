// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/text/safehtml.h"
#include "tests/support/fixture.h"
#include "tests/support/testprogram.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <QTextDocument>

using namespace linterna;
using namespace Qt::Literals::StringLiterals;

namespace test_safehtmldocument {

namespace {

//! Counts what it is asked to fetch.
class WatchedDocument : public QTextDocument
{
public:
    int asked = 0;

protected:
    QVariant loadResource(int, const QUrl &) override
    {
        ++asked;
        return {};
    }
};

//! Lays the text out too: pictures are asked for only then.
int resourcesAskedFor(const QString &html)
{
    WatchedDocument document;
    document.setHtml(html);
    document.setTextWidth(400);
    (void)document.size();
    return document.asked;
}

} // namespace

//! What Qt's rich text makes of a rebuilt text.
class TestSafeHtmlDocument : public QObject
{
    Q_OBJECT
private slots:
    void fault60_nothingIsFetched()
    {
        int askedUnsafe = 0;
        const auto texts = QJsonDocument::fromJson(test::fixture(u"html/hostile.json"_s)).array();
        for (const QJsonValue &text : texts) {
            askedUnsafe += resourcesAskedFor(text.toString());
            QVERIFY2(resourcesAskedFor(safeHtml(text.toString()).html) == 0, qPrintable(text.toString()));
        }
        // Else this would prove nothing.
        QVERIFY2(askedUnsafe > 20, qPrintable(QString::number(askedUnsafe)));
    }

    //! The plain text has the very words and lines that the document shows.
    void showsTheSameText()
    {
        QJsonArray texts = QJsonDocument::fromJson(test::fixture(u"html/hostile.json"_s)).array();
        texts += u"<p>a <b>b</b><br>c &lt;i&gt; &amp;amp;</p><ul><li>d</ul>e&nbsp;f \U0001F600"_s;
        texts += u"<ol><li>a<button><ul><button>b</ol>"_s;
        texts += u"<ul><li>a<ul><li>b</ul>c<p>d<li>e<br><br>f</ul>g"_s;
        for (const QJsonValue &text : texts) {
            const SafeHtml safe = safeHtml(text.toString());
            QTextDocument document;
            document.setHtml(safe.html);
            QCOMPARE(document.toPlainText(), safe.text);
        }
    }
};

LINTERNA_TEST(TestSafeHtmlDocument)

} // namespace test_safehtmldocument

#include "test_safehtmldocument.moc"

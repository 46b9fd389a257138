// SPDX-License-Identifier: GPL-3.0-or-later
// Hostile text in every field that is filled from outside, searched for in all that a window shows or says.
#include "tests/support/jobresult.h"
#include "tests/support/outcomes.h"
#include "tests/support/shownwords.h"
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "tests/ui/windowbench.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"
#include "ui/certificates/certificatedialog.h"
#include "ui/connections/connectionfiles.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/connections/importwords.h"
#include "ui/exchange/differencesdialog.h"
#include "ui/exchange/exportdialog.h"
#include "ui/filter/filterpanel.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/list/listhead.h"
#include "ui/list/listmodel.h"
#include "ui/list/listtable.h"
#include "ui/list/listview.h"
#include "ui/list/rowcopy.h"
#include "ui/mainwindow/statusline.h"
#include "ui/print/casesheet.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/question.h"
#include "ui/widgets/textdialog.h"

#include <QFileDialog>
#include <QMenuBar>
#include <QMimeData>
#include <QStatusBar>
#include <QTcpServer>

#include <algorithm>
#include <functional>
#include <map>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_foreigntext {

//! Every field that a foreign hand fills, each with a word of its own before the hostile ones.
class HostileFields
{
public:
    explicit HostileFields(quint16 port) : m_port(port) {}

    //! What stands in the field.
    QString operator()(const QString &field)
    {
        const QString words = u'Z' + field
            + u"z <b>bold</b> <img src=\"file:///dev/zero\"> <img src=http://127.0.0.1:"_s + QString::number(m_port)
            + u"/x> R&D &amp; [*] %1 %L2 <h1 style=\"color:#0a0\">Case Was Approved</h1>"_s;
        return m_words[field] = words;
    }
    //! A hostile text of at most 50 characters for a field.
    QString brief(const QString &field)
    {
        return m_words[field] = u'Z' + field + u"z <b>x</b> <img src=x> R&D &lt; [*] %2"_s;
    }
    //! For a field that is HTML, of which these are the words.
    QString html(const QString &field) { return (*this)(field).toHtmlEscaped(); }

    //! Fields whose texts have been found.
    [[nodiscard]] const QSet<QString> &seen() const { return m_seen; }

    //! Problems of the texts shown: markup that Qt has interpreted, words added or lost. Texts may be cut with "…".
    QStringList problemsOf(const std::vector<ShownWords> &shown)
    {
        QStringList problems;
        for (const ShownWords &each : shown) {
            if (!each.taken.isEmpty())
                problems += each.where + u" takes "_s + each.taken.join(u", "_s);
            for (const auto &[field, words] : m_words)
                judge(each, field, words, problems);
        }
        return problems;
    }

private:
    void judge(const ShownWords &shown, const QString &field, const QString &words, QStringList &problems)
    {
        QString text = shown.words;
        text.remove(QChar(0x200B)); // where a long word may break
        text = text.simplified();
        const QString whole = words.simplified();
        const QString begin = u"Z%1z"_s.arg(field);
        for (qsizetype at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            m_seen += field;
            const QStringView here = QStringView(text).mid(at);
            qsizetype same = 0;
            while (same < here.size() && same < whole.size() && here[same] == whole[same])
                ++same;
            const bool cut = same < here.size() && here[same] == u'…';
            if (same < whole.size() && !cut)
                problems += u"%1: “%2” where “%3” was meant"_s.arg(shown.where, here.left(same + 24).toString(),
                                                                   whole.mid(same, 24));
        }
    }

    quint16 m_port;
    std::map<QString, QString> m_words;
    QSet<QString> m_seen;
};

class TestForeignText : public QObject
{
    Q_OBJECT
    QTcpServer m_trap;
    int m_caught = 0;
    TestCertificateAuthority m_office;

    CheckOutcome answer(HostileFields &hostile, const ReceiptNumber &receipt) const
    {
        CaseStatus status = caseStatus(receipt);
        status.title = {hostile.html(u"title"_s), hostile.html(u"titulo"_s)};
        status.description = {u"<p>"_s + hostile.html(u"text"_s) + u"</p>"_s, hostile.html(u"texto"_s)};
        status.formType = hostile.html(u"form"_s);
        status.submittedDate = hostile.html(u"submitted"_s);
        status.history = {{hostile.html(u"date"_s), {}, {hostile.html(u"entry"_s), hostile.html(u"entrada"_s)}}};
        CheckOutcome outcome = goodOutcome(status);
        outcome.connection = hostile.brief(u"connection"_s);
        return outcome;
    }
    CheckOutcome refusal(HostileFields &hostile, const ReceiptNumber &receipt) const
    {
        CheckOutcome outcome = badOutcome({.code = ErrorCode::Server,
                                           .httpStatus = 500,
                                           .serverMessage = hostile(u"server"_s),
                                           .detail = hostile(u"detail"_s)},
                                          receipt);
        outcome.connection = hostile.brief(u"connection"_s);
        return outcome;
    }
    CaseDetails details(HostileFields &hostile) const
    {
        return {.client = hostile(u"client"_s).left(CaseDetails::LongestClient),
                .note = hostile(u"note"_s),
                .tags = {hostile.brief(u"tag"_s)}};
    }
    SavedFilter filter(HostileFields &hostile) const
    {
        return {.name = hostile(u"filter"_s),
                .filter = {.text = hostile(u"search"_s),
                           .formTypes = {hostile.html(u"form"_s)},
                           .tags = {hostile.brief(u"tag"_s)}}};
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_trap.listen(QHostAddress::LocalHost));
        connect(&m_trap, &QTcpServer::newConnection, this, [this] { ++m_caught; });
        m_office.make(u"hostile"_s, {.subject = u"/O=Zsubjectz <b>bold<\\/b> R&D &amp; [*]/CN=Zcommonz <img src=x>"_s});
    }
    void cleanupTestCase() { QCOMPARE(m_caught, 0); }

    void fault88_helperKeepsTheWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::newRow("fault88 markup") << u"<b>a</b> <img src=file:///dev/zero> &lt;i&gt; & &amp; &x"_s;
        QTest::newRow("fault88 an xml declaration") << u"<?xml version=\"1.0\"?><p>a</p>"_s;
        QTest::newRow("fault88 signs of Qt's own") << u"a&b && [*] [*][*] %1 %n"_s;
        QTest::newRow("fault88 a long word") << QString(500, u'w');
        QTest::newRow("fault88 nothing") << QString();
        QTest::newRow("fault88 signs beyond the BMP") << u"\U0001F600"_s.repeated(400);
    }
    void fault88_helperKeepsTheWords()
    {
        QFETCH(QString, words);
        QWidget window;
        QPushButton button(&window);
        setWindowTitleText(&window, words);
        setToolTipText(&button, words);
        button.setText(captionText(words));
        for (ShownWords shown : WordsOfWindow(&window).all()) {
            const bool whole = shown.words.remove(QChar(0x200B)) == words;
            const bool cut = shown.words.endsWith(u'…') && words.startsWith(shown.words.chopped(1))
                && shown.words.size() >= LongestCaption - 1;
            QVERIFY2(whole || cut, qPrintable(shown.where + u": "_s + shown.words));
            QCOMPARE(shown.taken, QStringList());
        }
        QVERIFY(button.shortcut().isEmpty());
    }
    //! What reorders the words around, or goes on for pages, does so in no tool tip either.
    void fault88_helperTamesTheRest()
    {
        QCOMPARE(captionText(u"a\u202Eb\tc\nd"_s), u"a\uFFFDb c d"_s);
        QCOMPARE(windowTitleText(u"a\u202Eb\nc"_s), u"a\uFFFDb c"_s);
        QVERIFY(!toolTipText(u"a\u202Eb"_s).contains(QChar(0x202E)));
        QVERIFY(toolTipText(QString(10'000, u'w')).size() < 3 * LongestToolTip);
        QCOMPARE(captionText(QString(10'000, u'w')).size(), LongestCaption);
    }

    void fault88_everyWindowShowsTheWords_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("fault88 en") << u"en"_s;
        QTest::newRow("fault88 es") << u"es"_s;
    }
    void fault88_everyWindowShowsTheWords()
    {
        QFETCH(QString, language);
        HostileFields hostile(m_trap.serverPort());
        Connection connection = WindowBench::officeConnection();
        connection.name = hostile.brief(u"connection"_s);
        WindowBench b(connection);
        b.languages.setLanguage(language);
        const ReceiptNumber good = receiptOf();
        const ReceiptNumber bad = receiptOf(u"LIN9999106501");
        QVERIFY(resultOf(b.history.record(answer(hostile, good))));
        QVERIFY(resultOf(b.history.record(refusal(hostile, bad))));
        QVERIFY(resultOf(b.history.editCase(good, details(hostile))));
        QVERIFY(resultOf(b.history.saveFilters({filter(hostile)})));
        Connection gateway = samples::gateway();
        gateway.name = connection.name;
        QVERIFY(b.connections.put(gateway));
        b.active.use(connection);
        b.window->findChild<StatusLine *>()->showQuota(388, 1000);
        b.window->reloadHistory();
        auto *view = b.window->findChild<ListView *>();
        auto *table = b.window->findChild<ListTable *>();
        QVERIFY(b.until([&] { return table->model()->rowCount() == 2; }));

        QStringList problems;
        const auto look = [&](QWidget *window) {
            settle();
            for (QMenu *menu : window->findChildren<QMenu *>())
                emit menu->aboutToShow();
            problems += hostile.problemsOf(WordsOfWindow(window).all());
        };
        // What the lists asked for before may come in between and put something else there: then it is shown again.
        const auto see = [&](const QStringList &fields, const std::function<void()> &show) {
            return b.until([&] {
                show();
                look(b.window.get());
                return std::ranges::all_of(fields, [&](const QString &each) { return hostile.seen().contains(each); });
            });
        };
        auto *card = b.window->findChild<CaseCard *>();
        b.window->resize(900, 700); // so that the status bar has to leave something out
        look(b.window.get());
        for (const auto language_ : {Settings::StatusLanguage::Both, Settings::StatusLanguage::AsProgram}) {
            QVERIFY(see({u"title"_s, u"titulo"_s, u"text"_s, u"texto"_s, u"client"_s, u"note"_s, u"tag"_s}, [&] {
                card->setStatusLanguage(language_);
                card->showOutcome(answer(hostile, good), true);
                card->setDetails(details(hostile));
            }));
        }
        QVERIFY(see({u"server"_s}, [&] { card->showOutcome(refusal(hostile, bad), true); }));
        QVERIFY(see({u"message"_s, u"search"_s}, [&] {
            view->state().setList(ListKind::Checks);
            view->openFilter();
            view->setChoices({.formTypes = {hostile.html(u"form"_s)}, .tags = {hostile.brief(u"tag"_s)}});
            view->showFilter(filter(hostile).filter);
            view->setMessage(hostile(u"message"_s), true);
        }));
        QVERIFY(see({u"failure"_s}, [&] { view->setFailed(hostile(u"failure"_s)); }));
        emit view->findChild<FilterPanel *>()->closed();
        look(b.window.get());

        const auto open = [&](QDialog *dialog) {
            dialog->open();
            look(dialog);
            for (QDialog *inner : dialog->findChildren<QDialog *>())
                look(inner);
            delete dialog;
        };
        QWidget *parent = b.window.get();
        const ViewEnvironment environment{.now = samples::now, .openUrl = [](const QUrl &) {}};
        open(CaseDeletion::newQuestion({.receipts = {good, bad},
                                        .client = hostile(u"client"_s),
                                        .all = true,
                                        .filters = {filter(hostile)},
                                        .olderHistories = {hostile(u"file"_s)}},
                                       {.checks = 7, .cases = 2}, {}, parent));
        open(new CaseDetailsDialog(good, details(hostile), parent));
        open(new SavedFiltersDialog({filter(hostile)}, parent));
        FieldConflict conflict = samples::clientConflict();
        conflict.shown.value.client = hostile(u"shown"_s);
        conflict.shown.person = hostile(u"person"_s);
        open(new DifferencesDialog({.conflicts = {conflict}, .clients = {{conflict.receipt, hostile(u"whose"_s)}}},
                                   samples::now(), parent));
        open(new TextDialog({hostile(u"heading"_s),
                             hostile(u"purpose"_s),
                             {{hostile(u"name"_s), hostile(u"value"_s)}},
                             hostile(u"raw"_s)},
                            parent));
        auto *connections =
            new ConnectionsDialog({b.connections, b.secrets, b.tester}, environment, connection.name, parent);
        connections->show(connection.name);
        connections->setCaFile(hostile(u"path"_s));
        connections->say(hostile(u"said"_s), Notice::Tone::Wrong);
        open(connections);
        auto *exported = new ExportDialog(b.history, b.settings, b.clock, {.counts = {1, 2}}, parent);
        exported->exportTo(u"/proc/nowhere/"_s + hostile(u"target"_s));
        QVERIFY(b.until([&] {
            return std::ranges::any_of(exported->findChildren<Notice *>(),
                                       [](const Notice *each) { return !each->text().isEmpty(); });
        }));
        open(exported);
        FakeClock clock;
        CertificateProbe probe{clock};
        auto *certificate = new CertificateDialog(probe, environment, b.folder.path(), parent);
        certificate->forFile(m_office.certificate(u"hostile"_s));
        open(certificate);

        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"\n"_s)));
        // Words that nobody saw would prove nothing.
        for (const char *field :
             {"title",      "titulo",  "text",   "texto",   "form",    "submitted", "date",   "entry",
              "connection", "server",  "detail", "client",  "note",    "tag",       "filter", "search",
              "message",    "failure", "file",   "heading", "purpose", "name",      "value",  "raw",
              "path",       "said",    "target", "shown",   "person",  "whose"})
            QVERIFY2(hostile.seen().contains(QString::fromLatin1(field)), field);
    }

    void fault88_clipboardHoldsTheWords()
    {
        HostileFields hostile(m_trap.serverPort());
        WindowBench b;
        QVERIFY(resultOf(b.history.record(answer(hostile, receiptOf()))));
        QVERIFY(resultOf(b.history.editCase(receiptOf(), details(hostile))));
        b.window->reloadHistory();
        auto *table = b.window->findChild<ListTable *>();
        // The row is there as soon as the check is recorded; the client comes with the next reading of the list.
        QVERIFY(b.until([&] { return table->rows().row(0) && !table->rows().row(0)->details.client.isEmpty(); }));
        const std::unique_ptr<QMimeData> copied(copiedRows(table->rows(), {0}));
        QWidget window;
        QLabel html(copied->html(), &window);
        html.setTextFormat(Qt::AutoText);
        QLabel text(copied->text(), &window);
        text.setTextFormat(Qt::PlainText);
        const QStringList problems = hostile.problemsOf(WordsOfWindow(&window).all());
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u"\n"_s)));
        QVERIFY(hostile.seen().contains(u"client"_s) && hostile.seen().contains(u"title"_s));
    }
};

LINTERNA_TEST(TestForeignText)

} // namespace test_foreigntext

#include "test_foreigntext.moc"

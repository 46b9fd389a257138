// SPDX-License-Identifier: GPL-3.0-or-later
// Every window and dialog on a screen of 683 by 384 points, which is one of 1366 by 768 pixels at 200 %.
#include "tests/support/testcertificateauthority.h"
#include "tests/support/testprogram.h"
#include "tests/ui/samples.h"
#include "tests/ui/windowbench.h"
#include "ui/caseactions/casedeletion.h"
#include "ui/caseactions/casedetailsdialog.h"
#include "ui/casecard/casecard.h"
#include "ui/casecard/linkconfirmation.h"
#include "ui/certificates/certificatedialog.h"
#include "ui/connections/connectionsdialog.h"
#include "ui/exchange/exportdialog.h"
#include "ui/filter/datepopover.h"
#include "ui/filter/namedialog.h"
#include "ui/filter/savedfiltersdialog.h"
#include "ui/list/listview.h"
#include "ui/print/printquestion.h"
#include "ui/print/sheetprogressdialog.h"
#include "ui/recordkeeping/erasedialog.h"
#include "ui/recordkeeping/passphrasedialog.h"
#include "ui/recordkeeping/persondialog.h"
#include "ui/recordkeeping/recordkeepingdialog.h"
#include "ui/recordkeeping/retentiondialog.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/textdialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QScreen>
#include <QScrollArea>

using namespace linterna;
using namespace linterna::test;
using namespace Qt::Literals::StringLiterals;

namespace test_smallscreen {

namespace {

using Purpose = PassphraseDialog::Purpose;
using OpenDialog = std::function<QDialog *(WindowBench &)>;

QString nameOf(const QWidget *widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    return QString::fromLatin1(widget->metaObject()->className()) + u" “"_s
        + (button && !button->text().isEmpty() ? button->text() : widget->accessibleName()) + u"”"_s;
}

bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QLineEdit *>(widget);
}

//! What of `widget`'s window cannot be reached on this screen: nothing, or why.
QString lostControl(QWidget *widget)
{
    QWidget *window = widget->window();
    QRect view = window->rect();
    for (QWidget *each = widget->parentWidget(); each && each != window; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            area->ensureWidgetVisible(widget); // as when the keyboard comes to it
    }
    for (QWidget *each = widget->parentWidget(); each && each != window; each = each->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(each))
            view &= QRect(area->viewport()->mapTo(window, QPoint()), area->viewport()->size());
    }
    const QRect place(widget->mapTo(window, QPoint()), widget->size());
    if (!view.contains(place) && place.height() <= view.height())
        return u"%1 at %2,%3 %4x%5 is outside of %6x%7"_s.arg(
            nameOf(widget), QString::number(place.x()), QString::number(place.y()), QString::number(place.width()),
            QString::number(place.height()), QString::number(view.width()), QString::number(view.height()));
    // A narrower one would cut its words off.
    if (qobject_cast<QAbstractButton *>(widget) && widget->width() < widget->minimumSizeHint().width())
        return u"%1 is %2 wide and needs %3"_s.arg(nameOf(widget), QString::number(widget->width()),
                                                   QString::number(widget->minimumSizeHint().width()));
    return {};
}

QStringList problemsOf(QWidget *window)
{
    QStringList problems;
    const QRect room = window->screen()->availableGeometry();
    const QSize most = screenRoom(window).size();
    if (window->width() > most.width() || window->height() > most.height())
        problems += u"%1 is %2x%3 and there is room for %4x%5"_s.arg(
            window->windowTitle(), QString::number(window->width()), QString::number(window->height()),
            QString::number(most.width()), QString::number(most.height()));
    if (!room.contains(window->geometry()))
        problems += window->windowTitle() + u" lies partly outside of the screen"_s;
    for (QWidget *each : window->findChildren<QWidget *>()) {
        if (each->window() != window || !each->isVisible() || !isControl(each)
            || each->objectName().startsWith(u"qt_"_s) || isControl(each->parentWidget()))
            continue; // those within another one are a part of it
        if (const QString lost = lostControl(each); !lost.isEmpty())
            problems += lost;
    }
    return problems;
}

Question *longQuestion(QWidget *window)
{
    CaseDeletion::DeletionRequest request{
        .receipts = {samples::receipt(u"EAC9999103402"), samples::receipt(u"LIN9999106501")},
        .client = u"García, file 00017 "_s.repeated(8),
        .all = true};
    for (int i = 0; i < 9; ++i) {
        request.filters.push_back({u"García and all that is still to come %1"_s.arg(i), {}});
        request.olderHistories += u"/home/ana/.local/share/linterna/history.replaced-2026-11-0%1T15-42-00.db"_s.arg(i);
    }
    return CaseDeletion::newQuestion(request, {.checks = 7, .cases = 2}, {}, window);
}

PassphraseDialog *passphrase(Purpose purpose, QWidget *window)
{
    auto *dialog = new PassphraseDialog(purpose, window);
    if (purpose != Purpose::Create && purpose != Purpose::Backup)
        dialog->sayWrong();
    return dialog;
}

} // namespace

class TestSmallScreen : public QObject
{
    Q_OBJECT
    TestCertificateAuthority m_office;
    FakeClock m_clock;
    CertificateProbe m_probe{m_clock};

    std::vector<std::pair<const char *, OpenDialog>> dialogs()
    {
        const ViewEnvironment environment{.now = samples::now, .openUrl = [](const QUrl &) {}};
        const auto asked = [](Purpose purpose) {
            return [purpose](WindowBench &b) { return passphrase(purpose, b.window.get()); };
        };
        const auto file = [](QFileDialog::AcceptMode mode) {
            return [mode](WindowBench &b) {
                auto *dialog = new QFileDialog(b.window.get(), u"Export"_s);
                dialog->setAcceptMode(mode);
                return dialog;
            };
        };
        return {
            {"delete", [](WindowBench &b) { return longQuestion(b.window.get()); }},
            {"erase",
             [](WindowBench &b) {
                 return new EraseDialog(QStringList(9, u"What is removed from this computer, in a line"_s),
                                        u"/home/ana/.local/share/linterna"_s, b.window.get());
             }},
            {"differences",
             [](WindowBench &b) {
                 return new DifferencesDialog(samples::differences(), samples::now(), b.window.get());
             }},
            {"person",
             [](WindowBench &b) {
                 auto *dialog = new PersonDialog({}, b.window.get());
                 dialog->setSystemName(u"Name "_s.repeated(40));
                 return dialog;
             }},
            {"retention", [](WindowBench &b) { return new RetentionDialog(36, b.window.get()); }},
            {"paper",
             [](WindowBench &b) {
                 return new PrintQuestion({.heading = u"Case EAC9999103402 on paper"_s,
                                           .both = true,
                                           .checkBox = u"With the client's name or file number"_s,
                                           .checked = true,
                                           .languages = {u"en"_s, u"es"_s}},
                                          b.window.get());
             }},
            {"passphrase open", asked(Purpose::Open)},
            {"passphrase create", asked(Purpose::Create)},
            {"passphrase change", asked(Purpose::Change)},
            {"passphrase backup", asked(Purpose::Backup)},
            {"passphrase restore", asked(Purpose::Restore)},
            {"record keeping",
             [](WindowBench &b) {
                 return new RecordKeepingDialog({.mode = RecordState::Mode::AwaitsPassphrase, .underPassphrase = true},
                                                b.window.get());
             }},
            {"details of a case",
             [](WindowBench &b) {
                 return new CaseDetailsDialog(samples::receipt(u"EAC9999103402"), {}, b.window.get());
             }},
            {"link",
             [](WindowBench &b) {
                 return new LinkConfirmation(QUrl(u"https://www.uscis.gov/"_s + u"address/"_s.repeated(30)),
                                             b.window.get());
             }},
            {"text",
             [](WindowBench &b) {
                 const Facts facts(9, {u"Name of a fact"_s, u"and what there is to say of it "_s.repeated(4)});
                 return new TextDialog({u"Details"_s, u"What was sent"_s, facts, u"A line\n"_s.repeated(99)},
                                       b.window.get());
             }},
            {"certificate",
             [this, environment](WindowBench &b) {
                 auto *dialog = new CertificateDialog(m_probe, environment, u"/proc/nowhere"_s, b.window.get());
                 dialog->forFile(m_office.certificate(u"good"_s));
                 return dialog;
             }},
            {"export",
             [](WindowBench &b) {
                 return new ExportDialog(b.history, b.settings, b.clock,
                                         {.wish = {.criteria = {.filter = {.text = u"x"_s}}},
                                          .selected = {7, 8, 9},
                                          .counts = {3, 12, 37, 412, 1'200, 12'345}},
                                         b.window.get());
             }},
            {"connections",
             [environment](WindowBench &b) {
                 (void)b.connections.put(samples::gateway());
                 auto *dialog = new ConnectionsDialog({b.connections, b.secrets, b.tester}, environment,
                                                      u"USCIS sandbox"_s, b.window.get());
                 dialog->show(samples::gateway().name);
                 return dialog;
             }},
            {"saved filters",
             [](WindowBench &b) {
                 return new SavedFiltersDialog(std::vector<SavedFilter>(40, {u"A filter"_s, {}}), b.window.get());
             }},
            {"name of a filter",
             [](WindowBench &b) {
                 return new NameDialog(
                     {.heading = u"Rename the filter"_s, .name = u"a"_s, .taken = {u"a"_s}, .mayReplace = false},
                     b.window.get());
             }},
            {"file to open", file(QFileDialog::AcceptOpen)},
            {"file to save", file(QFileDialog::AcceptSave)},
        };
    }

private slots:
    void initTestCase()
    {
        // tests/ui/smallscreen.json, which the entry in ctest names
        QCOMPARE(QGuiApplication::primaryScreen()->size(), QSize(683, 384));
        m_office.make(u"good"_s, {.subject = u"/O=County Immigration Services/CN=gateway.county.example"_s});
    }

    //! As one is that was last closed on a screen which is gone.
    void fault78_aPlaceOffTheScreen_data()
    {
        QTest::addColumn<QPoint>("place");
        QTest::newRow("fault78 right and below") << QPoint(5000, 4000);
        QTest::newRow("fault78 left and above") << QPoint(-5000, -4000);
    }
    void fault78_aPlaceOffTheScreen()
    {
        QFETCH(QPoint, place);
        QWidget window;
        window.setGeometry(QRect(place, QSize(9000, 200)));
        keepOnScreen(&window);
        QVERIFY(screenRoom(&window).contains(window.geometry()));
        QCOMPARE(window.height(), 200);
    }
    //! A place that nobody chose, and the size of a window that fills the screen, are the window manager's.
    void fault78_whatIsLeftAlone()
    {
        QWidget unplaced;
        unplaced.resize(9000, 200);
        keepOnScreen(&unplaced);
        QVERIFY(!unplaced.testAttribute(Qt::WA_Moved));
        const ScreenFit fit(nullptr);
        QWidget large;
        large.resize(large.screen()->availableSize());
        large.showMaximized();
        settle();
        QVERIFY(large.height() > screenRoom(&large).height());
    }

    void fault78_everyDialogFits_data()
    {
        QTest::addColumn<OpenDialog>("open");
        QTest::addColumn<QString>("language");
        for (const QString &language : {u"en"_s, u"es"_s}) {
            for (const auto &[name, open] : dialogs())
                QTest::addRow("fault78 %s %s", name, qPrintable(language)) << open << language;
        }
    }
    void fault78_everyDialogFits()
    {
        QFETCH(OpenDialog, open);
        QFETCH(QString, language);
        WindowBench b;
        b.languages.setLanguage(language);
        QPointer<QDialog> dialog = open(b);
        dialog->open();
        settle();
        QCOMPARE(problemsOf(dialog).join(u"; "_s), QString());
        delete dialog;
    }

    void fault78_theWindowFits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("practice");
        for (const QString &language : {u"en"_s, u"es"_s}) {
            QTest::addRow("fault78 office %s", qPrintable(language)) << language << false;
            QTest::addRow("fault78 practice %s", qPrintable(language)) << language << true;
        }
    }
    void fault78_theWindowFits()
    {
        QFETCH(QString, language);
        QFETCH(bool, practice);
        WindowBench b(practice);
        b.languages.setLanguage(language);
        settle();
        QCOMPARE(problemsOf(b.window.get()).join(u"; "_s), QString());
        b.window->checkReceipts({samples::receipt(u"EAC9999103402")});
        QVERIFY(b.until([&] { return b.window->findChild<CaseCard *>()->outcome().has_value(); }));
        settle();
        QCOMPARE(problemsOf(b.window.get()).join(u"; "_s), QString());
        // What an open record has to say takes room too.
        b.window->showRecordState(
            {.mode = RecordState::Mode::CannotOpen, .why = Error{.code = ErrorCode::KeychainLocked}});
        settle();
        QCOMPARE(problemsOf(b.window.get()).join(u"; "_s), QString());
    }
};

LINTERNA_TEST(TestSmallScreen)

} // namespace test_smallscreen

#include "test_smallscreen.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/caseactions/caseedits.h"
#include "ui/caseactions/undostack.h"
#include "ui/casecard/casecard.h"
#include "ui/connections/connectiondetails.h"
#include "ui/connections/connectionsettings.h"
#include "ui/exchange/importhistory.h"
#include "ui/list/listfeed.h"
#include "ui/list/listview.h"
#include "ui/lookup/lookupbar.h"
#include "ui/mainwindow/filedrop.h"
#include "ui/mainwindow/mainview.h"
#include "ui/mainwindow/recordactions.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/unsavedwork.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/print/printing.h"
#include "ui/recordkeeping/backupcontroller.h"
#include "ui/recordkeeping/erasecontroller.h"
#include "ui/recordkeeping/filenotice.h"
#include "ui/recordkeeping/protectioncontroller.h"
#include "ui/style/icons.h"
#include "ui/widgets/announcer.h"
#include "ui/widgets/foreigntext.h"
#include "ui/widgets/question.h"
#include "ui/widgets/screenfit.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/scrolledpage.h"
#include "ui/widgets/timewatch.h"
#include "ui/widgets/translation.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QMessageBox>
#include <QSplitter>
#include <QTimer>

namespace linterna {

static constexpr auto finishingNotice = std::chrono::milliseconds(300);

MainWindow::MainWindow(WindowParts parts, QWidget *parent) : QMainWindow(parent), m_parts(std::move(parts))
{
    m_theme.apply(m_parts.settings.theme());
    const ViewEnvironment environment = ViewEnvironment::of(m_parts.clock);
    m_view = new MainView(environment, m_parts.practice);
    m_status = new StatusLine(environment);
    m_menus = new WindowMenus(menuBar(), m_parts.practice, this);
    m_connections = new ConnectionSettings({m_parts.connections, m_parts.secrets, m_parts.tester}, m_parts.clock,
                                           m_parts.certificates, this);
    m_feed = new ListFeed(m_parts.history, m_parts.settings, m_view->history(), this);
    connect(&m_parts.record, &RecordLifecycle::changed, this, &MainWindow::showRecordState);
    m_protection = new ProtectionController(m_parts.record, m_parts.settings, this);
    m_steps = new UndoStack(this);
    m_edits = new CaseEdits(m_parts.history, m_view->card(), *m_steps, this);
    m_import = new ImportHistory(m_parts.history, this);
    m_backups = new BackupController(m_parts.history, m_parts.settings, m_parts.clock, this);
    m_printing = new Printing(m_parts.settings, m_parts.clock, m_parts.practice, this);
    m_actions =
        new RecordActions({m_parts.history, m_parts.settings, m_parts.clock, *m_feed, m_view->history(), m_view->card(),
                           *m_menus, *m_printing, *m_steps, m_parts.folder, m_parts.built, m_view->clockBanner()},
                          this);
    m_eraser = new EraseController(
        {m_parts.history, m_parts.record, m_parts.settings, m_parts.connections, m_parts.secrets, m_parts.folder},
        this);
    m_files = new FileNotice(m_parts.settings, m_view->filesBanner(), this);
    connect(m_files, &FileNotice::choiceRequested, m_protection, &ProtectionController::choose);
    m_unsaved = new UnsavedWork(m_parts.checks, m_parts.history, m_view->waitingBanner(), m_view->card(), this);
    // Where the screen is low, or letters are large, the content does not fit: then it scrolls as a whole.
    auto *scroll = new ScrollArea;
    scroll->setWidget(new ScrolledPage(m_view));
    setCentralWidget(scroll);
    setStatusBar(m_status);
    setWindowIcon(lanternIcon());
    m_view->card().setStatusLanguage(m_parts.settings.statusLanguage());
    m_menus->setStatusLanguage(m_parts.settings.statusLanguage());
    m_menus->setTheme(m_parts.settings.theme());
    connectViews();
    connectMenus();
    connectOffice();
    restorePlace();
    keepTranslated(this, &MainWindow::retranslate);
    if (!m_parts.practice)
        connect(new FileDrop(this), &FileDrop::dropped, m_connections, &ConnectionSettings::importFile);
    new ScreenFit(this);
    m_view->lookup().focusEntry();
}

MainWindow::~MainWindow() = default;

void MainWindow::connectViews()
{
    LookupBar *lookup = &m_view->lookup();
    CaseCard *card = &m_view->card();
    connect(lookup, &LookupBar::checkRequested, this,
            [this](const std::vector<ReceiptNumber> &receipts) { start(receipts, OutsideHours::Tell); });
    connect(lookup, &LookupBar::languageChosen, this, &MainWindow::chooseLanguage);
    connect(card, &CaseCard::receiptChosen, this, [this](const ReceiptNumber &receipt) { checkReceipts({receipt}); });
    connect(card, &CaseCard::askAnywayRequested, this, [this] {
        if (const auto receipts = m_checks.notAsked(); !receipts.empty())
            start(receipts, OutsideHours::Ask);
    });
    connect(card, &CaseCard::settingsRequested, m_connections, &ConnectionSettings::open);
    connect(card, &CaseCard::stopRequested, this,
            [this](const ReceiptNumber &receipt) { m_parts.checks.cancel(receipt); });
    connect(m_view, &MainView::realConnectionRequested, this, &MainWindow::explainPractice);
    connect(&m_view->history(), &ListView::checkAgainRequested, this,
            [this](const ListSelection &rows) { checkReceipts(rows.receipts); });
    connect(m_view, &MainView::recordRemedyRequested, m_protection, &ProtectionController::remedy);
    connect(m_protection, &ProtectionController::busy, m_view, &MainView::setRecordBusy);
    connect(m_protection, &ProtectionController::told, &m_view->history(),
            [this](const QString &message, bool wrong) { m_view->history().setMessage(message, wrong); });
    connect(m_protection, &ProtectionController::told, new Announcer(m_view), &Announcer::announce);
    connect(m_protection, &ProtectionController::settled, this, &MainWindow::recordSettled);
    connect(m_feed, &ListFeed::loaded, this, [this, card](const CheckOutcome &outcome) {
        m_checks.turnAway();
        card->endProgress();
        card->showOutcome(outcome, false);
    });
    followTheClock();
    connect(&m_parts.checks, &CheckService::progress, this, &MainWindow::showProgress);
    connect(&m_parts.checks, &CheckService::finished, this, &MainWindow::finish);
    connect(&m_parts.settings, &Settings::themeChanged, this, [this] { m_theme.apply(m_parts.settings.theme()); });
    connect(&m_parts.settings, &Settings::statusLanguageChanged, this, [this, card] {
        card->setStatusLanguage(m_parts.settings.statusLanguage());
        m_menus->setStatusLanguage(m_parts.settings.statusLanguage());
    });
    connect(&m_parts.connections, &ConnectionStore::changed, this, &MainWindow::offerConnections);
}

//! Has all views make relative times anew, painted and spoken: "today" becomes "yesterday" while it is in view.
void MainWindow::followTheClock()
{
    auto *watch = new TimeWatch(m_parts.clock, this);
    for (const auto passed : {&TimeWatch::minutePassed, &TimeWatch::dayTurned}) {
        connect(watch, passed, m_status, &StatusLine::sayTimes);
        connect(watch, passed, &m_view->card(), &CaseCard::sayTimes);
    }
    connect(watch, &TimeWatch::dayTurned, &m_view->history(), &ListView::sayTimes);
    connect(watch, &TimeWatch::dayTurned, m_feed, &ListFeed::dayTurned);
}

void MainWindow::connectMenus()
{
    connect(m_menus, &WindowMenus::lookupRequested, &m_view->lookup(), &LookupBar::focusEntry);
    connect(m_menus, &WindowMenus::importRequested, this, [this] { m_import->chooseFile(this); });
    connect(m_menus, &WindowMenus::backupRequested, m_backups, &BackupController::askBackup);
    connect(m_menus, &WindowMenus::restoreRequested, m_backups, &BackupController::askRestore);
    connect(m_menus, &WindowMenus::recordKeepingRequested, m_protection, &ProtectionController::choose);
    connect(m_menus, &WindowMenus::eraseRequested, m_eraser, &EraseController::ask);
    connect(m_eraser, &EraseController::begun, &m_parts.checks, &CheckService::cancelAll);
    connect(m_eraser, &EraseController::begun, &m_parts.checks.unstored(), &UnstoredChecks::dropAll);
    connect(m_eraser, &EraseController::begun, this, &MainWindow::erasing);
    connect(m_eraser, &EraseController::done, this, &QWidget::close);
    connect(m_menus, &WindowMenus::quitRequested, this, &QWidget::close);
    connect(m_menus, &WindowMenus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_menus, &WindowMenus::statusLanguageChosen, &m_parts.settings, &Settings::setStatusLanguage);
    connect(m_menus, &WindowMenus::themeChosen, &m_parts.settings, &Settings::setTheme);
    connect(m_menus, &WindowMenus::connectionChosen, this, &MainWindow::connectionChosen);
    connect(m_menus, &WindowMenus::connectionSettingsRequested, m_connections, &ConnectionSettings::open);
    connect(m_menus, &WindowMenus::connectionImportRequested, m_connections, &ConnectionSettings::chooseImport);
    connect(m_connections, &ConnectionSettings::connectionChosen, this, &MainWindow::connectionChosen);
    connect(m_connections, &ConnectionSettings::connectionChanged, this, &MainWindow::connectionChanged);
    connect(m_connections, &ConnectionSettings::sessionSecretEntered, this, &MainWindow::sessionSecretEntered);
    connect(m_menus, &WindowMenus::connectionDetailsRequested, this, &MainWindow::showConnectionDetails);
    connect(m_status, &StatusLine::detailsRequested, this, &MainWindow::showConnectionDetails);
    connect(m_menus, &WindowMenus::realConnectionRequested, this, &MainWindow::explainPractice);
    connect(m_menus, &WindowMenus::firstStepsRequested, m_view, &MainView::showFirstSteps);
    connect(m_menus, &WindowMenus::aboutRequested, this, &MainWindow::about);
}

//! Connects printing of a case, and editing of the office's own details.
void MainWindow::connectOffice()
{
    CaseCard *card = &m_view->card();
    const auto toPaper = [this, card](PrintWay way) {
        if (card->outcome())
            m_printing->askCase(*card->outcome(), card->details().value_or(CaseDetails{}), way);
    };
    connect(card, &CaseCard::printRequested, this, [toPaper] { toPaper(PrintWay::Printer); });
    connect(m_menus, &WindowMenus::printRequested, this, [toPaper] { toPaper(PrintWay::Printer); });
    connect(m_menus, &WindowMenus::savePdfRequested, this, [toPaper] { toPaper(PrintWay::Pdf); });
    connect(m_printing, &Printing::said, card, [card](const QString &message) { card->say(message, false); });
    connect(card, &CaseCard::caseShown, this, [this, card] { m_menus->setHasCase(card->outcome().has_value()); });
    connect(m_menus, &WindowMenus::caseDetailsRequested, m_edits, &CaseEdits::edit);
}

void MainWindow::restorePlace()
{
    resize(1120, 680);
    if (const QByteArray geometry = m_parts.settings.windowGeometry(); !geometry.isEmpty())
        restoreGeometry(geometry);
    keepOnScreen(this); // the stored size may be from a larger screen
    if (const QByteArray state = m_parts.settings.splitterState(); !state.isEmpty())
        m_view->splitter().restoreState(state);
}

void MainWindow::showRecordState(const RecordState &state)
{
    m_view->showRecordState(state);
    m_status->showRecordState(state);
    m_actions->showRecordState(state);
    reloadHistory();
}

void MainWindow::showOtherWriters(const std::optional<OtherWriters> &others)
{
    m_view->showOtherWriters(others);
}

void MainWindow::showFileTroubles(const FileTroubles &troubles)
{
    m_files->add(troubles);
}

void MainWindow::showConnection(const Connection &connection)
{
    m_connection = connection.name;
    m_connections->setInUse(connection.name);
    m_status->showConnection(connection);
    m_view->card().setStartGuide(startGuideFor(connection));
    offerConnections();
}

void MainWindow::showQuota(std::optional<int> left, int perDay)
{
    m_status->showQuota(left, perDay);
}

void MainWindow::showTokenExpiry(const std::optional<QDateTime> &expiresAt)
{
    m_status->showTokenExpiry(expiresAt);
}

void MainWindow::reloadHistory()
{
    m_feed->reload();
}

void MainWindow::comeForward(const QByteArray &activation)
{
    if (!activation.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activation); // Qt reads it there at the next activation
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::checkReceipts(const std::vector<ReceiptNumber> &receipts)
{
    if (receipts.empty())
        return; // keeps what the person is typing meanwhile
    m_view->lookup().setReceipts(receipts);
    m_view->lookup().submit();
}

void MainWindow::start(const std::vector<ReceiptNumber> &receipts, OutsideHours outsideHours)
{
    m_checks.begin(receipts);
    m_feed->forgetChoice(); // a check still being loaded was chosen earlier
    m_view->lookup().setProgress(0, m_checks.total());
    m_view->showProgress(receipts.front(),
                         CheckProgress{.phase = CheckProgress::Phase::Asking, .until = {}, .reason = {}});
    for (const ReceiptNumber &receipt : receipts)
        m_parts.checks.check(receipt, AskedBy::Person, outsideHours);
}

void MainWindow::showProgress(const ReceiptNumber &receipt, const CheckProgress &progress)
{
    const bool behindOthers = progress.phase == CheckProgress::Phase::Queued && m_checks.total() > 1;
    if (m_checks.isAwaited(receipt) && m_checks.isFollowed() && !behindOthers)
        m_view->showProgress(receipt, progress);
}

void MainWindow::finish(const CheckOutcome &outcome)
{
    m_actions->noteAnswer(outcome);
    m_view->lookup().checkEnded(outcome.receipt);
    if (!m_checks.isAwaited(outcome.receipt))
        return;
    m_checks.end(outcome);
    m_view->lookup().setProgress(m_checks.done(), m_checks.total());
    const bool stopped = !outcome.result.ok() && outcome.result.error().code == ErrorCode::Cancelled;
    if (m_checks.isFollowed() && stopped) {
        m_view->card().showStopped(outcome);
    } else if (m_checks.isFollowed()) {
        m_view->card().showOutcome(outcome, true);
        m_view->history().select(outcome.id);
    }
    if (m_checks.allDone())
        m_view->card().endProgress();
}

void MainWindow::chooseLanguage(const QString &code)
{
    m_parts.settings.setLanguage(code);
    m_parts.languages.setLanguage(code);
}

void MainWindow::offerConnections()
{
    if (m_parts.practice) {
        m_menus->setConnections({tr("Practice")}, tr("Practice"));
        return;
    }
    QStringList names;
    for (const Connection &connection : m_parts.connections.all()) {
        if (!connection.practice)
            names += connection.name;
    }
    m_menus->setConnections(names, m_connection);
}

void MainWindow::showConnectionDetails()
{
    if (ConnectionSession *session = m_parts.checks.session())
        (new TextDialog(connectionDetails(*session, m_parts.clock.now()), this))->open();
}

void MainWindow::explainPractice()
{
    const QStringList sentences{
        tr("This run is practice: it cannot reach USCIS, and its history is apart."),
        tr("For real cases, close this window and start Linterna without “--practice”. Then choose "
           "Connection, Settings and enter your organization's client ID and client secret.")};
    auto *box = new Question(tr("Use a real connection"), sentences.join(QStringLiteral("\n\n")), this);
    box->addChoice(tr("Close"));
    box->open();
}

void MainWindow::about()
{
    auto *box =
        new QMessageBox(QMessageBox::NoIcon, tr("About Linterna"),
                        tr("Linterna %1").arg(QCoreApplication::applicationVersion()), QMessageBox::Close, this);
    box->setInformativeText(tr("Looks up USCIS case status by receipt number and keeps what was seen.\n\n"
                               "Independent program, not made or endorsed by USCIS. The official notice is what counts."
                               "\n\nFree software under the GNU General Public License, version 3 or later."));
    box->setIconPixmap(lanternIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool MainWindow::event(QEvent *event)
{
    if (event->type() == QEvent::ThemeChange)
        m_theme.systemChanged();
    return QMainWindow::event(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!qApp->isSavingSession() && !m_unsaved->mayClose())
        return event->ignore();
    m_parts.settings.setWindowGeometry(saveGeometry());
    m_parts.settings.setSplitterState(m_view->splitter().saveState());
    m_parts.checks.cancelAll();
    m_steps->forget();
    // Deletions are finished only at the first attempt to close, and not when the desktop session ends: the record
    // finishes them itself before it closes.
    if (m_parts.history.holdsRemoved() && !m_finishing && !qApp->isSavingSession()) {
        event->ignore();
        return finishDeletions();
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::finishDeletions()
{
    m_finishing = true;
    centralWidget()->setEnabled(false);
    menuBar()->setEnabled(false);
    auto *notice = new Question(tr("One moment"),
                                tr("What was deleted is being taken out of the file. Then the window closes."), this);
    QTimer::singleShot(finishingNotice, notice, &QDialog::open); // usually it is done sooner
    m_parts.history.purgeRemoved()->onFinished(this, [this](const Result<qint64> &) { close(); });
}

void MainWindow::retranslate()
{
    m_menus->retranslate();
    m_menus->setLanguage(m_parts.languages.language());
    offerConnections();
    m_view->lookup().setLanguage(m_parts.languages.language());
    setWindowTitleText(this, m_parts.practice ? tr("Linterna · practice") : QStringLiteral("Linterna"));
}

} // namespace linterna

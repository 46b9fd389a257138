// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/caseactions/caseedits.h"
#include "ui/caseactions/undostack.h"
#include "ui/casecard/casecard.h"
#include "ui/connections/connectiondetails.h"
#include "ui/connections/connectionsettings.h"
#include "ui/exchange/damagedrowexport.h"
#include "ui/exchange/importhistory.h"
#include "ui/list/listfeed.h"
#include "ui/list/listview.h"
#include "ui/lookup/lookupbar.h"
#include "ui/lookup/lookupcontroller.h"
#include "ui/mainwindow/filedrop.h"
#include "ui/mainwindow/mainview.h"
#include "ui/mainwindow/recordactions.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/unsavedwork.h"
#include "ui/mainwindow/windowdialogs.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/print/printing.h"
#include "ui/recordkeeping/backupcontroller.h"
#include "ui/recordkeeping/erasecontroller.h"
#include "ui/recordkeeping/filenotice.h"
#include "ui/recordkeeping/persondialog.h"
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
    m_connections = new ConnectionSettings({m_parts.connections, m_parts.secrets, m_parts.tester}, m_parts.active,
                                           m_parts.clock, m_parts.certificates, this);
    m_feed = new ListFeed(m_parts.history, m_parts.settings, m_view->history(), this);
    m_lookup = new LookupController(m_parts.checks, m_view->lookup(), this);
    // Connected before m_protection is, which lets work begin: the window shows the record's state first.
    connect(&m_parts.record, &RecordLifecycle::changed, this, &MainWindow::showRecordState);
    m_protection = new ProtectionController(m_parts.record, m_parts.settings, this);
    m_steps = new UndoStack(this);
    m_edits = new CaseEdits(m_parts.history, m_view->card(), *m_steps, this);
    m_import = new ImportHistory(m_parts.history, this);
    m_backups = new BackupController(m_parts.record.recordFile(), m_parts.settings, m_parts.clock, this);
    m_printing = new Printing(m_parts.settings, m_parts.clock, m_parts.practice, this);
    m_actions =
        new RecordActions({m_parts.history, m_parts.settings, m_parts.clock, *m_feed, m_view->history(), m_view->card(),
                           *m_menus, *m_printing, *m_steps, m_parts.folder, m_parts.built, m_view->clockBanner()},
                          this);
    m_eraser = new EraseController(
        {m_parts.history, m_parts.record, m_parts.settings, m_parts.connections, m_parts.secrets, m_parts.folder},
        this);
    m_files = new FileNotice(m_parts.settings, m_view->filesBanner(), this);
    m_unsaved = new UnsavedWork(m_parts.checks, m_parts.history, m_view->waitingBanner(), m_view->card(), this);
    // Where the screen is low, or letters are large, the content does not fit: then it scrolls as a whole.
    auto *scroll = new ScrollArea;
    scroll->setWidget(new ScrolledPage(m_view));
    setCentralWidget(scroll);
    setStatusBar(m_status);
    setWindowIcon(lanternIcon());
    connectLookup();
    connectConnection();
    connectRecord();
    connectSettings();
    connectMenus();
    connectOffice();
    followTheClock();
    restorePlace();
    keepTranslated(this, &MainWindow::retranslate);
    new ScreenFit(this);
    m_view->lookup().focusEntry();
}

MainWindow::~MainWindow() = default;

//! Connects what is entered with the checks, and these with the card.
void MainWindow::connectLookup()
{
    CaseCard *card = &m_view->card();
    // A check that is still being loaded from the record was chosen earlier.
    connect(m_lookup, &LookupController::begun, m_feed, &ListFeed::forgetChoice);
    connect(m_lookup, &LookupController::progress, m_view, &MainView::showProgress);
    connect(m_lookup, &LookupController::answered, m_view, &MainView::showAnswer);
    connect(m_lookup, &LookupController::stopped, card, &CaseCard::showStopped);
    connect(m_lookup, &LookupController::ended, card, &CaseCard::endProgress);
    connect(card, &CaseCard::receiptChosen, this, [this](const ReceiptNumber &receipt) { checkReceipts({receipt}); });
    connect(card, &CaseCard::askAnywayRequested, m_lookup, &LookupController::askAnyway);
    connect(card, &CaseCard::stopRequested, &m_parts.checks, &CheckService::cancel);
    connect(&m_view->history(), &ListView::checkAgainRequested, this,
            [this](const ListSelection &rows) { checkReceipts(rows.receipts); });
    connect(m_feed, &ListFeed::loaded, m_lookup, &LookupController::turnAway);
    connect(m_feed, &ListFeed::loaded, m_view, &MainView::showRecorded);
    connect(m_feed, &ListFeed::damaged, m_lookup, &LookupController::turnAway);
    connect(m_feed, &ListFeed::damaged, card, &CaseCard::showDamaged);
    connect(&m_parts.checks, &CheckService::finished, m_actions, &RecordActions::noteAnswer);
}

//! Connects the connection in use with the status bar, the menus and the settings.
void MainWindow::connectConnection()
{
    ActiveConnection *active = &m_parts.active;
    connect(active, &ActiveConnection::changed, m_status, &StatusLine::showConnection);
    connect(active, &ActiveConnection::quotaChanged, m_status, &StatusLine::showQuota);
    connect(active, &ActiveConnection::tokenChanged, m_status, &StatusLine::showTokenExpiry);
    connect(active, &ActiveConnection::changed, &m_view->card(),
            [this](const Connection &connection) { m_view->card().setStartGuide(startGuideFor(connection)); });
    connect(active, &ActiveConnection::changed, this, &MainWindow::offerConnections);
    connect(&m_parts.connections, &ConnectionStore::changed, this, &MainWindow::offerConnections);
    connect(m_menus, &WindowMenus::connectionChosen, active, &ActiveConnection::choose);
    connect(m_menus, &WindowMenus::connectionSettingsRequested, m_connections, &ConnectionSettings::open);
    connect(m_menus, &WindowMenus::connectionImportRequested, m_connections, &ConnectionSettings::chooseImport);
    connect(m_menus, &WindowMenus::connectionDetailsRequested, this, &MainWindow::showConnectionDetails);
    connect(m_menus, &WindowMenus::realConnectionRequested, this, [this] { showHowPracticeEnds(this); });
    connect(m_view, &MainView::realConnectionRequested, this, [this] { showHowPracticeEnds(this); });
    connect(m_status, &StatusLine::detailsRequested, this, &MainWindow::showConnectionDetails);
    connect(&m_view->card(), &CaseCard::settingsRequested, m_connections, &ConnectionSettings::open);
    if (!m_parts.practice)
        connect(new FileDrop(this), &FileDrop::dropped, m_connections, &ConnectionSettings::importFile);
}

void MainWindow::connectRecord()
{
    connect(&m_parts.record, &RecordLifecycle::upgradeProgressed, m_status, &StatusLine::showUpgrade);
    connect(&m_parts.record, &RecordLifecycle::upgradeProgressed, &m_view->history(), &ListView::setUpgrading);
    connect(m_files, &FileNotice::choiceRequested, m_protection, &ProtectionController::choose);
    connect(m_view, &MainView::recordRemedyRequested, m_protection, &ProtectionController::remedy);
    connect(m_protection, &ProtectionController::busy, m_view, &MainView::setRecordBusy);
    connect(m_protection, &ProtectionController::told, &m_view->history(),
            [this](const QString &message, bool wrong) { m_view->history().setMessage(message, wrong); });
    connect(m_protection, &ProtectionController::told, new Announcer(m_view), &Announcer::announce);
    connect(m_protection, &ProtectionController::settled, this, &MainWindow::recordSettled);
    connect(m_menus, &WindowMenus::importRequested, this, [this] { m_import->chooseFile(this); });
    connect(m_import, &ImportHistory::reviewRequested, m_menus, &WindowMenus::reviewRequested);
    connect(m_menus, &WindowMenus::backupRequested, m_backups, &BackupController::askBackup);
    connect(m_menus, &WindowMenus::restoreRequested, m_backups, &BackupController::askRestore);
    connect(m_menus, &WindowMenus::recordKeepingRequested, m_protection, &ProtectionController::choose);
    connect(m_menus, &WindowMenus::personRequested, this, [this] { PersonDialog::ask(m_parts.settings, this); });
    connect(m_menus, &WindowMenus::eraseRequested, m_eraser, &EraseController::ask);
    connect(m_eraser, &EraseController::begun, &m_parts.checks, &CheckService::cancelAll);
    connect(m_eraser, &EraseController::begun, &m_parts.checks.unstored(), &UnstoredChecks::dropAll);
    connect(m_eraser, &EraseController::begun, this, &MainWindow::erasing);
    connect(m_eraser, &EraseController::done, this, &QWidget::close);
}

void MainWindow::connectSettings()
{
    Settings *settings = &m_parts.settings;
    const auto followStatusLanguage = [this, settings] {
        m_view->card().setStatusLanguage(settings->statusLanguage());
        m_menus->setStatusLanguage(settings->statusLanguage());
    };
    followStatusLanguage();
    m_menus->setTheme(settings->theme());
    connect(settings, &Settings::themeChanged, this, [this, settings] { m_theme.apply(settings->theme()); });
    connect(settings, &Settings::statusLanguageChanged, this, followStatusLanguage);
    connect(m_menus, &WindowMenus::statusLanguageChosen, settings, &Settings::setStatusLanguage);
    connect(m_menus, &WindowMenus::themeChosen, settings, &Settings::setTheme);
    connect(m_menus, &WindowMenus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(&m_view->lookup(), &LookupBar::languageChosen, this, &MainWindow::chooseLanguage);
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
    connect(m_menus, &WindowMenus::quitRequested, this, &QWidget::close);
    connect(m_menus, &WindowMenus::firstStepsRequested, m_view, &MainView::showFirstSteps);
    connect(m_menus, &WindowMenus::aboutRequested, this, [this] { showAbout(this); });
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
    auto *rows = new DamagedRowExport(m_parts.settings, this);
    connect(card, &CaseCard::rowExportRequested, rows, &DamagedRowExport::ask);
    connect(rows, &DamagedRowExport::said, card, [card](const QString &message) { card->say(message, false); });
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
    reloadHistory(); // before what looks after the record: a person waits for the list
    m_actions->showRecordState(state);
}

void MainWindow::showOtherWriters(const std::optional<OtherWriters> &others)
{
    m_view->showOtherWriters(others);
}

void MainWindow::showFileTroubles(const FileTroubles &troubles)
{
    m_files->add(troubles);
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
    m_lookup->lookUp(receipts);
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
    m_menus->setConnections(names, m_parts.active.name());
}

void MainWindow::showConnectionDetails()
{
    if (ConnectionSession *session = m_parts.active.session())
        (new TextDialog(connectionDetails(*session, m_parts.clock.now()), this))->open();
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
    if (m_parts.record.holdsDeleted() && !m_finishing && !qApp->isSavingSession()) {
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
    m_parts.record.finishDeletions()->onFinished(this, [this](const Result<qint64> &) { close(); });
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"
#include "checks/checkservice.h"
#include "checks/connectiontester.h"
#include "common/focusring.h"
#include "common/theme.h"
#include "connections/connectionstore.h"
#include "history/recordopener.h"
#include "i18n/languageswitcher.h"
#include "mainwindow/personchecks.h"
#include "storage/otherwriters.h"

#include <QMainWindow>

namespace linterna {

class Backups;
class CaseEdits;
class ConnectionSettings;
class Eraser;
class FileNotice;
class HistoryFeed;
class ImportHistory;
class MainView;
class Printing;
class RecordActions;
class RecordKeeper;
class RecordProtection;
class RecordSteps;
class StatusLine;
class UnsavedWork;
class WindowMenus;

//! What the window works with. All of it outlives the window.
struct WindowParts {
    CheckService &checks;
    HistoryStore &history;
    RecordKeeper &record;
    Settings &settings;
    LanguageSwitcher &languages;
    ConnectionStore &connections;
    SecretStore &secrets;
    ConnectionTester &tester;
    Clock &clock;
    //! Folder for certificates of gateways that the person trusts.
    QString certificates;
    bool practice = false;
    //! Where all files are. Empty: nothing can be erased.
    QString folder = {};
    //! When the program was built; invalid where that says nothing.
    QDateTime built = {};
};

//! The window: puts the views together and connects them with what they show.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(WindowParts parts, QWidget *parent = nullptr);
    ~MainWindow() override;

public slots:
    void showRecordState(const linterna::RecordState &state);
    void showConnection(const linterna::Connection &connection);
    //! Who else can write where everything is kept, if anybody can.
    void showOtherWriters(const std::optional<linterna::OtherWriters> &others);
    //! `left`: requests left today where known; `perDay`: 0 for no limit.
    void showQuota(std::optional<int> left, int perDay);
    void showTokenExpiry(const std::optional<QDateTime> &expiresAt);
    //! Asks for these as if the person had typed them. None: changes nothing.
    void checkReceipts(const std::vector<linterna::ReceiptNumber> &receipts);
    //! What was wrong with files of this program.
    void showFileTroubles(const linterna::FileTroubles &troubles);
    //! Reads the newest page of the record; called by itself when a check was recorded or the record was opened.
    void reloadHistory();
    //! To the front of everything. `activation`: what the desktop gave to whoever wants that; may be empty.
    void comeForward(const QByteArray &activation);

signals:
    //! The record is open, or the person has left it closed for now: work can begin.
    void recordSettled();
    //! Everything is being erased: nothing may be opened, asked or written any more, and the program is about to end.
    void erasing();
    //! The person wants to work through this connection from now on.
    void connectionChosen(const QString &name);
    //! What is stored for this connection, its secret maybe, is another than before.
    void connectionChanged(const QString &name);
    //! The keyring could not keep it; it is to last until the program ends.
    void sessionSecretEntered(const QString &connectionName, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    //! What was deleted goes out of the file first, which takes long where that is large: the window stays so long and says
    //! so, for else nobody would know that the program is still at work.
    void finishDeletions();
    bool event(QEvent *event) override;

private:
    void connectViews();
    void followTheClock();
    void connectMenus();
    void connectOffice();
    void restorePlace();
    void start(const std::vector<ReceiptNumber> &receipts, OutsideHours outsideHours);
    void showProgress(const ReceiptNumber &receipt, const CheckProgress &progress);
    void finish(const CheckOutcome &outcome);
    void chooseLanguage(const QString &code);
    void offerConnections();
    void showConnectionDetails();
    void explainPractice();
    void about();
    void retranslate();

    WindowParts m_parts;
    Theme m_theme;
    FocusRing m_focusRing;
    MainView *m_view;
    StatusLine *m_status;
    WindowMenus *m_menus;
    ConnectionSettings *m_connections;
    HistoryFeed *m_feed;
    RecordProtection *m_protection;
    RecordSteps *m_steps;
    CaseEdits *m_edits;
    Printing *m_printing;
    RecordActions *m_actions;
    FileNotice *m_files = nullptr;
    UnsavedWork *m_unsaved = nullptr;
    Eraser *m_eraser;
    ImportHistory *m_import;
    Backups *m_backups;
    PersonChecks m_checks;
    QString m_connection;
    bool m_finishing = false;
};

} // namespace linterna

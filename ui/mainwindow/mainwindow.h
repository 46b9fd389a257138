// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/secret.h"
#include "lib/checks/activeconnection.h"
#include "lib/checks/checkservice.h"
#include "lib/checks/connectiontester.h"
#include "lib/connections/connectionstore.h"
#include "lib/i18n/languageswitcher.h"
#include "lib/platform/otherwriters.h"
#include "lib/recordkeeping/recordstate.h"
#include "ui/style/focusring.h"
#include "ui/style/theme.h"

#include <QMainWindow>

namespace linterna {

class BackupController;
class CaseEdits;
class ConnectionSettings;
class EraseController;
class FileNotice;
class ListFeed;
class ImportHistory;
class LookupController;
class MainView;
class Printing;
class RecordActions;
class RecordLifecycle;
class ProtectionController;
class UndoStack;
class StatusLine;
class UnsavedWork;
class WindowMenus;

//! What the window works with. All objects referred to must outlive the window.
struct WindowParts {
    CheckService &checks;
    ActiveConnection &active;
    Record &history;
    RecordLifecycle &record;
    Settings &settings;
    LanguageSwitcher &languages;
    ConnectionStore &connections;
    SecretStore &secrets;
    ConnectionTester &tester;
    Clock &clock;
    //! Folder for certificates of gateways that the person trusts.
    QString certificates;
    bool practice = false;
    //! Folder of all files of the program. Empty: erasing is not offered.
    QString folder = {};
    //! When the program was built; invalid where that is not known.
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
    //! Which other users can write into the program's folder; empty where none can.
    void showOtherWriters(const std::optional<linterna::OtherWriters> &others);
    //! Checks these receipt numbers as if the person had typed them. An empty list changes nothing.
    void checkReceipts(const std::vector<linterna::ReceiptNumber> &receipts);
    //! Shows which of the program's files were damaged.
    void showFileTroubles(const linterna::FileTroubles &troubles);
    //! Reads the list in view from the record again; showRecordState() does so too.
    void reloadHistory();
    //! Brings the window to the front. `activation`: the desktop's activation token of the one who asked; may be empty.
    void comeForward(const QByteArray &activation);

signals:
    //! The record is open, or the person has left it closed for now: work can begin.
    void recordSettled();
    //! Everything is being erased: nothing may be opened, asked or written any more, and the program is about to end.
    void erasing();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void connectLookup();
    void connectConnection();
    void connectRecord();
    void connectSettings();
    void followTheClock();
    void connectMenus();
    void connectOffice();
    void restorePlace();
    //! Purges deleted cases from the record's file, then closes the window. With a large file that takes long: the
    //! window stays open and says so, for else nobody would know that the program is still at work.
    void finishDeletions();
    void chooseLanguage(const QString &code);
    void offerConnections();
    void showConnectionDetails();
    void retranslate();

    WindowParts m_parts;
    Theme m_theme;
    FocusRing m_focusRing;
    MainView *m_view;
    StatusLine *m_status;
    WindowMenus *m_menus;
    ConnectionSettings *m_connections;
    ListFeed *m_feed;
    LookupController *m_lookup;
    ProtectionController *m_protection;
    UndoStack *m_steps;
    CaseEdits *m_edits;
    Printing *m_printing;
    RecordActions *m_actions;
    FileNotice *m_files = nullptr;
    UnsavedWork *m_unsaved = nullptr;
    EraseController *m_eraser;
    ImportHistory *m_import;
    BackupController *m_backups;
    bool m_finishing = false;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/datapaths.h"
#include "app/singleinstance.h"
#include "lib/checks/checkservice.h"
#include "lib/checks/connectiontester.h"
#include "lib/checks/ratelimiters.h"
#include "lib/connections/connectionstore.h"
#include "lib/i18n/languageswitcher.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/sandbox/practiceserver.h"
#include "lib/secrets/keychainsecretstore.h"
#include "lib/secrets/layeredsecretstore.h"
#include "lib/secrets/memorysecretstore.h"
#include "lib/settings/settings.h"
#include "lib/sqlite/requestcounts.h"
#include "ui/mainwindow/mainwindow.h"

namespace linterna {

//! All objects of a running window, in the order in which they are built; they are destroyed in the opposite one.
class Application : public QObject
{
    Q_OBJECT
public:
    //! `role`: of this program on the record in the folder.
    Application(const CommandLine &line, RecordRole role);

    ~Application() override;

    //! Reads the connections, starts the practice server where it is practice, shows the window, and begins to open the
    //! record. Error Invalid (an address that is taken): nothing was shown.
    [[nodiscard]] Result<Nothing> start();
    //! Called when somebody has started the program again: brings the window to the front, and looks up what was asked
    //! for.
    [[nodiscard]] StartAnswer takeOver(const StartRequest &request);

private:
    //! Sets damaged files aside, before anything is written.
    void settleFiles(RecordRole role);
    void noteFiles();
    void tellOfRequests(const QString &keptAs);
    //! Where another program held the history at the start, opens it as soon as that lets go.
    void openOnceFree();
    [[nodiscard]] Result<Nothing> startPractice();
    void lookAtTheFolder();
    void openTheRecord();
    //! Lets checks begin, once the record is open: nothing is asked that could not be recorded.
    void beginWork();
    void use(const QString &connectionName);
    //! Withholds secrets in the keyring that were given for other servers than their connection has now.
    void withholdSecretsOfOthers();

    const CommandLine m_line;
    const DataPaths m_places;
    SystemClock m_clock;
    KeychainSecretStore m_keychain{m_clock};
    MemorySecretStore m_memory;
    LayeredSecretStore m_secrets;
    Settings m_settings;
    ConnectionStore m_connections;
    LanguageSwitcher m_languages;
    PracticeServer m_practice{m_clock};
    std::optional<Connection> m_practiceConnection;
    QString m_inUse;
    const RecordRole m_role;
    FileTroubles m_fileTroubles;
    std::unique_ptr<Alarm> m_openAgain;
    bool m_works = false;
    bool m_erasing = false;
    //! Receipt numbers to be looked up when work begins.
    std::vector<ReceiptNumber> m_wanted;
    LocalRecord m_history{m_clock};
    RecordLifecycle m_record;
    RequestCounts m_requests;
    RateLimiters m_limiters{m_clock, &m_requests};
    CheckService m_checks{m_history, m_clock};
    ConnectionTester m_tester{m_secrets, m_limiters, m_clock};
    MainWindow m_window;
};

} // namespace linterna

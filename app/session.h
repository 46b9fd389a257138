// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandline.h"
#include "app/datapaths.h"
#include "lib/base/filetrouble.h"
#include "lib/checks/activeconnection.h"
#include "lib/checks/checkservice.h"
#include "lib/checks/connectiontester.h"
#include "lib/i18n/languageswitcher.h"
#include "lib/platform/otherwriters.h"
#include "lib/recordkeeping/recordlifecycle.h"
#include "lib/sandbox/practiceserver.h"
#include "lib/secrets/keychainsecretstore.h"
#include "lib/secrets/memorysecretstore.h"
#include "lib/settings/settings.h"
#include "lib/sqlite/requestcounts.h"

namespace linterna {

//! Everything of a run that needs no window, in the order in which it is built; it is destroyed in the opposite one.
//! The window and the actions of the command line both use it. Only reads files until it is told to do more.
class Session : public QObject
{
    Q_OBJECT
public:
    //! `role`: of this program on the record in the folder.
    Session(const CommandLine &line, RecordRole role);
    ~Session() override;

    [[nodiscard]] const CommandLine &line() const { return m_line; }
    [[nodiscard]] const DataPaths &paths() const { return m_paths; }
    [[nodiscard]] RecordRole role() const { return m_role; }
    [[nodiscard]] Clock &clock() { return m_clock; }
    [[nodiscard]] SecretStore &secrets() { return m_secrets; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] ConnectionStore &connections() { return m_connections; }
    [[nodiscard]] LanguageSwitcher &languages() { return m_languages; }
    [[nodiscard]] LocalRecord &history() { return m_history; }
    [[nodiscard]] RecordLifecycle &record() { return m_record; }
    [[nodiscard]] ActiveConnection &active() { return m_active; }
    [[nodiscard]] CheckService &checks() { return m_checks; }
    [[nodiscard]] ConnectionTester &tester() { return m_tester; }

    //! Language of the command line, else of the settings.
    [[nodiscard]] QString language() const;

    //! Makes the folder, sets damaged files aside before anything is written, and reads the connections. Gives which
    //! files were damaged or gone. A RecordRole::Guest changes nothing of what is there.
    [[nodiscard]] FileTroubles settleFiles();
    //! Starts the practice server where this is practice. Error Invalid: its address is taken.
    [[nodiscard]] Result<Nothing> startPractice();
    //! Looks who else can write the folder, and takes away what programs that were killed left half written; on another
    //! thread, because the folder may lie in a network. The job gives the other writers, if there are any.
    [[nodiscard]] JobOf<std::optional<OtherWriters>> *lookAtFolder();
    //! Tells the record who writes into it: the name in the settings, or where there is none the system's. That is the
    //! login name at once, and the full one when the job has ended.
    [[nodiscard]] JobOf<Nothing> *namePerson();
    //! Opens the record as the settings want it; RecordLifecycle::changed() tells when.
    void openRecord();
    //! Lets checks begin, once the record is open: nothing is asked that could not be recorded. False where they have
    //! begun already, or everything is being erased.
    bool beginWork();
    //! Whether checks have begun, and go on.
    [[nodiscard]] bool isAtWork() const { return m_active.session() != nullptr; }
    //! Name of the connection that is in use, or will be when work begins.
    [[nodiscard]] QString connectionName() const;
    //! Everything is being erased: nothing is opened, asked or written any more.
    void stopForErasing();

signals:
    //! The file that counts requests was damaged; a new one was begun.
    void fileTroublesFound(const linterna::FileTroubles &troubles);

private:
    //! Remembers which of the program's own files there are, so that a later start can tell which are gone.
    void noteFiles();
    //! Where another program held the record at the start, opens it as soon as that lets go.
    void openOnceFree();
    void openOnceUnlocked();

    const CommandLine m_line;
    const DataPaths m_paths;
    const RecordRole m_role;
    SystemClock m_clock;
    KeychainSecretStore m_keychain{m_clock};
    MemorySecretStore m_memory;
    LayeredSecretStore m_secrets;
    Settings m_settings;
    ConnectionStore m_connections;
    LanguageSwitcher m_languages;
    PracticeServer m_practice{m_clock};
    LocalRecord m_history{m_clock};
    RecordLifecycle m_record;
    RequestCounts m_requests;
    RateLimiters m_limiters{m_clock, &m_requests};
    ActiveConnection m_active{m_connections, m_secrets, m_limiters, m_clock};
    CheckService m_checks{m_history, m_active, m_clock};
    ConnectionTester m_tester{m_secrets, m_limiters, m_clock};
    std::unique_ptr<Alarm> m_openAgain;
    bool m_ownsFiles = false; //!< Set by settleFiles() where this run owns the folder.
    bool m_erasing = false;
};

} // namespace linterna

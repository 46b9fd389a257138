// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/checks/connectiontester.h"
#include "lib/connections/connectiondraft.h"
#include "lib/connections/connectionkeeper.h"
#include "ui/widgets/notice.h"
#include "ui/words/dates.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace linterna {

class Announcer;
class ConnectionForm;
class EditorFoot;
class EditorHead;
class TestPanel;

//! Editor of one connection: to look at, change, test and save it. The client secret goes to the SecretStore and
//! nowhere else.
class ConnectionEditor : public QWidget
{
    Q_OBJECT
public:
    struct Parts {
        ConnectionStore &connections;
        ConnectionKeeper &keeper;
        ConnectionTester &tester;
    };
    ConnectionEditor(const Parts &parts, const ViewEnvironment &environment, QWidget *parent = nullptr);
    ~ConnectionEditor() override;

    void showConnection(const Connection &connection);
    //! Shows a new connection, which is not saved yet.
    void showNew();
    //! Tells which connection is in use; empty for none.
    void setInUse(const QString &name);

    //! Whether something was entered that is not saved.
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isNew() const { return m_isNew; }
    //! Stored name of the connection shown; empty for a new one.
    [[nodiscard]] QString name() const { return m_name; }
    //! Saves the connection and its secrets, and calls `then` once all of it is saved. Otherwise says what went wrong.
    void save(const std::function<void()> &then = {});
    //! Drops what was entered and not saved.
    void discard();
    //! Blocks the entries while `job` runs, which may remove this connection; the person can stop the job. Entries are
    //! enabled again by waitFor(nullptr), to be called when the job has ended, or by showing another connection.
    void waitFor(Job *job);
    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    //! Shows a message below the form, and tells assistive technology. An empty text hides the last one.
    void say(const QString &text, Notice::Tone tone);

signals:
    void changed();
    //! The connection is stored, whatever became of its secret.
    void saved(const QString &name);
    //! The keyring cannot be used, and the person wants these secrets, each of which may be empty, kept in memory until
    //! the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);
    void useRequested(const QString &name);
    void closeRequested();
    //! The certificate of this server was refused, and the person wants to see it.
    void certificateRequested(const QUrl &server, const linterna::ProxyChoice &proxy);

private:
    void build();
    void wire();
    void show(const ConnectionDraft &draft, bool isNew, const QString &name);
    void stopEverything();
    void test();
    void askAboutMissingSecret();
    void startSaving();
    void saveEnded(const Connection &connection, const Result<SavedConnection> &result);
    void keepForThisRun();
    void findSecret();
    [[nodiscard]] bool needsNewSecret() const;
    void refresh();
    void retranslate();

    Parts m_parts;
    QString m_name;
    QString m_inUse;
    bool m_isNew = true;
    ConnectionDraft m_stored;
    std::function<void()> m_afterSaving;
    //! Counters: m_visit grows when another connection is shown, m_search with each look for a stored secret. A job's
    //! result is ignored where its counter has grown since the job began.
    int m_visit = 0;
    int m_search = 0;
    QPointer<Job> m_saving;
    QPointer<Job> m_testing;
    QPointer<Job> m_finding;
    QPointer<Job> m_awaited;
    Announcer *m_announcer;
    EditorHead *m_head;
    QScrollArea *m_scroll;
    ConnectionForm *m_form;
    TestPanel *m_panel;
    EditorFoot *m_foot;
};

} // namespace linterna

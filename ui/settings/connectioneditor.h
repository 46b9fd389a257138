// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/connectiontester.h"
#include "common/dates.h"
#include "common/notice.h"
#include "connections/connectiondraft.h"
#include "connections/connectionkeeper.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;

namespace linterna {

class Announcer;
class ConnectionForm;
class EditorFoot;
class EditorHead;
class TestPanel;

//! One connection to look at, change, test and save. The secret goes to the SecretStore and nowhere else.
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
    //! A new one, not saved yet.
    void showNew();
    //! Which one is in use; empty for none.
    void setInUse(const QString &name);

    //! Something was entered that is not saved.
    [[nodiscard]] bool isChanged() const;
    [[nodiscard]] bool isNew() const { return m_isNew; }
    //! As it is stored; empty for a new one.
    [[nodiscard]] QString name() const { return m_name; }
    //! Calls `then` once all is saved, the secret too. Otherwise says what is in the way.
    void save(const std::function<void()> &then = {});
    //! Gives up what was entered.
    void discard();
    //! Something was begun with this connection outside, after which it may be gone: nothing can be entered until the job
    //! ends or another connection is shown, and the person can stop it. Null: it has ended.
    void waitFor(Job *job);
    [[nodiscard]] ConnectionForm &form() const { return *m_form; }
    //! Below the form, and to whoever cannot see it. An empty text takes away what was said.
    void say(const QString &text, Notice::Tone tone);

signals:
    void changed();
    //! The connection is stored, whatever became of its secret.
    void saved(const QString &name);
    //! The keyring is of no use and the person wants what is given of these kept in memory until the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);
    void useRequested(const QString &name);
    void closeRequested();
    //! The certificate of this server was refused, and the person wants to see it.
    void certificateRequested(const QUrl &server, const linterna::ProxyChoice &proxy);

protected:
    void changeEvent(QEvent *event) override;

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
    ViewEnvironment m_environment;
    QString m_name;
    QString m_inUse;
    bool m_isNew = true;
    ConnectionDraft m_stored;
    std::function<void()> m_afterSaving;
    //! Grows when another connection is shown, and with each look for a secret: what ends later is not about what is
    //! shown any more.
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

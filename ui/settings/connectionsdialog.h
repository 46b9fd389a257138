// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/connectioneditor.h"

#include <QDialog>

class QBoxLayout;
class QFrame;

namespace linterna {

class ConnectionList;

//! All connections of this desk: choose one on the left, look at it, change, test and save it on the right. Nothing that
//! was entered is lost without a question. Use open().
class ConnectionsDialog : public QDialog
{
    Q_OBJECT
public:
    struct Parts {
        ConnectionStore &connections;
        SecretStore &secrets;
        ConnectionTester &tester;
    };
    //! `inUse`: name of the connection in use, which is shown first.
    ConnectionsDialog(const Parts &parts, const ViewEnvironment &environment, const QString &inUse,
                      QWidget *parent = nullptr);
    ~ConnectionsDialog() override;

    //! Moves to this connection, unless something that was entered is not saved and the person wants to stay.
    void show(const QString &name);
    //! Moves to this connection, says `text`, and waits for its client secret.
    void askForSecret(const QString &name, const QString &text);
    //! Another one is in use from now on.
    void setInUse(const QString &name);
    //! Of the connection that is shown; empty for a new one.
    [[nodiscard]] QString shownName() const;
    //! As it is entered for the connection that is shown.
    [[nodiscard]] Secret proxyPassword() const;
    //! The certificate file of the connection that is shown, as it is entered.
    [[nodiscard]] QString caFile() const;
    //! Puts the path of a certificate file into the form, as if the person had entered it.
    void setCaFile(const QString &path);
    //! Says a sentence where the person looks after having done something.
    void say(const QString &text, Notice::Tone tone);

    void reject() override;

signals:
    //! The connection is stored, whatever became of its secret.
    void saved(const QString &name);
    //! It is gone (of a built-in one: what was entered of it).
    void removed(const QString &name);
    void useRequested(const QString &name);
    //! The keyring is of no use and the person wants the secret kept in memory until the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);
    void importRequested();
    void exportRequested(const QString &name);
    //! The certificate of this server was refused, and the person wants to see it.
    void certificateRequested(const QUrl &server, const linterna::ProxyChoice &proxy);
    //! The person has a certificate in a file.
    void certificateFileRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    //! Calls `go` once nothing unsaved stands in its way, and `stay` where the person wants to go on here.
    void leave(const std::function<void()> &go, const std::function<void()> &stay = {});
    void showNew();
    void showNow(const QString &name);
    void refill();
    void askToRemove();
    void remove(const QString &name);
    void removeEnded(const QString &name, const Result<RemovedConnection> &result);
    void arrange();
    void retranslate();

    Parts m_parts;
    ViewEnvironment m_environment;
    QString m_inUse;
    ConnectionKeeper m_keeper;
    QPointer<Job> m_removing;
    QString m_removingName;
    QBoxLayout *m_layout;
    ConnectionList *m_list;
    QFrame *m_hairline;
    ConnectionEditor *m_editor;
};

} // namespace linterna

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connections/connectioneditor.h"

#include <QDialog>

class QBoxLayout;
class QFrame;

namespace linterna {

class ConnectionList;

//! All connections on this computer: a list on the left, and on the right the editor to change, test and save one. Asks
//! before anything that was entered is lost. Show it with open().
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

    //! Shows this connection, unless something that was entered is not saved and the person chooses to stay.
    void show(const QString &name);
    //! Shows this connection with the message `text`, and puts the focus on its client secret.
    void askForSecret(const QString &name, const QString &text);
    //! Tells which connection is in use from now on.
    void setInUse(const QString &name);
    //! Stored name of the connection shown; empty for a new one.
    [[nodiscard]] QString shownName() const;
    //! Password of the proxy that is entered for the connection shown; may be empty.
    [[nodiscard]] Secret proxyPassword() const;
    //! Path of the certificate file that is entered for the connection shown.
    [[nodiscard]] QString caFile() const;
    //! Puts the path of a certificate file into the form, as if the person had entered it.
    void setCaFile(const QString &path);
    //! Shows a message below the form.
    void say(const QString &text, Notice::Tone tone);

    void reject() override;

signals:
    //! The connection is stored, whatever became of its secret.
    void saved(const QString &name);
    //! The connection was removed; a built-in one was reset.
    void removed(const QString &name);
    void useRequested(const QString &name);
    //! The keyring cannot be used, and the person wants these secrets, each of which may be empty, kept in memory until
    //! the program ends.
    void sessionSecretEntered(const QString &name, const linterna::Secret &secret,
                              const linterna::Secret &proxyPassword);
    void importRequested();
    void exportRequested(const QString &name);
    //! The certificate of this server was refused, and the person wants to see it.
    void certificateRequested(const QUrl &server, const linterna::ProxyChoice &proxy);
    //! The person wants to choose a certificate file.
    void certificateFileRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void wire();
    //! Asks about unsaved entries where there are any; calls `go` when these are saved or dropped, and `stay` where the
    //! person keeps editing.
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/connectiontester.h"
#include "common/dates.h"
#include "connections/connectionstore.h"
#include "secrets/secretstore.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linterna {

class SecretEntry;
class TextLabel;

//! Client ID and client secret of a connection: enter, test, save. The secret goes to the SecretStore and nowhere else;
//! where there is no keyring, the person may keep it for this run. Use open().
class ConnectionDialog : public QDialog
{
    Q_OBJECT
public:
    struct Parts {
        ConnectionStore &connections;
        SecretStore &secrets;
        ConnectionTester &tester;
    };
    ConnectionDialog(const Parts &parts, const ViewEnvironment &environment, const QString &connection,
                     QWidget *parent = nullptr);
    ~ConnectionDialog() override;

signals:
    //! Client ID and secret of this connection are stored.
    void saved(const QString &connection);
    //! The keyring is of no use and the person wants the secret kept in memory until the program ends.
    void sessionSecretEntered(const QString &connection, const linterna::Secret &secret);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    enum class Tone { Quiet, Good, Wrong };
    void build();
    QLayout *makeButtons();
    void wire();
    void retranslate();
    void showConnection(const QString &name);
    [[nodiscard]] std::optional<Connection> entered() const;
    void test();
    void showReport(const Result<ConnectionTestReport> &report);
    void save();
    void secretWritten(const Result<Nothing> &result);
    void keepForThisRun();
    void storeClientId(const std::function<void()> &then);
    void say(const QString &text, Tone tone);
    void refresh();

    Parts m_parts;
    ViewEnvironment m_environment;
    QString m_name;
    QPointer<Job> m_job;
    QLabel *m_connectionLabel;
    QComboBox *m_connection;
    TextLabel *m_address;
    QLabel *m_idLabel;
    QLineEdit *m_id;
    TextLabel *m_idHelp;
    QLabel *m_secretLabel;
    SecretEntry *m_secret;
    TextLabel *m_secretHelp;
    QLabel *m_resultIcon;
    TextLabel *m_result;
    QPushButton *m_test;
    QPushButton *m_session;
    QPushButton *m_cancel;
    QPushButton *m_save;
};

} // namespace linterna

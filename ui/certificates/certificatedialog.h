// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/tls/certificateprobe.h"
#include "ui/certificates/certificatequestion.h"
#include "ui/widgets/dialog.h"
#include "ui/words/dates.h"

#include <QPointer>

#include <variant>

class QPushButton;

namespace linterna {

class Announcer;
class CertificateView;
class TextLabel;

//! Shows the certificate of a server or from a file, and asks whether the connection shall trust it. Trusting adds one
//! authority for one connection; checks are never switched off. Call one of forServer(), forFailure() and forFile()
//! once, then open().
class CertificateDialog : public Dialog
{
    Q_OBJECT
public:
    //! `folder`: where certificates that the person trusts are stored; created when needed. `probe` must outlive the
    //! dialog.
    CertificateDialog(CertificateProbe &probe, const ViewEnvironment &environment, const QString &folder,
                      QWidget *parent = nullptr);
    ~CertificateDialog() override;

    //! Gets the server's certificate, through `proxy`, and asks the person about it.
    void forServer(const QString &host, quint16 port, const QNetworkProxy &proxy = QNetworkProxy::NoProxy);
    //! Says why the server cannot be reached.
    void forFailure(const QString &host, quint16 port, const Error &error);
    //! Asks the person about the certificate in the file `path`. `alongside`: the connection's certificate file so far;
    //! may be empty.
    void forFile(const QString &path, const QString &alongside = {});
    //! Whether the server has not answered yet.
    [[nodiscard]] bool isWaiting() const { return !m_seen.has_value(); }

signals:
    //! The person trusts the certificate, which is stored at this absolute path, the new value for Connection::caFile.
    void trusted(const QString &path);

private:
    struct Server {
        QString host;
        quint16 port = 0;
        QNetworkProxy proxy = QNetworkProxy::NoProxy;
        bool hasWay = true;
    };
    void build();
    void ask();
    void take(const Result<ServerCertificates> &seen);
    [[nodiscard]] QString place() const;
    [[nodiscard]] CertificateQuestion question() const;
    void refresh();
    void showNotes(const std::vector<CertificateQuestion::Note> &notes);
    void focusWhatMatters();
    void trust();

    CertificateProbe &m_probe;
    ViewEnvironment m_environment;
    QString m_folder;
    std::optional<Server> m_server;
    QString m_file;
    std::vector<CertificateFacts> m_alongside;
    QPointer<Job> m_job;
    //! The certificates, or why there are none; empty while the server is being asked.
    std::optional<Result<ServerCertificates>> m_seen;
    //! Why the certificate could not be stored.
    std::optional<Error> m_notStored;

    TextLabel *m_heading;
    TextLabel *m_lead;
    CertificateView *m_view;
    QWidget *m_notes;
    TextLabel *m_technical;
    QPushButton *m_again;
    QPushButton *m_trust;
    QPushButton *m_leave;
    Announcer *m_announcer;
};

} // namespace linterna

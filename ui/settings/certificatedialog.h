// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/dates.h"
#include "common/dialog.h"
#include "net/certificateprobe.h"
#include "settings/certificatequestion.h"

#include <QPointer>

#include <variant>

class QPushButton;

namespace linterna {

class Announcer;
class CertificateView;
class TextLabel;

//! Shows the certificate of a server or out of a file, and asks whether this connection shall trust it. Trusting means
//! one more authority for one connection; checking is never switched off. Use forServer() or forFile(), once, and open().
class CertificateDialog : public Dialog
{
    Q_OBJECT
public:
    //! `folder`: where a certificate that the person trusts is kept; it is made when needed. `probe` outlives the
    //! dialog.
    CertificateDialog(CertificateProbe &probe, const ViewEnvironment &environment, const QString &folder,
                      QWidget *parent = nullptr);
    ~CertificateDialog() override;

    //! Asks the server for its certificate, and the person about it. `proxy` is what lies between.
    void forServer(const QString &host, quint16 port, const QNetworkProxy &proxy = QNetworkProxy::NoProxy);
    //! There is no way to the server: says why.
    void forFailure(const QString &host, quint16 port, const Error &error);
    //! The same with a file that the person chose. `alongside`: the file that the connection has so far, or empty.
    void forFile(const QString &path, const QString &alongside = {});
    //! The server has not answered yet.
    [[nodiscard]] bool isWaiting() const { return !m_seen.has_value(); }

signals:
    //! The person trusts the certificate, and it is stored at this absolute path: what belongs into Connection::caFile.
    void trusted(const QString &path);

protected:
    void changeEvent(QEvent *event) override;

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
    //! Empty while the server is being asked.
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

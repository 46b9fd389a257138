// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/certificates/certificatechoice.h"

#include "ui/certificates/certificatedialog.h"

#include <QFileDialog>
#include <QUrl>

namespace linterna {

CertificateChoice::CertificateChoice(Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_clock(clock), m_proxies(clock), m_probe(clock), m_folder(folder)
{}

CertificateDialog *CertificateChoice::dialog(QWidget *window)
{
    auto *dialog = new CertificateDialog(m_probe, ViewEnvironment::of(m_clock), m_folder, window);
    connect(dialog, &CertificateDialog::trusted, this, &CertificateChoice::chosen);
    return dialog;
}

void CertificateChoice::askServer(const QUrl &server, const ProxyChoice &proxy, const ProxyGate::Password &password,
                                  QWidget *window)
{
    m_proxies.find(proxy, server)
        ->onFinished(window, [this, server, proxy, password, window](const Result<QNetworkProxy> &found) {
            auto *gate = new ProxyGate(m_clock, window); // a new one, without memory of refusals: the person asks
            gate->setPasswordSource(password);
            gate->admit(proxy, found ? *found : QNetworkProxy(QNetworkProxy::NoProxy), server)
                ->onFinished(window, [this, gate, server, window](const Result<QNetworkProxy> &admitted) {
                    gate->deleteLater();
                    auto *shown = dialog(window);
                    if (admitted)
                        shown->forServer(server.host(), quint16(server.port(443)), *admitted);
                    else
                        shown->forFailure(server.host(), quint16(server.port(443)), admitted.error());
                    shown->open();
                });
        });
}

void CertificateChoice::askFile(const QString &current, QWidget *window)
{
    auto *files =
        new QFileDialog(window, tr("Choose a certificate file"), QString(),
                        tr("Certificates (*.pem *.crt *.cer *.der)") + QStringLiteral(";;") + tr("All files (*)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, [this, current, window = QPointer(window)](const QString &path) {
        if (!window)
            return;
        auto *shown = dialog(window);
        shown->forFile(path, current);
        shown->open();
    });
    files->open();
}

} // namespace linterna

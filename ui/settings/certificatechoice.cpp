// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/certificatechoice.h"

#include "settings/certificatedialog.h"

#include <QFileDialog>
#include <QUrl>

namespace linterna {

CertificateChoice::CertificateChoice(Clock &clock, const QString &folder, QObject *parent)
    : QObject(parent), m_proxies(clock), m_probe(clock), m_folder(folder)
{}

CertificateDialog *CertificateChoice::dialog(QWidget *window)
{
    auto *dialog = new CertificateDialog(m_probe, ViewEnvironment{}, m_folder, window);
    connect(dialog, &CertificateDialog::trusted, this, &CertificateChoice::chosen);
    return dialog;
}

void CertificateChoice::askServer(const QUrl &server, const ProxyChoice &proxy, QWidget *window)
{
    m_proxies.find(proxy, server)
        ->onFinished(this, [this, server, window = QPointer(window)](const Result<QNetworkProxy> &found) {
            if (!window)
                return;
            auto *shown = dialog(window);
            shown->forServer(server.host(), quint16(server.port(443)),
                             found ? *found : QNetworkProxy(QNetworkProxy::NoProxy));
            shown->open();
        });
}

void CertificateChoice::askFile(QWidget *window)
{
    auto *files =
        new QFileDialog(window, tr("Choose a certificate file"), QString(),
                        tr("Certificates (*.pem *.crt *.cer *.der)") + QStringLiteral(";;") + tr("All files (*)"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setFileMode(QFileDialog::ExistingFile);
    connect(files, &QFileDialog::fileSelected, this, [this, window = QPointer(window)](const QString &path) {
        if (!window)
            return;
        auto *shown = dialog(window);
        shown->forFile(path);
        shown->open();
    });
    files->open();
}

} // namespace linterna

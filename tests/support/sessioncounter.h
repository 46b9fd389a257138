// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/opensslfiles.h"

#include <QUrl>

namespace linterna::test {

//! A TLS server that says in each reply whether the handshake before it resumed a session: "resumed" or "new". Qt tells
//! neither a client nor a server that. One connection at a time.
class SessionCounter
{
public:
    SessionCounter()
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral("python3"),
                        {QStringLiteral(LINTERNA_SESSION_COUNTER), m_files.certificate(), m_files.key()});
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(patience))
                qFatal("the TLS server does not start");
        }
        m_port = m_process.readLine().trimmed().toInt();
    }
    ~SessionCounter()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(SessionCounter)

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1/").arg(m_port)); }
    [[nodiscard]] QString certificate() const { return m_files.certificate(); }

private:
    OpensslFiles m_files;
    QProcess m_process;
    int m_port = 0;
};

} // namespace linterna::test

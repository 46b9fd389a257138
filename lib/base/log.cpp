// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

#include <QRegularExpression>

#include <cstdio>

namespace linterna {

Q_LOGGING_CATEGORY(lcApp, "linterna.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "linterna.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "linterna.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChecks, "linterna.checks", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "linterna.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "linterna.secrets", QtInfoMsg)

QString maskReceiptNumbers(const QString &text)
{
    // The first digit may be an asterisk, and an asterisk may travel as %2A.
    static const QRegularExpression receipt(
        QStringLiteral("(?<![A-Za-z0-9])([A-Za-z]{3})(?:[0-9]|\\*|%2[Aa])[0-9]{5}([0-9]{4})(?![0-9])"));
    return QString(text).replace(receipt, QStringLiteral("\\1••••••\\2"));
}

QString redact(const QString &text)
{
    static const QRegularExpression scheme(QStringLiteral("\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]+"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression field(
        QStringLiteral("(client_secret|client_id|access_token|refresh_token|id_token|password|token)"
                       "(\"?\\s*[=:]\\s*\"?)(?:(?<=\")[^\"]*|[^\\s\"&,;}]+)"),
        QRegularExpression::CaseInsensitiveOption);
    QString masked = text;
    masked.replace(scheme, QStringLiteral("\\1 [redacted]"));
    masked.replace(field, QStringLiteral("\\1\\2[redacted]"));
    return maskReceiptNumbers(masked);
}

void installRedactingMessageHandler()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &context, const QString &message) {
        const QByteArray line = qFormatLogMessage(type, context, redact(message)).toUtf8();
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
        std::fputc('\n', stderr);
    });
}

} // namespace linterna

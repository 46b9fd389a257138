// SPDX-License-Identifier: GPL-3.0-or-later
#include "lib/base/log.h"

#include <QRegularExpression>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace linterna {

Q_LOGGING_CATEGORY(lcApp, "linterna.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcNet, "linterna.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAuth, "linterna.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(lcChecks, "linterna.checks", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStorage, "linterna.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSecrets, "linterna.secrets", QtInfoMsg)

namespace {

//! A regular expression that is never destroyed: Qt logs to the very last, when it unloads its plugins, and static
//! objects are gone by then.
const QRegularExpression &lasting(const QString &pattern)
{
    const auto *expression = new QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption);
    expression->optimize();
    return *expression;
}

void writeLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stderr);
    std::fputc('\n', stderr);
}

//! Whether this thread is writing a message: a message that comes out of redacting another would come back here without
//! end.
thread_local bool inMessage = false;

void redactingHandler(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (std::exchange(inMessage, true)) {
        writeLine("a message came up while another was written");
        return;
    }
    writeLine(qFormatLogMessage(type, context, redact(message)).toUtf8());
    inMessage = false;
}

} // namespace

QString maskReceiptNumbers(const QString &text)
{
    // The first digit may be an asterisk, and an asterisk may travel as %2A.
    static const auto &receipt =
        lasting(QStringLiteral("(?<![A-Za-z0-9])([A-Za-z]{3})(?:[0-9]|\\*|%2[Aa])[0-9]{5}([0-9]{4})(?![0-9])"));
    return QString(text).replace(receipt, QStringLiteral("\\1••••••\\2"));
}

QString redact(const QString &text)
{
    static const auto &scheme = lasting(QStringLiteral("\\b(Bearer|Basic|NTLM|Negotiate)\\s+[A-Za-z0-9._~+/=-]+"));
    static const auto &userInfo = lasting(QStringLiteral("(://)[^/@\\s\"?#]*@"));
    static const auto &field =
        lasting(QStringLiteral("(client_secret|client_id|access_token|refresh_token|id_token|password|token)"
                               "(\"?\\s*[=:]\\s*\"?)(?:(?<=\")[^\"]*|[^\\s\"&,;}]+)"));
    QString masked = text;
    masked.replace(scheme, QStringLiteral("\\1 [redacted]"));
    masked.replace(userInfo, QStringLiteral("\\1[redacted]@"));
    masked.replace(field, QStringLiteral("\\1\\2[redacted]"));
    return maskReceiptNumbers(masked);
}

void installRedactingMessageHandler()
{
    (void)redact({}); // makes its expressions now, not while a message is written
    qInstallMessageHandler(redactingHandler);
    // Messages after main() are of use to nobody, and what Qt formats them with may be gone.
    std::atexit([] { qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {}); });
}

} // namespace linterna

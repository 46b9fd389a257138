// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace linterna {

Q_DECLARE_LOGGING_CATEGORY(lcApp)
Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcAuth)
Q_DECLARE_LOGGING_CATEGORY(lcChecks)
Q_DECLARE_LOGGING_CATEGORY(lcStorage)
Q_DECLARE_LOGGING_CATEGORY(lcSecrets)

//! `text` with what is personal or secret masked: receipt numbers (EAC••••••3402, in a URL path too), bearer and basic
//! credentials, and the values of client_secret, client_id, access_token and similar in forms, JSON and headers.
[[nodiscard]] QString redact(const QString &text);

//! `text` with its receipt numbers masked, and nothing else.
[[nodiscard]] QString maskReceiptNumbers(const QString &text);

//! Sends every message of Qt and of ours through redact() to standard error, until the program ends. A message that
//! comes up while another is written is replaced by a fixed line.
void installRedactingMessageHandler();

} // namespace linterna

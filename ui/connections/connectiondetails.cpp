// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/connectiondetails.h"

#include "ui/words/dates.h"
#include "ui/words/transcriptwords.h"

#include <QCoreApplication>
#include <QLocale>

namespace linterna {

namespace {

struct ConnectionDetailTexts {
    Q_DECLARE_TR_FUNCTIONS(linterna::ConnectionDetails)
};

QString tokenText(const std::optional<TokenDetails> &token, const QDateTime &now)
{
    if (!token)
        return ConnectionDetailTexts::tr("none now; the next check asks for one");
    return ConnectionDetailTexts::tr("valid until %1, for another %2")
        .arg(momentText(token->validUntil, now), remainingText(std::max<qint64>(0, now.secsTo(token->validUntil))));
}

QString authenticationText(ClientAuthentication authentication)
{
    switch (authentication) {
    case ClientAuthentication::FormBody:
        return ConnectionDetailTexts::tr("client ID and secret in the form body");
    case ClientAuthentication::BasicRaw:
        return ConnectionDetailTexts::tr("HTTP Basic, pair as it is");
    case ClientAuthentication::BasicFormEncoded:
        break;
    }
    return ConnectionDetailTexts::tr("HTTP Basic, pair form-encoded");
}

} // namespace

TextDialog::Content connectionDetails(ConnectionSession &session, const QDateTime &now)
{
    const Connection &connection = session.connection();
    const auto &token = session.tokens().details();
    TextDialog::Content content{
        .title = ConnectionDetailTexts::tr("Connection details"), .purpose = {}, .facts = {}, .text = {}};
    const auto add = [&](const QString &name, const QString &value) {
        if (!value.isEmpty())
            content.facts.emplace_back(name, value);
    };
    add(ConnectionDetailTexts::tr("Connection"),
        connection.practice ? ConnectionDetailTexts::tr("Practice") : connection.name);
    add(ConnectionDetailTexts::tr("Case status at"), connection.apiUrl.toString(QUrl::FullyEncoded));
    add(ConnectionDetailTexts::tr("Access tokens from"), connection.tokenUrl.toString(QUrl::FullyEncoded));
    add(ConnectionDetailTexts::tr("Credentials travel as"), authenticationText(connection.clientAuthentication));
    add(ConnectionDetailTexts::tr("Access token"), tokenText(token, now));
    if (token) {
        add(ConnectionDetailTexts::tr("Received"), momentText(token->receivedAt, {}));
        add(ConnectionDetailTexts::tr("Scope"), token->scope);
    }
    if (const auto left = session.limiter().left())
        add(ConnectionDetailTexts::tr("Left today"),
            ConnectionDetailTexts::tr("%1 of %2 requests")
                .arg(QLocale().toString(*left), QLocale().toString(connection.requestsPerDay)));
    const auto asked = session.tokens().lastTranscript();
    content.purpose = ConnectionDetailTexts::tr(
        "The last request for an access token. The client secret and the token are replaced by "
        "dots.");
    content.text = asked && !asked->method.isEmpty()
        ? transcriptSection(ConnectionDetailTexts::tr("Access token"), *asked, ReceiptNumbers::Masked)
        : ConnectionDetailTexts::tr("No access token was asked for yet.");
    return content;
}

} // namespace linterna

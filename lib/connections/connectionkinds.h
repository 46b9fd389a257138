// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lib/base/enumnames.h"
#include "lib/connections/connection.h"

#include <span>

namespace linterna {

//! What a person has to say beside client ID and secret, so that the addresses are known.
enum class AskedAddress {
    Nothing,          //!< The addresses are fixed.
    Host,             //!< The gateway's host.
    TenantAndGateway, //!< The tenant's host, and the address of the gateway before the Case Status API.
    Addresses,        //!< Both addresses, whole.
};

//! What is known of one kind (Torch fact sheet §1, §5, §9, §10). URLs hold "{host}" and "{gateway}" where a person's
//! word belongs.
struct KindFacts {
    ConnectionKind kind;
    AskedAddress asked;
    QLatin1StringView tokenUrl;
    QLatin1StringView apiUrl;
    ClientAuthentication clientAuthentication;
    double requestsPerSecond;
    int requestsPerDay;
    //! Open Monday to Friday, 7 AM to 8 PM Eastern.
    bool sandboxHours;
};

//! Facts of all kinds, in the order in which a person is offered them.
[[nodiscard]] std::span<const KindFacts> connectionKinds();
[[nodiscard]] const KindFacts &factsOf(ConnectionKind kind);

//! Words of connection files.
inline constexpr auto connectionKindNames = enumNames<ConnectionKind>({
    {ConnectionKind::UscisSandbox, "uscis-sandbox"},
    {ConnectionKind::UscisProduction, "uscis-production"},
    {ConnectionKind::Wso2V4, "wso2-4"},
    {ConnectionKind::Wso2V3, "wso2-3"},
    {ConnectionKind::IbmVerify, "ibm-verify"},
    {ConnectionKind::IbmVerifyOidc, "ibm-verify-oidc"},
    {ConnectionKind::IbmVerifyOauth2, "ibm-verify-oauth2"},
    {ConnectionKind::Other, "other"},
});

inline constexpr auto clientAuthenticationNames = enumNames<ClientAuthentication>({
    {ClientAuthentication::FormBody, "form-body"},
    {ClientAuthentication::BasicRaw, "basic-raw"},
    {ClientAuthentication::BasicFormEncoded, "basic-form-encoded"},
});

//! What a person said, where factsOf(kind).asked wants it.
struct AskedWords {
    QString host;
    QString gateway;
    bool operator==(const AskedWords &) const = default;
};

//! A connection of this kind with all that is known filled in, without a name; empty where the words make no allowed
//! address. For AskedAddress::Addresses the URLs stay empty.
[[nodiscard]] std::optional<Connection> connectionOfKind(ConnectionKind kind, const AskedWords &words);
//! The words from which the connection's addresses came; empty where they did not come from words (they were edited).
[[nodiscard]] std::optional<AskedWords> wordsOf(const Connection &connection);

//! The host in what somebody typed or pasted: a host alone, or a whole https address, of which the host remains. Empty
//! where there is none, or a port was given (the ports are the kind's).
[[nodiscard]] std::optional<QString> hostIn(const QString &typed);

} // namespace linterna
